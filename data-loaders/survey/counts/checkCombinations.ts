import {meets} from "../../../src/lib/respondents/condition.js";
import {reasons} from "../../../src/lib/respondents/respondents.js";
import {missingCodes} from "../../../src/lib/table/counts/tally.js";
import {InputError} from "../../inputs/inputError.js";
import {type CountsPlan, type PlannedColumn, setName} from "./countsPlan.js";
import type {Combinations} from "./readCombinations.js";
import type {CountedValues} from "./readValues.js";

/** What combinations are checked with, and what defects are said of. */
interface Checking {
  plan: CountsPlan;
  combinations: Combinations;
  values: Pick<CountedValues, "frequencies" | "accepted">;
  /** The folder of counts. */
  folder: string;
}

/**
 * Checks that a database's counts are of the same respondents: every set of columns has the same respondents by each fewer of
 * them, single columns what was counted by text, and nobody has answered what the codebook says was not asked.
 *
 * @throws InputError naming the columns and answers, and both counts
 */
export function checkCombinations(checking: Checking): void {
  const {plan} = checking;
  for (const set of plan.sets) {
    if (set.length > 1) for (const [at] of set.entries()) checkMargin(set, set.toSpliced(at, 1), checking);
    else checkValues(plan.columns.get(set[0]) as PlannedColumn, checking);
  }
  for (const column of plan.columns.values()) checkRouting(column, checking);
}

/** A set of columns that is not counted by itself is not checked: the numbers of one question, by another, are. */
function checkMargin(set: readonly string[], fewer: readonly string[], {plan, combinations, folder}: Checking): void {
  const alone = combinations.get(setName(fewer));
  if (!alone) return;
  const added = marginOf(set, fewer, {plan, combinations});
  for (const key of new Set([...alone.keys(), ...added.keys()])) {
    const [one, other] = [alone.get(key) ?? 0, added.get(key) ?? 0];
    if (one !== other)
      throw new InputError(
        `counts that disagree: ${one} respondents by ${setName(fewer)}, ${other} by ${setName(set)}`,
        {file: `${folder}/combinations`, column: setName(fewer), value: answersAt(key, fewer, plan)},
      );
  }
}

/** Respondents by fewer columns, from those by more. */
function marginOf(
  set: readonly string[],
  fewer: readonly string[],
  {plan, combinations}: Pick<Checking, "plan" | "combinations">,
): Map<number, number> {
  const found = new Map<number, number>();
  const columns = set.map((name) => plan.columns.get(name) as PlannedColumn);
  for (const [key, count] of combinations.get(setName(set)) ?? []) {
    const digits = digitsAt(key, columns);
    const left = fewer.reduce((sum, name) => sum * placesOf(plan, name) + digits[set.indexOf(name)], 0);
    found.set(left, (found.get(left) ?? 0) + count);
  }
  return found;
}

const placesOf = ({columns}: CountsPlan, name: string) => columns.get(name)?.places ?? 0;

/** The digits of a key, the first column's first. */
export function digitsAt(key: number, columns: readonly Pick<PlannedColumn, "places">[]): number[] {
  let left = key;
  return columns
    .toReversed()
    .map(({places}) => {
      const digit = left % places;
      left = Math.floor(left / places);
      return digit;
    })
    .reverse();
}

/** The digits of a key as codes, for whoever looks for them in the table. */
function answersAt(key: number, set: readonly string[], plan: CountsPlan): string[] {
  const columns = set.map((name) => plan.columns.get(name) as PlannedColumn);
  return digitsAt(key, columns).map((digit, at) => `${set[at]}: ${codeAt(columns[at], digit)}`);
}

const codeAt = ({categories, least, column: {missing}}: PlannedColumn, digit: number) =>
  digit < missingCodes ? missing[digit] : (categories?.[digit - missingCodes] ?? String(digit - missingCodes + least));

/** An answer has as many respondents as its texts; of a multiple response not more, since who left one option blank left all. */
function checkValues(planned: PlannedColumn, {combinations, values, folder}: Checking): void {
  const {name, column, categories, least} = planned;
  const digitOf = (text: string) => {
    const lack = column.missing.indexOf(text);
    if (lack >= 0 || values.accepted.some((each) => each.column === column.name && each.text === text))
      return Math.max(lack, 0);
    if (!categories) return missingCodes + Number(text) - least;
    const at =
      column.of.type === "count"
        ? categories.findLastIndex((from) => Number(from) <= Number(text))
        : categories.indexOf(text);
    return missingCodes + at;
  };
  const expected = new Map<number, number>();
  for (const [text, count] of values.frequencies.get(column.name) ?? [])
    expected.set(digitOf(text), (expected.get(digitOf(text)) ?? 0) + count);
  const found = combinations.get(name) ?? new Map<number, number>();
  for (const digit of new Set([...found.keys(), ...expected.keys()])) {
    const [one, other] = [found.get(digit) ?? 0, expected.get(digit) ?? 0];
    const isLess = column.option !== null && (digit < missingCodes || one <= other);
    if (one !== other && !isLess)
      throw new InputError(`counts that disagree: ${one} respondents in the combinations, ${other} in the values`, {
        ...{file: `${folder}/combinations`, column: name, value: codeAt(planned, digit)},
      });
  }
}

const outside = reasons.indexOf("notAsked");

/** Of each condition under which a question was asked, that nobody answered whose answer to it says that it was not. */
function checkRouting(planned: PlannedColumn, {plan, combinations, folder}: Checking): void {
  const {column, name, categories} = planned;
  if (!categories) return;
  for (const condition of column.of.universe) {
    const asking = plan.columns.get(condition.variable);
    if (!asking?.categories) continue; // of several options or unknown numbers no one column decides
    const set = [...plan.columns.keys()].filter((each) => each === name || each === asking.name);
    const columns = set.map((each) => plan.columns.get(each) as PlannedColumn);
    for (const [key, count] of combinations.get(setName(set)) ?? []) {
      const digits = digitsAt(key, columns);
      const [answer, led] = [name, asking.name].map((each) => digits[set.indexOf(each)]);
      const isAsked = led !== outside && (led < missingCodes || meets(codeAt(asking, led), condition));
      if (isAsked || answer === outside) continue;
      throw new InputError(
        `answers of respondents whom the question was not put to: ${count}; the clean table says not asked there`,
        {file: `${folder}/combinations`, column: name, value: answersAt(key, set, plan)},
      );
    }
  }
}
