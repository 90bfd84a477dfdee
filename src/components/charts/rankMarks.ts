import {axisX, dot, link, type Markish, rect, ruleX} from "@observablehq/plot";
import {isEstimate} from "../../lib/language/format.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {ink} from "./chart.js";

/** A quantity and where its mark stands, in the chart's own units of height. */
export interface RankMark {
  quantity: Quantity;
  top: number;
  bottom: number;
  fill: string;
}

/** How far a bar is solid: to the printed value, or to the least value that is certain. */
export function sureEnd({rank, value, low}: Quantity): number {
  return rank === "stated" && value !== null ? value : low;
}

/** An axis from 0 to 100, and for each mark the frame that all of a hundred would fill. */
export function hundredFrames(placed: readonly RankMark[]): Markish[] {
  return [
    axisX([0, 0.25, 0.5, 0.75, 1], {
      tickFormat: (share: number) => String(share * 100),
      tickSize: 0,
      label: null,
      fill: ink.quiet,
    }),
    rect(placed, {x1: 0, x2: 1, y1: "top", y2: "bottom", stroke: ink.rule, fill: "none"}),
  ];
}

const middle = ({top, bottom}: RankMark) => (top + bottom) / 2;

/** Where a share stands on the horizontal axis. */
type Position<Mark> = (mark: Mark, share: number) => number;

/**
 * The marks of quantities from 0 to 1, whose rank is seen as texture: stated solid, derived solid with its rounding as
 * a thin cap, bounded open at both ends with nothing in the middle, unknown nothing but the frame that stands there,
 * supposed hollow, estimated a dot with its interval, made-up respondents the same but hollow.
 *
 * @param at where a share of a mark stands; by default on an axis from 0 to 1
 * @param size radius of an estimate’s dot, and of the lines of both, in pixels
 */
export function rankMarks<Mark extends RankMark>(
  placed: readonly Mark[],
  at: Position<Mark> = (_, share) => share,
  {radius = 6, stroke = 2.5}: {radius?: number; stroke?: number} = {},
): Markish[] {
  const solid = placed.filter(({quantity: {rank}}) => rank === "stated" || rank === "derived");
  const capped = placed.filter(({quantity: {rank}}) => rank === "derived");
  const open = placed.filter(({quantity: {rank}}) => rank === "bounded");
  const estimated = placed.filter(({quantity}) => isEstimate(quantity));
  const low = (mark: Mark) => at(mark, mark.quantity.low);
  const high = (mark: Mark) => at(mark, mark.quantity.high);
  const ends = {y1: "top", y2: "bottom", strokeWidth: 0} as const;
  return [
    rect(solid, {x1: (mark) => at(mark, 0), x2: (mark) => at(mark, sureEnd(mark.quantity)), fill: "fill", ...ends}),
    rect(capped, {x1: low, x2: high, fill: "fill", fillOpacity: 0.4, ...ends}),
    ruleX(capped, {x: high, y1: "top", y2: "bottom", stroke: "fill", strokeWidth: 1.5}),
    rect(
      placed.filter(({quantity: {rank}}) => rank === "supposed"),
      {x1: low, x2: high, y1: "top", y2: "bottom", stroke: "fill", strokeWidth: 2, fill: ink.ground},
    ),
    link(estimated, {x1: low, x2: high, y1: middle, y2: middle, stroke: "fill", strokeWidth: stroke}),
    dot(estimated, {
      x: (mark) => at(mark, mark.quantity.value ?? Number.NaN),
      y: middle,
      r: radius,
      stroke: "fill",
      strokeWidth: stroke,
      fill: ({quantity, fill}) => (quantity.rank === "standIn" ? ink.ground : fill),
    }),
    ...["top", "bottom"].map((edge) =>
      link(open, {x1: low, x2: high, y1: edge, y2: edge, stroke: "fill", strokeWidth: 2.5}),
    ),
  ];
}
