import type {ChangeGroup} from "../../../src/lib/respondents/cleaning.js";
import type {DraftColumn} from "../draft.js";
import {recode} from "./recode.js";

export interface MapOptions {
  rowNumbers: Int32Array;
  /** The rule that changes, for the record. */
  rule: string;
  /** What may stand on record of a column: default both texts, before and after. */
  isPrivate?: boolean;
  /** True of a new text that only says the old one in codes, and is no change. */
  isSame?: (before: string, after: string) => boolean;
}

/** A column whose every distinct text is looked at once, and what changed in which rows. */
export function mapValues(
  column: DraftColumn,
  change: (value: string) => string,
  {rowNumbers, rule, isPrivate = false, isSame = () => false}: MapOptions,
): {column: DraftColumn; changes: ChangeGroup[]} {
  const after = column.values.map(change);
  if (after.every((value, code) => value === column.values[code])) return {column, changes: []};
  const isChanged = after.map((value, code) => value !== column.values[code] && !isSame(column.values[code], value));
  const rows = rowsByCode(column.codes, isChanged, rowNumbers);
  const changes = [...rows].map(([code, changed]) => ({
    rule,
    column: column.name,
    before: isPrivate ? null : column.values[code],
    after: isPrivate ? null : after[code],
    rows: changed,
  }));
  return {column: recode(column, after), changes: isPrivate ? joined(changes) : changes};
}

/** The rows of each of the wanted codes that occurs, in the order in which the codes first appear among the values. */
function rowsByCode(codes: Int32Array, isWanted: readonly boolean[], rowNumbers: Int32Array): Map<number, Int32Array> {
  const rows = new Map<number, Int32Array>();
  if (!isWanted.includes(true)) return rows;
  const counts = new Int32Array(isWanted.length);
  for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
  for (const [code, wanted] of isWanted.entries()) {
    if (wanted && counts[code] > 0) rows.set(code, new Int32Array(counts[code]));
  }
  if (rows.size === 0) return rows;
  counts.fill(0);
  for (let i = 0; i < codes.length; i++) {
    if (isWanted[codes[i]]) (rows.get(codes[i]) as Int32Array)[counts[codes[i]]++] = rowNumbers[i];
  }
  return rows;
}

/** Changes of which no text is kept, as one, in the order of the rows. */
function joined(changes: readonly ChangeGroup[]): ChangeGroup[] {
  if (changes.length < 2) return [...changes];
  const rows = new Int32Array(changes.reduce((sum, each) => sum + each.rows.length, 0));
  let at = 0;
  for (const each of changes) {
    rows.set(each.rows, at);
    at += each.rows.length;
  }
  return [{...changes[0], rows: rows.sort()}];
}
