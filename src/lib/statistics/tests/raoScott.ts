import {baseOf} from "../base.js";
import {chose, everyone} from "../column.js";
import {answeredBoth, type CountTable, chosenOf, countTable, sum, type TwoWay} from "../countTable.js";
import type {Design} from "../design.js";
import {upperF} from "../distributions.js";
import {EmptyBaseError} from "../errors.js";
import {type Matrix, multiply, solve, trace, transpose} from "../matrix.js";
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
  const {rows, columns} = chosenOf(table);
  if (rows.length < 2 || columns.length < 2) return null;
  const cells = rows.flatMap((r) => columns.map((c) => cellOf(table, r, c, base)));
  const contributions = cells.map((cell) => {
    const inCell = chose(chose(inside, row, cell.row), column, cell.column);
    return design.weight.map((w, i) => (inside[i] ? (w * (inCell[i] - cell.proportion)) / base : 0));
  });
  // Contrasts of contrasts, each row of cells against the last and each column against the last: [cell][contrast].
  const contrasts = kronecker(againstLast(rows.length), againstLast(columns.length));
  const effects = generalisedEffects(cells, contrasts, covariance(design, contributions, inside));
  return effects && testOf(pearson(cells), effects, degreesOfFreedom);
}

function cellOf({count, base: columnBase}: CountTable, row: number, column: number, base: number): Cell {
  const expected = (sum(count[row]) / base) * (columnBase[column] / base);
  return {row, column, proportion: count[row][column] / base, expected};
}

/** Chi-square for one respondent; n times this is the usual one, and the n falls away in F. */
function pearson(cells: readonly Cell[]): number {
  return cells.reduce((sum, {proportion, expected}) => sum + (proportion - expected) ** 2 / expected, 0);
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
function generalisedEffects(cells: readonly Cell[], contrasts: Matrix, variances: Matrix): Matrix | null {
  const scaled = contrasts.map((row, k) => row.map((c) => (cells[k].proportion > 0 ? c / cells[k].proportion : 0)));
  const under = multiply(transpose(contrasts), scaled);
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
