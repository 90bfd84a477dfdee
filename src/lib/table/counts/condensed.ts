import {memoize} from "../../memoize.js";
import {marginCells, type SampleDesign, sampleColumns} from "../../respondents/sample.js";
import {waveVariable} from "../../respondents/waves.js";
import type {Explorer} from "../explorer.js";
import {columnsOf, type ExploredCategory, type ExploredVariable} from "../variable.js";
import {type Filter, membershipOf} from "./countRespondents.js";
import {columnOf, type ExplorerTally, missingCodes, type TallyColumn} from "./tally.js";

/** Respondents who were drawn alike, whatever they weigh: of a stratum, a cluster and the same cells of all margins. */
interface DrawnGroups {
  size: number;
  /** By row. */
  groupOf: Int32Array;
}

const drawnGroups = memoize((tally: ExplorerTally) =>
  memoize(({populations, clusters, margins}: SampleDesign): DrawnGroups => {
    const wave = tally.columns.get(waveVariable);
    const parts = [
      ...(populations.length > 1 ? [columnOf(tally, sampleColumns.stratum).codes] : []),
      ...(clusters === null ? [] : [columnOf(tally, sampleColumns.cluster).codes]),
      ...margins.map((margin) => marginCells(margin, columnOf(tally, margin.column), wave)),
      ...(tally.weights ? [Int32Array.from(tally.weights.weight, (w) => Number(w === 0))] : []),
    ];
    let groups: DrawnGroups = {size: 1, groupOf: new Int32Array(tally.counts.length)};
    for (const part of parts) groups = divided(groups, part);
    return groups;
  }),
);

/** Groups of those that are in the same group and have the same number. */
function divided({groupOf: before}: DrawnGroups, numbers: Int32Array): DrawnGroups {
  const width = numbers.reduce((most, each) => Math.max(most, each), 0) + 1;
  const places = new Map<number, number>();
  const groupOf = new Int32Array(before.length);
  for (let row = 0; row < before.length; row++) groupOf[row] = placeOf(places, before[row] * width + numbers[row]);
  return {size: places.size, groupOf};
}

function placeOf(places: Map<number, number>, key: number): number {
  const found = places.get(key);
  if (found !== undefined) return found;
  places.set(key, places.size);
  return places.size - 1;
}

/** Of more respondents none are dealt anew for a test, so that it is enough to know sums of their weights. */
export const mostOneByOne = 20_000;

/** Tallies of a table, condensed where they are of a large sample; but where each respondent is followed. */
export function condensedFor(
  {sample, waves}: Pick<Explorer, "sample" | "waves">,
  tallies: readonly ExplorerTally[],
  {
    rows,
    columns,
    filters,
  }: {
    rows: readonly ExploredCategory[];
    columns: ExploredVariable | null;
    filters: readonly Filter[];
  },
): readonly ExplorerTally[] {
  if (!sample || waves?.panel) return tallies;
  const names = columnsOf({categories: [...rows, ...(columns?.categories ?? [])]});
  return tallies.map((tally) => condensed(tally, sample, {names, filters}));
}

/**
 * A tally of a sample with one row for all who were drawn alike and gave the same answers to what a table is about: their
 * number, the mean of their weights and its spread, which is all that a table is made of. Of those outside the filters there
 * is one row for all who were drawn alike. The tally itself where it is small, or would hardly be smaller.
 *
 * @param names of the columns that the table counts in, but for those that filters alone need
 */
export function condensed(
  tally: ExplorerTally,
  design: SampleDesign,
  {names, filters, most = mostOneByOne}: {names: readonly string[]; filters: readonly Filter[]; most?: number},
): ExplorerTally {
  if (tally.counts.length <= most) return tally;
  const {groupOf} = drawnGroups(tally)(design);
  const inside = membershipOf(tally, filters);
  const columns = [...new Set(names)].map((name) => columnOf(tally, name));
  const rowOf = alikeRows(groupOf, inside, columns);
  const first: number[] = [];
  for (let row = 0; row < rowOf.length; row++) if (rowOf[row] === first.length) first.push(row);
  return 2 * first.length > tally.counts.length ? tally : summed(tally, rowOf, {first, groupOf});
}

/** By row the row of the condensed tally, numbered as they first occur. */
function alikeRows(groupOf: Int32Array, inside: Uint8Array, columns: readonly TallyColumn[]): Int32Array {
  const keys = new Float64Array(groupOf.length);
  for (const {codes, categories} of columns) {
    const size = missingCodes + categories.length;
    for (let row = 0; row < keys.length; row++) keys[row] = keys[row] * size + codes[row] + missingCodes;
  }
  const answers = columns.reduce((product, {categories}) => product * (missingCodes + categories.length), 1);
  const places = new Map<number, number>();
  const rowOf = new Int32Array(groupOf.length);
  for (let row = 0; row < rowOf.length; row++)
    rowOf[row] = placeOf(places, groupOf[row] * (answers + 1) + (inside[row] ? keys[row] + 1 : 0));
  return rowOf;
}

function summed(
  tally: ExplorerTally,
  rowOf: Int32Array,
  {first, groupOf}: {first: readonly number[]; groupOf: Int32Array},
): ExplorerTally {
  const {counts, weights} = tally;
  const [n, w, squares, before] = Array.from({length: 4}, () => new Float64Array(first.length));
  for (let row = 0; row < rowOf.length; row++) {
    const [at, weight] = [rowOf[row], weights?.weight[row] ?? 1];
    n[at] += counts[row];
    w[at] += counts[row] * weight;
    squares[at] += counts[row] * weight * weight;
    before[at] += counts[row] * (weights?.designWeight?.[row] ?? weight);
  }
  const mean = w.map((sum, at) => sum / n[at]);
  const columns = [...tally.columns.values()].map((column) => ({
    ...column,
    codes: Int32Array.from(first, (row) => column.codes[row]),
  }));
  return {
    counts: n,
    columns: new Map(columns.map((column) => [column.name, column])),
    weights: {
      weight: mean,
      ...(weights?.designWeight && {designWeight: before.map((sum, at) => sum / n[at])}),
      drawnOf: Int32Array.from(first, (row) => groupOf[row]),
      spread: mean.map((m, at) => (m === 0 ? 0 : Math.max(0, squares[at] / n[at] / (m * m) - 1))),
    },
  };
}
