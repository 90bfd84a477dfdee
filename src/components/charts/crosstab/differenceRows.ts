import {axisX, dot, type Markish, ruleX, ruleY, text} from "@observablehq/plot";
import {max} from "d3";
import {formatNumber} from "../../../lib/language/format.js";
import {type ChartOptions, drawPlot, ink, isNarrow, rowScale, textSize} from "../chart.js";

/** A difference of two shares or means, with its interval. */
export interface DifferenceRow {
  /** What is compared with what. */
  label: string;
  difference: number;
  low: number;
  high: number;
  /** The number as it is written. */
  shown: string;
  isSignificant: boolean;
  isMadeUp: boolean;
}

type Placed = DifferenceRow & {y: number};

const colour = ({isSignificant}: DifferenceRow) => (isSignificant ? ink.subject : ink.context);

/** Differences with their intervals about zero. Those that are certain are in colour, with thick lines and a star. */
export function differenceRows(
  rows: readonly DifferenceRow[],
  {lang, width, document, isMean = false}: ChartOptions & {isMean?: boolean},
): SVGSVGElement {
  const narrow = isNarrow(width);
  const reach = max(rows, ({low, high}) => Math.max(-low, high)) ?? 0;
  const end = Math.max(0.1, Math.ceil(10 * reach) / 10);
  const placed = rows.map((row, y) => ({...row, y}));
  const left = narrow ? 8 : 300;
  return drawPlot(
    [
      ruleY(placed, {y: "y", x1: -end, x2: end, stroke: ink.rule}),
      ruleX([0], {stroke: ink.text, insetTop: -8, insetBottom: -8}),
      ...differenceMarks(placed),
      axisX([-end, 0, end], {
        tickSize: 0,
        tickPadding: 12,
        tickFormat: (at: number) =>
          formatNumber(isMean ? at : at * 100, lang, isMean && at !== 0 ? 1 : 0).replace("-", "−"),
        label: null,
        fill: ink.quiet,
      }),
      ...rowTexts(placed, left, width),
    ],
    {
      document,
      width,
      ...rowScale(rows.length, {pitch: narrow ? 66 : 38, thick: 16, top: narrow ? 44 : 14, bottom: 34}),
      marginLeft: left,
      marginRight: narrow ? 8 : 120,
      x: {domain: [-end, end], axis: null},
    },
  );
}

/** Intervals, and dots on them. */
function differenceMarks(placed: readonly Placed[]): Markish[] {
  const line = (some: readonly Placed[], strokeWidth: number) =>
    ruleY(some, {y: "y", x1: "low", x2: "high", stroke: colour, strokeWidth});
  const certain = placed.filter(({isSignificant}) => isSignificant);
  return [
    line(placed, 1.5),
    line(certain, 3.5),
    dot(placed, {
      x: "difference",
      y: "y",
      r: 5,
      stroke: colour,
      strokeWidth: 2,
      fill: (row) => (row.isMadeUp ? ink.ground : colour(row)),
    }),
  ];
}

/** What is compared to the left of each line, and the number to the right; over the line where it is narrow. */
function rowTexts(placed: readonly Placed[], left: number, width: number): Markish[] {
  const narrow = isNarrow(width);
  const over = {dy: -13, lineAnchor: "bottom", stroke: ink.ground, strokeWidth: 3} as const;
  return [
    text(placed, {
      y: "y",
      frameAnchor: "left",
      dx: -left,
      textAnchor: "start",
      text: "label",
      lineWidth: (narrow ? width - 84 : left - 14) / textSize(width),
      fill: ({isSignificant}) => (isSignificant ? ink.text : ink.quiet),
      ...(narrow && over),
    }),
    text(placed, {
      y: "y",
      frameAnchor: "right",
      ...(narrow ? {...over, dx: 8, textAnchor: "end"} : {dx: 10, textAnchor: "start"}),
      text: ({shown, isSignificant}) => `${shown}${isSignificant ? " ★" : ""}`,
      fill: colour,
    }),
  ];
}
