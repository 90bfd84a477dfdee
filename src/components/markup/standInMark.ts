import type {FigureView} from "../figure.js";

/** What a copied link to made-up respondents carries, so that it says what it leads to; pages take no notice of it. */
export const madeUpKey = "data";
const madeUpMark = `${madeUpKey}=stand-in`;

/** True of a figure that shows a number of made-up respondents. */
export function isMadeUp({rows}: FigureView): boolean {
  return rows.some(({quantity}) => quantity.rank === "standIn");
}

/** The query that a link to a figure carries, whatever else the reader chose: empty but for made-up respondents. */
export function markOf(view: FigureView): string {
  return isMadeUp(view) ? madeUpMark : "";
}

/** A query with a mark added, with `?`; "" when there is nothing to say. */
export function withMark(search: string, mark = ""): string {
  const parameters = new URLSearchParams(search);
  for (const [key, value] of new URLSearchParams(mark)) parameters.set(key, value);
  return parameters.size > 0 ? `?${parameters}` : "";
}
