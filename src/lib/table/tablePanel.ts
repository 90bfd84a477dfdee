import type {PanelDesign} from "../respondents/waves.js";
import {answeredIn, everyone} from "../statistics/column.js";
import {isCensus} from "../statistics/reportInterval.js";
import type {Cells} from "./counts/cells.js";
import {type Counts, countsByCell} from "./counts/countRespondents.js";
import {isOfSeveralWaves, type PanelCells, panelCells} from "./counts/panelCells.js";
import {type ExplorerTally, tallyWith} from "./counts/tally.js";
import type {ColumnPlace, Making, PanelCounts} from "./tablePlaces.js";
import {type SmallTally, smallTally, type TableWeights} from "./tableWeights.js";

/** How a table's respondents are counted. */
interface Counting {
  tallies: readonly ExplorerTally[];
  cellsIn: (tally: ExplorerTally) => Cells;
  count: (cells: (tally: ExplorerTally) => Cells) => Counts[][];
}

/** The counts of a table by unit. */
export function countPanel(
  weights: TableWeights,
  panel: PanelDesign,
  {tallies, cellsIn, count}: Counting,
): PanelCounts {
  const within = (tally: ExplorerTally) => panelCells(tally)(cellsIn(tally))(panel);
  const counted = count(within);
  const cells = within(tallyWith(tallies, []));
  const respondents = weights.sample ? everyoneIn(cells, tallyWith(tallies, [])) : counted[0][0].respondents;
  return {cells, counted, weights: {...weights, respondents, panel: cells}};
}

function everyoneIn({size, cellOf}: PanelCells, {counts}: ExplorerTally): Float64Array {
  const found = new Float64Array(size);
  for (let row = 0; row < counts.length; row++) found[cellOf[row]] += counts[row];
  return found;
}

/** What is made once, when it is first asked for. */
export function countedOnce<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Weights by the cells of a panel. */
export const inPanel = ({partOf}: PanelCells, byCell: Float64Array) =>
  Float64Array.from(partOf, (cell) => byCell[cell]);

/**
 * A statistic's input: answers by cell. Where they are of several waves, those of a unit are taken together, unless all
 * answered, of whom what is told is a fact.
 *
 * @param answered by each answer, of counts of any cells
 */
export function tallyOf(
  {weights, counted, panel}: Making,
  column: ColumnPlace,
  answered: (counted: Making["counted"]) => readonly (readonly number[])[],
  values: readonly number[],
): SmallTally {
  const own = smallTally(weights, column.weight, answered(counted), values);
  if (!panel) return own;
  const followed = panel();
  const byUnit = answered(followed.counted);
  const isOfOne = !isOfSeveralWaves(followed.cells, sums(byUnit));
  if (isOfOne || isCensus(own.design, answeredIn(everyone(own.design.count.length), own.responses))) return own;
  return smallTally(followed.weights, inPanel(followed.cells, column.weight), byUnit, values);
}

function sums(answered: readonly (readonly number[])[]): number[] {
  const [first, ...others] = answered;
  return first.map((n, cell) => others.reduce((sum, each) => sum + each[cell], n));
}

/** What tests are made of. */
interface Tested extends Pick<Making, "counted" | "panel"> {
  weights: TableWeights | null;
  columnWeights: readonly Float64Array[];
}

/** What a table is tested by: where it has several waves, each unit's answers together. */
export function testedBy(tabulated: Tested): Omit<Tested, "panel"> {
  const {panel, columnWeights} = tabulated;
  if (!panel) return tabulated;
  const {weights, cells, counted} = panel();
  const isOfSeveral = counted.flat().some((counts) => isOfSeveralWaves(cells, countsByCell(counts, null, null)));
  if (!isOfSeveral) return tabulated;
  return {weights, counted, columnWeights: columnWeights.map((each) => inPanel(cells, each))};
}
