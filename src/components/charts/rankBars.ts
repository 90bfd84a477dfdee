import {type Markish, rect, text} from "@observablehq/plot";
import {formatOf100} from "../../lib/language/format.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import {hundredFrames, rankMarks, sureEnd} from "./rankMarks.js";

/** One bar: a quantity as a share of all that answered, and the group it is a share of where that is smaller. */
export interface RankBar {
  quantity: Quantity;
  /** What stands over the bar. */
  label: string;
  /** What the source prints, under the label. */
  sub?: string;
  /** The quantity that `sub` prints, where it prints a number. */
  subOf?: Quantity;
  /** The group within which the bar lies, drawn as its outline. */
  within?: Quantity;
  /** "contrast" for the one bar that the title sets against the others. */
  colour?: "subject" | "contrast";
}

/** A bar and its place from the top; one unit of height is one bar. */
interface Placed extends RankBar {
  top: number;
  bottom: number;
  fill: string;
}

/** Share of a bar's height that its labels take. */
const labelShare = 0.6;

/** Bars out of a hundred, one under the other, whose rank is seen as texture. */
export function rankBars(bars: readonly RankBar[], options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const size = textSize(width);
  const pitch = isNarrow(width) ? 78 : 76;
  const placed = bars.map((bar, index) => place(bar, index));
  return drawPlot(
    [...hundredFrames(placed), ...withinMarks(placed), ...rankMarks(placed), ...labelMarks(placed, options, size)],
    {
      document,
      width,
      height: bars.length * pitch + 30,
      marginLeft: 4,
      marginRight: 14,
      marginTop: 0,
      marginBottom: 26,
      x: {domain: [0, 1], axis: null},
      y: {domain: [bars.length, 0], axis: null},
    },
  );
}

function place(bar: RankBar, index: number): Placed {
  return {
    ...bar,
    top: index + labelShare,
    bottom: index + 0.92,
    fill: bar.colour === "contrast" ? ink.contrast : ink.subject,
  };
}

function withinMarks(placed: readonly Placed[]): Markish[] {
  const inside = placed.filter(({within}) => within);
  return [
    rect(inside, {
      x1: 0,
      x2: (bar) => sureEnd(bar.within ?? bar.quantity),
      y1: "top",
      y2: "bottom",
      stroke: (bar) => bar.fill,
      strokeWidth: 1.5,
      fill: "none",
    }),
    rect(
      inside.filter(({within}) => within?.rank !== "stated"),
      {
        x1: (bar) => sureEnd(bar.within ?? bar.quantity),
        x2: (bar) => bar.within.high,
        y1: "top",
        y2: "bottom",
        stroke: (bar) => bar.fill,
        strokeWidth: 1.5,
        strokeDasharray: "2 3",
        fill: "none",
      },
    ),
  ];
}

function labelMarks(placed: readonly Placed[], {lang, linkTo, width}: ChartOptions, size: number): Markish[] {
  return [
    text(placed, {x: 0, y: "top", text: "label", textAnchor: "start", dy: -size * 1.95, fill: ink.text}),
    text(placed, {
      x: 0,
      y: "top",
      text: ({sub = ""}) => sub,
      textAnchor: "start",
      dy: -size * 0.75,
      fill: ink.quiet,
      href: linkTo && (({subOf}) => subOf && linkTo(subOf.id)),
    }),
    text(placed, {
      x: 1,
      y: "top",
      text: ({quantity}) => (quantity.rank === "unknown" ? "" : formatOf100(quantity, lang)),
      textAnchor: "end",
      dy: -size * (isNarrow(width) ? 1.95 : 0.75),
      fill: "fill",
      fontSize: isNarrow(width) ? size : size + 2,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    }),
  ];
}
