import {fold} from "../../../src/lib/language/fold.js";
import type {MultipleVariable} from "../../../src/lib/respondents/codebook.js";
import {noAnswer, type Value} from "../../../src/lib/respondents/respondents.js";
import {spellingsOf} from "../../inputs/checks/checkCodebook.js";
import type {CleaningContext} from "../cleaningContext.js";
import {type Draft, type DraftColumn, optionColumn, optionValues, recode} from "../draft.js";
import {missingReader, ownTexts, ownWordsOf} from "./spellings.js";

export function splitOptions(draft: Draft, {codebook}: CleaningContext): void {
  for (const variable of codebook.variables)
    if (variable.type === "multiple" && draft.columns.has(variable.name)) splitColumn(variable, draft);
}

function splitColumn(variable: MultipleVariable, draft: Draft): void {
  const own = new Set([...variable.missing, ...variable.categories].flatMap(ownTexts));
  draft.mapValues(variable.name, joinedReader(variable), {
    rule: "joined",
    isSame: (before) =>
      own.has(before) || partsOf(before, (part) => (own.has(part.trim()) ? part : undefined)) !== null,
  });
  const joined = draft.columns.get(variable.name) as DraftColumn;
  const chosen = joined.values.map((text) => (text === "" ? null : text.split(";")));
  for (const {code} of variable.categories) {
    const says = chosen.map((codes) => (codes ? optionValues[codes.includes(code) ? "chosen" : "notChosen"] : ""));
    draft.put(recode({...joined, name: optionColumn(variable.name, code)}, says));
  }
  draft.columns.delete(variable.name);
}

/** Reads codes, which it joins by ";", or the code of a reason. An unknown part is the option for own words, if there is one. */
function joinedReader(variable: MultipleVariable): (text: string) => Value {
  const own = ownWordsOf(variable);
  if (own === null) return partsReader(variable);
  const codeOf = codesOf(variable);
  const missing = missingReader(variable);
  const chosenIn = (text: string) => [...new Set(allParts(text, codeOf).map((part) => codeOf(part) ?? own))];
  return (text) => missing(text) ?? (chosenIn(text).join(";") || noAnswer);
}

/** Reads codes, which it joins by ";", or the code of a reason. */
export function partsReader(variable: MultipleVariable): (text: string) => Value {
  const codeOf = codesOf(variable);
  const missing = missingReader(variable);
  return (text) => missing(text) ?? partsOf(text, codeOf)?.join(";") ?? noAnswer;
}

/** Parts of a joined text that are no option. */
export function unknownPartsReader(variable: MultipleVariable): (text: string) => string[] {
  const codeOf = codesOf(variable);
  return (text) => allParts(text, codeOf).filter((part) => codeOf(part) === undefined);
}

function codesOf({categories}: MultipleVariable): (part: string) => string | undefined {
  const codeOf = new Map(categories.flatMap(spellingsOf).map(([text, code]) => [fold(text), code]));
  return (part) => codeOf.get(fold(part));
}

const delimiters = /[;|\n]/;

/** Parts of a joined text as they stand. */
function allParts(text: string, find: (part: string) => string | undefined): string[] {
  const parts = text.split(delimiters).flatMap((part) => longestRuns(part.split(","), find));
  return parts.map(({piece}) => piece.trim()).filter(Boolean);
}

/** What each part of a joined text is; null if one is unknown, or there is none. */
function partsOf(text: string, find: (part: string) => string | undefined): string[] | null {
  const parts = text.split(delimiters).filter((part) => part.trim() !== "");
  const found = parts.map((part) => piecesOf(part.split(","), find));
  return parts.length === 0 || found.includes(null) ? null : [...new Set(found.flatMap((each) => each ?? []))];
}

function piecesOf(pieces: readonly string[], find: (part: string) => string | undefined): string[] | null {
  const found = longestRuns(pieces, find).map(({code}) => code);
  return found.includes(undefined) ? null : (found as string[]);
}

interface Run {
  piece: string;
  /** Undefined of pieces that are no option; those that follow one another are one. */
  code: string | undefined;
}

/** Commas also stand within labels: the longest run of pieces that is an option is taken first. */
function longestRuns(pieces: readonly string[], find: (part: string) => string | undefined): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = pieces.length;
    while (end > at && find(pieces.slice(at, end).join(",")) === undefined) end--;
    const isKnown = end > at;
    const piece = isKnown ? pieces.slice(at, end).join(",") : pieces[at];
    const last = runs.at(-1);
    if (!isKnown && last && last.code === undefined) last.piece += `,${piece}`;
    else runs.push({piece, code: isKnown ? find(piece) : undefined});
    at = Math.max(end, at + 1);
  }
  return runs;
}
