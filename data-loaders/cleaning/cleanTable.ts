import type {ChangeGroup, CleaningRecord, SetAside} from "../../src/lib/respondents/cleaning.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {RawTable} from "../files/rawTable.js";
import {InputError} from "../inputs/inputError.js";
import type {Cleaned, Draft} from "./draft.js";
import {encode} from "./encode.js";
import {isStandIn, matchColumns} from "./matchColumns.js";
import type {CleaningContext} from "./rule.js";
import {unansweredIn} from "./rules/duplicates.js";
import {rules} from "./rules.js";

/** Clean respondents, and all that was done to make them so. */
export interface CleanFile {
  respondents: Respondents;
  record: CleaningRecord;
}

export interface CleanOptions {
  /** Told before each rule: how many are done, of how many. */
  progress?: (done: number, total: number) => void;
}

/**
 * A respondents' file from its texts to clean codes. Every row is either kept or set aside with its reason, and every
 * change is on record.
 *
 * @throws InputError when the file's columns are not those of the codebook, or no row is left
 */
export function cleanTable(
  raw: RawTable,
  context: CleaningContext,
  {progress = () => {}}: CleanOptions = {},
): CleanFile {
  const {draft, columns} = matchColumns(raw, context.codebook);
  const {draft: clean, changes, setAside} = applyRules(draft, context, progress);
  const first = firstReasons(setAside);
  const isKept = Uint8Array.from(clean.rowNumbers, (row) => Number(!first.has(row)));
  if (!isKept.includes(1))
    throw new InputError("no row that can be used", {file: raw.file, value: tallied([...first.values()])});
  const unanswered = unansweredIn(clean, clean.given);
  return {
    respondents: {...encode(clean, isKept, context.codebook), rank: isStandIn(raw) ? "standIn" : "estimated"},
    record: {
      file: {name: raw.file, format: raw.format, details: raw.details},
      rowsIn: raw.rows,
      rowsKept: raw.rows - first.size,
      partial: unanswered.filter((count, row) => count > 0 && isKept[row] === 1).length,
      columns,
      rules: rules.flatMap(({texts}) => texts),
      changes,
      setAside: [...first.values()].sort((a, b) => a.row - b.row),
    },
  };
}

function applyRules(draft: Draft, context: CleaningContext, progress: (done: number, total: number) => void): Cleaned {
  const changes: ChangeGroup[] = [];
  const setAside: SetAside[] = [];
  let current = draft;
  for (const [index, rule] of rules.entries()) {
    progress(index, rules.length);
    const cleaned = rule.apply(current, context);
    current = cleaned.draft;
    for (const change of cleaned.changes) changes.push(change);
    for (const row of cleaned.setAside) setAside.push(row);
  }
  progress(rules.length, rules.length);
  return {draft: current, changes, setAside};
}

/** A row is set aside once, for the first reason that was found. */
function firstReasons(setAside: readonly SetAside[]): Map<number, SetAside> {
  const first = new Map<number, SetAside>();
  for (const each of setAside) if (!first.has(each.row)) first.set(each.row, each);
  return first;
}

function tallied(setAside: readonly SetAside[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const {reason} of setAside) times[reason] = (times[reason] ?? 0) + 1;
  return times;
}
