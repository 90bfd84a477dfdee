import {getOrMake, memoize} from "../../memoize.js";
import {marginCells, type SampleDesign, sampleColumns} from "../../respondents/sample.js";
import {waveVariable} from "../../respondents/waves.js";
import type {UnitCells} from "../../respondents/weighting.js";
import {classColumn, regionColumn} from "../variable.js";
import {columnOf, type ExplorerTally} from "./tally.js";

/** Groups of respondents that weigh the same in every table. */
export interface Cells {
  /** How many there are. */
  size: number;
  /** The cell of each row of a tally. */
  cellOf: Int32Array;
}

/** The cells of the register, by class and region, found once for a tally. */
export const registerCells = memoize((tally: ExplorerTally) =>
  memoize(({classes, regions}: UnitCells): Cells => {
    const placesIn = (name: string, named: readonly {code: string}[]) => {
      const {codes, categories} = columnOf(tally, name);
      const placeOf = categories.map((code) => named.findIndex((each) => each.code === code));
      return codes.map((code) => placeOf[code]);
    };
    const classOf = placesIn(classColumn, classes);
    const regionOf = regions.length > 1 ? placesIn(regionColumn, regions) : null;
    return {
      size: classes.length * regions.length,
      cellOf: classOf.map((h, row) => h * regions.length + (regionOf ? regionOf[row] : 0)),
    };
  }),
);

/** Respondents of a sample who were drawn alike and weigh the same: arrays are by cell. */
export interface SampleCells extends Cells {
  design: SampleDesign;
  respondents: Float64Array;
  weight: Float64Array;
  /** Before weights were calibrated. */
  designWeight: Float64Array;
  /** Where weights differ within cells, as `Design.spread`. */
  spread?: Float64Array;
  /** As in `SampleWeights`. */
  drawnOf?: Int32Array;
  stratumOf: Int32Array;
  /** Null where respondents were drawn one by one. */
  clusterOf: Int32Array | null;
  /** Of each margin the cell. */
  marginOf: readonly Int32Array[];
}

/** The cells of a sample, found once for a tally of its respondents. */
export const sampleCells = memoize((tally: ExplorerTally) =>
  memoize((design: SampleDesign): SampleCells => {
    const rows = tally.counts.length;
    const alike = (value: number) => ({length: rows, at: () => value});
    const named = (name: string, isThere: boolean) => (isThere ? columnOf(tally, name).codes : alike(0));
    const {weight = alike(1), designWeight = weight, spread, drawnOf} = tally.weights ?? {};
    const stratum = named(sampleColumns.stratum, design.populations.length > 1);
    const cluster = named(sampleColumns.cluster, design.clusters !== null);
    const margins = design.margins.map((margin) =>
      marginCells(margin, columnOf(tally, margin.column), tally.columns.get(waveVariable)),
    );
    const places = new Map<string, number>();
    const first: number[] = [];
    const cellOf = Int32Array.from({length: rows}, (_, row) => {
      if (spread) return first.push(row) - 1; // each row is what was drawn alike and answered alike
      const alike = [stratum, cluster, weight, ...margins].map((column) => column.at(row)).join(" ");
      return getOrMake(places, alike, () => first.push(row) - 1);
    });
    const respondents = new Float64Array(first.length);
    for (const [row, cell] of cellOf.entries()) respondents[cell] += tally.counts[row];
    const byCell = (column: {at(row: number): number | undefined}) =>
      Int32Array.from(first, (row) => column.at(row) ?? 0);
    return {
      design,
      size: first.length,
      cellOf,
      respondents,
      weight: Float64Array.from(first, (row) => weight.at(row) ?? 0),
      designWeight: Float64Array.from(first, (row) => designWeight.at(row) ?? 0),
      ...(spread && {spread}),
      ...(drawnOf && {drawnOf}),
      stratumOf: byCell(stratum),
      clusterOf: design.clusters === null ? null : byCell(cluster),
      marginOf: margins.map(byCell),
    };
  }),
);
