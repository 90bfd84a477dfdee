import {axisX, axisY, dot, line, ruleX, ruleY, text} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** One share at one time. */
export interface TimeDot {
  id: string;
  /** Which panel it belongs to: only what measures the same thing shares a panel. */
  panel: string;
  date: Date;
  share: number;
  /** What stands beside it: the number, and in short whose it is. */
  label: string;
  /** Joined by a line with the others of the same series. */
  series: string | null;
  /** The survey this report is about, or another; and whether the two may be set side by side. */
  kind: "subject" | "near" | "other";
}

const first = new Date(Date.UTC(2010, 5, 1));
const last = new Date(Date.UTC(2015, 11, 31));

/** One panel under another, each with the same years and the same 0 to 100, so that the eye may go down but no line does. */
export function timeDots(dots: readonly TimeDot[], panels: readonly {code: string; title: string}[], options: ChartOptions): SVGSVGElement {
  const {width, document, linkTo} = options;
  const size = textSize(width);
  const shown = panels.filter(({code}) => dots.some(({panel}) => panel === code));
  const height = isNarrow(width) ? 150 : 168;
  const years = (isNarrow(width) ? [2011, 2013, 2015] : [2011, 2012, 2013, 2014, 2015]).map((year) => new Date(Date.UTC(year, 0, 1)));
  const placed = spreadLabels(dots, width, height);
  const colour = ({kind}: TimeDot) => (kind === "subject" ? ink.subject : ink.context);
  return drawPlot(
    [
      ruleX(years, {stroke: ink.rule, strokeDasharray: "1 3"}),
      ruleY([0, 0.5, 1], {stroke: ink.rule}),
      axisY([0, 0.5, 1], {tickSize: 0, fill: ink.quiet, anchor: "left", tickFormat: (share: number) => String(share * 100)}),
      axisX(years, {tickSize: 0, fill: ink.quiet, anchor: "bottom", tickFormat: (date: Date) => String(date.getUTCFullYear()), textAnchor: "start"}),
      text(shown, {fy: "code", frameAnchor: "top-left", text: "title", dy: -22, dx: -26, textAnchor: "start", fill: ink.text, fontSize: size + 1}),
      line(
        dots.filter(({series}) => series),
        {fy: "panel", x: "date", y: "share", z: "series", stroke: ink.context, strokeWidth: 1.5},
      ),
      dot(dots, {
        fy: "panel",
        x: "date",
        y: "share",
        r: ({kind}) => (kind === "subject" ? 6 : 4.5),
        fill: (each) => (each.kind === "other" ? ink.ground : colour(each)),
        stroke: colour,
        strokeWidth: 1.75,
      }),
      text(placed, {
        fy: "panel",
        x: "date",
        y: "labelShare",
        dx: 9,
        text: "label",
        textAnchor: "start",
        fill: (each) => (each.kind === "subject" ? ink.subject : ink.text),
        stroke: ink.ground,
        strokeWidth: 4,
        href: linkTo && (({id}) => linkTo(id)),
      }),
    ],
    {
      document,
      width,
      height: shown.length * height + 30,
      marginLeft: 30,
      marginRight: isNarrow(width) ? 56 : 96,
      marginTop: 34,
      marginBottom: 22,
      x: {type: "utc", domain: [first, last], axis: null},
      y: {domain: [0, 1], axis: null},
      fy: {domain: shown.map(({code}) => code), axis: null, padding: 0.36},
    },
  );
}

/** Labels moved up or down, in shares of the panel, until none that stand near in time touch. */
function spreadLabels(dots: readonly TimeDot[], width: number, height: number): (TimeDot & {labelShare: number})[] {
  const lineShare = (textSize(width) * 1.2) / (height * 0.62);
  const nearInTime = ((last.getTime() - first.getTime()) * (isNarrow(width) ? 0.5 : 0.26)) | 0;
  const placed: (TimeDot & {labelShare: number})[] = [];
  for (const each of [...dots].sort((a, b) => b.share - a.share)) {
    const above = placed.filter((other) => other.panel === each.panel && Math.abs(Number(other.date) - Number(each.date)) < nearInTime);
    const highest = Math.min(...above.map(({labelShare}) => labelShare - lineShare), 1.05);
    placed.push({...each, labelShare: Math.min(each.share, highest)});
  }
  return placed;
}
