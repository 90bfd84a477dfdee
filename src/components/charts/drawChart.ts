import type {Lang, Text} from "../../lib/language/text.js";
import type {FigureView} from "../figure.js";
import {isMadeUp} from "../markup/standInMark.js";
import {type ChartOptions, ink, textSize} from "./chart.js";

/** What stands inside every picture that is made of made-up respondents. */
export const standInLabel: Text = {
  nb: "Konstruerte svar – ikke funn",
  en: "Made-up respondents – not findings",
};

/** Height that the label takes, in pixels. */
const labelHeight = 30;

/** A figure's chart. If any of its numbers is of made-up respondents, the picture itself says so. */
export function drawChart(view: FigureView, options: ChartOptions): SVGSVGElement {
  const svg = view.chart(options);
  if (isMadeUp(view)) addLabel(svg, options);
  return svg;
}

/** Makes room over the chart and writes the label there, in the contrast colour, whatever the chart is. */
function addLabel(svg: SVGSVGElement, {lang, width, document}: ChartOptions): void {
  const height = Number(svg.getAttribute("height"));
  svg.setAttribute("viewBox", `0 ${-labelHeight} ${width} ${height + labelHeight}`);
  svg.setAttribute("height", String(height + labelHeight));
  const label = document.createElementNS("http://www.w3.org/2000/svg", "g");
  label.setAttribute("data-label", "standIn");
  label.setAttribute("aria-hidden", "true");
  label.append(...parts(lang, width, document));
  svg.prepend(label);
}

function parts(lang: Lang, width: number, document: Document): SVGElement[] {
  const size = textSize(width);
  const line = element(document, "line", {
    x1: 0,
    x2: width,
    y1: -labelHeight + 22,
    y2: -labelHeight + 22,
    stroke: ink.contrast,
    "stroke-width": 1.5,
    "stroke-dasharray": "5 3",
  });
  const text = element(document, "text", {
    x: 0,
    y: -labelHeight + 15,
    fill: ink.contrast,
    "font-size": size,
    "font-weight": 600,
    "text-anchor": "start",
  });
  text.textContent = standInLabel[lang];
  return [line, text];
}

function element(document: Document, name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
