import type {Text} from "../../lib/language/text.js";
import {markup} from "../../lib/markup.js";
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
  const height = Number(svg.getAttribute("height")) + labelHeight;
  svg.setAttribute("viewBox", `0 ${-labelHeight} ${width} ${height}`);
  svg.setAttribute("height", String(height));
  const label = document.createElementNS("http://www.w3.org/2000/svg", "g");
  label.setAttribute("data-label", "standIn");
  label.setAttribute("aria-hidden", "true");
  label.innerHTML =
    markup`<line x1="0" x2="${width}" y1="-8" y2="-8" stroke="${ink.contrast}" stroke-width="1.5" stroke-dasharray="5 3"></line><text x="0" y="-15" fill="${ink.contrast}" font-size="${textSize(width)}" font-weight="600" text-anchor="start">${standInLabel[lang]}</text>`.html;
  svg.prepend(label);
}
