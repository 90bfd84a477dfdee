import {type Markish, type PlotOptions, plot} from "@observablehq/plot";
import type {Lang} from "../../lib/language/text.js";

/** What every chart is given besides its data. Width is in CSS pixels; nothing is drawn smaller than 12 px. */
export interface ChartOptions {
  lang: Lang;
  width: number;
  document: Document;
  /** Where a number in the picture leads: to what it rests on. Without it the numbers are not links. */
  linkTo?: (quantityId: string) => string | undefined;
}

/** Narrower than this, a chart stacks what it would set side by side. */
export const isNarrow = (width: number) => width < 480;

/** Size of text in a chart, in pixels, by the width it is drawn at. */
export const textSize = (width: number) => (isNarrow(width) ? 12 : 14);

/** Colours by meaning; the page's style sheet gives them their values in light and dark. */
export const ink = {
  text: "var(--ink)",
  quiet: "var(--quiet)",
  rule: "var(--rule)",
  frame: "var(--frame)",
  ground: "var(--ground)",
  subject: "var(--subject)",
  subjectMid: "var(--subject-mid)",
  contrast: "var(--contrast)",
  context: "var(--context)",
} as const;

/**
 * Plot, drawn in our way: no style of its own, and none of the English labels it writes for screen readers.
 * Only links are left for them inside the picture; the figure around it says the rest in words.
 */
export function drawPlot(
  marks: Markish[],
  {document, width, ...options}: PlotOptions & {document: Document; width: number},
): SVGSVGElement {
  const drawn = plot({
    document,
    width,
    className: "plot",
    ...options,
    marks,
  });
  const svg = drawn as SVGSVGElement;
  svg.querySelector("style")?.remove();
  svg.setAttribute("font-family", "var(--sans)");
  svg.setAttribute("font-size", String(textSize(width)));
  svg.setAttribute("color", ink.text);
  for (const labelled of svg.querySelectorAll("[aria-label], [aria-description]")) {
    labelled.removeAttribute("aria-label");
    labelled.removeAttribute("aria-description");
  }
  roundPlaces(svg);
  for (const group of svg.children) if (!group.querySelector("a")) group.setAttribute("aria-hidden", "true");
  return svg;
}

/** Places to a tenth of a pixel: what Plot writes after that is seen by nobody and sent to everybody. */
function roundPlaces(svg: SVGSVGElement): void {
  for (const element of svg.querySelectorAll("*")) {
    for (const name of ["x", "y", "x1", "x2", "y1", "y2", "width", "height", "d", "transform"]) {
      const value = element.getAttribute(name);
      if (value?.includes("."))
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d{2,}/g, (place) => String(round(place))),
        );
    }
  }
}

const round = (place: string) => Math.round(Number(place) * 10) / 10;
