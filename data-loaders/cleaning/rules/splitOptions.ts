import {fold} from "../../../src/lib/language/fold.js";
import type {MultipleVariable} from "../../../src/lib/respondents/codebook.js";
import {noAnswer, type Value} from "../../../src/lib/respondents/respondents.js";
import {spellingsOf} from "../../inputs/checks/checkCodebook.js";
import type {CleaningContext} from "../cleaningContext.js";
import {type Draft, type DraftColumn, optionColumn, optionValues, recode} from "../draft.js";
import {missingReader, ownTexts} from "./spellings.js";

export function splitOptions(draft: Draft, {codebook}: CleaningContext): void {
  for (const variable of codebook.variables)
    if (variable.type === "multiple" && draft.columns.has(variable.name)) splitColumn(variable, draft);
}

function splitColumn(variable: MultipleVariable, draft: Draft): void {
  const own = new Set([...variable.missing, ...variable.categories].flatMap(ownTexts));
  draft.mapValues(variable.name, partsReader(variable), {
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

/** Reads codes, which it joins by ";", or the code of a reason. */
export function partsReader(variable: MultipleVariable): (text: string) => Value {
  const codeOf = new Map(variable.categories.flatMap(spellingsOf).map(([text, code]) => [fold(text), code]));
  const missing = missingReader(variable);
  return (text) => {
    const chosen = partsOf(text, (part) => codeOf.get(fold(part)));
    return missing(text) ?? chosen?.join(";") ?? noAnswer;
  };
}

/** What each part of a joined text is; null if one is unknown, or there is none. */
function partsOf(text: string, find: (part: string) => string | undefined): string[] | null {
  const parts = text.split(/[;|\n]/).filter((part) => part.trim() !== "");
  const found = parts.map((part) => piecesOf(part.split(","), find));
  return parts.length === 0 || found.includes(null) ? null : [...new Set(found.flatMap((each) => each ?? []))];
}

/** Commas also stand within labels: the longest run of pieces that is an option is taken first. */
function piecesOf(pieces: readonly string[], find: (part: string) => string | undefined): string[] | null {
  const found: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = pieces.length;
    while (end > at && find(pieces.slice(at, end).join(",")) === undefined) end--;
    if (end === at) return null;
    found.push(find(pieces.slice(at, end).join(",")) as string);
    at = end;
  }
  return found;
}
