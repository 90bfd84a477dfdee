import {barX, type Markish, text} from "@observablehq/plot";
import {formatOf100} from "../../lib/language/format.js";
import type {Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, rowScale, textSize} from "./chart.js";
import {barMarks, frameMarks, hundredAxis, markInk, type RankMark, sureEnd} from "./rankMarks.js";

/** One bar: a quantity as a share of all that answered, and the group it is a share of where that is smaller. */
export interface RankBar extends RankMark {
  /** Stands over the bar. */
  label: Text;
  /** What the source prints, under the label. */
  sub: Text;
  /** The quantity that `sub` prints, where it prints a number. */
  subOf?: Quantity;
  /** The group within which the bar lies, drawn as its outline. */
  within?: Quantity;
}

type Placed = RankBar & {row: number};

const thick = 24;

/** Bars out of a hundred, one under the other, whose rank is seen as texture. */
export function rankBars(bars: readonly RankBar[], options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const rows = bars.map((bar, row) => ({...bar, row}));
  return drawPlot(
    [
      hundredAxis(),
      frameMarks(rows, {y: "row"}),
      ...withinMarks(rows),
      ...barMarks(rows, thick, {y: "row"}),
      ...labelMarks(rows, options),
    ],
    {
      document,
      width,
      marginLeft: 4,
      marginRight: 14,
      ...rowScale(rows.length, {pitch: 76, thick, top: 46, bottom: 30}),
      x: {domain: [0, 1], axis: null},
    },
  );
}

/** The outline of the group, dotted as far as its size is not known. */
function withinMarks(rows: readonly Placed[]): Markish[] {
  const inside = rows.flatMap(({within, ...bar}) => (within ? [{...bar, within, end: sureEnd(within)}] : []));
  const outline = {y: "row", stroke: markInk, strokeWidth: 1.5, fill: "none"};
  return [
    barX(inside, {...outline, x1: 0, x2: "end"}),
    barX(
      inside.filter(({within}) => within.rank !== "stated"),
      {...outline, x1: "end", x2: ({within}) => within.high, strokeDasharray: "2 3"},
    ),
  ];
}

/** Two lines over each bar; the number ends the second, or the first where it is narrow. */
function labelMarks(rows: readonly Placed[], {lang, linkTo, width}: ChartOptions): Markish[] {
  const size = textSize(width);
  const [first, second] = [1.95, 0.75].map((lines) => -thick / 2 - size * lines);
  return [
    text(rows, {x: 0, y: "row", text: ({label}) => label[lang], textAnchor: "start", dy: first, fill: ink.text}),
    text(rows, {
      x: 0,
      y: "row",
      text: ({sub}) => sub[lang],
      textAnchor: "start",
      dy: second,
      fill: ink.quiet,
      href: linkTo && (({subOf}) => subOf && linkTo(subOf.id)),
    }),
    text(rows, {
      x: 1,
      y: "row",
      text: ({quantity}) => (quantity.rank === "unknown" ? "" : formatOf100(quantity, lang)),
      textAnchor: "end",
      dy: isNarrow(width) ? first : second,
      fill: markInk,
      fontSize: isNarrow(width) ? size : size + 2,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    }),
  ];
}
