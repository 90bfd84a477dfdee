import {axisX, barX, dot, type Markish, ruleX, ruleY, text} from "@observablehq/plot";
import {max} from "d3";
import {clickableMark} from "../../markup/clickableMark.js";
import {bandScale, type ChartOptions, drawPlot, ink, isNarrow, linkOf, rowScale, textSize} from "../chart.js";
import {estimateMarks, markInk, type RankMark} from "../rankMarks.js";

/** One share on a line of its own. */
export interface PanelRow extends RankMark {
  label: string;
  /** The number as it is written beside it. */
  shown: string;
  /** What the published summary allows, drawn faintly behind. */
  range?: {low: number; high: number};
  /** A value that the reader supposed, as a diamond. */
  supposed?: number;
  /** What a click on its name chooses, as `key=code`. */
  choose?: string;
  /** True of the row of everybody, which the others are read against. */
  isAll?: boolean;
}

/** Rows that are read together, under a heading where there are several such. */
export interface Panel {
  title: string | null;
  /** Where it is narrow only chosen ones are drawn, under one another. */
  isChosen: boolean;
  rows: readonly PanelRow[];
}

/** Where the axis begins and ends: shares go from 0 to 100 of a hundred. */
export interface Axis {
  least: number;
  greatest: number;
  /** How its ends are written. */
  labels: readonly [string, string];
}

export const hundred: Axis = {least: 0, greatest: 1, labels: ["0", "100"]};

/** Where panels and rows stand; in pixels but for `across`. */
interface Layout {
  /** Panels beside each other; the next ones stand under them. */
  across: number;
  /** Over the rows of a panel, and under them for the ends of its axis. */
  top: number;
  bottom: number;
  /** From row to row. */
  pitch: number;
  /** Room to the left of the first panel, to the right of the last, and from the end of one to the next. */
  left: number;
  right: number;
  between: number;
}

/** Height of the band in which dots are drawn, how far lines reach beyond the first and the last, mean widths of letters; pixels. */
const thick = 16;
/** Room for short names: the mean width of letters is too little for “Women”. */
const leastNames = 72;
const reach = 6;
const letter = {wide: 7.4, narrow: 6.5};

type Placed = PanelRow & {fx: number; fy: number; y: number};
type PlacedPanel = Panel & {fx: number; fy: number};
const place = {fx: "fx", fy: "fy", y: "y"} as const;

/**
 * Shares out of a hundred with their intervals, in panels side by side, which all have the same rows. Where it is
 * narrow only the chosen panel is drawn; the others are in the table.
 */
export function answerPanels(panels: readonly Panel[], options: ChartOptions, axis: Axis = hundred): SVGSVGElement {
  const {width, document} = options;
  const shown = isNarrow(width) ? chosenOf(panels) : panels;
  const layout = (isNarrow(width) ? narrowLayout : wideLayout)(shown, width);
  const {across, left, right, between} = layout;
  const placed = shown.map((panel, at) => ({...panel, fx: at % across, fy: Math.floor(at / across)}));
  const rows = placed.flatMap(({fx, fy, rows: own}) => own.map((row, y): Placed => ({...row, fx, fy, y})));
  const banks = Math.ceil(shown.length / across);
  const bank = rowScale(max(shown, (panel) => panel.rows.length) ?? 0, {...layout, thick});
  const track = (width - left - right - between * (across - 1)) / across;
  const gap = bank.marginTop + bank.marginBottom;
  return drawPlot(
    [
      rangeMark(rows),
      ...trackMarks(rows, axis),
      ...estimateMarks(rows, place),
      supposedMark(rows),
      titleMark(placed, layout, {width, track}),
      ...nameMarks(rows, layout, options),
      numberMark(rows, options),
    ],
    {
      document,
      width,
      ...bank,
      height: banks * bank.height,
      marginLeft: left,
      marginRight: right,
      x: {domain: [axis.least, axis.greatest], axis: null},
      fx: bandScale(across, {size: track, gap: between}),
      fy: bandScale(banks, {size: bank.height - gap, gap}),
    },
  );
}

function chosenOf(panels: readonly Panel[]): readonly Panel[] {
  const chosen = panels.filter(({isChosen}) => isChosen);
  return chosen.length > 0 ? chosen : panels.slice(0, 1);
}

const longest = (panels: readonly Panel[], text: "label" | "shown") =>
  max(panels, ({rows}) => max(rows, (row) => row[text].length)) ?? 0;

const lineHeight = 17;

/** How many lines the longest title takes, at least one, where there is room for so many letters. */
const linesOf = (panels: readonly Panel[], room: number) =>
  Math.max(1, max(panels, ({title}) => Math.ceil((title?.length ?? 0) / room)) ?? 1);

/** Up to three panels beside each other, the next ones under them; of four two and two. */
function wideLayout(panels: readonly Panel[], width: number): Layout {
  const [gap, numbers] = [18, Math.max(52, longest(panels, "shown") * letter.wide + 6)];
  const isOne = panels.length === 1;
  const names = longest(panels, "label") * letter.wide;
  const left = isOne ? 286 : Math.max(Math.min(names + 14, 222), leastNames);
  const across = panels.length === 4 ? 2 : Math.max(1, Math.min(3, panels.length));
  const room = (width - left - gap * (across - 1)) / across;
  const lines = linesOf(panels, (room - gap) / letter.wide);
  const isShort = isOne && panels[0].rows.length < 9;
  const pitch = isShort ? 40 : names > left ? 36 : 26;
  const top = isOne && panels[0].title === null ? 16 : 30 + lines * lineHeight;
  return {across, left, right: numbers, between: numbers + gap, top, bottom: 36, pitch};
}

/** One panel, the names of its rows over their lines. */
function narrowLayout(panels: readonly Panel[], width: number): Layout {
  const isWrapped = (longest(panels, "label") + longest(panels, "shown") + 2) * letter.narrow > width;
  const pitch = isWrapped ? 62 : 46;
  const [left, right] = [8, 14];
  const lines = linesOf(panels, (width - left - right) / letter.narrow);
  const top = pitch - 22 + (panels[0]?.title === null ? 4 : 34 + (lines - 1) * lineHeight);
  return {across: 1, left, right, between: 0, top, bottom: 32, pitch};
}

/** The line of each row from end to end, and the value of all through the others. */
function trackMarks(rows: readonly Placed[], {least, greatest, labels}: Axis): Markish[] {
  const tall = {insetTop: -reach, insetBottom: -reach};
  const isReference = ({fx, fy, isAll, quantity}: Placed) =>
    isAll && quantity.value !== null && rows.some((row) => row.fx === fx && row.fy === fy && !row.isAll);
  return [
    ruleY(rows, {...place, x1: least, x2: greatest, stroke: ink.rule}),
    ruleX([least, greatest], {...tall, stroke: ink.rule}),
    ruleX([(least + greatest) / 2], {...tall, stroke: ink.rule, strokeDasharray: "1 4"}),
    axisX([least, greatest], {
      facetAnchor: null,
      tickSize: 0,
      tickPadding: reach + 5,
      tickFormat: (end: number) => labels[end === least ? 0 : 1],
      label: null,
      fill: ink.quiet,
    }),
    ruleX(rows.filter(isReference), {
      fx: "fx",
      fy: "fy",
      x: ({quantity}) => quantity.value,
      ...tall,
      stroke: ink.context,
      strokeDasharray: "4 3",
    }),
  ];
}

/** What the published summary allows. */
function rangeMark(rows: readonly Placed[]): Markish {
  return barX(
    rows.filter(({range: allowed}) => allowed),
    {
      ...place,
      x1: ({range: allowed}) => allowed?.low,
      x2: ({range: allowed}) => allowed?.high,
      inset: -3,
      insetLeft: 0,
      insetRight: 0,
      fill: ink.context,
      fillOpacity: 0.28,
      stroke: ink.context,
      strokeOpacity: 0.6,
      strokeWidth: 0.75,
    },
  );
}

function supposedMark(rows: readonly Placed[]): Markish {
  return dot(
    rows.filter(({supposed}) => supposed !== undefined),
    {...place, x: "supposed", symbol: "diamond", r: 6, fill: ink.ground, stroke: ink.contrast, strokeWidth: 2.5},
  );
}

function titleMark(
  panels: readonly PlacedPanel[],
  {left, right, pitch}: Layout,
  {width, track}: {width: number; track: number},
): Markish {
  return text(
    panels.filter(({title}) => title !== null),
    {
      fx: "fx",
      fy: "fy",
      frameAnchor: "top-left",
      lineAnchor: "bottom",
      dx: isNarrow(width) ? -left : 0,
      dy: isNarrow(width) ? 14 - pitch : -reach - 8,
      text: "title",
      lineWidth: (isNarrow(width) ? width : track + right) / textSize(width),
      fontWeight: 600,
      fill: ink.text,
    },
  );
}

/** Names beside the first panel of those beside each other; over their lines where it is narrow. */
function nameMarks(rows: readonly Placed[], {left}: Layout, options: ChartOptions): Markish[] {
  const {width} = options;
  const narrow = isNarrow(width);
  const room = narrow
    ? width - (max(rows, ({shown}) => shown.length) ?? 0) * letter.narrow - 2 * letter.narrow
    : left - 12;
  const named = rows.filter(({fx}) => fx === 0);
  const names = (some: readonly Placed[], href?: (row: Placed) => string | undefined) =>
    text(some, {
      ...place,
      frameAnchor: "left",
      dx: -left,
      ...(narrow && {dy: -15, lineAnchor: "bottom", stroke: ink.ground, strokeWidth: 3}),
      lineWidth: Math.max(0, room) / textSize(width),
      text: "label",
      fill: ({isAll, colour}: Placed) => (isAll || colour !== "context" ? ink.text : ink.quiet),
      href,
      ...clickableMark(some),
    });
  return [
    names(named.filter(({choose}) => !choose)),
    names(
      named.filter(({choose}) => choose),
      linkOf(options),
    ),
  ];
}

/** Numbers at the ends of their lines; over the ends where it is narrow. */
function numberMark(rows: readonly Placed[], options: ChartOptions): Markish {
  const over = {dx: 14, dy: -15, textAnchor: "end", lineAnchor: "bottom"} as const;
  const beside = {dx: 10, textAnchor: "start"} as const;
  return text(rows, {
    ...place,
    frameAnchor: "right",
    ...(isNarrow(options.width) ? over : beside),
    text: "shown",
    fill: markInk,
    href: linkOf(options),
  });
}
