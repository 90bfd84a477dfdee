import {sum} from "d3";
import {fold} from "../../src/lib/language/fold.js";
import type {ColumnRead} from "../../src/lib/respondents/cleaning.js";
import {type Codebook, isAnswered} from "../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../src/lib/respondents/respondents.js";
import type {RawColumn, RawTable} from "../files/rawTable.js";
import {headersOf} from "../inputs/checks/checkCodebook.js";
import {InputError} from "../inputs/inputError.js";
import {Draft, type DraftColumn, recode} from "./draft.js";
import {isCountWithin} from "./rules/numbers.js";
import {missingReader} from "./rules/spellings.js";

/** The header under which a row says that it is made up, and what it says. */
export const dataHeader = "data";
export const standInMark = "stand-in";

/**
 * The file's columns as columns of the codebook. A column whose header the codebook does not have is left out, and said
 * to be.
 *
 * @throws InputError when two columns are for the same thing, or the file has no question of the codebook, or no unit
 * where the codebook has one
 */
export function matchColumns(raw: RawTable, codebook: Codebook): {draft: Draft; columns: ColumnRead[]} {
  const columnOf = new Map(codebook.variables.flatMap(headersOf).map(([text, column]) => [fold(text), column]));
  const read = withoutLabelled(
    raw.columns.map((column) => ({column, readAs: readAs(column, columnOf)})),
    columnOf,
  );
  checkColumns(read, codebook, raw.file);
  const found = read.flatMap(({column, readAs}) =>
    readAs === null || readAs === dataHeader ? [] : [draftColumn(column, readAs, codebook)],
  );
  return {
    draft: new Draft(raw.rowNumbers, found, codebook),
    columns: read.map(({column: {header}, readAs}) => ({header, readAs})),
  };
}

/** True when rows say that they are made up. Some that do and some that do not are a mixture that no one may publish. */
export function isStandIn(raw: RawTable): boolean {
  const column = raw.columns.find(({header}) => fold(header) === dataHeader);
  if (!column) return false;
  const marked = column.values.map((value) => fold(value) === standInMark);
  const rows = sum(column.codes, (code) => Number(marked[code]));
  if (rows > 0 && rows < raw.rows)
    throw new InputError("made-up respondents among others", {
      file: raw.file,
      column: column.header,
      value: `${rows} of ${raw.rows} rows`,
    });
  return rows > 0;
}

/**
 * The header is tried, then the label that the file has for it, then the header before it was numbered as a repeated one;
 * each as it is and without a question's number in front.
 */
function readAs({header, label, repeats}: RawColumn, columnOf: ReadonlyMap<string, string>): string | null {
  if (fold(header) === dataHeader) return dataHeader;
  const tried = [header, label ?? "", repeats ?? ""].flatMap((text) => [text, text.replace(questionNumber, "")]);
  const found = tried.map((text) => columnOf.get(fold(text))).find((column) => column !== undefined);
  return found ?? readAsCut(label ?? "", columnOf);
}

/** Stata keeps 80 characters or bytes of a label, and blanks at the end may be gone too. */
const lengthOfCut = {least: 78, greatest: 80};

/** What a label that was cut stands for: the one column with a header that begins so, if there is one. */
function readAsCut(label: string, columnOf: ReadonlyMap<string, string>): string | null {
  const isCut = (length: number) => length >= lengthOfCut.least && length <= lengthOfCut.greatest;
  if (!isCut(label.length) && !isCut(Buffer.byteLength(label))) return null;
  const beginnings = [label, label.replace(questionNumber, "")].map(fold);
  const begun = [...columnOf].filter(([header]) => beginnings.some((text) => header.startsWith(text)));
  const columns = new Set(begun.map(([, column]) => column));
  return columns.size === 1 ? [...columns][0] : null;
}

/** A question's number in front of a header. */
export const questionNumber = /^\s*(q|spm\.?|spørsmål)?\s*\d+[a-z]?[.):]?\s+/i;

interface Read {
  column: RawColumn;
  readAs: string | null;
}

/** A column that is known only by its label, or without its number, gives way to one whose very header is known. */
function withoutLabelled(read: readonly Read[], columnOf: ReadonlyMap<string, string>): Read[] {
  const isByHeader = ({column, readAs}: Read) => columnOf.get(fold(column.header)) === readAs;
  const byHeader = new Set(read.filter(isByHeader).map(({readAs}) => readAs));
  return read.map((each) => {
    const gives = byHeader.has(each.readAs) && !isByHeader(each) && each.column.repeats === undefined;
    return gives ? {...each, readAs: null} : each;
  });
}

function checkColumns(read: readonly Read[], codebook: Codebook, file: string): void {
  const found = new Map<string, string>();
  for (const {column, readAs} of read) {
    const first = readAs === null ? undefined : found.get(readAs);
    if (first !== undefined)
      throw new InputError(`column for the same as ${JSON.stringify(first)}`, {
        file,
        column: column.header,
        value: readAs,
      });
    if (readAs !== null) found.set(readAs, column.header);
  }
  checkBlocks(found, codebook, file);
  const isQuestion = codebook.variables
    .filter(isAnswered)
    .some(({name}) => [...found.keys()].some((key) => key.split(".")[0] === name));
  if (!isQuestion)
    throw new InputError(
      "no column is a question of the codebook; for the file of another survey npm run draft-codebook drafts one",
      {
        file,
        value: read.map(({column}) => column.header),
      },
    );
  const units = codebook.variables.filter(({type}) => type === "unitNumber" || type === "unitName");
  if (units.length > 0 && !units.some(({name}) => found.has(name)))
    throw new InputError("no column that says which unit answered", {
      file,
      value: units.flatMap(({label}) => Object.values(label)),
    });
}

/** A multiple response stands in one column of joined text or in a column for each option, not in both. */
function checkBlocks(found: ReadonlyMap<string, string>, codebook: Codebook, file: string): void {
  for (const {name} of codebook.variables) {
    const option = [...found.keys()].find((key) => key.startsWith(`${name}.`));
    if (option !== undefined && found.has(name))
      throw new InputError("multiple response both joined and by option", {
        file,
        column: found.get(option),
        value: found.get(name),
      });
  }
}

/**
 * What the file says a value means is the value. What it marks as missing and has no word for is missing for the
 * codebook's reason, or else has no answer; of who answered and when it says nothing. A count is the number itself where
 * the file only calls it “18 or younger”.
 */
function draftColumn(column: RawColumn, name: string, codebook: Codebook): DraftColumn {
  const {codes, values, valueLabels, userMissing} = column;
  if (valueLabels.size === 0 && userMissing.size === 0) return {name, codes, values};
  const variable = codebook.variables.filter(isAnswered).find((each) => each.name === name.split(".")[0]);
  const reasonFor = variable ? missingReader(variable) : () => "";
  const isNumber = (value: string, label: string) =>
    variable?.type === "count" &&
    isCountWithin(value, variable) &&
    reasonFor(label) === null &&
    saysNumber(label, value);
  const labelOf = (value: string) => {
    const label = valueLabels.get(value);
    return label && !isNumber(value, label) ? label : null;
  };
  const meaningOf = (value: string) =>
    labelOf(value) ?? (userMissing.has(value) ? (reasonFor(value) ?? noAnswer) : value);
  return recode({name, codes, values}, values.map(meaningOf));
}

/** True of words that hold the number, or say that it is none. */
function saysNumber(label: string, value: string): boolean {
  return label.split(/\D+/).includes(value) || (value === "0" && /^(none|no|never|ingen|aldri)$/i.test(label.trim()));
}
