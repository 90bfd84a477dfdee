import type {FigureView} from "../figure.js";
import {drawnWidths, type FigureParts} from "./figureMarkup.js";

/** Widths of a frame, in pixels, and which drawing it shows how wide: as the style of embeds says. */
const frames = [
  {text: 296, drawing: "narrow", width: 296},
  {text: 456, drawing: "narrow", width: 456},
  {text: 695, drawing: "narrow", width: 480},
  {text: 720, drawing: "wide", width: 800},
] as const;

/** A letter’s width and a line’s height, in pixels. */
const type = {
  title: {letter: 12.2, line: 28.4},
  subtitle: {letter: 7.9, line: 21},
  note: {letter: 7.4, line: 20.3},
  source: {letter: 7.4, line: 20.3},
};

/** Letters of the line that leads to the report, about. */
const whole = 75;
const margins = 116;
const row = 62;

/**
 * A height, in pixels, in which a figure alone on its page is seen whole in a frame from 320 px wide: reckoned from its
 * drawings, at every width, and its text.
 */
export function embedHeight(parts: FigureParts, shows: FigureView["shows"] = "picture"): number {
  const heights = frames.map(({text, drawing, width}) => {
    const lines = (letters: number, {letter, line}: {letter: number; line: number}) =>
      line * Math.ceil((letters * letter) / text);
    const words = (Object.keys(type) as (keyof typeof type)[]).map((name) =>
      lines(parts[name].html.replace(/<[^>]*>/g, "").length, type[name]),
    );
    const svg = parts.picture.map((element) => element.closest(`.${drawing}`)?.querySelector("svg")).find(Boolean);
    const [, , , high = 0] = (svg?.getAttribute("viewBox") ?? "").split(" ").map(Number);
    const picture = shows === "table" ? 0 : (high * width) / drawnWidths[drawing];
    return words.reduce((sum, each) => sum + each, picture + lines(whole, type.subtitle));
  });
  const table = shows === "picture" ? 0 : row * parts.table.html.split("<tr").length;
  return 10 * Math.ceil((Math.max(...heights) + table + margins) / 10);
}
