import {rect, ruleX, ruleY, text} from "@observablehq/plot";
import {max, range} from "d3";
import type {Lang} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {clickableMark} from "../../markup/clickableMark.js";
import {bandScale, type ChartOptions, drawPlot, heightOf, ink, isNarrow, rowScale, together} from "../chart.js";
import {estimateMarks, markInk} from "../rankMarks.js";

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

function squares(regions: readonly Region[], side: number, {width, document}: ChartOptions): SVGSVGElement {
  const rows = (max(regions, ({row}) => row) ?? 0) + 1;
  const across = (max(regions, ({column}) => column) ?? 0) + 1;
  const [gap, foot] = [4, 17];
  const inner = {width: side - gap - 6, height: side - gap - foot - 3};
  const place = {fx: "column", fy: "row"} as const;
  const shown = regions.filter(({quantity, isFew}) => quantity.value !== null && !isFew);
  const under = {...place, frameAnchor: "bottom", dy: -4, lineAnchor: "bottom"} as const;
  const sized = (size: number) => {
    const of = shown.filter(({quantity}) => sizeOf(quantity) === size);
    const inset = {x: ((1 - size) * inner.width) / 2 + 3, y: ((1 - size) * inner.height) / 2 + 3};
    return rect(of, {
      ...place,
      insetLeft: inset.x,
      insetRight: inset.x,
      insetTop: inset.y,
      insetBottom: inset.y + foot - 3,
      fill: ({isOut}) => (isOut ? ink.context : ink.subject),
      fillOpacity: ({quantity}) => steps[stepOf(quantity)],
      stroke: ({isOut}) => (isOut ? ink.context : ink.subject),
      strokeWidth: 1,
      ...clickableMark(of),
    });
  };
  return drawPlot(
    [
      rect(regions, {
        ...place,
        fill: ink.ground,
        stroke: ({isChosen}) => (isChosen ? ink.contrast : ink.rule),
        strokeWidth: ({isChosen}) => (isChosen ? 2.5 : 1),
        ...clickableMark(regions),
      }),
      ...certainties.map(({size}) => sized(size)),
      text(regions, {
        ...under,
        textAnchor: "start",
        dx: 4 - (side - gap) / 2,
        text: "abbreviation",
        fontSize: 12,
        fill: ink.quiet,
      }),
      text(regions, {
        ...under,
        textAnchor: "end",
        dx: (side - gap) / 2 - 4,
        text: ({shown: said}) => said.replace(/ (av|of) /, "/"),
        fontSize: 12,
        fill: ink.text,
      }),
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

/** What colours and sizes of squares mean. */
function legend({lang, width, document}: ChartOptions): SVGSVGElement {
  const label = {lineAnchor: "middle", frameAnchor: "left", fontSize: 12, fill: ink.quiet} as const;
  const pitch = Math.floor(width / 5);
  const words = legendWords[lang];
  const line = (y: number, said: string) =>
    text([said], {...label, frameAnchor: "top-left", dy: y, text: (each: string) => each});
  const swatches = steps.map((opacity, at) => ({
    x1: at * pitch,
    x2: at * pitch + (pitch < 60 ? 12 : 16),
    opacity,
    said: `${at * 20}–${at * 20 + 20}`,
  }));
  const sizes = certainties.map(({size}, at) => ({
    middle: at * pitch * 1.6 + 10,
    half: 9 * size,
    said: words.widths[at],
  }));
  return drawPlot(
    [
      line(8, words.colour),
      rect(swatches, {
        x1: "x1",
        x2: "x2",
        y1: 20,
        y2: 36,
        fill: ink.subject,
        fillOpacity: "opacity",
        stroke: ink.subject,
      }),
      text(swatches, {x: "x2", y: 28, dx: 4, textAnchor: "start", text: "said", fontSize: 12, fill: ink.quiet}),
      line(54, words.size),
      rect(sizes, {
        x1: ({middle, half}) => middle - half,
        x2: ({middle, half}) => middle + half,
        y1: ({half}) => 76 - half,
        y2: ({half}) => 76 + half,
        fill: ink.subject,
        fillOpacity: 0.52,
        stroke: ink.subject,
      }),
      text(sizes, {
        x: ({middle}) => middle + 14,
        y: 76,
        textAnchor: "start",
        text: "said",
        fontSize: 12,
        fill: ink.quiet,
      }),
    ],
    {
      document,
      width,
      height: 90,
      margin: 0,
      x: {domain: [0, width], range: [0, width], axis: null},
      y: {domain: [0, 90], range: [0, 90], axis: null},
    },
  );
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

/** The regions in order, with their intervals. Those without a number come last. */
function ranked(
  regions: readonly Region[],
  reference: number | null,
  {width, document, linkTo}: ChartOptions,
): SVGSVGElement {
  const order = regions.toSorted((a, b) => (b.quantity.value ?? -1) - (a.quantity.value ?? -1));
  const rows = order.map((region, y) => ({...region, y, colour: region.isOut ? ("context" as const) : undefined}));
  const place = {y: "y", fx: undefined, fy: undefined} as const;
  const left = 150;
  const name = ({abbreviation, name: full}: Region) => `${abbreviation}  ${full}`;
  const link = linkTo && (({quantity}: Region) => (quantity.lack ? undefined : linkTo(quantity.id)));
  return drawPlot(
    [
      ruleY(rows, {y: "y", x1: 0, x2: 1, stroke: ink.rule}),
      ruleX([0, 0.5, 1], {stroke: ink.rule, strokeDasharray: "1 4"}),
      ruleX(reference === null ? [] : [reference], {stroke: ink.context, strokeDasharray: "4 3"}),
      ...estimateMarks(rows, {...place, radius: 4.5, stroke: 2}),
      text(rows, {
        y: "y",
        frameAnchor: "left",
        dx: -left,
        textAnchor: "start",
        text: name,
        fontSize: 12,
        fill: ({isOut, isChosen}) => (isChosen ? ink.contrast : isOut ? ink.quiet : ink.text),
        href: link,
        ...clickableMark(rows),
      }),
      text(rows, {
        y: "y",
        frameAnchor: "right",
        dx: 8,
        textAnchor: "start",
        text: "shown",
        fontSize: 12,
        fill: markInk,
        href: link,
      }),
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
      marginLeft: left,
      marginRight: 46,
      x: {domain: [0, 1], axis: null},
    },
  );
}
