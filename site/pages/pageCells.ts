import {figures} from "../../src/components/figures.js";
import {suggestion} from "../../src/lib/language/nearest.js";

const named = /\b(?:controls|figure)\(\s*["'](?<id>[^"']+)["']/g;

/**
 * Refuses cells that bring to life a figure that there is not. Only cells of a page that imports the report's own
 * functions are looked at: elsewhere `figure` and `controls` may be an author's.
 *
 * @throws naming the figure, the nearest one that there is, and the page
 */
export function refuseUnknownFigures(cells: readonly string[], path = ""): void {
  if (!cells.some((code) => code.includes("components/live.js"))) return;
  const known = figures.map(({id}) => id);
  for (const {groups} of cells.join("\n").matchAll(named)) {
    const id = groups?.id ?? "";
    if (!known.includes(id)) throw new Error(`unknown figure: ${id}${suggestion(id, known)} (${path}, js cell)`);
  }
}
