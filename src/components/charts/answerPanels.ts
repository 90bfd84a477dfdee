import {dot, type Markish, rect, ruleX, text} from "@observablehq/plot";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {clickableMark} from "../markup/clickableMark.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import {rankMarks} from "./rankMarks.js";

/** One share on a line of its own. */
export interface PanelRow {
  quantity: Quantity;
  label: string;
  /** The number as it is written beside it. */
  shown: string;
  /** What the published summary allows, drawn faintly behind. */
  range?: {low: number; high: number};
  /** A value that the reader supposed, as a diamond. */
  supposed?: number;
  /** What a click on its name chooses, as `key=code`. */
  choose?: string;
  /** "context" for what stands beside the row that the title is about. */
  colour: "subject" | "context";
  /** True of the row of everybody, which the others are read against. */
  isAll?: boolean;
}

/** Rows that are read together, under a heading where there are several such. */
export interface Panel {
  title: string | null;
  /** The one that is drawn where there is room for one only. */
  isChosen: boolean;
  rows: readonly PanelRow[];
}

/** A row and where it stands, in pixels. */
interface Placed extends PanelRow {
  left: number;
  right: number;
  top: number;
  bottom: number;
  middle: number;
  fill: string;
  /** False where the row’s name stands in the panel before it. */
  isNamed: boolean;
}

interface PlacedPanel {
  title: string | null;
  left: number;
  right: number;
  /** Of the tracks. */
  top: number;
  bottom: number;
  rows: Placed[];
}

const fills = {subject: ink.subject, context: ink.context};

/** Heights and widths in pixels. */
const sizes = {
  wide: {
    pitch: 26,
    wrapped: 36,
    tall: 40,
    letter: 7.4,
    longLabel: 286,
    number: 52,
    gap: 18,
    title: 24,
    line: 17,
    most: 3,
  },
  narrow: {pitch: 46, wrapped: 62, letter: 6.5, title: 34},
};

/**
 * Shares out of a hundred with their intervals, in panels side by side, which all have the same rows. Where it is
 * narrow only the chosen panel is drawn; the others are in the table.
 */
export function answerPanels(
  panels: readonly Panel[],
  options: ChartOptions,
  {greatest, label}: Axis = hundred,
): SVGSVGElement {
  const {width, document} = options;
  const at: Position = ({left, right}, value) => left + (value / greatest) * (right - left);
  const {placed, height} = isNarrow(width) ? placeNarrow(panels, width) : placeWide(panels, width);
  const rows = placed.flatMap((panel) => panel.rows);
  return drawPlot(
    [
      ...trackMarks(placed, rows, at),
      ...rankMarks(rows, at),
      dot(
        rows.filter(({supposed}) => supposed !== undefined),
        {
          x: (row) => at(row, row.supposed),
          y: "middle",
          symbol: "diamond",
          r: 6,
          fill: ink.ground,
          stroke: ink.contrast,
          strokeWidth: 2.5,
        },
      ),
      ...textMarks(placed, rows, {...options, axis: label}),
    ],
    {
      document,
      width,
      height,
      margin: 0,
      x: {domain: [0, width], range: [0, width], axis: null},
      y: {domain: [0, height], range: [0, height], axis: null},
    },
  );
}

/** Where the axis ends: shares go from 0 to 100 of a hundred. */
export interface Axis {
  greatest: number;
  /** How its end is written. */
  label: string;
}

const hundred: Axis = {greatest: 1, label: "100"};

/** Where a value of a row stands. */
type Position = (row: {left: number; right: number}, value: number) => number;

type Layout = {placed: PlacedPanel[]; height: number};

/** Up to three panels beside each other, the next ones under them; of four two and two. */
function placeWide(panels: readonly Panel[], width: number): Layout {
  const {pitch, wrapped, tall, letter, longLabel, number, gap, title, line, most} = sizes.wide;
  const isOne = panels.length === 1;
  const longest = Math.max(0, ...panels.flatMap(({rows}) => rows.map(({label}) => label.length)));
  const names = isOne ? longLabel : Math.min(longest * letter + 14, 222);
  const across = panels.length === 4 ? 2 : Math.min(most, panels.length);
  const room = (width - names - gap * (across - 1)) / across;
  const single = longest * letter > names ? wrapped : pitch;
  const step = isOne && (panels[0]?.rows.length ?? 0) < 9 ? tall : single;
  const lines = Math.max(1, ...panels.map((panel) => Math.ceil(((panel.title?.length ?? 0) * letter) / (room - gap))));
  const head = isOne && panels[0].title === null ? 8 : title + lines * line;
  const tallest = Math.max(0, ...panels.map(({rows}) => rows.length)) * step;
  const bank = head + tallest + 30;
  const placed = panels.map((panel, index) => {
    const left = names + (index % across) * (room + gap);
    const top = Math.floor(index / across) * bank + head;
    return placePanel(panel, {left, right: left + room - number, top, step, isNamed: index % across === 0});
  });
  return {placed, height: Math.ceil(panels.length / across) * bank};
}

function placeNarrow(panels: readonly Panel[], width: number): Layout {
  const chosen = panels.find(({isChosen}) => isChosen) ?? panels[0];
  if (!chosen) return {placed: [], height: 0};
  const {pitch, wrapped, letter, title} = sizes.narrow;
  const top = chosen.title === null ? 4 : title;
  const longest = (text: (row: PanelRow) => string) => Math.max(0, ...chosen.rows.map((row) => text(row).length));
  const isWrapped = (longest(({label}) => label) + longest(({shown}) => shown) + 2) * letter > width;
  const step = isWrapped ? wrapped : pitch;
  const placed = placePanel(chosen, {left: 8, right: width - 14, top, step, isStacked: true, isNamed: true});
  return {placed: [placed], height: placed.bottom + 26};
}

interface Place {
  left: number;
  right: number;
  top: number;
  step: number;
  /** True where the row’s name stands over its line. */
  isStacked?: boolean;
  isNamed: boolean;
}

function placePanel({title, rows}: Panel, {left, right, top, step, isStacked = false, isNamed}: Place): PlacedPanel {
  const placed = rows.map((row, index): Placed => {
    const middle = top + index * step + (isStacked ? step - 14 : step / 2);
    return {...row, left, right, top: middle - 8, bottom: middle + 8, middle, fill: fills[row.colour], isNamed};
  });
  return {title, left, right, top, bottom: top + rows.length * step, rows: placed};
}

/** The line from 0 to 100 of each row, what the summary allows, and the value of all through the others. */
function trackMarks(panels: readonly PlacedPanel[], rows: readonly Placed[], at: Position): Markish[] {
  const ranged = rows.filter(({range}) => range);
  const references = panels.flatMap(({top, bottom, rows: own}) =>
    own.length > 1
      ? own.filter(({isAll, quantity}) => isAll && quantity.value !== null).map((row) => ({row, top, bottom}))
      : [],
  );
  return [
    rect(rows, {
      x1: "left",
      x2: "right",
      y1: ({middle}) => middle - 0.5,
      y2: ({middle}) => middle + 0.5,
      fill: ink.rule,
    }),
    ...[0, 0.5, 1].map((share) =>
      ruleX(panels, {
        x: ({left, right}) => left + share * (right - left),
        y1: "top",
        y2: "bottom",
        stroke: ink.rule,
        strokeDasharray: share === 0.5 ? "1 4" : undefined,
      }),
    ),
    rect(ranged, {
      x1: (row) => at(row, row.range.low),
      x2: (row) => Math.max(at(row, row.range.high), at(row, row.range.low) + 1.5),
      y1: ({middle}) => middle - 11,
      y2: ({middle}) => middle + 11,
      fill: ink.context,
      fillOpacity: 0.28,
      stroke: ink.context,
      strokeOpacity: 0.6,
      strokeWidth: 0.75,
    }),
    ruleX(references, {
      x: ({row}) => at(row, row.quantity.value),
      y1: "top",
      y2: "bottom",
      stroke: ink.context,
      strokeDasharray: "4 3",
    }),
  ];
}

function textMarks(
  panels: readonly PlacedPanel[],
  rows: readonly Placed[],
  {width, linkTo, axis}: ChartOptions & {axis: string},
): Markish[] {
  const size = textSize(width);
  const narrow = isNarrow(width);
  const headed = panels.filter(({title}) => title !== null);
  const link = linkTo && (({quantity}: Placed) => (quantity.lack ? undefined : linkTo(quantity.id)));
  const named = rows.filter(({isNamed}) => isNamed);
  const longestNumber = Math.max(0, ...rows.map(({shown}) => shown.length));
  const name = narrow
    ? {
        x: 0,
        y: ({middle}: Placed) => middle - 15,
        lineWidth: (width - (longestNumber + 2) * sizes.narrow.letter) / size,
        lineAnchor: "bottom" as const,
      }
    : {x: 0, y: "middle", lineWidth: Math.max(0, (named[0]?.left ?? 0) - 12) / size, lineAnchor: "middle" as const};
  const number = narrow
    ? {x: width, y: ({middle}: Placed) => middle - 15, textAnchor: "end" as const, lineAnchor: "bottom" as const}
    : {x: "right", y: "middle", dx: 10, textAnchor: "start" as const, lineAnchor: "middle" as const};
  const label = (some: readonly Placed[], href?: (row: Placed) => string | undefined) =>
    text(some, {
      ...name,
      text: "label",
      textAnchor: "start",
      fill: ({isAll, colour}: Placed) => (isAll || colour === "subject" ? ink.text : ink.quiet),
      href,
      ...clickableMark(some),
    });
  return [
    text(headed, {
      x: narrow ? 0 : "left",
      y: ({top}) => top - 8,
      text: "title",
      textAnchor: "start",
      lineAnchor: "bottom",
      lineWidth: (narrow ? width : (headed[0]?.right ?? 0) - (headed[0]?.left ?? 0) + sizes.wide.number) / size,
      fontWeight: 600,
      fill: ink.text,
    }),
    label(named.filter(({choose}) => !choose)),
    label(
      named.filter(({choose}) => choose),
      link,
    ),
    text(rows, {...number, text: "shown", fill: "fill", href: link}),
    text(
      panels.flatMap(({left, right, bottom}) => [
        {x: left, y: bottom, share: "0"},
        {x: right, y: bottom, share: axis},
      ]),
      {x: "x", y: "y", dy: 12, text: "share", fill: ink.quiet},
    ),
  ];
}
