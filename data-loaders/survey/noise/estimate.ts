import {answeredOf, everybody, type Family, silenceOf, type TrueTable, tableId} from "./family.js";

/** A sum of counts of the family: a known number, and counts by their place among all that are measured. */
export interface Expression {
  known: number;
  places: readonly number[];
}

export interface SignedExpression {
  known: number;
  plus: readonly number[];
  minus: readonly number[];
}

/** Where the counts of a family stand in one list of all that are measured; structural zeros are not among them. */
export interface Places {
  count: number;
  /** -1 of a structural zero, undefined of a table that is not in the family. */
  of(table: string, group: number, cell: number): number | undefined;
}

export function placesOf({tables}: Pick<Family, "tables">): Places {
  const starts = new Map<string, {at: Int32Array; cells: number}>();
  let count = 0;
  for (const {id, isZero, measured} of tables)
    starts.set(id, {at: Int32Array.from(isZero, (zero) => (zero ? -1 : count++)), cells: measured.cells});
  return {
    count,
    of(table, group, cell) {
      const found = starts.get(table);
      return found?.at[group * found.cells + cell];
    },
  };
}

/** Sums that are 0 whatever was answered: each table adds up to its margins, and those to how many were asked. */
export function constraintsOf(family: Family, places: Places): {known: number; terms: Map<number, number>}[] {
  return family.tables.flatMap((table) => [...rowSums(family, table, places), ...columnSums(table, places)]);
}

/** In each group the answers and the non-response add up to those that were asked. */
function rowSums(family: Family, table: TrueTable, places: Places) {
  const {measured, axis} = table;
  if (measured.noAnswer === null) return [];
  return Array.from({length: axis.groups}, (_, group) => {
    const asked = askedIn(family, measured.variable, {axis: axis.id, group, places});
    const own = Array.from({length: measured.cells}, (_, cell) => places.of(table.id, group, cell) ?? -1);
    return asked && equation(own, asked);
  }).filter((each) => each !== null && each.terms.size > 0) as ReturnType<typeof equation>[];
}

/** Of each answer the groups add up to all that gave it, where everybody who did is in a group. */
function columnSums({id, measured, axis}: TrueTable, places: Places) {
  if (axis.id === everybody) return [];
  return Array.from({length: measured.cells}, (_, cell) => cell)
    .filter((cell) => measured.cellOf.every((each, row) => each !== cell || axis.groupOf[row] >= 0))
    .map((cell) => {
      const groups = Array.from({length: axis.groups}, (_, group) => places.of(id, group, cell) ?? -1);
      const whole = places.of(tableId(measured.name, everybody), 0, cell) ?? -1;
      return equation(groups, {known: 0, places: [whole]});
    });
}

function equation(own: readonly number[], whole: Expression): {known: number; terms: Map<number, number>} {
  const terms = new Map<number, number>();
  for (const place of own) if (place >= 0) terms.set(place, (terms.get(place) ?? 0) + 1);
  for (const place of whole.places) if (place >= 0) terms.set(place, (terms.get(place) ?? 0) - 1);
  return {known: -whole.known, terms};
}

/**
 * How many of a group were asked a question, as a sum of counts of the family; null where no table of it tells.
 *
 * @param at.axis id of what the table is broken down by
 */
export function askedIn(
  {gates, axes, tables}: Family,
  variable: string,
  at: {axis: string; group: number; places: Places},
): Expression | null {
  const {axis: id, group, places} = at;
  const gate = gates.get(variable);
  const axis = axes.find((each) => each.id === id);
  if (gate === undefined || !axis) return null;
  const size: Expression = axis.sizes
    ? {known: axis.sizes[group], places: []}
    : {known: 0, places: [places.of(tableId(id, everybody), 0, group) ?? -1]};
  if (gate === null) return size;
  if (gate.measured.name === id) return gate.isOpen[group] ? size : {known: 0, places: []};
  const open = [...gate.isOpen.keys()].filter((cell) => gate.isOpen[cell]);
  const [straight, turned] = [tableId(gate.measured.name, id), tableId(id, gate.measured.name)];
  if (tables.some((table) => table.id === straight))
    return {known: 0, places: open.map((cell) => places.of(straight, group, cell) ?? -1)};
  if (tables.some((table) => table.id === turned))
    return {known: 0, places: open.map((cell) => places.of(turned, cell, group) ?? -1)};
  return null;
}

/** How many of a group answered a multiple response: counted, or those that were asked less those that did not; null if unknown. */
export function answeredIn(
  family: Family,
  variable: string,
  at: Parameters<typeof askedIn>[2],
): SignedExpression | null {
  const place = (name: string) => at.places.of(tableId(name, at.axis), at.group, 0);
  const answered = place(answeredOf(variable));
  if (answered !== undefined) return {known: 0, plus: [answered], minus: []};
  const asked = askedIn(family, variable, at);
  const silent = place(silenceOf(variable));
  return asked && silent !== undefined ? {known: asked.known, plus: asked.places, minus: [silent]} : null;
}

/**
 * The numbers nearest to some measured ones, by least squares, that meet every equation. Of noise that is independent and
 * equal in every number these are the best linear unbiased estimates: no sum of them is less certain than before.
 * Solved by conjugate gradients on the normal equations.
 *
 * @returns the estimates, in the order of the measured numbers
 */
export function nearestThatAddsUp(
  measured: readonly number[],
  equations: readonly {known: number; terms: ReadonlyMap<number, number>}[],
): number[] {
  const rows = equations.map(({terms}) => [...terms].filter(([, factor]) => factor !== 0));
  const product = (x: ArrayLike<number>) =>
    rows.map((row) => row.reduce((sum, [at, factor]) => sum + factor * x[at], 0));
  const spread = (multipliers: ArrayLike<number>) => {
    const out = new Float64Array(measured.length);
    for (const [r, row] of rows.entries()) for (const [at, factor] of row) out[at] += factor * multipliers[r];
    return out;
  };
  const residual = product(measured).map((sum, r) => sum + equations[r].known);
  const multipliers = new Float64Array(rows.length);
  let direction = [...residual];
  let left = dot(residual, residual);
  const enough = 1e-18 * Math.max(1, left);
  for (let step = 0; step < 20 * rows.length && left > enough; step++) {
    const image = product(spread(direction));
    const length = left / dot(direction, image);
    for (let r = 0; r < rows.length; r++) {
      multipliers[r] += length * direction[r];
      residual[r] -= length * image[r];
    }
    const next = dot(residual, residual);
    direction = residual.map((each, r) => each + (next / left) * direction[r]);
    left = next;
  }
  const correction = spread(multipliers);
  return measured.map((each, at) => each - correction[at]);
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};
