import {fold} from "../../../src/lib/language/fold.js";
import type {
  Category,
  Codebook,
  Marks,
  MissingCode,
  MultipleVariable,
  SingleVariable,
  Variable,
} from "../../../src/lib/respondents/codebook.js";
import {isAnswered} from "../../../src/lib/respondents/codebook.js";
import {spellingsOf} from "../../inputs/checks/checkCodebook.js";
import {
  changedColumns,
  type Draft,
  type DraftColumn,
  isResponse,
  missingValue,
  noAnswerValue,
  optionColumn,
  optionValues,
} from "../draft.js";
import type {Rule} from "../rule.js";
import {mapValues} from "./mapValues.js";

export const spellings: Rule = {
  texts: [
    {
      id: "spelling",
      label: {nb: "Skrivemåter", en: "Spellings"},
      does: {
        nb: "Leser skrivemåter som kodeboken godtar. Svar skrevet nøyaktig som i kodeboken regnes ikke som endret.",
        en: "Reads spellings that the codebook accepts. Responses written exactly as in the codebook do not count as changed.",
      },
    },
    {
      id: "unknown",
      label: {nb: "Ukjente svar", en: "Unknown responses"},
      does: {
        nb: "Et svar som kodeboken ikke kjenner, gjør at spørsmålet blir ubesvart. Det som sto der, blir ikke publisert.",
        en: "A response that the codebook does not know becomes unanswered. What stood there is not published.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const readers = readersOf(codebook);
    const mapped = [...draft.columns.values()].flatMap((column) => {
      const reader = readers.get(column.name);
      return reader ? [readColumn(column, reader, draft)] : [];
    });
    return changedColumns(draft, mapped);
  },
};

/** Reads what stands for a missing response as the reason; null for any other text. */
export function missingReader({missing}: Variable): (text: string) => string | null {
  const meaningOf = new Map(
    missing.flatMap((each) =>
      spellingsOf(each).map(([text]): [string, string] => [fold(text), missingValue(each.reason)]),
    ),
  );
  return (text) => lookUp(text, meaningOf) ?? null;
}

/** What a text means; a number may have decimals of zero, as programs write a column of numbers with gaps. */
function lookUp(text: string, meaningOf: ReadonlyMap<string, string>): string | undefined {
  return meaningOf.get(fold(text)) ?? meaningOf.get(text.replace(/^([+-]?\d+)[.,]0{1,2}$/, "$1"));
}

/** The texts that are the codebook's own: code, labels, and the numbers that an export writes for them. */
export function ownTexts({code, label, spellings}: Category | MissingCode): string[] {
  return [code, label.nb, label.en, ...spellings.filter((text) => /^-?\d+$/.test(text))];
}

interface Reader {
  /** The value that a text stands for; null if it is unknown. */
  read(text: string): string | null;
  /** Texts that are the codebook's own: to read them is no change. */
  verbatim: ReadonlySet<string>;
}

function readColumn(column: DraftColumn, {read, verbatim}: Reader, {rowNumbers}: Draft) {
  const known = mapValues(column, (text) => read(text) ?? text, {
    rowNumbers,
    rule: "spelling",
    isSame: (text) => verbatim.has(text),
  });
  const isKnown = (text: string) => !isResponse(text) || read(text) !== null;
  const unknown = mapValues(known.column, (text) => (isKnown(text) ? text : noAnswerValue), {
    rowNumbers,
    rule: "unknown",
  });
  return {column: unknown.column, changes: [...known.changes, ...unknown.changes]};
}

/** What reads the texts of each column with answers to choose from, by column. */
export function readersOf({variables, marks}: Codebook): Map<string, Reader> {
  const readers = new Map<string, Reader>();
  for (const variable of variables.filter(isAnswered)) {
    if (variable.type === "single") readers.set(variable.name, singleReader(variable));
    if (variable.type !== "multiple") continue;
    for (const category of variable.categories)
      readers.set(optionColumn(variable.name, category.code), optionReader(category, variable, marks));
  }
  return readers;
}

function singleReader(variable: SingleVariable): Reader {
  return readerOf(variable.categories.flatMap(spellingsOf), variable, variable.categories.flatMap(ownTexts));
}

/** A mark for "not chosen" goes before an option's own number, as in columns of 0 and 1. */
function optionReader(category: Category, variable: MultipleVariable, {chosen, notChosen}: Marks): Reader {
  const ticked = [optionValues.chosen, ...spellingsOf(category).map(([text]) => text), ...chosen];
  const accepted = [
    ...ticked.map((text): [string, string] => [text, optionValues.chosen]),
    ...[optionValues.notChosen, ...notChosen].map((text): [string, string] => [text, optionValues.notChosen]),
  ];
  return readerOf(accepted, variable, [...ownTexts(category), ...Object.values(optionValues), ...chosen, ...notChosen]);
}

function readerOf(accepted: readonly [string, string][], variable: Variable, own: readonly string[]): Reader {
  const meaningOf = new Map(accepted.map(([text, value]) => [fold(text), value]));
  const missing = missingReader(variable);
  return {
    read: (text) => (isResponse(text) ? (lookUp(text, meaningOf) ?? missing(text)) : text),
    verbatim: new Set([...own, ...variable.missing.flatMap(ownTexts)]),
  };
}
