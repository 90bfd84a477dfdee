import {axisX, axisY, dot, line, type Markish, rect, ruleY, text} from "@observablehq/plot";
import {formatCount} from "../../lib/language/format.js";
import type {Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** From what was reported to what was planned. Dates are UTC. */
export interface PlanChartData {
  /** What the survey found, at the middle of the fieldwork. */
  reported: {quantity: Quantity; label: Text};
  /** What the same municipalities planned for, later in the same year. */
  planned: {quantity: Quantity; label: Text; date: Date};
  fieldwork: {from: Date; to: Date; label: Text};
}

/** A line from a reported share to a planned one: the plan dashed and hollow, for it is no outcome. */
export function planChart(data: PlanChartData, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const {fieldwork, planned} = data;
  return drawPlot([...backgroundMarks(fieldwork, options), ...pointMarks(data, options)], {
    document,
    width,
    height: isNarrow(width) ? 250 : 240,
    marginLeft: 40,
    marginRight: isNarrow(width) ? 48 : 90,
    marginTop: 10,
    marginBottom: 28,
    x: {type: "utc", domain: [new Date(Date.UTC(fieldwork.from.getUTCFullYear(), 0)), planned.date], axis: null},
    y: {domain: [0, 1], axis: null},
    r: {type: "identity"},
  });
}

/** The months of the year, shares from 0 to 100, and when the survey was made. */
function backgroundMarks(fieldwork: PlanChartData["fieldwork"], {lang, width}: ChartOptions): Markish[] {
  const month = new Intl.DateTimeFormat(lang, {month: isNarrow(width) ? "short" : "long", timeZone: "UTC"});
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const tick = {label: null, fill: ink.quiet, stroke: ink.rule};
  return [
    rect([fieldwork], {x1: "from", x2: "to", y1: 0, y2: 1, fill: ink.rule, fillOpacity: 0.45}),
    ruleY(shares, {stroke: (share) => (share === 0 ? ink.quiet : ink.rule)}),
    axisY(shares, {...tick, tickSize: 0, tickFormat: (share: number) => String(share * 100)}),
    axisX({
      ...tick,
      ticks: "3 months",
      tickSize: 4,
      textAnchor: "start",
      tickFormat: (date: Date) => month.format(date),
    }),
    text([fieldwork], {
      x: "from",
      y: 0,
      text: ({label}) => label[lang],
      textAnchor: "start",
      dx: 6,
      dy: -10,
      fill: ink.quiet,
    }),
  ];
}

function pointMarks({reported, planned, fieldwork}: PlanChartData, {lang, width, linkTo}: ChartOptions): Markish[] {
  const size = textSize(width);
  const middle = new Date((fieldwork.from.getTime() + fieldwork.to.getTime()) / 2);
  const points = [
    {...reported, date: middle, colour: ink.subject, fill: ink.subject, r: 8},
    {...planned, colour: ink.contrast, fill: ink.ground, r: 7},
  ];
  const place = {x: "date", y: ({quantity}: {quantity: Quantity}) => quantity.value};
  return [
    line(points, {...place, stroke: ink.contrast, strokeWidth: 2, strokeDasharray: "3 5"}),
    dot(points, {...place, r: "r", fill: "fill", stroke: "colour", strokeWidth: 2.5}),
    text(points, {
      ...place,
      text: ({quantity}) => formatCount(quantity, lang),
      fill: "colour",
      fontSize: size * 2,
      dy: -size * 1.9,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    }),
    text(points, {
      ...place,
      text: ({label}) => label[lang],
      fill: ink.text,
      dy: size * 1.2,
      lineAnchor: "top",
      lineWidth: isNarrow(width) ? 7 : 12,
    }),
  ];
}
