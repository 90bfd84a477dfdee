import {axisX, barX, dot, type Markish, type MarkOptions, ruleY, tickX} from "@observablehq/plot";
import {isEstimate} from "../../lib/language/format.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {ink} from "./chart.js";

/** A quantity that is drawn by its rank. */
export interface RankMark {
  quantity: Quantity;
  /** "subject" by default; "contrast" for what the title sets against it, "context" for what stands beside it. */
  colour?: "subject" | "contrast" | "context";
}

/** The colour of a mark and of its number. */
export const markInk = ({colour = "subject"}: RankMark) => ink[colour];

/** Where marks stand: the channels that name their row and their facet; a facet without rows has them in its middle. */
type Place = Pick<MarkOptions, "fx" | "fy" | "dy"> & {y: string | null};

const low = ({quantity}: RankMark) => quantity.low;
const high = ({quantity}: RankMark) => quantity.high;

/** How far a bar is solid: to the printed value, or to the least value that is certain. */
export function sureEnd({rank, value, low}: Quantity): number {
  return rank === "stated" && value !== null ? value : low;
}

/** An axis of shares from 0 to 100. */
export function hundredAxis(): Markish {
  return axisX([0, 0.25, 0.5, 0.75, 1], {
    tickFormat: (share: number) => String(share * 100),
    tickSize: 0,
    tickPadding: 8,
    label: null,
    fill: ink.quiet,
  });
}

/**
 * Bars from 0 to 1 whose rank is seen as texture: stated solid, derived solid with its rounding as a thin cap, bounded
 * open at both ends with nothing in the middle, unknown nothing but its frame, supposed hollow, of other surveys a grey
 * outline. Estimates are `estimateMarks`.
 *
 * @param thick height of the rows' bands, in pixels
 */
export function barMarks(rows: readonly RankMark[], thick: number, place: Place): Markish[] {
  const ranked = (...ranks: Quantity["rank"][]) => rows.filter(({quantity: {rank}}) => ranks.includes(rank));
  const solid = {...place, fill: markInk, strokeWidth: 0};
  return [
    barX(ranked("stated", "derived"), {...solid, x1: 0, x2: ({quantity}) => sureEnd(quantity)}),
    barX(ranked("derived"), {...solid, x1: low, x2: high, fillOpacity: 0.4}),
    tickX(ranked("derived"), {...place, x: high, stroke: markInk, strokeWidth: 1.5}),
    barX(ranked("context"), {...place, x1: 0, x2: high, stroke: ink.context, strokeWidth: 1.5, fill: ink.ground}),
    barX(ranked("supposed"), {...place, x1: low, x2: high, stroke: markInk, strokeWidth: 2, fill: ink.ground}),
    ...[-thick / 2, thick / 2].map((dy) =>
      ruleY(ranked("bounded"), {...place, dy, x1: low, x2: high, stroke: markInk, strokeWidth: 2.5}),
    ),
  ];
}

/** The frames that all of a hundred would fill. */
export function frameMarks(
  rows: readonly RankMark[],
  {stroke = ink.rule, ...place}: Place & {stroke?: string},
): Markish {
  return barX(rows, {...place, x1: 0, x2: 1, stroke, fill: "none"});
}

/**
 * Estimates as dots with their intervals; those of made-up respondents are hollow.
 *
 * @param radius of the dots, and of the lines of both, in pixels
 */
export function estimateMarks(
  rows: readonly RankMark[],
  {radius = 6, stroke = 2.5, ...place}: Place & {radius?: number; stroke?: number},
): Markish[] {
  const estimated = rows.filter(({quantity}) => isEstimate(quantity));
  return [
    ruleY(estimated, {...place, x1: low, x2: high, stroke: markInk, strokeWidth: stroke}),
    dot(estimated, {
      ...place,
      x: ({quantity}) => quantity.value,
      r: radius,
      stroke: markInk,
      strokeWidth: stroke,
      fill: (row) => (row.quantity.rank === "standIn" ? ink.ground : markInk(row)),
    }),
  ];
}
