import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {drawnWidths} from "../../markup/figureMarkup.js";
import type {ChartCell} from "../drawnTable.js";
import {heatMap} from "./heatMap.js";

const {document} = new JSDOM("").window;

const cell = (row: number, value: number, isUncertain: boolean): ChartCell => ({
  row,
  column: 0,
  quantity: {id: `cell-${row}`, value, low: 0, high: 1, rank: "standIn"} as ChartCell["quantity"],
  shown: String(value * 100),
  isUncertain,
});

/** How dark the square of each cell is. */
function darkness(cells: readonly ChartCell[], width: number): number[] {
  const rows = cells.map(({shown}) => shown);
  const svg = heatMap({cells, rows, columns: ["All"], isOrdered: false}, 1, {lang: "en", width, document});
  return [...svg.querySelectorAll("rect[fill-opacity]")].map((square) => Number(square.getAttribute("fill-opacity")));
}

it.each(Object.values(drawnWidths))("one of one is never the darkest of a heat map of small shares: %i", (width) => {
  const [small, smaller, oneOfOne] = darkness([cell(0, 0.2, false), cell(1, 0.1, false), cell(2, 1, true)], width);
  expect(small).toBeGreaterThan(smaller);
  expect(oneOfOne).toBeLessThan(small);
});

it("uncertain squares are seen where no other has a number", () => {
  const lacking = {
    ...cell(1, 0, false),
    quantity: {id: "cell-1", value: null, lack: "missing"} as ChartCell["quantity"],
  };
  expect(darkness([cell(0, 1, true), lacking], 350)[0]).toBeGreaterThan(0.1);
});
