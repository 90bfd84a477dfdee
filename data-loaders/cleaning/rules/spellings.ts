import {fold} from "../../../src/lib/language/fold.js";
import {snakeCase} from "../../../src/lib/language/snakeCase.js";
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
import {codeOfReason, noAnswer, type Value} from "../../../src/lib/respondents/respondents.js";
import {spellingsOf} from "../../inputs/checks/checkCodebook.js";
import type {CleaningContext} from "../cleaningContext.js";
import {type Draft, optionColumn, optionValues} from "../draft.js";

export function spellings(draft: Draft, {codebook}: CleaningContext): void {
  const readers = readersOf(codebook);
  const ownWords = new Map(codebook.variables.flatMap(ownWordsColumn));
  for (const name of [...draft.columns.keys()]) {
    const reader = readers.get(name);
    if (!reader) continue;
    draft.mapValues(name, (text) => reader.read(text) ?? text, {rule: "spelling", isSame: reader.isOwn});
    const own = ownWords.get(name) ?? noAnswer;
    draft.mapValues(name, (text) => (reader.read(text) === null ? own : text), {
      rule: own === noAnswer ? "unknown" : "ownWords",
    });
  }
}

/** Reads what stands for a missing response as the code of the reason; null for any other text. */
export function missingReader({missing}: Variable): (text: string) => number | null {
  const meaningOf = new Map(
    missing.flatMap((each) =>
      spellingsOf(each).map(([text]): [string, number] => [fold(text), codeOfReason(each.reason)]),
    ),
  );
  return (text) => lookUp(text, meaningOf) ?? null;
}

/** What a text means; a number may have decimals of zero, as programs write a column of numbers with gaps. */
function lookUp<T>(text: string, meaningOf: ReadonlyMap<string, T>): T | undefined {
  return meaningOf.get(fold(text)) ?? meaningOf.get(text.replace(/^([+-]?\d+)[.,]0{1,2}$/, "$1"));
}

/** The code of the answer that stands for what is none of the others; null if there is none. */
export function ownWordsOf({categories}: SingleVariable | MultipleVariable): string | null {
  return categories.find((each) => each.ownWords)?.code ?? null;
}

/** The column in which own words count as an answer, and as which: of several options the one that stands for them, as chosen. */
function ownWordsColumn(variable: Variable): [column: string, value: string][] {
  if (variable.type !== "single" && variable.type !== "multiple") return [];
  const {name} = variable;
  const code = ownWordsOf(variable);
  if (code === null) return [];
  return [variable.type === "single" ? [name, code] : [optionColumn(name, code), optionValues.chosen]];
}

/** The texts that are the codebook's own: code, labels, and the numbers that an export writes for them. */
export function ownTexts({code, label, spellings}: Category | MissingCode): string[] {
  return [code, ...Object.values(label), ...spellings.filter((text) => /^-?\d+$/.test(text))];
}

interface Reader {
  /** The value that a text stands for; null if it is unknown. */
  read(text: string): Value | null;
  /** True of texts that are the codebook's own: to read them is no change. */
  isOwn(text: string): boolean;
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

/**
 * Of an answer whose label was reworded, a text is also known by the code that was made of it, as in a draft: nobody need say how
 * files write it. Where the label still makes the code, a text that makes it too says something else.
 */
function singleReader(variable: SingleVariable): Reader {
  const {categories} = variable;
  const codes = new Set(categories.map(({code}) => code));
  const {read, isOwn} = readerOf(categories.flatMap(spellingsOf), variable, categories.flatMap(ownTexts));
  const isOfItsLabel = ({code, label}: Category) => Object.values(label).some((text) => snakeCase(text) === code);
  const reworded = new Set(categories.filter((each) => !isOfItsLabel(each)).map(({code}) => code));
  const codeOf = (text: string, among = codes) => (among.has(snakeCase(text)) ? snakeCase(text) : null);
  const readAny = (text: string) => read(text) ?? codeOf(text, reworded);
  return {
    read: readAny,
    isOwn: (text) => isOwn(text) || readAny(text) === codeOf(text),
  };
}

/** A mark for "not chosen" goes before an option's own number, as in columns of 0 and 1. */
function optionReader(category: Category, variable: MultipleVariable, {chosen, notChosen}: Marks): Reader {
  const ticked = [optionValues.chosen, ...spellingsOf(category).map(([text]) => text), ...chosen];
  const accepted = [
    ...ticked.map((text): [string, string] => [text, optionValues.chosen]),
    ...[optionValues.notChosen, ...notChosen].map((text): [string, string] => [text, optionValues.notChosen]),
  ];
  const {read, isOwn} = readerOf(accepted, variable, ownTexts(category));
  const marks = new Set([...Object.values(optionValues), ...chosen, ...notChosen].map(capitalless));
  return {read, isOwn: (text) => isOwn(text) || marks.has(capitalless(text))};
}

/** Programs write marks with capitals or without. */
const capitalless = (text: string) => text.toLowerCase();

function readerOf(accepted: readonly [string, string][], variable: Variable, own: readonly string[]): Reader {
  const meaningOf = new Map(accepted.map(([text, value]) => [fold(text), value]));
  const missing = missingReader(variable);
  const verbatim = new Set([...own, ...variable.missing.flatMap(ownTexts)]);
  return {
    read: (text) => lookUp(text, meaningOf) ?? missing(text),
    isOwn: (text) => verbatim.has(text),
  };
}
