import {type Markish, type PlotOptions, plot, type ScaleOptions} from "@observablehq/plot";
import {range} from "d3";
import type {Lang} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";

/** Words in lines of at most so many characters; a longer word has a line of its own. */
export function wrapAt(text: string, most: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + word.length + 1 > most) lines.push(word);
    else lines[last] = lines[last] ? `${lines[last]} ${word}` : word;
  }
  return lines;
}

/** What every chart is given besides its data. Width is in CSS pixels; nothing is drawn smaller than 12 px. */
export interface ChartOptions {
  lang: Lang;
  width: number;
  document: Document;
  /** Where a number in the picture leads: to what it rests on. Without it the numbers are not links. */
  linkTo?: (quantityId: string) => string | undefined;
}

/** Where the number of a mark leads: to what it rests on, unless there is no number. */
export const linkOf = ({linkTo}: Pick<ChartOptions, "linkTo">) =>
  linkTo && (({quantity}: {quantity: Quantity}) => (quantity.lack ? undefined : linkTo(quantity.id)));

/** Narrower than this, a chart stacks what it would set side by side. */
export const isNarrow = (width: number) => width < 480;

/** Size of text in a chart, in pixels, by the width it is drawn at. */
export const textSize = (width: number) => (isNarrow(width) ? 12 : 14);

/** Mean width of a letter in a chart, in ems. */
export const letterWidth = 0.54;

/**
 * Colours by meaning. The page's style sheet gives them their values in light and dark; in a page or a picture without it
 * they have those of light.
 */
export const ink = {
  text: "var(--ink, #16211f)",
  quiet: "var(--quiet, #56635f)",
  rule: "var(--rule, #c9d1ce)",
  frame: "var(--frame, #85918d)",
  ground: "var(--ground, #ffffff)",
  subject: "var(--subject, #0b5d6b)",
  subjectMid: "var(--subject-mid, #7fb3bb)",
  contrast: "var(--contrast, #b4480a)",
  context: "var(--context, #6b7673)",
} as const;

/**
 * A scale of numbered bands, or of facets.
 *
 * @param size of a band, and `gap` from one to the next: pixels
 */
export function bandScale(count: number, {size, gap}: {size: number; gap: number}) {
  const paddingInner = count > 1 ? gap / (size + gap) : 0; // d3 pads a single band on both sides
  return {domain: range(count), paddingInner, paddingOuter: 0, round: false, axis: null} satisfies ScaleOptions;
}

/** Heights in pixels of rows one under another. */
export interface RowHeights {
  /** From one row to the next. */
  pitch: number;
  /** Of the band in which a row's marks are drawn. */
  thick: number;
  /** Over the first band, and under the last. */
  top: number;
  bottom: number;
}

/** The height and the scale of a chart whose rows are numbered from 0 on `y`. */
export function rowScale(count: number, {pitch, thick, top, bottom}: RowHeights) {
  return {
    height: top + Math.max(0, count - 1) * pitch + thick + bottom,
    marginTop: top,
    marginBottom: bottom,
    y: {type: "band", ...bandScale(count, {size: thick, gap: pitch - thick})},
  } satisfies PlotOptions;
}

/**
 * Plot, drawn in our way: no style of its own, and none of the English labels it writes for screen readers.
 * Only links are left for them inside the picture; the figure around it says the rest in words.
 */
export function drawPlot(
  marks: Markish[],
  {document, width, ...options}: PlotOptions & {document: Document; width: number},
): SVGSVGElement {
  const svg = plot({document, width, className: "plot", ...options, marks}) as SVGSVGElement;
  svg.querySelector("style")?.remove();
  svg.setAttribute("font-family", "var(--sans, Schibsted Grotesk, Helvetica, Arial, sans-serif)");
  svg.setAttribute("font-size", String(textSize(width)));
  svg.setAttribute("color", ink.text);
  // By name and not by selector, which a build's document takes far longer to look up.
  for (const element of svg.getElementsByTagName("*")) {
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-description");
    roundPlaces(element);
  }
  for (const child of svg.children)
    if (child.getElementsByTagName("a").length === 0) child.setAttribute("aria-hidden", "true");
  return svg;
}

/** A plot whose marks are placed in pixels, from the top left. */
export function drawPixels(
  marks: Markish[],
  {document, width, height}: {document: Document; width: number; height: number},
): SVGSVGElement {
  return drawPlot(marks, {
    document,
    width,
    height,
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
  });
}

/** Height of a drawing, in pixels. */
export const heightOf = (svg: SVGSVGElement) => Number(svg.getAttribute("height"));

/** Several drawings in one, each at its place. */
export function together(
  parts: readonly {svg: SVGSVGElement; x: number; y: number}[],
  {width, height, document}: {width: number; height: number; document: Document},
): SVGSVGElement {
  const whole = drawPlot([], {document, width, height, margin: 0, axis: null});
  for (const {svg, x, y} of parts) {
    svg.setAttribute("x", String(x));
    svg.setAttribute("y", String(y));
    svg.removeAttribute("class");
    if (svg.getElementsByTagName("a").length === 0) svg.setAttribute("aria-hidden", "true");
    whole.append(svg);
  }
  return whole;
}

const places = ["x", "y", "x1", "x2", "y1", "y2", "width", "height", "d", "transform"];

/** Rounds places to a tenth of a pixel: nobody sees what Plot writes after that, and every page would carry it. */
function roundPlaces(element: Element): void {
  for (const name of places) {
    const value = element.getAttribute(name);
    if (value?.includes(".")) element.setAttribute(name, value.replace(/-?\d+\.\d{2,}/g, toTenth));
  }
}

const toTenth = (place: string) => String(Math.round(Number(place) * 10) / 10);
