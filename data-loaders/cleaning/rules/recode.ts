import type {DraftColumn} from "../draft.js";
import {translate} from "./translate.js";

/**
 * A column with other texts in place of its own, each of them once.
 *
 * @param texts for each of the column's values the text that takes its place
 */
export function recode({name, codes, values}: DraftColumn, texts: readonly string[]): DraftColumn {
  const isNew = new Set(texts.filter((text, code) => text !== values[code]));
  const codeOf = new Map<string, number>();
  const distinct: string[] = [];
  const newCodes = Int32Array.from(texts, (text) => {
    if (!isNew.has(text)) return distinct.push(text) - 1;
    const code = codeOf.get(text) ?? distinct.push(text) - 1;
    codeOf.set(text, code);
    return code;
  });
  const isMerged = distinct.length < values.length;
  return {name, codes: isMerged ? translate(codes, newCodes) : codes, values: distinct};
}
