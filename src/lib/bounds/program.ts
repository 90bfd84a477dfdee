import type {Constraint} from "yalps";
import {memoize} from "../memoize.js";
import {type Atom, atoms, indicator} from "./atoms.js";
import type {BoundsModel, Solve, StatedShare} from "./model.js";

/** One linear condition on the shares of the atoms: their weighted sum, and what it is compared with. */
export interface Row {
  coefficients: readonly number[];
  sense: "==" | ">=" | "<=";
  bound: number;
}

/** Least and greatest value of something, or why it has none. */
export type Extremes = {status: "range"; low: number; high: number} | {status: "contradiction"} | {status: "nobody"};

/** Conditions, and what solves for them. */
export interface System {
  rows: readonly Row[];
  solve: Solve;
}

/** A model as a linear program: its atoms, and the conditions on their shares. Build once, ask often. */
export interface Program extends System {
  atoms: readonly Atom[];
}

/** The conditions: shares add up to one, and each stated share lies within its rounding. */
export const program = memoize((model: BoundsModel): Program => {
  const all = atoms(model);
  const stated = model.stated.flatMap((share) => shareRows(share, all));
  return {atoms: all, rows: [sumRow(all), ...stated], solve: model.solve};
});

/** Shares of all atoms add up to one. */
function sumRow(over: readonly Atom[]): Row {
  return {coefficients: over.map(() => 1), sense: "==", bound: 1};
}

/** low × P(given) ≤ P(event and given) ≤ high × P(given): a share of a share is linear in the atoms. */
function shareRows({event, given, low, high}: StatedShare, over: readonly Atom[]): Row[] {
  const whole = indicator(given, over);
  const part = indicator([...event, ...given], over);
  const row = (share: number, sense: Row["sense"]): Row => ({
    coefficients: part.map((each, index) => each - share * whole[index]),
    sense,
    bound: 0,
  });
  return low === high ? [row(low, "==")] : [row(low, ">="), row(high, "<=")];
}

/**
 * Least and greatest share of `whole` that `part` can be, over all distributions that meet every row.
 * A share of a group is a ratio; scaled so that the group is one, the program is linear again.
 * Source: Charnes and Cooper (1962), Programming with linear fractional functionals.
 *
 * @param part 1 for each atom that is counted, else 0
 * @param whole 1 for each atom of the group that it is a share of
 * @returns contradiction when nothing meets the rows; nobody when the group is empty in all that does
 */
export function extremes({rows, solve}: System, part: readonly number[], whole: readonly number[]): Extremes {
  const constraints = scaledConstraints(rows);
  const variables = scaledVariables(rows, part, whole);
  const solveFor = (direction: "minimize" | "maximize") =>
    solve({direction, objective: "share", constraints, variables}, {precision: 1e-10});
  const least = solveFor("minimize");
  if (least.status !== "optimal")
    return whole.every(Boolean) ? {status: "contradiction"} : whyNone({rows, solve}, whole);
  return {status: "range", low: tidy(least.result), high: tidy(solveFor("maximize").result)};
}

/** No distribution at all, or none in which somebody is in the group. */
function whyNone(system: System, whole: readonly number[]): Extremes {
  const everyone = whole.map(() => 1);
  return extremes(system, everyone, everyone).status === "contradiction"
    ? {status: "contradiction"}
    : {status: "nobody"};
}

const withoutConstant = {"==": {equal: 0}, ">=": {min: 0}, "<=": {max: 0}};

/** Each row without its constant, which moves to the scale; and the group, which is one. */
function scaledConstraints(rows: readonly Row[]): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>([["group", {equal: 1}]]);
  for (const [index, {sense}] of rows.entries()) constraints.set(`row ${index}`, withoutConstant[sense]);
  return constraints;
}

/** One variable for each atom, and one for the scale. */
function scaledVariables(rows: readonly Row[], part: readonly number[], whole: readonly number[]) {
  const inRows = (entryOf: (row: Row) => number) =>
    rows.map((row, index) => [`row ${index}`, entryOf(row)] as const).filter(([, value]) => value !== 0);
  const shares = part.map((counted, atom) => [
    `atom ${atom}`,
    [...inRows(({coefficients}) => coefficients[atom]), ["share", counted * whole[atom]], ["group", whole[atom]]],
  ]);
  return [...shares, ["scale", inRows(({bound}) => -bound)]] as [string, [string, number][]][];
}

/** A share without the last digits, which are the solver's own: -1e-17 is none. */
const tidy = (share: number) => Math.min(1, Math.max(0, Math.round(share * 1e10) / 1e10));
