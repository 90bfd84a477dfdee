import {codeOfReason, type ResponseColumn} from "./respondents.js";

/** What a response is compared with. `atLeast` is for counts: its code is the least number. */
export interface Comparison {
  operator: "is" | "isNot" | "atLeast";
  code: string;
}

/**
 * True of a response for which any of the comparisons holds. Of a multiple response they name options: `is` holds if the
 * option was chosen, `isNot` if it was not.
 */
export interface Condition {
  variable: string;
  comparisons: readonly Comparison[];
}

/** A condition as files write it: a code, `!code` for any other response, `2+` for a count of two or more. */
export interface WrittenCondition {
  variable: string;
  codes: readonly string[];
}

export function parseCondition({variable, codes}: WrittenCondition): Condition {
  return {variable, comparisons: codes.map(parseComparison)};
}

function parseComparison(written: string): Comparison {
  if (written.startsWith("!")) return {operator: "isNot", code: written.slice(1)};
  return written.endsWith("+") ? {operator: "atLeast", code: written.slice(0, -1)} : {operator: "is", code: written};
}

export function serializeCondition({variable, comparisons}: Condition): WrittenCondition {
  return {variable, codes: comparisons.map(serializeComparison)};
}

function serializeComparison({operator, code}: Comparison): string {
  if (operator === "is") return code;
  return operator === "isNot" ? `!${code}` : `${code}+`;
}

/** True of a response that meets a condition on its variable. A net of counts, `3+`, meets what its least number meets. */
export function meets(response: string, {comparisons}: Pick<Condition, "comparisons">): boolean {
  return comparisons.some(({operator, code}) =>
    operator === "atLeast"
      ? Number.parseInt(response, 10) >= Number(code)
      : (response === code) === (operator === "is"),
  );
}

/** The part of a `ResponseColumn` that conditions look at. */
export type ConditionColumn = Pick<ResponseColumn, "option" | "categories"> & {codes: ArrayLike<number>};

/** The column of a variable, or of a multiple response that of the option with this code; undefined if there is none. */
export type FindColumn = (variable: string, code: string) => ConditionColumn | undefined;

/** Whether something holds of a row; undefined if no one can tell for want of a response. */
export type RowTest = (row: number) => boolean | undefined;

/** Tells of a row whether all conditions hold. No conditions hold of every row; none holds of a question not asked. */
export function allHold(conditions: readonly Condition[], find: FindColumn): RowTest {
  return combine(
    conditions.map((each) => holds(each, find)),
    false,
  );
}

/** Tells of a row whether any of the conditions holds. */
export function anyHolds(conditions: readonly Condition[], find: FindColumn): RowTest {
  return combine(
    conditions.map((each) => holds(each, find)),
    true,
  );
}

function holds({variable, comparisons}: Condition, find: FindColumn): RowTest {
  return combine(
    comparisons.map((each) => compare(find(variable, each.code), each)),
    true,
  );
}

const notAsked = codeOfReason("notAsked");

function compare(column: ConditionColumn | undefined, comparison: Comparison): RowTest {
  if (!column) return () => undefined;
  const {codes, categories, option} = column;
  const ofColumn = option === null ? comparison : {...comparison, code: "yes"};
  const isMet = categories.map((response) => meets(response, {comparisons: [ofColumn]}));
  return (row) => (codes[row] >= 0 ? isMet[codes[row]] : codes[row] === notAsked ? false : undefined);
}

/** Three-valued logic: OR, which true decides, or AND, which false decides. */
function combine(tests: readonly RowTest[], decisive: boolean): RowTest {
  return (row) => {
    let combined: boolean | undefined = !decisive;
    for (const test of tests) {
      const result = test(row);
      if (result === decisive) return decisive;
      if (result === undefined) combined = undefined;
    }
    return combined;
  };
}
