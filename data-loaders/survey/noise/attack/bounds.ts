import {type Constraint, solve} from "yalps";
import {getOrMake} from "../../../../src/lib/memoize.js";
import {discreteGaussianChance} from "../discreteGaussian.js";
import {everybody, type Measured} from "../family.js";
import type {Attacked} from "./attacked.js";
import {candidatesOf, isSilence} from "./knowsOthers.js";

/** How closely linear programs bound the true counts. */
export interface Bounded {
  counts: number;
  /** Counts known to within fewer than four whole numbers in a row, or than the group has respondents if that is less. */
  narrow: number;
  /** How many programs were solved: for the other counts, answers that could be exchanged show that they have room. */
  programs: number;
}

/** Greatest less least value that a count has to be able to have, as suppression asks of a hidden one. */
const leastWidth = 3;

/** An adversary takes noise that has less than this chance to be impossible. */
const impossible = 1e-6;

/** All that the published numbers allow of one question: a cell is a place, all groups at once, with an answer. */
interface Polytope {
  cells: number;
  /** Respondents by place who answered, and of them those who gave each answer: `place * cells + cell`. */
  sizes: number[];
  truth: number[];
  /** Published counts: what they add up, and between which numbers the true sum is. */
  sums: {places: ReadonlySet<number>; cell: number; least: number; greatest: number}[];
}

/**
 * The bounds of every true count: of each answer in each group, and in each place where groups cross, such as a county's
 * municipalities of one size. The adversary knows who answered, and how large noise can be.
 *
 * @param reach greatest size of the noise; by default that beyond which it has a chance of one in a million
 */
export function boundsOfCounts(attack: Attacked, reach = reachOf(attack.noisy.variance)): Bounded {
  const found: Bounded = {counts: 0, narrow: 0, programs: 0};
  for (const measured of attack.noisy.family.measured) {
    if (isSilence(measured)) continue;
    const polytope = polytopeOf(attack, measured, reach);
    for (const target of targetsOf(polytope, attack, measured)) {
      const size = [...target.places].reduce((sum, place) => sum + polytope.sizes[place], 0);
      if (size === 0) continue;
      found.counts++;
      const wanted = Math.min(leastWidth, size);
      if (widthByExchange(polytope, target) >= wanted) continue;
      found.programs++;
      const width = widthByProgram(polytope, target);
      if (width !== null && width < wanted - 1e-6) found.narrow++;
    }
  }
  return found;
}

export function reachOf(variance: number): number {
  const chance = discreteGaussianChance(variance);
  let [reach, beyond] = [0, 1 - chance(0)];
  while (beyond > impossible) {
    reach++;
    beyond -= 2 * chance(reach);
  }
  return reach;
}

function polytopeOf(attack: Attacked, measured: Measured, reach: number): Polytope {
  const {family, places, truth, noise} = attack.noisy;
  const tables = family.tables.filter((table) => table.measured === measured);
  const placeOf = new Map<string, number>();
  const members: number[][] = [];
  for (let row = 0; row < family.respondents; row++) {
    if (!candidatesOf(attack, measured, row)) continue;
    const key = tables.map(({axis}) => axis.groupOf[row]).join(" ");
    const place = getOrMake(placeOf, key, () => members.push([]) - 1);
    members[place].push(row);
  }
  const cells = measured.noAnswer ?? 2; // of an option those that ticked it, and those that did not
  const cellOf = (row: number) => (measured.cellOf[row] < 0 ? 1 : measured.cellOf[row]);
  const counted = members.flatMap((rows) =>
    Array.from({length: cells}, (_, cell) => rows.filter((row) => cellOf(row) === cell).length),
  );
  const sums = tables.flatMap(({id, axis}, at) =>
    Array.from({length: axis.groups}, (_, group) => {
      const inGroup = new Set(
        [...placeOf].filter(([key]) => Number(key.split(" ")[at]) === group).map(([, place]) => place),
      );
      return Array.from({length: measured.noAnswer ?? 1}, (_, cell) => {
        const place = places.of(id, group, cell) ?? -1;
        const seen = place < 0 ? null : truth[place] + noise[place];
        return {
          places: inGroup,
          cell,
          least: seen === null ? 0 : seen - reach,
          greatest: seen === null ? 0 : seen + reach,
        };
      });
    }).flat(),
  );
  return {
    cells,
    sizes: members.map((rows) => rows.length),
    truth: counted,
    sums: sums.filter((sum) => sum.places.size > 0),
  };
}

interface Target {
  places: ReadonlySet<number>;
  cell: number;
}

/** Each answer in each group that is published, and in each place; of all together nothing is hidden. */
function targetsOf({sizes, cells, sums}: Polytope, {noisy}: Attacked, measured: Measured): Target[] {
  const whole = noisy.family.tables.some(({axis}) => axis.id === everybody) ? sizes.length : -1;
  const rows = sums.filter(({places}) => places.size < whole);
  const shown = measured.noAnswer === null ? [0] : Array.from({length: cells}, (_, cell) => cell);
  return [...rows, ...sizes.flatMap((_, place) => shown.map((cell) => ({places: new Set([place]), cell})))];
}

/** How far a count can move from its true value, up and down together, by changing single answers: no more than it can. */
function widthByExchange(polytope: Polytope, target: Target): number {
  return movable(polytope, target, "up") + movable(polytope, target, "down");
}

function movable({cells, truth, sums}: Polytope, {places, cell}: Target, way: "up" | "down"): number {
  const left = [...truth];
  const totals = sums.map((sum) =>
    [...sum.places].reduce((total, place) => total + truth[place * cells + sum.cell], 0),
  );
  let moved = 0;
  for (const place of places)
    for (let other = 0; other < cells; other++) {
      if (other === cell) continue;
      const [from, to] = way === "up" ? [other, cell] : [cell, other];
      const rooms = sums.map((sum, at) => {
        if (!sum.places.has(place)) return Number.POSITIVE_INFINITY;
        if (sum.cell === to) return sum.greatest - totals[at];
        return sum.cell === from ? totals[at] - sum.least : Number.POSITIVE_INFINITY;
      });
      const n = Math.max(0, Math.min(left[place * cells + from], ...rooms));
      left[place * cells + from] -= n;
      left[place * cells + to] += n;
      for (const [at, sum] of sums.entries())
        if (sum.places.has(place)) totals[at] += sum.cell === to ? n : sum.cell === from ? -n : 0;
      moved += n;
      if (moved >= leastWidth) return moved;
    }
  return moved;
}

/** Greatest less least value of a count under everything published; null when nothing fits, for some noise is larger than thought. */
function widthByProgram({cells, sizes, sums}: Polytope, target: Target): number | null {
  const constraints = new Map<string, Constraint>(sizes.map((size, place) => [`place ${place}`, {equal: size}]));
  for (const [at, {least, greatest}] of sums.entries()) constraints.set(`sum ${at}`, {min: least, max: greatest});
  const variables = sizes.flatMap((_, place) =>
    Array.from({length: cells}, (_, cell): [string, [string, number][]] => [
      `${place} ${cell}`,
      [
        [`place ${place}`, 1],
        ...sums.flatMap((sum, at): [string, number][] =>
          sum.cell === cell && sum.places.has(place) ? [[`sum ${at}`, 1]] : [],
        ),
        ["count", cell === target.cell && target.places.has(place) ? 1 : 0],
      ],
    ]),
  );
  const extreme = (direction: "minimize" | "maximize") =>
    solve({direction, objective: "count", constraints, variables}, {precision: 1e-9});
  const [least, greatest] = [extreme("minimize"), extreme("maximize")];
  return least.status === "optimal" && greatest.status === "optimal" ? greatest.result - least.result : null;
}
