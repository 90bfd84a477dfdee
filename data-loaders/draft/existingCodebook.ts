import {fold} from "../../src/lib/language/fold.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {headersOf} from "../inputs/checks/checkCodebook.js";
import {parseCodebook} from "../inputs/readCodebook.js";
import {parseJson} from "../inputs/readTable.js";
import {type DraftEntry, isUntouched} from "./entries/draftEntry.js";

/** A codebook from an earlier run, with what a person did to it since. */
export interface ExistingCodebook {
  /** As it stands in the file. */
  json: Record<string, unknown> & {variables: DraftEntry[]};
  /** Whether a person changed what stands beside the questions: title, note, fieldwork, marks, missing. */
  isHeadKept: boolean;
  /** Questions that a person wrote, changed, or took the mark off. */
  kept: readonly DraftEntry[];
  /** What the header of a column is read as by a question that is kept: `uses_now`, `channels.blog`. */
  readByKept(texts: readonly string[]): string | null;
  /** Headers that were drafted before, and whose question a person has deleted. */
  deleted: ReadonlySet<string>;
}

/** What of a codebook is drafted beside the questions. */
export const headFields = ["id", "title", "note", "fieldwork", "marks", "missing"] as const;

/** @throws InputError when it is no codebook, naming the first defect */
export function readExisting(text: string, file: string): ExistingCodebook {
  const json = parseJson(text, file) as ExistingCodebook["json"];
  const codebook = parseCodebook(JSON.stringify({...json, variables: withoutDraftedUniverse(json.variables)}), file);
  const mark = json.drafted as {columns?: string[]; leftOut?: {header: string}[]} | undefined;
  const kept = json.variables.filter((entry) => !isUntouched(entry));
  const keptNames = new Set(kept.map(({name}) => name));
  const columnOf = columnsOf(codebook);
  const readBy = (texts: readonly string[]) => texts.map((each) => columnOf.get(fold(each))).find(Boolean) ?? null;
  const leftOut = new Set((mark?.leftOut ?? []).map(({header}) => header));
  return {
    json,
    isHeadKept: !isUntouched({...pick(json, headFields), drafted: json.drafted}),
    kept,
    readByKept: (texts) => {
      const column = readBy(texts);
      return column !== null && keptNames.has(column.split(".")[0]) ? column : null;
    },
    deleted: new Set((mark?.columns ?? []).filter((header) => !leftOut.has(header) && readBy([header]) === null)),
  };
}

/** Who was asked is drafted anew: it may not be right any more where a person has put questions in another order. */
function withoutDraftedUniverse(variables: unknown) {
  if (!Array.isArray(variables)) return variables;
  return variables.map((entry) => (isUntouched(entry) ? {...entry, universe: undefined} : entry));
}

function columnsOf({variables}: Codebook): Map<string, string> {
  return new Map(variables.flatMap(headersOf).map(([text, column]) => [fold(text), column]));
}

function pick(from: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => field in from).map((field) => [field, from[field]]));
}

/**
 * Questions in the order of the existing codebook, those drafted anew in their place; new ones after the one that comes
 * before them in the file.
 *
 * @param drafted kept and new questions in the order of the file
 */
export function inOrderOf(existing: readonly DraftEntry[], drafted: readonly DraftEntry[]): DraftEntry[] {
  const isKnown = new Set(existing.map(({name}) => name));
  const byName = new Map(drafted.map((entry) => [entry.name, entry]));
  const merged = existing.flatMap(({name}) => byName.get(name) ?? []);
  for (const [at, entry] of drafted.entries()) {
    if (isKnown.has(entry.name)) continue;
    merged.splice(at === 0 ? 0 : merged.indexOf(drafted[at - 1]) + 1, 0, entry);
  }
  return merged;
}
