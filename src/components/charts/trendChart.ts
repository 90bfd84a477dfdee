import {dot, line, link, type Markish, ruleX, ruleY, text} from "@observablehq/plot";
import {max, min, scaleLinear} from "d3";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize, wrapAt} from "./chart.js";

/** One number of a series with its interval. */
export interface TrendDot {
  id: string;
  /** Index of the wave. */
  wave: number;
  value: number;
  low: number;
  high: number;
  /** The number as it is written. */
  shown: string;
  isMadeUp: boolean;
}

/** A series through the waves; only what is in one stretch is joined by a line. */
export interface TrendSeries {
  label: string;
  /** The one that the title is about; others are quiet. Where none is, all have colours. */
  isChosen: boolean;
  stretches: readonly (readonly TrendDot[])[];
}

export interface TrendAxes {
  /** Where the waves stand in time, and what they are called. */
  waves: readonly {time: number; label: string}[];
  /** Indices of the waves before which series are broken, and what is written there. */
  breaks: readonly number[];
  breakLabel: string;
  /** Ends of the scale, and the numbers written on it. */
  domain: readonly [number, number];
  ticks: readonly {value: number; label: string}[];
}

/** Room around the scales, in pixels; on the right at most for the names of the series. */
const margin = {top: 30, bottom: 34, left: 34, right: {wide: 230, narrow: 124}};
const scaleHeight = {wide: 340, narrow: 300};
/** From one series to the next at the same wave, so that their intervals stand beside each other. */
const dodge = 4;
const colours = [ink.subject, ink.contrast, ink.context, ink.text];

interface Scales {
  x: (wave: number) => number;
  y: (value: number) => number;
  /** Where the names begin. */
  right: number;
}

/** Series through waves: dots with intervals, joined by lines, each with its name and its last number beside its end. */
export function trendChart(series: readonly TrendSeries[], axes: TrendAxes, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const size = isNarrow(width) ? "narrow" : "wide";
  const height = margin.top + scaleHeight[size] + margin.bottom;
  const times = axes.waves.map(({time}) => time);
  const longest = max(series, ({label}) => label.length) ?? 0;
  const right = width - Math.min(margin.right[size], 70 + longest * textSize(width) * 0.6);
  const inTime = scaleLinear([Math.min(...times), Math.max(...times)], [margin.left + 18, right - 18]);
  const scales: Scales = {
    x: (wave) => inTime(times[wave]),
    y: scaleLinear(axes.domain, [height - margin.bottom, margin.top]),
    right,
  };
  const lines = series.map((each, at) => ({
    ...each,
    colour: inkOf(series, at),
    shift: (at - (series.length - 1) / 2) * dodge,
  }));
  return drawPlot(
    [
      ...axisMarks(axes, scales, width),
      ...lines.toReversed().flatMap((each) => seriesMarks(each, scales)),
      ...labelMarks(lines, scales, options),
    ],
    {document, width, height, margin: 0, ...identity},
  );
}

const identity = {
  x: {type: "identity", axis: null},
  y: {type: "identity", axis: null},
  r: {type: "identity"},
} as const;

type Line = TrendSeries & {colour: string; shift: number};

function inkOf(series: readonly TrendSeries[], at: number): string {
  if (!series.some(({isChosen}) => isChosen)) return colours[at % colours.length];
  return series[at].isChosen ? ink.subject : ink.context;
}

function axisMarks({waves, breaks, breakLabel, ticks}: TrendAxes, {x, y, right}: Scales, width: number): Markish[] {
  const [bottom, top] = [y(ticks[0].value), margin.top];
  const places = waves.map(({label}, wave) => ({label, x: x(wave)}));
  const between = breaks.map((wave) => (x(wave - 1) + x(wave)) / 2);
  return [
    ruleY(ticks, {y: ({value}) => y(value), x1: margin.left, x2: right, stroke: ink.rule}),
    text(ticks, {
      ...{x: margin.left - 6, y: ({value}) => y(value), text: "label", textAnchor: "end"},
      ...{fill: ink.quiet, fontSize: 12},
    }),
    link(places, {x1: "x", x2: "x", y1: bottom, y2: bottom + 5, stroke: ink.frame}),
    text(roomFor(places, textSize(width)), {x: "x", y: bottom + 18, text: "label", fill: ink.quiet}),
    ruleX(between, {x: (each: number) => each, y1: top, y2: bottom, stroke: ink.frame, strokeDasharray: "3 4"}),
    text(between, {x: (each: number) => each, y: top - 12, text: () => breakLabel, fill: ink.quiet, fontSize: 12}),
  ];
}

/** The names of waves that have room beside each other; the last always. */
function roomFor(places: readonly {label: string; x: number}[], size: number) {
  const kept: {label: string; x: number}[] = [];
  for (const place of places.toReversed()) {
    const reach = (place.label.length * size * 0.6) / 2;
    const next = kept[kept.length - 1];
    if (!next || place.x + reach + 8 < next.x - (next.label.length * size * 0.6) / 2) kept.push(place);
  }
  return kept;
}

function seriesMarks({stretches, colour, shift, isChosen}: Line, {x, y}: Scales): Markish[] {
  const placed = stretches.flatMap((dots, stretch) =>
    dots.map((each) => ({...each, stretch, x: x(each.wave) + shift, y: y(each.value)})),
  );
  return [
    link(
      placed.filter(({low, high}) => high > low),
      {
        x1: "x",
        x2: "x",
        y1: ({low}) => y(low),
        y2: ({high}) => y(high),
        stroke: colour,
        strokeWidth: isChosen ? 2.5 : 1.5,
      },
    ),
    line(placed, {x: "x", y: "y", z: "stretch", stroke: colour, strokeWidth: isChosen ? 2.5 : 1.5}),
    dot(placed, {
      ...{x: "x", y: "y", r: isChosen ? 5.5 : 4, stroke: colour, strokeWidth: 2},
      fill: ({isMadeUp}) => (isMadeUp ? ink.ground : colour),
    }),
  ];
}

/** A name beside the end of its line. */
interface EndLabel {
  id: string;
  lines: readonly string[];
  number: string;
  colour: string;
  isChosen: boolean;
  /** Of the last dot. */
  end: {x: number; y: number};
  height: number;
}

function labelMarks(lines: readonly Line[], scales: Scales, {width, linkTo}: ChartOptions): Markish[] {
  const size = textSize(width);
  const room = (width - scales.right - 26) / (size * 0.56);
  const labels = lines.flatMap((each): EndLabel[] => {
    const last = each.stretches.at(-1)?.at(-1);
    if (!last) return [];
    const [first, ...rest] = wrapAt(each.label, room - last.shown.length - 2);
    return [
      {
        ...{id: last.id, number: last.shown, lines: [first, ...rest], colour: each.colour, isChosen: each.isChosen},
        ...{
          end: {x: scales.x(last.wave) + each.shift, y: scales.y(last.value)},
          height: size * 1.2 * (1 + rest.length),
        },
      },
    ];
  });
  const placed = apart(labels, scales.y);
  const x = scales.right + 20;
  const common = {frameAnchor: "top-left", textAnchor: "start", lineAnchor: "top", lineHeight: 1.2} as const;
  const top = ({middle, height}: (typeof placed)[number]) => middle - height / 2;
  return [
    link(placed, {
      ...{x1: ({end}) => end.x + 8, y1: ({end}) => end.y, x2: x - 4, y2: (each) => top(each) + size * 0.6},
      ...{stroke: ink.frame, strokeWidth: 0.75},
    }),
    text(placed, {
      ...common,
      ...{x, y: top, text: "number", fill: "colour", fontWeight: 600},
      href: linkTo && (({id}) => linkTo(id)),
    }),
    text(placed, {
      ...common,
      ...{x: ({number}) => x + (number.length + 1) * size * 0.6, y: top, text: ({lines: own}) => own.join("\n")},
      fill: ({isChosen, colour}) => (isChosen ? ink.text : colour),
    }),
    ...numberMarks(lines, scales, size, linkTo),
  ];
}

/** The numbers of the chosen series over its other dots. */
function numberMarks(lines: readonly Line[], {x, y}: Scales, size: number, linkTo: ChartOptions["linkTo"]): Markish[] {
  const numbers = lines
    .filter(({isChosen}) => isChosen)
    .flatMap(({stretches, shift, colour}) =>
      stretches
        .flat()
        .slice(0, -1)
        .map((each) => ({...each, colour, x: x(each.wave) + shift, y: y(each.high) - 4})),
    );
  return [
    text(numbers, {
      ...{x: "x", y: "y", text: "shown", fill: "colour", fontWeight: 600, lineAnchor: "bottom", fontSize: size},
      ...{stroke: ink.ground, strokeWidth: 3, href: linkTo && (({id}) => linkTo(id))},
    }),
  ];
}

/** Labels as near the ends of their lines as they can be one under another, from the top. */
function apart(labels: readonly EndLabel[], y: Scales["y"]): (EndLabel & {middle: number})[] {
  const ordered = labels.toSorted((a, b) => a.end.y - b.end.y).map((label) => ({...label, middle: label.end.y}));
  const gap = 3;
  const push = (from: number, to: number, direction: 1 | -1) => {
    const least = (ordered[from].height + ordered[to].height) / 2 + gap;
    const wanted = ordered[from].middle + direction * least;
    ordered[to].middle = direction > 0 ? Math.max(ordered[to].middle, wanted) : Math.min(ordered[to].middle, wanted);
  };
  for (let at = 1; at < ordered.length; at++) push(at - 1, at, 1);
  const last = ordered[ordered.length - 1];
  if (last) last.middle = Math.min(last.middle, y(0) + margin.bottom - last.height / 2);
  for (let at = ordered.length - 1; at > 0; at--) push(at, at - 1, -1);
  return ordered;
}

/** The ends of a scale that has all of some series, with a little room. */
export function fittedDomain(series: readonly TrendSeries[]): [number, number] {
  const dots = series.flatMap(({stretches}) => stretches.flat());
  const [low, high] = [min(dots, (each) => each.low) ?? 0, max(dots, (each) => each.high) ?? 1];
  return high > low ? [low, high] : [low - 0.5, high + 0.5];
}
