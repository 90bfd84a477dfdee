import {areaY, axisX, axisY, line, link, type Markish, ruleY, text} from "@observablehq/plot";
import {outwardOf100} from "../../lib/language/format.js";
import type {Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** How the limits of a share depend on something that is not known, from 0 to all. */
export interface RangeBandData {
  /** From left to right: where on the axis, 0 to 1, what is said there, and the limits. */
  points: readonly {at: number; label: Text; quantity: Quantity}[];
  /** The share where all is known, what it is of, and what the axis calls that end. */
  known: {quantity: Quantity; label: Text; end: Text};
}

/** A band that closes as more is known; at each point its limits in numbers. */
export function rangeBand({points, known}: RangeBandData, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const narrow = isNarrow(width);
  return drawPlot([...bandMarks({points, known}, options), ...numberMarks(points, options)], {
    document,
    width,
    height: narrow ? 240 : 220,
    marginLeft: 34,
    marginRight: narrow ? 30 : 130,
    marginTop: 16,
    marginBottom: narrow ? 42 : 28,
    x: {domain: [0, 1], axis: null},
    y: {domain: [0, 1], axis: null},
  });
}

function bandMarks({points, known}: RangeBandData, {lang, width, linkTo}: ChartOptions): Markish[] {
  const {low, high, value} = known.quantity;
  const ends = [{at: 0, low: 0, high: 1}, ...points.map(({at, quantity: {low, high}}) => ({at, low, high}))];
  const band = [...ends, {at: 1, low, high}];
  const tick = {label: null, tickSize: 0, fill: ink.quiet};
  const named = new Map([...points.map(({at, label}) => [at, label] as const), [1, known.end]]);
  return [
    ruleY([0, 1], {stroke: ink.rule}),
    areaY(band, {x: "at", y1: "low", y2: "high", fill: ink.subject, fillOpacity: 0.1}),
    ...(["low", "high"] as const).map((end) => line(band, {x: "at", y: end, stroke: ink.subject, strokeWidth: 2})),
    ruleY([value], {stroke: ink.quiet, strokeDasharray: "3 4"}),
    text([known], {
      x: 1,
      y: isNarrow(width) ? 1 : (value ?? 0),
      text: ({label}) => label[lang],
      textAnchor: isNarrow(width) ? "end" : "start",
      lineAnchor: isNarrow(width) ? "top" : "middle",
      dx: 8,
      dy: isNarrow(width) ? 5 : 0,
      lineWidth: 9,
      fill: ink.quiet,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    }),
    axisY([0, 0.5, 1], {...tick, tickFormat: (share: number) => String(share * 100)}),
    axisX([...named.keys()], {
      ...tick,
      tickPadding: 8,
      tickFormat: (at: number) => named.get(at)?.[lang],
      lineWidth: isNarrow(width) ? 5 : 14,
      textAnchor: "middle",
    }),
  ];
}

/** The limits in numbers, the upper over the band and the lower under it. */
function numberMarks(points: RangeBandData["points"], {width, linkTo}: ChartOptions): Markish[] {
  const size = textSize(width);
  const number = (end: "low" | "high", dy: number) =>
    text(points, {
      x: "at",
      y: ({quantity}) => quantity[end],
      text: ({quantity}) => String(outwardOf100(quantity)[end]),
      dy,
      fill: ink.subject,
      fontSize: size * 1.15,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    });
  const [y1, y2] = [
    ({quantity}: {quantity: Quantity}) => quantity.low,
    ({quantity}: {quantity: Quantity}) => quantity.high,
  ];
  return [
    link(points, {x: "at", y1, y2, stroke: ink.subject, strokeWidth: 1.5}),
    number("high", -size * 0.8),
    number("low", size * 0.9),
  ];
}
