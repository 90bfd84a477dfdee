import {shuffler} from "d3";
import {type Codebook, isAnswered, variableOfType} from "../../../src/lib/respondents/codebook.js";
import type {Writing} from "../../../tools/stand-in/defects/cellsOf.js";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {UnitDefect} from "../../../tools/stand-in/units/dirtyUnits.js";
import type {NamedUnit} from "../../../tools/stand-in/units/namedUnits.js";
import {cellWays} from "./cellWays.js";
import {type DateCell, dateCell} from "./dateCells.js";
import {type FileCell, fileCells, saying} from "./fileCell.js";
import type {Format, TextTable} from "./format.js";
import {headerOf} from "./headers.js";
import {makeAnswers, type Writings} from "./makeAnswers.js";
import {ownTexts} from "./ownTexts.js";
import type {Says, Taken} from "./routingOracle.js";
import {isUntidy, untidy} from "./textDirt.js";
import {type WhoCells, whoCells} from "./whoCells.js";

/** What files are made of: a codebook, and the units that answer it if it has such. */
export interface Source {
  codebook: Codebook;
  units: readonly NamedUnit[];
  /** Ways in which units are misnamed. */
  ways: readonly UnitDefect[];
}

/** One row of a file, and what it says. */
export interface FileRow {
  texts: ReadonlyMap<string, string>;
  /** By clean column; those that the file does not have are left out. */
  says: Says;
  who: WhoCells;
  when: DateCell;
  /** Where the cells’ own texts have to stand on record. */
  traces: readonly Taken[];
}

/** A file as texts, and what its rows say. */
export interface MadeFile {
  table: TextTable;
  /** What each of the table’s columns is; null for one that no codebook knows. */
  columns: readonly (string | null)[];
  rows: readonly FileRow[];
}

/** In a free text, and in columns that no codebook knows; never on record. */
export const canary = "Kanarifugl";

interface Making extends Source {
  format: Format;
  pick: Pick;
  writings: Writings;
  /** Questions that the file does not have. */
  lacking: ReadonlySet<string>;
}

/** Respondents, clean and then dirtied, as a file of one format would hold them. */
export function makeFile(source: Source, format: Format, pick: Pick): MadeFile {
  const making = {
    ...source,
    format,
    pick,
    writings: writingsOf(source.codebook, pick),
    lacking: lackingOf(source.codebook, pick),
  };
  const rows = Array.from({length: 1 + pick(24)}, () => (pick(15) === 1 ? blankRow(making) : makeRow(making)));
  const known = shuffled(columnsOf(making), pick);
  const columns = pick(2) === 0 ? known : [known[0], null, ...known.slice(1), null];
  const canHold = (text: string) => format.canHold(text);
  const header = columns.map((column, at) =>
    column === null ? `Uvedkommende ${at}` : headerOf(column, source.codebook, pick, canHold),
  );
  const texts = rows.map(({texts}) =>
    columns.map((column) => (column === null ? (texts.size === 0 ? "" : canary) : (texts.get(column) ?? ""))),
  );
  return {table: {header, rows: texts, missing: knownNumbers(source.codebook)}, columns, rows};
}

const writingKinds: readonly Writing[] = ["joined", "digits", "crosses"];

function writingsOf({variables}: Codebook, pick: Pick): Writings {
  return new Map(variables.map(({name}) => [name, oneOf(writingKinds, pick)]));
}

/** Now and then one question, never the first. */
function lackingOf({variables}: Codebook, pick: Pick): Set<string> {
  const [, ...others] = variables.filter(isAnswered).map(({name}) => name);
  return new Set(pick(3) === 1 ? [oneOf(others, pick)] : []);
}

/** Two of the numbers that are missing whatever the question. */
function knownNumbers({variables}: Codebook): string[] {
  const [first] = variables.filter(isAnswered);
  return first.missing.flatMap(({spellings}) => spellings.filter((text) => /^(9[78]|-9)$/.test(text))).slice(0, 2);
}

function shuffled<T>(list: readonly T[], pick: Pick): T[] {
  return shuffler(() => pick(1 << 16) / (1 << 16))([...list]);
}

function columnsOf(making: Making): string[] {
  return [...makeRow({...making, pick: () => 0}).texts.keys()];
}

function blankRow({codebook}: Making): FileRow {
  const hasUnits = variableOfType(codebook, "unitNumber") !== undefined;
  const who = {texts: new Map(), key: null, reason: hasUnits ? ("noUnit" as const) : null, hasStep: false};
  return {texts: new Map(), says: new Map(), who, when: noDate, traces: []};
}

const noDate: DateCell = {text: "", moment: null, rules: []};

function makeRow(making: Making): FileRow {
  const {codebook, pick, format} = making;
  const canHold = (text: string) => format.canHold(text);
  const who = whoCells(making, canHold, pick);
  const date = variableOfType(codebook, "date")?.name;
  const when = date ? dateCell(codebook.fieldwork, pick) : noDate;
  const comment = codebook.variables.find(({type}) => type === "text")?.name;
  const answers = answerCells(making);
  const clean = new Map([
    ...who.texts,
    ...(date ? [[date, when.text] as const] : []),
    ...(comment ? [[comment, commentText(pick)] as const] : []),
    ...answers.map(({column, text}) => [column, text] as const),
  ]);
  const isDeclared = (text: string) => text === format.declaredMissing;
  const texts = new Map(
    [...clean].map(([column, text]) => [
      column,
      isDeclared(text) || pick(8) !== 1 ? text : untidy(text, pick, canHold),
    ]),
  );
  const tidied = [...texts].filter(([, text]) => isUntidy(text)).map(([column]) => ({column, rule: "tidy"}));
  return {
    texts,
    says: new Map(answers.flatMap(({says}) => [...says])),
    who,
    when,
    traces: [
      ...tidied,
      ...(date ? when.rules.map((rule) => ({column: date, rule})) : []),
      ...answers.flatMap(({traces}) => traces),
    ],
  };
}

/** Long enough, now and then, for a text of SPSS in several parts. */
function commentText(pick: Pick): string {
  return pick(4) === 1 ? `${canary} «sa» "noe";\n${"om noe, ".repeat(pick(90))}.` : "";
}

/** A respondent's answers, each perhaps written in a way that is not the codebook’s; perhaps broken off. */
function answerCells(making: Making): FileCell[] {
  const {codebook, pick, writings, lacking} = making;
  const answers = makeAnswers(codebook, writings, pick);
  const questions = codebook.variables.filter(isAnswered);
  const end = pick(5) === 1 ? pick(questions.length) : questions.length;
  return questions
    .flatMap((question, at) => {
      const cells = fileCells(question, answers, making);
      return at < end ? cells.map((cell) => dirtyCell(cell, making)) : cells.map((cell) => saying(cell, "", ""));
    })
    .filter(({variable}) => !lacking.has(variable.name));
}

function dirtyCell(cell: FileCell, {codebook, format, pick}: Making): FileCell {
  const kind = pick(14);
  const dirtied =
    kind === 1
      ? oneOf(cellWays, pick).dirty(cell, pick, codebook)
      : kind === 2
        ? unasked(cell, codebook, pick)
        : kind === 3 && format.declaredMissing !== null && cell.variable.type !== "multiple"
          ? saying(cell, format.declaredMissing, "!noAnswer")
          : null;
  return dirtied && format.canHold(dirtied.text) ? dirtied : cell;
}

/** An answer to a question that was not asked, or that was left open. */
function unasked(cell: FileCell, {marks}: Codebook, pick: Pick): FileCell | null {
  if (cell.text !== "" || cell.variable.type === "count") return null;
  const own = ownTexts(cell.variable, {option: cell.option, marks});
  const codes = [...own.keys()].filter((code) => !code.startsWith("!"));
  const code = oneOf(codes, pick);
  const text = oneOf(own.get(code) ?? [], pick);
  if (cell.variable.type === "single" || cell.option !== null) return saying(cell, text, code);
  const says = new Map([...cell.says.keys()].map((column) => [column, column.endsWith(`.${code}`) ? "yes" : "no"]));
  return {...cell, text, says};
}
