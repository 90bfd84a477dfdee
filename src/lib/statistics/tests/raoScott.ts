import {type Matrix, multiply, solve, trace, transpose} from "../../respondents/matrix.js";
import {baseOf} from "../base.js";
import {answeredBoth, type CountTable, countTable, type TwoWay} from "../crosstab.js";
import type {Design} from "../design.js";
import {upperF} from "../distributions.js";
import {chose, type Domain, everyone} from "../domain.js";
import {EmptyBaseError} from "../errors.js";
import {covariance} from "../variance.js";

/** A test whether two questions are associated; of a design without an end, in the process behind the answers. */
export interface RaoScottTest {
  f: number;
  numeratorDegrees: number;
  denominatorDegrees: number;
  p: number;
}

/** An effect so small is left by rounding where nothing varies. */
const noise = 1e-20;

interface Cell {
  row: number;
  column: number;
  /** Share of the base, 0 to 1. */
  proportion: number;
  /** The same if row and column had nothing to do with each other. */
  expected: number;
}

/**
 * Pearson's chi-square of a weighted table, with Rao and Scott's second-order correction for the design. Categories that
 * nobody chose are left out. Null when there is then only one row or one column; when nothing varies, as when all have
 * answered, for then the link is a fact; and when too many cells are empty.
 * Source: Rao and Scott (1984), Ann. Statist. 12, 46-60; F as in Thomas and Rao (1987), JASA 82, 630-636.
 *
 * @throws EmptyBaseError, LonelyClassError
 */
export function raoScott(
  design: Design,
  {row, column, domain = everyone(design.count.length)}: TwoWay,
): RaoScottTest | null {
  const inside = answeredBoth({row, column, domain});
  const {base, degreesOfFreedom} = baseOf(design, inside);
  if (base === 0) throw new EmptyBaseError();
  const table = countTable(design, {row, column, domain});
  const shape = {rows: chosenRows(table), columns: chosenColumns(table)};
  if (shape.rows.length < 2 || shape.columns.length < 2) return null;
  const cells = cellsOf(table, shape, base);
  const contributions = cells.map((cell) => cellContributions(design, {row, column, domain: inside}, cell, base));
  const effects = generalisedEffects(cells, contrasts(shape), covariance(design, contributions, inside));
  return effects && testOf(pearson(cells), effects, degreesOfFreedom);
}

type Shape = {rows: readonly number[]; columns: readonly number[]};

function chosenRows({unweightedCount}: CountTable): number[] {
  return unweightedCount.flatMap((cells, r) => (cells.some((n) => n > 0) ? [r] : []));
}

function chosenColumns({unweightedBase, columns}: CountTable): number[] {
  return columns.flatMap((_, c) => (unweightedBase[c] > 0 ? [c] : []));
}

function cellsOf({count, base: columnBase}: CountTable, {rows, columns}: Shape, base: number): Cell[] {
  return rows.flatMap((row) => {
    const rowBase = count[row].reduce((sum, n) => sum + n, 0);
    return columns.map((column) => ({
      row,
      column,
      proportion: count[row][column] / base,
      expected: (rowBase / base) * (columnBase[column] / base),
    }));
  });
}

/** Chi-square for one respondent; n times this is the usual one, and the n falls away in F. */
function pearson(cells: readonly Cell[]): number {
  return cells.reduce((sum, {proportion, expected}) => sum + (proportion - expected) ** 2 / expected, 0);
}

function cellContributions(
  {weight}: Design,
  {row, column, domain}: Required<TwoWay>,
  cell: Cell,
  base: number,
): Float64Array {
  const inCell: Domain = chose(chose(domain, row, cell.row), column, cell.column);
  const contributions = new Float64Array(weight.length);
  for (let i = 0; i < weight.length; i++)
    if (domain[i]) contributions[i] = (weight[i] * (inCell[i] - cell.proportion)) / base;
  return contributions;
}

/** Contrasts of contrasts, each row of cells against the last and each column against the last: [cell][contrast]. */
function contrasts({rows, columns}: Shape): Matrix {
  return kronecker(againstLast(rows.length), againstLast(columns.length));
}

function againstLast(size: number): Matrix {
  return Array.from({length: size}, (_, i) =>
    Array.from({length: size - 1}, (_, j) => (i === size - 1 ? -1 : i === j ? 1 : 0)),
  );
}

function kronecker(a: Matrix, b: Matrix): Matrix {
  return a.flatMap((rowA) => b.map((rowB) => rowA.flatMap((x) => rowB.map((y) => x * y))));
}

/**
 * The generalised design effects (C'D^-1 C)^-1 C'D^-1 V D^-1 C. An empty cell counts as 0 in D^-1; null when so many
 * are empty that a contrast is left without cells.
 */
function generalisedEffects(cells: readonly Cell[], contrast: Matrix, variances: Matrix): Matrix | null {
  const scaled = contrast.map((row, k) => row.map((c) => (cells[k].proportion > 0 ? c / cells[k].proportion : 0)));
  const under = multiply(transpose(contrast), scaled);
  const over = multiply(transpose(scaled), multiply(variances, scaled));
  return solve(under, over);
}

function testOf(chiSquare: number, effects: Matrix, designDegrees: number): RaoScottTest | null {
  const size = trace(effects);
  if (!(size > noise)) return null;
  const numeratorDegrees = size ** 2 / trace(multiply(effects, effects));
  const denominatorDegrees = numeratorDegrees * designDegrees;
  const f = chiSquare / size;
  return {f, numeratorDegrees, denominatorDegrees, p: upperF(f, numeratorDegrees, denominatorDegrees)};
}
