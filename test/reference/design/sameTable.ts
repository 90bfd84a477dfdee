import {expect} from "vitest";
import {restOf} from "../../../src/lib/statistics/tests/letters.js";
import {differencesOf} from "../../../src/lib/table/tableTests.js";
import type {Tabulated} from "../../../src/lib/table/tabulate.js";
import {type CellByR, sameAsR} from "../sameAsR.js";

/** A table as R made it with the script that came with it. */
export interface TableByR {
  cells: CellByR[];
  association?: {method: string; f: number | null; p: number; adjusted_p: number; cramers_v: number}[];
  pairs?: [row: string, a: string, b: string, ...numbers: number[]][];
  /** Default: `each`. */
  compare?: string;
}

/** To eight digits: R iterates to weights that meet margins. */
export const {expectSame, expectSameCells, expectSameTest} = sameAsR(1e-8);

export function expectSamePairs(found: Tabulated, {pairs = [], compare = "each"}: TableByR): void {
  const {rows, columns, columnVariable} = found.table;
  const codes = columns.slice(1).map(({code}) => code);
  const isRest = compare === "rest" || columnVariable?.type === "multiple";
  const own = differencesOf(found, isRest ? "rest" : "each")?.pairs ?? [];
  const inR = new Map(pairs.map(([row, a, b, ...numbers]) => [`${row}, ${a}, ${b}`, numbers]));
  expect(own.length).toBe(pairs.length);
  for (const {row, a, b, p, adjustedP, interval} of own) {
    const at = `${rows[row].code}, ${codes[a]}, ${b === restOf ? "rest" : codes[b]}`;
    const numbers = inR.get(at) ?? [];
    const {low, high} = interval({level: found.table.level});
    for (const [i, each] of [low, high, p, adjustedP].entries()) expectSame(each, numbers[i], at);
  }
}
