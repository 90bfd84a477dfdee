import {ofProcess} from "../statistics/design.js";
import {twoSidedP} from "../statistics/distributions.js";
import type {AtLevel} from "../statistics/interval.js";
import {tInterval} from "../statistics/interval.js";
import {mean} from "../statistics/mean.js";
import {holm} from "../statistics/tests/holm.js";
import {mcNemar} from "../statistics/tests/mcNemar.js";
import type {Counts} from "./counts/countRespondents.js";
import type {PanelCells} from "./counts/panelCells.js";
import {inPanel} from "./tablePanel.js";
import {type PanelCounts, placeIn} from "./tablePlaces.js";
import {designOf} from "./tableWeights.js";
import type {Tabulated} from "./tabulate.js";

/** What became of an answer, in this order: given both times, the later time alone, the first time alone, neither time. */
export const flowParts = ["stayed", "began", "stopped", "never"] as const;
export type FlowPart = (typeof flowParts)[number];

/** What became of one answer from a wave to a later one, among the units that answered both times. */
export interface WaveFlow {
  /** Index of the table's row. */
  row: number;
  /** Indices of waves. */
  from: number;
  to: number;
  /** Units that answered both times. */
  unweightedBase: number;
  /** How many units, and their shares by the weights of the later wave, 0 to 1. */
  counts: Record<FlowPart, number>;
  shares: Record<FlowPart, number>;
  /** The share of those that began less that of those that stopped, with its interval; null without degrees of freedom. */
  net: number;
  interval: {low: number; high: number} | null;
  /**
   * Whether as many began as stopped, in the process behind the answers: McNemar's exact test where all count the same and
   * were drawn one by one, else by the design; adjusted by Holm's method for all flows that are told together. Null where too
   * few changed for a test by the design.
   */
  p: number | null;
}

/** Which flows are asked for. */
export interface AskedFlow {
  tabulated: Tabulated;
  row: number;
  from: number;
  to: number;
}

/** Of fewer that changed, a t-test finds too much. */
const fewestChanged = 10;

/**
 * What became of answers, of tables by wave; null of one in which nobody is followed, or fewer than two units answered both
 * times. A filter holds both times. Units that were merged with others are none of them.
 */
export function waveFlows(asked: readonly AskedFlow[], at?: AtLevel): (WaveFlow | null)[] {
  const found = asked.map((each) => flowOf(each, at));
  const tested = found.flatMap((flow) => (flow?.p == null ? [] : [flow.p]));
  const adjusted = holm(tested);
  let before = 0;
  return found.map((flow) => flow && {...flow, p: flow.p === null ? null : adjusted[before++]});
}

/** Units that answered a question in two waves; null where nobody is followed. */
export function answeredBoth({panel, counted}: Tabulated, {from, to}: Pick<AskedFlow, "from" | "to">): number | null {
  const followed = panel?.();
  if (!followed || counted.length === 0) return null;
  const [then, now] = [from, to].map((wave) => answersIn(followed.cells, followed.counted[0][0], wave));
  return now.reduce((n, row, unit) => (row >= 0 && then[unit] >= 0 ? n + 1 : n), 0);
}

function flowOf({tabulated, row, from, to}: AskedFlow, at?: AtLevel): WaveFlow | null {
  const followed = tabulated.panel?.();
  if (!followed) return null;
  const place = placeIn(followed.counted.length, row);
  const counts = followed.counted[place.part][0];
  const [then, now] = [from, to].map((wave) => answersIn(followed.cells, counts, wave));
  const partIn = (unit: number) => {
    if (then[unit] < 0 || now[unit] < 0) return -1;
    return (then[unit] === place.at ? 0 : 1) + (now[unit] === place.at ? 0 : 2);
  };
  const told = estimated(tabulated, followed, {partIn, wave: to, at});
  return told && {row, from, to, ...told};
}

/** By unit the row that it is in in a wave, below zero where it did not answer. */
function answersIn({unitOf}: PanelCells, {cells, rows, columns, inside}: Counts, wave: number): Int32Array {
  const found = new Int32Array(1 + unitOf.reduce((most, unit) => Math.max(most, unit), -1)).fill(-1);
  for (let cell = 0; cell < cells; cell++)
    for (let row = 0; row < rows; row++)
      if (inside[(cell * rows + row) * columns + wave] > 0) found[unitOf[cell]] = row;
  return found;
}

/** The parts as `partIn` numbers them: 0 both times, 1 the later time, 2 the first time, 3 neither. */
const numberOf: Record<FlowPart, number> = {stayed: 0, began: 1, stopped: 2, never: 3};

function estimated(
  {columnWeights}: Tabulated,
  {weights, cells}: PanelCounts,
  {partIn, wave, at}: {partIn: (unit: number) => number; wave: number; at?: AtLevel},
): Omit<WaveFlow, "row" | "from" | "to"> | null {
  const {respondents} = weights;
  const kept = Int32Array.from(respondents.keys()).filter((cell) => respondents[cell] > 0);
  const weight = inPanel(cells, columnWeights[wave + 1]);
  const codes = kept.map((cell) => (cells.waveOf[cell] === wave ? partIn(cells.unitOf[cell]) : -1));
  const tally = [respondents, weight].map((by) => Float64Array.from(kept, (cell) => by[cell]));
  const design = ofProcess(designOf(weights, tally[0], kept, tally[1]));
  const units = (part: number) => codes.reduce((n, code) => (code === part ? n + 1 : n), 0);
  const each = <Value>(make: (part: number) => Value) =>
    Object.fromEntries(flowParts.map((part) => [part, make(numberOf[part])])) as Record<FlowPart, Value>;
  const counts = each(units);
  const unweightedBase = flowParts.reduce((n, part) => n + counts[part], 0);
  if (unweightedBase < 2) return null;
  const shares = each((part) => mean(design, {codes, values: [0, 1, 2, 3].map((of) => Number(of === part))}).estimate);
  const net = mean(design, {codes, values: [0, 1, -1, 0]});
  const isKnown = net.degreesOfFreedom >= 1;
  const isAlike = design.classes.length === 1 && !design.residuals && sameWeights(codes, tally[1]) && isByUnit(cells);
  const byDesign = () =>
    isKnown && counts.began + counts.stopped >= fewestChanged && net.standardError > 1e-12
      ? twoSidedP(net.estimate / net.standardError, net.degreesOfFreedom)
      : null;
  return {
    ...{unweightedBase, counts, shares, net: net.estimate},
    interval: isKnown ? tInterval(net, at) : null,
    p: isAlike ? mcNemar(counts.began, counts.stopped) : byDesign(),
  };
}

const isByUnit = ({unitOf, clusterOf}: PanelCells) => unitOf.every((unit, cell) => unit === clusterOf[cell]);

function sameWeights(codes: Int32Array, weight: Float64Array): boolean {
  const own = weight.filter((_, at) => codes[at] >= 0);
  return own.every((w) => w === own[0]);
}
