import {rollup} from "d3";
import type {CleaningRecord, SetAside} from "../../src/lib/respondents/cleaning.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {RawTable} from "../files/rawTable.js";
import {InputError} from "../inputs/inputError.js";
import type {CleaningContext} from "./cleaningContext.js";
import {encode} from "./encode.js";
import {isStandIn, matchColumns} from "./matchColumns.js";
import {unansweredIn} from "./rules/duplicates.js";
import {rules, ruleTextsFor} from "./rules.js";

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
  for (const [index, rule] of rules.entries()) {
    progress(index, rules.length);
    rule(draft, context);
  }
  progress(rules.length, rules.length);
  const first = firstReasons(draft.setAside);
  const isKept = (row: number) => !first.has(draft.rowNumbers[row]);
  const kept = Int32Array.from(draft.rowNumbers.keys()).filter(isKept);
  if (kept.length === 0)
    throw new InputError("no row that can be used", {file: raw.file, value: tallied([...first.values()])});
  const unanswered = unansweredIn(draft, draft.given);
  return {
    respondents: {...encode(draft, kept, context.codebook), rank: isStandIn(raw) ? "standIn" : "estimated"},
    record: {
      file: {name: raw.file, format: raw.format, details: raw.details},
      rowsIn: raw.rows,
      rowsKept: kept.length,
      partial: kept.filter((row) => unanswered[row] > 0).length,
      columns,
      rules: ruleTextsFor(context.codebook),
      changes: draft.changes,
      setAside: [...first.values()].sort((a, b) => a.row - b.row),
    },
  };
}

/** A row is set aside once, for the first reason that was found. */
function firstReasons(setAside: readonly SetAside[]): Map<number, SetAside> {
  const first = new Map<number, SetAside>();
  for (const each of setAside) if (!first.has(each.row)) first.set(each.row, each);
  return first;
}

function tallied(setAside: readonly SetAside[]): Record<string, number> {
  return Object.fromEntries(
    rollup(
      setAside,
      (rows) => rows.length,
      ({reason}) => reason,
    ),
  );
}
