import {
  type CellWeighting,
  type UnitCells,
  weighCells,
  weighEqually,
  weightsOfGroup,
} from "../respondents/weighting.js";
import {marginResiduals} from "../statistics/calibration/residuals.js";
import {noAnswer, type Responses} from "../statistics/column.js";
import {buildDesign, type Design, designOfWeights} from "../statistics/design.js";
import type {SampleCells} from "./counts/cells.js";
import type {PanelCells} from "./counts/panelCells.js";
import {classColumn, type ExploredCategory, regionColumn} from "./variable.js";

/** How a table’s respondents are weighted: anew for those that answered what it is about. */
export interface TableWeights extends CellWeighting {
  units: UnitCells;
  /** By cell those that are weighted. */
  respondents: Float64Array;
  /** Of a sample with a design of its own, which then says all: its cells, with the weights of the table. */
  sample?: SampleCells;
  /** Where answers of several waves are taken together: the cells, of which `respondents` are by. */
  panel?: PanelCells;
}

/** The weights of a table; without weights all units are one class. Null when nobody is left. */
export function tableWeights(
  units: UnitCells,
  respondents: Float64Array,
  {isWeighted}: {isWeighted: boolean},
): TableWeights | null {
  if (respondents.every((n) => n === 0)) return null;
  const weigh = isWeighted ? weighCells : weighEqually;
  return {units, respondents, ...weigh(units, respondents)};
}

/** No units: nothing that a register knows. */
const noUnits: UnitCells = {classes: [], regions: [], populations: null};

/**
 * The weights of a sample: those that its owner gives, the same in every table; without weights each respondent counts the
 * same. Null when nobody is left.
 *
 * @param answered by cell those that are not asked in vain
 */
export function sampleWeights(
  cells: SampleCells,
  answered: Float64Array,
  {isWeighted}: {isWeighted: boolean},
): TableWeights | null {
  if (answered.every((n) => n === 0)) return null;
  const {design, respondents} = cells;
  const equal = {weight: new Float64Array(cells.size).fill(1), design: {...design, margins: []}, marginOf: []};
  const sample = isWeighted ? cells : {...cells, ...equal};
  const none = {classes: [], classOf: [], regions: [], regionOf: [], nonrespondents: new Float64Array(0)};
  return {...none, units: noUnits, respondents, sample};
}

/** What units of a group have in common: each list names categories of the register of which a unit is in one. */
export type Conditions = readonly (readonly ExploredCategory[])[];

/** True of a category that the register gives every unit, whether it answered or not. */
export const isOfRegister = ({column}: ExploredCategory) => column === classColumn || column === regionColumn;

/** Tells the cells of a group from the others; a list without categories leaves none. */
export function cellsWith({classes, regions}: UnitCells, conditions: Conditions): (cell: number) => boolean {
  const isIn = (column: string, code: string) =>
    conditions.every((categories) => {
      const named = categories.filter((category) => category.column === column);
      return (named.length === 0 && categories.length > 0) || named.some(({of}) => of.includes(code));
    });
  const inClass = classes.map(({code}) => isIn(classColumn, code));
  const inRegion = regions.map(({code}) => isIn(regionColumn, code));
  return (cell) => inClass[Math.floor(cell / regions.length)] && inRegion[cell % regions.length];
}

/** Units of a group, whether they answered or not; null if unknown. */
export function populationWith(units: UnitCells, conditions: Conditions): number | null {
  const isInside = cellsWith(units, conditions);
  return units.populations?.reduce((sum, n, cell) => (isInside(cell) ? sum + n : sum), 0) ?? null;
}

/** By cell the weight of its respondents in a group; see `weightsOfGroup`. */
export function groupWeights(weights: TableWeights, conditions: Conditions): Float64Array {
  if (weights.sample) return weights.sample.weight;
  return weightsOfGroup(cellsWith(weights.units, conditions), weights.units, weights.respondents, weights);
}

/** The weighted class of a cell, an index into `classes`. */
export function classOfCell({classOf, units: {regions}}: TableWeights, cell: number): number {
  return classOf[Math.floor(cell / regions.length)];
}

/** A statistic’s input that is as small as it can be: respondents of each cell by the answers that it tells apart. */
export interface SmallTally {
  design: Design;
  responses: Responses;
}

/**
 * Respondents by cell and answer, and the rest without one, as a tally for `src/lib/statistics`. However many respondents
 * there are, it has at most one row for each cell and answer.
 *
 * @param weight by cell
 * @param answered of each answer how many of each cell gave it
 * @param values of each answer
 */
export function smallTally(
  weights: TableWeights,
  weight: Float64Array,
  answered: readonly (readonly number[])[],
  values: readonly number[],
): SmallTally {
  const cells = weights.respondents.length;
  const most = cells * (values.length + 1);
  const [count, rowWeight] = [new Float64Array(most), new Float64Array(most)];
  const [codes, cellOf] = [new Int32Array(most), new Int32Array(most)];
  let rows = 0;
  const add = (cell: number, code: number, n: number) => {
    if (n <= 0) return;
    count[rows] = n;
    codes[rows] = code;
    cellOf[rows] = cell;
    rowWeight[rows] = weight[cell];
    rows++;
  };
  for (let cell = 0; cell < cells; cell++) {
    let rest = weights.respondents[cell];
    for (let code = 0; code < values.length; code++) {
      add(cell, code, answered[code][cell]);
      rest -= answered[code][cell];
    }
    add(cell, noAnswer, rest);
  }
  return {
    design: designOf(weights, count.subarray(0, rows), cellOf.subarray(0, rows), rowWeight.subarray(0, rows)),
    responses: {codes: codes.subarray(0, rows), values},
  };
}

/** The design of a tally of respondents in cells. Alone in its class one takes its deviation from the whole. */
export function designOf(weights: TableWeights, count: Float64Array, cellOf: Int32Array, weight: Float64Array): Design {
  if (weights.panel) return designOfPanel(weights, weights.panel, {count, cellOf, weight});
  if (weights.sample) return designOfSample(weights.sample, count, cellOf, weight);
  const classOf = cellOf.map((cell) => classOfCell(weights, cell));
  const classes = weights.classes.map(({code, population}) => ({name: code, population}));
  return weights.units.populations
    ? designOfWeights(count, weight, {classOf, classes})
    : buildDesign(count, {classOf, classes, lonely: "adjust"});
}

function designOfSample(sample: SampleCells, count: Float64Array, cellOf: Int32Array, weight: Float64Array): Design {
  const {
    design: {populations},
    stratumOf,
    clusterOf,
  } = sample;
  const design = buildDesign(count, {
    weight,
    classOf: cellOf.map((cell) => stratumOf[cell]),
    classes: populations.map((population, h) => ({name: String(h + 1), population})),
    ...(clusterOf && {clusterOf: cellOf.map((cell) => clusterOf[cell])}),
    lonely: "adjust",
  });
  return calibrated(design, sample, cellOf);
}

/** What margins leave unexplained, where there are any. @param cellOf of the sample */
function calibrated(design: Design, sample: SampleCells | undefined, cellOf: Int32Array): Design {
  if (!sample || sample.design.margins.length === 0) return design;
  const columns = sample.design.margins.map(({cells}, margin) => ({
    codes: cellOf.map((cell) => sample.marginOf[margin][cell]),
    categories: cells.map(({code}) => code),
  }));
  const {count, weight} = design;
  const designWeight = new Float64Array(cellOf.length);
  for (let i = 0; i < cellOf.length; i++) designWeight[i] = sample.designWeight[cellOf[i]];
  return {...design, residuals: marginResiduals({count, weight, designWeight}, columns)};
}

/**
 * The design of answers of several waves: those of a unit are one cluster, in the stratum that it has in all waves. Without
 * finite populations: of how many a unit that answered twice is one, no single number says.
 * In R `svydesign(ids = ~unit, strata = ~stratum, weights = ~w)` of the waves stacked.
 */
function designOfPanel(
  {sample}: TableWeights,
  {partOf, clusterOf, stratumOf}: PanelCells,
  {count, cellOf, weight}: {count: Float64Array; cellOf: Int32Array; weight: Float64Array},
): Design {
  const strata = [...new Set(cellOf.map((cell) => stratumOf[cell]))];
  const placeOf = new Map(strata.map((stratum, at) => [stratum, at]));
  const design = buildDesign(count, {
    weight,
    classOf: cellOf.map((cell) => placeOf.get(stratumOf[cell]) ?? 0),
    classes: strata.map((stratum) => ({name: String(stratum + 1), population: null})),
    clusterOf: cellOf.map((cell) => clusterOf[cell]),
    lonely: "adjust",
  });
  return calibrated(
    design,
    sample,
    cellOf.map((cell) => partOf[cell]),
  );
}
