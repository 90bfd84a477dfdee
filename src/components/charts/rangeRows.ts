import {barX, type Markish, text} from "@observablehq/plot";
import {formatCount} from "../../lib/language/format.js";
import type {Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type ChartOptions, drawPlot, ink, isNarrow, type RowHeights, rowScale, textSize} from "./chart.js";
import {barMarks, estimateMarks, frameMarks, hundredAxis, markInk, type RankMark} from "./rankMarks.js";

/** One range on a line of its own. */
export interface RangeRow extends RankMark {
  /** Default: that of the quantity. */
  label?: Text;
  /** A second line under the label, in small. */
  sub?: Text;
  /** Stands in place of the number. */
  shown?: Text;
  /** The range as it was before, drawn as an outline behind. */
  before?: {low: number; high: number};
}

type Placed = RangeRow & {row: number};

/** Height of a bar, and width of the labels beside the bars, in pixels. */
const thick = 22;
const labelWidth = 286;

/** Ranges out of a hundred, one under the other, with their labels to the left; above them where the chart is narrow. */
export function rangeRows(ranges: readonly RangeRow[], options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const narrow = isNarrow(width);
  const rows = ranges.map((range, row) => ({...range, row}));
  return drawPlot(
    [
      hundredAxis(),
      frameMarks(rows, {y: "row"}),
      beforeMark(rows),
      ...barMarks(rows, thick, {y: "row"}),
      ...estimateMarks(rows, {y: "row"}),
      ...(narrow ? [namesAbove(rows, options)] : namesBeside(rows, options)),
      numberMark(rows, options),
    ],
    {
      document,
      width,
      marginLeft: narrow ? 4 : labelWidth,
      marginRight: narrow ? 14 : 116,
      ...rowScale(rows.length, heightsOf(rows, narrow)),
      x: {domain: [0, 1], axis: null},
    },
  );
}

/** Many rows stand closer. */
function heightsOf(rows: readonly Placed[], narrow: boolean): RowHeights {
  const isLong = rows.length > 10;
  const hasSub = rows.some(({sub}) => sub);
  if (!narrow) return {pitch: (isLong ? 30 : 46) + (hasSub ? 20 : 0), thick, top: hasSub ? 26 : 16, bottom: 32};
  const pitch = (isLong ? 48 : 68) + (hasSub ? 32 : 0);
  return {pitch, thick, top: pitch - thick - 4, bottom: 32};
}

function beforeMark(rows: readonly Placed[]): Markish {
  return barX(
    rows.filter(({before}) => before),
    {
      y: "row",
      x1: ({before}) => before?.low,
      x2: ({before}) => before?.high,
      fill: "none",
      stroke: ink.context,
      strokeWidth: 1.5,
      strokeDasharray: "3 3",
    },
  );
}

/** The number at the end of its bar, or over its end where the chart is narrow. */
function numberMark(rows: readonly Placed[], {lang, width, linkTo}: ChartOptions): Markish {
  const place = isNarrow(width)
    ? {textAnchor: "end", lineAnchor: "bottom", dy: -thick / 2 - 6, fontSize: textSize(width)}
    : {textAnchor: "start", lineAnchor: "middle", dx: 12, fontSize: textSize(width) + 2};
  return text(rows, {
    x: 1,
    y: "row",
    ...(place as {textAnchor: "end" | "start"; lineAnchor: "bottom" | "middle"}),
    text: ({quantity, shown}) =>
      shown?.[lang] ?? (quantity.rank === "unknown" ? words.noLimit[lang] : formatCount(quantity, lang)),
    fill: (row) => (row.colour === "context" || row.quantity.rank === "unknown" ? ink.quiet : markInk(row)),
    href: linkTo && (({quantity}) => linkTo(quantity.id)),
  });
}

const nameInk = ({colour}: RangeRow) => (colour === "context" ? ink.quiet : ink.text);
const lineHeight = 1.2;

/** Label and second line in one block, over the bar and clear of its number. */
function namesAbove(rows: readonly Placed[], {lang, width}: ChartOptions): Markish {
  return text(rows, {
    x: 0,
    y: "row",
    text: (row) => [nameOf(row)[lang], ...(row.sub ? [row.sub[lang]] : [])].join("\n"),
    textAnchor: "start",
    lineAnchor: "bottom",
    dy: -thick / 2 - 6,
    lineHeight,
    lineWidth: (width - 90) / textSize(width),
    fill: nameInk,
  });
}

const nameOf = ({label, quantity}: RangeRow) => label ?? quantity.label;

/** Labels to the left of the bars, with the second line in small under them. */
function namesBeside(rows: readonly Placed[], {lang, width}: ChartOptions): Markish[] {
  const place = {x: 0, y: "row", textAnchor: "start", dx: 2 - labelWidth, lineHeight, fill: nameInk} as const;
  const name = {...place, text: (row: Placed) => nameOf(row)[lang]};
  const room = labelWidth - 22;
  const [withSub, alone] = [rows.filter(({sub}) => sub), rows.filter(({sub}) => !sub)];
  return [
    text(alone, {...name, lineAnchor: "middle", lineWidth: room / textSize(width)}),
    text(withSub, {...name, lineAnchor: "bottom", dy: -5}),
    text(withSub, {
      ...place,
      text: ({sub}) => sub?.[lang],
      lineAnchor: "top",
      dy: -1,
      lineWidth: room / 12,
      fontSize: 12,
      fill: ink.quiet,
    }),
  ];
}
