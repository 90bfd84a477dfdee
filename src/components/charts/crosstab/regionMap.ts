import {type Markish, rect, ruleX, ruleY, text} from "@observablehq/plot";
import {max, range} from "d3";
import type {Lang} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {clickableMark} from "../../markup/clickableMark.js";
import {
  bandScale,
  type ChartOptions,
  drawPixels,
  drawPlot,
  heightOf,
  ink,
  isNarrow,
  linkOf,
  rowScale,
  together,
} from "../chart.js";
import {estimateMarks, markInk, type RankMark} from "../rankMarks.js";

/** A region: its place in a map of equal squares, and its share. */
export interface Region {
  quantity: Quantity;
  name: string;
  abbreviation: string;
  /** The number as it is written. */
  shown: string;
  column: number;
  row: number;
  /** True of a share of so few that it is not coloured. */
  isFew: boolean;
  /** True when the reader has chosen it. */
  isChosen: boolean;
  /** True when others are chosen and this is not. */
  isOut: boolean;
  /** What a press chooses, as `key=code`. */
  choose?: string;
}

/** Colours in five steps of 20 of a hundred; the square is smaller the wider the interval. */
const steps = [0.12, 0.32, 0.52, 0.74, 1];
const certainties = [
  {widest: 0.2, size: 1},
  {widest: 0.4, size: 0.66},
  {widest: 1, size: 0.38},
];

const stepOf = ({value}: Quantity) => Math.min(4, Math.floor((value ?? 0) * 5));
const sizeOf = ({low, high}: Quantity) =>
  certainties.find(({widest}) => high - low <= widest + 1e-9)?.size ?? certainties[2].size;

/**
 * Regions as equal squares, about where they lie, coloured by their share, smaller the less certain it is, and empty where it is of few; beside them, or
 * below where it is narrow, the same numbers in order with their intervals.
 *
 * @param reference the share of all, as a line through the list
 */
export function regionMap(regions: readonly Region[], reference: number | null, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const narrow = isNarrow(width);
  const across = (max(regions, ({column}) => column) ?? 0) + 1;
  const side = Math.min(54, Math.floor((width - 2) / across));
  const mapWidth = across * side + 2;
  const map = squares(regions, side, {...options, width: mapWidth});
  const key = legend({...options, width: mapWidth});
  const list = ranked(regions, reference, {...options, width: narrow ? width : width - mapWidth - 28});
  const mapHeight = heightOf(map) + 14 + heightOf(key);
  const parts = [
    {svg: map, x: 0, y: 0},
    {svg: key, x: 0, y: heightOf(map) + 14},
    {svg: list, x: narrow ? 0 : mapWidth + 28, y: narrow ? mapHeight + 20 : 0},
  ];
  const height = narrow ? mapHeight + 20 + heightOf(list) : Math.max(mapHeight, heightOf(list));
  return together(parts, {width, height, document});
}

const place = {fx: "column", fy: "row"} as const;

/** In pixels: between the frames of regions, and under the square of a frame, for its texts. */
const [gap, foot] = [4, 17];

function squares(regions: readonly Region[], side: number, {width, document}: ChartOptions): SVGSVGElement {
  const rows = (max(regions, ({row}) => row) ?? 0) + 1;
  const across = (max(regions, ({column}) => column) ?? 0) + 1;
  const shown = regions.filter(({quantity, isFew}) => quantity.value !== null && !isFew);
  return drawPlot(
    [
      rect(regions, {
        ...place,
        fill: ink.ground,
        stroke: ({isChosen}) => (isChosen ? ink.contrast : ink.rule),
        strokeWidth: ({isChosen}) => (isChosen ? 2.5 : 1),
        ...clickableMark(regions),
      }),
      ...certainties.map(({size}) =>
        squareMark(
          shown.filter(({quantity}) => sizeOf(quantity) === size),
          size,
          side,
        ),
      ),
      ...squareTexts(regions, (side - gap) / 2 - 4),
    ],
    {
      document,
      width,
      height: rows * side + 2,
      margin: 1,
      marginRight: 1 + gap,
      marginBottom: 1 + gap,
      fx: bandScale(across, {size: side - gap, gap}),
      fy: bandScale(rows, {size: side - gap, gap}),
    },
  );
}

/** Squares of one size in the frames of their regions. */
function squareMark(regions: readonly Region[], size: number, side: number): Markish {
  const inner = {width: side - gap - 6, height: side - gap - foot - 3};
  const inset = {x: ((1 - size) * inner.width) / 2 + 3, y: ((1 - size) * inner.height) / 2 + 3};
  const colour = ({isOut}: Region) => (isOut ? ink.context : ink.subject);
  return rect(regions, {
    ...place,
    insetLeft: inset.x,
    insetRight: inset.x,
    insetTop: inset.y,
    insetBottom: inset.y + foot - 3,
    fill: colour,
    fillOpacity: ({quantity}) => steps[stepOf(quantity)],
    stroke: colour,
    strokeWidth: 1,
    ...clickableMark(regions),
  });
}

/** @param aside how far from the middle of its frame a text begins or ends, in pixels */
function squareTexts(regions: readonly Region[], aside: number): Markish[] {
  const under = {...place, frameAnchor: "bottom", dy: -4, lineAnchor: "bottom", fontSize: 12} as const;
  return [
    text(regions, {...under, textAnchor: "start", dx: -aside, text: "abbreviation", fill: ink.quiet}),
    text(regions, {
      ...under,
      textAnchor: "end",
      dx: aside,
      text: ({shown}) => shown.replace(/ (av|of) /, "/"),
      fill: ink.text,
    }),
  ];
}

const label = {textAnchor: "start", text: "said", fontSize: 12, fill: ink.quiet} as const;

/** What colours and sizes of squares mean. */
function legend({lang, width, document}: ChartOptions): SVGSVGElement {
  const pitch = Math.floor(width / 5);
  const words = legendWords[lang];
  const heading = (y: number, said: string) =>
    text([{said}], {...label, frameAnchor: "top-left", dy: y, lineAnchor: "middle"});
  return drawPixels(
    [heading(8, words.colour), ...colourKey(pitch), heading(54, words.size), ...sizeKey(pitch, words.widths)],
    {document, width, height: 90},
  );
}

function colourKey(pitch: number): Markish[] {
  const swatches = steps.map((opacity, at) => ({
    x1: at * pitch,
    x2: at * pitch + (pitch < 60 ? 12 : 16),
    opacity,
    said: `${at * 20}–${at * 20 + 20}`,
  }));
  const colours = {fill: ink.subject, fillOpacity: "opacity", stroke: ink.subject};
  return [
    rect(swatches, {x1: "x1", x2: "x2", y1: 20, y2: 36, ...colours}),
    text(swatches, {...label, x: "x2", y: 28, dx: 4}),
  ];
}

function sizeKey(pitch: number, widths: readonly string[]): Markish[] {
  const sizes = certainties.map(({size}, at) => ({middle: at * pitch * 1.6 + 10, half: 9 * size, said: widths[at]}));
  return [
    rect(sizes, {
      x1: ({middle, half}) => middle - half,
      x2: ({middle, half}) => middle + half,
      y1: ({half}) => 76 - half,
      y2: ({half}) => 76 + half,
      fill: ink.subject,
      fillOpacity: 0.52,
      stroke: ink.subject,
    }),
    text(sizes, {...label, x: ({middle}) => middle + 14, y: 76}),
  ];
}

const legendWords: Record<Lang, {colour: string; size: string; widths: readonly string[]}> = {
  nb: {
    colour: "Farge: andel av hundre",
    size: "Størrelse: hvor bredt intervallet er",
    widths: ["≤ 20", "21–40", "> 40 poeng"],
  },
  en: {
    colour: "Colour: share of a hundred",
    size: "Size: width of the interval",
    widths: ["≤ 20", "21–40", "> 40 points"],
  },
};

/** Room to the left of the list, for names, in pixels. */
const namesWidth = 150;

/** The regions in order, with their intervals. Those without a number come last. */
function ranked(regions: readonly Region[], reference: number | null, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const order = regions.toSorted((a, b) => (b.quantity.value ?? -1) - (a.quantity.value ?? -1));
  const rows = order.map((region, y) => ({...region, y, colour: region.isOut ? ("context" as const) : undefined}));
  return drawPlot(
    [
      ruleY(rows, {y: "y", x1: 0, x2: 1, stroke: ink.rule}),
      ruleX([0, 0.5, 1], {stroke: ink.rule, strokeDasharray: "1 4"}),
      ruleX(reference === null ? [] : [reference], {stroke: ink.context, strokeDasharray: "4 3"}),
      ...estimateMarks(rows, {y: "y", fx: undefined, fy: undefined, radius: 4.5, stroke: 2}),
      ...rankedTexts(rows, options),
      text(range(3), {
        x: (at: number) => at / 2,
        frameAnchor: "bottom",
        dy: 18,
        text: (at: number) => String(at * 50),
        fontSize: 12,
        fill: ink.quiet,
      }),
    ],
    {
      document,
      width,
      ...rowScale(rows.length, {pitch: 24, thick: 16, top: 6, bottom: 24}),
      marginLeft: namesWidth,
      marginRight: 46,
      x: {domain: [0, 1], axis: null},
    },
  );
}

/** Names to the left, numbers to the right. */
function rankedTexts(rows: readonly (Region & RankMark & {y: number})[], options: ChartOptions): Markish[] {
  const text12 = {y: "y", textAnchor: "start", fontSize: 12, href: linkOf(options)} as const;
  return [
    text(rows, {
      ...text12,
      frameAnchor: "left",
      dx: -namesWidth,
      text: ({abbreviation, name}) => `${abbreviation}  ${name}`,
      fill: ({isOut, isChosen}) => (isChosen ? ink.contrast : isOut ? ink.quiet : ink.text),
      ...clickableMark(rows),
    }),
    text(rows, {...text12, frameAnchor: "right", dx: 8, text: "shown", fill: markInk}),
  ];
}
