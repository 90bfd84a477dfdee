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
  const {spread: _, ...alike} = cells;
  const equal = {weight: new Float64Array(cells.size).fill(1), design: {...design, margins: []}, marginOf: []};
  const sample = isWeighted ? cells : {...alike, ...equal};
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
  const rowsOf = <Values extends Float64Array | Int32Array>(all: Values) => all.subarray(0, rows) as Values;
  const tally = {count: rowsOf(count), cellOf: rowsOf(cellOf), weight: rowsOf(rowWeight), codes: rowsOf(codes)};
  const {sample, panel} = weights;
  const {spread, designWeight, ...small}: CodedCells & Summed =
    sample?.drawnOf && !panel ? byDrawn(tally, sample, sample.drawnOf) : tally;
  return {
    design: designOf(weights, small.count, small.cellOf, small.weight, {spread, designWeight}),
    responses: {codes: small.codes, values},
  };
}

/** Respondents of cells with a code each. */
interface CodedCells {
  count: Float64Array;
  cellOf: Int32Array;
  weight: Float64Array;
  codes: Int32Array;
}

/** Sums over respondents in a row that are not told by one of its cells. */
interface Summed {
  spread?: Float64Array;
  designWeight?: Float64Array;
}

/** One row for all who were drawn alike and have the same code; the cell of each is one of theirs. */
function byDrawn(
  {count, cellOf, weight, codes}: CodedCells,
  {spread, designWeight}: SampleCells,
  drawnOf: Int32Array,
): CodedCells & Summed {
  const width = codes.reduce((most, code) => Math.max(most, code), 0) + 2;
  const groups = drawnOf.reduce((most, group) => Math.max(most, group), -1) + 1;
  const places = new Int32Array(groups * width).fill(-1);
  const first: number[] = [];
  const [n, w, squares, before] = Array.from({length: 4}, () => new Float64Array(count.length));
  for (let i = 0; i < count.length; i++) {
    const key = drawnOf[cellOf[i]] * width + codes[i] + 1;
    if (places[key] < 0) places[key] = first.push(i) - 1;
    const at = places[key];
    n[at] += count[i];
    w[at] += count[i] * weight[i];
    squares[at] += count[i] * weight[i] * weight[i] * (1 + (spread?.[cellOf[i]] ?? 0));
    before[at] += count[i] * designWeight[cellOf[i]];
  }
  const of = (value: (at: number) => number) => Float64Array.from(first, (_, at) => value(at));
  return {
    count: of((at) => n[at]),
    weight: of((at) => w[at] / n[at]),
    spread: of((at) => (w[at] === 0 ? 0 : Math.max(0, (squares[at] * n[at]) / (w[at] * w[at]) - 1))),
    designWeight: of((at) => before[at] / n[at]),
    cellOf: Int32Array.from(first, (i) => cellOf[i]),
    codes: Int32Array.from(first, (i) => codes[i]),
  };
}

/** The design of a tally of respondents in cells. Alone in its class one takes its deviation from the whole. */
export function designOf(
  weights: TableWeights,
  count: Float64Array,
  cellOf: Int32Array,
  weight: Float64Array,
  summed: Summed = {},
): Design {
  if (weights.panel) return designOfPanel(weights, weights.panel, {count, cellOf, weight});
  if (weights.sample) return designOfSample(weights.sample, {count, cellOf, weight, ...summed});
  const classOf = cellOf.map((cell) => classOfCell(weights, cell));
  const classes = weights.classes.map(({code, population}) => ({name: code, population}));
  return weights.units.populations
    ? designOfWeights(count, weight, {classOf, classes})
    : buildDesign(count, {classOf, classes, lonely: "adjust"});
}

function designOfSample(
  sample: SampleCells,
  {count, cellOf, weight, spread, designWeight}: Omit<CodedCells, "codes"> & Summed,
): Design {
  const {
    design: {populations},
    stratumOf,
    clusterOf,
  } = sample;
  const own = spread ?? (sample.spread && Float64Array.from(cellOf, (cell) => sample.spread?.[cell] ?? 0));
  const design = buildDesign(count, {
    weight,
    classOf: cellOf.map((cell) => stratumOf[cell]),
    classes: populations.map((population, h) => ({name: String(h + 1), population})),
    ...(clusterOf && {clusterOf: cellOf.map((cell) => clusterOf[cell])}),
    ...(own && {spread: own}),
    lonely: "adjust",
  });
  return calibrated(design, sample, cellOf, designWeight);
}

/** What margins leave unexplained, where there are any. @param cellOf of the sample */
function calibrated(
  design: Design,
  sample: SampleCells | undefined,
  cellOf: Int32Array,
  before: Float64Array | undefined = sample && Float64Array.from(cellOf, (cell) => sample.designWeight[cell]),
): Design {
  if (!sample || !before || sample.design.margins.length === 0) return design;
  const columns = sample.design.margins.map(({cells}, margin) => ({
    codes: cellOf.map((cell) => sample.marginOf[margin][cell]),
    categories: cells.map(({code}) => code),
  }));
  const {count, weight} = design;
  return {...design, residuals: marginResiduals({count, weight, designWeight: before}, columns)};
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
