import type {Explored} from "../../../data-loaders/explorer/explored.js";
import {type Filter, parts} from "../../../src/lib/explore/countRespondents.js";
import {missingCodes, type TallyColumn} from "../../../src/lib/explore/tally.js";
import {classColumn, type ExploredCategory} from "../../../src/lib/explore/variable.js";
import {reasons} from "../../../src/lib/respondents.js";
import type {Crosstabs, FilterChange} from "./filterChange.js";
import {insideFilter, statesOf, unknownToFilter} from "./filterStates.js";

const notAsked = reasons.indexOf("notAsked");

/**
 * The baseline: respondents row by row, in loops over typed arrays as tight as they can be written. Nothing is allocated
 * on a change, nothing is looked up by name, and counting has no branches to be guessed wrong.
 */
export function inLoops(
  found: Explored,
  {rows, columns, filters}: FilterChange,
): (filters: readonly Filter[]) => Crosstabs {
  const columnOf = (name: string) => found.columns.get(name) as TallyColumn;
  const county = columnOf(columns.categories[0].column);
  const classes = columnOf(classColumn);
  const width = county.categories.length;
  const where = county.codes.map((code, row) => (classes.codes[row] - missingCodes) * width + code - missingCodes);
  const populations = Float64Array.from(found.classes, ({population}) => population ?? 0);
  const tables = rows
    .flatMap(({categories}) => parts(categories))
    .map((part) => tableOf(columnOf(part[0].column), part, {width, depth: classes.categories.length}));
  const cells = new Float64Array(tables.reduce((sum, {shown}) => sum + shown.length * width, 0));
  const state = new Uint8Array(found.count);
  const filtered = filters[0].map(({categories}) => columnOf(categories[0].column));
  return (chosen) => {
    const states = chosen.map((filter, at) => statesOf(filter, filtered[at]));
    setState(state, states, filtered);
    let at = 0;
    for (const table of tables) {
      count(table, state, where);
      at = weigh(table, populations, cells, at);
    }
    return cells;
  };
}

function setState(state: Uint8Array, [a, b, c]: readonly Uint8Array[], filtered: readonly TallyColumn[]): void {
  const [codesA, codesB, codesC] = filtered.map(({codes}) => codes);
  for (let i = 0; i < state.length; i++) state[i] = a[codesA[i]] & b[codesB[i]] & c[codesC[i]];
}

interface Table {
  codes: Uint16Array;
  /** By state and code where its block of classes by columns begins in `counts`. */
  place: Uint16Array;
  /** A block for each row, one for those outside, and one for the unanswered. */
  counts: Uint32Array;
  width: number;
  /** Classes by columns. */
  block: number;
  /** Rows whose cells are given. */
  shown: readonly number[];
}

const stateBits = 8;

function tableOf(
  {codes, categories}: TallyColumn,
  part: readonly ExploredCategory[],
  {width, depth}: {width: number; depth: number},
): Table {
  const block = width * depth;
  const [outside, unanswered] = [categories.length * block, (categories.length + 1) * block];
  const place = new Uint16Array(4 << stateBits).fill(outside);
  for (let code = 0; code < missingCodes + categories.length; code++) {
    if (code === notAsked) continue;
    place[(unknownToFilter << stateBits) | code] = unanswered;
    place[(insideFilter << stateBits) | code] = code < missingCodes ? unanswered : (code - missingCodes) * block;
  }
  const shown = part.map(({of: [code]}) => categories.indexOf(code));
  return {codes, place, counts: new Uint32Array(unanswered + block), width, block, shown};
}

function count({codes, place, counts}: Table, state: Uint8Array, where: Uint16Array): void {
  counts.fill(0);
  for (let i = 0; i < codes.length; i++) counts[place[(state[i] << stateBits) | codes[i]] + where[i]]++;
}

/** Writes the sums of weights of a table's cells from `at` on, the weight being N/n of the class. */
function weigh(
  {counts, block, width, shown}: Table,
  populations: Float64Array,
  cells: Float64Array,
  at: number,
): number {
  const end = at + shown.length * width;
  cells.fill(0, at, end);
  for (let h = 0; h < populations.length; h++) {
    const weight = populations[h] / respondentsOf(counts, block, h * width, width);
    let to = at;
    for (const row of shown) {
      const from = row * block + h * width;
      for (let c = 0; c < width; c++) cells[to++] += weight * counts[from + c];
    }
  }
  return end;
}

/** Those of a class in all blocks but the last, which is that of the unanswered. */
function respondentsOf(counts: Uint32Array, block: number, first: number, width: number): number {
  let respondents = 0;
  for (let from = first; from < counts.length - block; from += block)
    for (let c = 0; c < width; c++) respondents += counts[from + c];
  return respondents;
}
