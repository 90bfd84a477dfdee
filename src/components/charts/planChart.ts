import {axisX, axisY, dot, line, rect, ruleY, text} from "@observablehq/plot";
import {formatCount} from "../../lib/language/format.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** From what was reported to what was planned. Dates are UTC. */
export interface PlanChartData {
  /** What the survey found, at the middle of the fieldwork. */
  reported: Quantity;
  /** What the same municipalities planned for. */
  planned: Quantity;
  fieldwork: {from: Date; to: Date};
  plannedFor: Date;
  labels: {reported: string; planned: string; fieldwork: string};
}

/** A line from a reported share to a planned one: the plan dashed and hollow, for it is no outcome. */
export function planChart(
  {reported, planned, fieldwork, plannedFor, labels}: PlanChartData,
  options: ChartOptions,
): SVGSVGElement {
  const {lang, width, document, linkTo} = options;
  const size = textSize(width);
  const middle = new Date((fieldwork.from.getTime() + fieldwork.to.getTime()) / 2);
  const points = [
    {date: middle, quantity: reported, share: reported.value, label: labels.reported, colour: ink.subject},
    {date: plannedFor, quantity: planned, share: planned.value, label: labels.planned, colour: ink.contrast},
  ];
  const month = new Intl.DateTimeFormat(lang, {month: isNarrow(width) ? "short" : "long", timeZone: "UTC"});
  return drawPlot(
    [
      rect([fieldwork], {x1: "from", x2: "to", y1: 0, y2: 1, fill: ink.rule, fillOpacity: 0.45}),
      ruleY([0], {stroke: ink.quiet}),
      axisY([0, 0.25, 0.5, 0.75, 1], {
        tickSize: 0,
        fill: ink.quiet,
        anchor: "left",
        label: null,
        tickFormat: (share: number) => String(share * 100),
      }),
      ruleY([0.25, 0.5, 0.75, 1], {stroke: ink.rule}),
      axisX(
        [0, 3, 6, 9].map((at) => new Date(Date.UTC(2011, at, 1))),
        {
          tickSize: 4,
          fill: ink.quiet,
          stroke: ink.rule,
          label: null,
          textAnchor: "start",
          tickFormat: (date: Date) => month.format(date),
        },
      ),
      text([fieldwork], {
        x: "from",
        y: 0,
        text: () => labels.fieldwork,
        textAnchor: "start",
        dx: 6,
        dy: -10,
        fill: ink.quiet,
      }),
      line(points, {x: "date", y: "share", stroke: ink.contrast, strokeWidth: 2, strokeDasharray: "3 5"}),
      dot(points.slice(0, 1), {x: "date", y: "share", r: 8, fill: ink.subject, stroke: ink.subject}),
      dot(points.slice(1), {x: "date", y: "share", r: 7, fill: ink.ground, stroke: ink.contrast, strokeWidth: 2.5}),
      text(points, {
        x: "date",
        y: "share",
        text: ({quantity}) => formatCount(quantity, lang),
        fill: "colour",
        fontSize: size * 2,
        dy: -size * 1.9,
        textAnchor: "middle",
        href: linkTo && (({quantity}) => linkTo(quantity.id)),
      }),
      text(points, {
        x: "date",
        y: "share",
        text: "label",
        fill: ink.text,
        dy: size * 1.2,
        lineAnchor: "top",
        textAnchor: "middle",
        lineWidth: isNarrow(width) ? 7 : 12,
      }),
    ],
    {
      document,
      width,
      height: isNarrow(width) ? 300 : 340,
      marginLeft: 40,
      marginRight: isNarrow(width) ? 48 : 90,
      marginTop: 10,
      marginBottom: 28,
      x: {type: "utc", domain: [new Date(Date.UTC(2011, 0, 1)), new Date(Date.UTC(2011, 11, 31))], axis: null},
      y: {domain: [0, 1], axis: null},
    },
  );
}
