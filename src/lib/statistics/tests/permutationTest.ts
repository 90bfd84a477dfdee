/** Respondents of a table, one by one. */
export interface TableRespondents {
  /** Within a class answers are dealt anew. */
  classOf: Int32Array;
  row: Int32Array;
  column: Int32Array;
  weight: Float64Array;
  rows: number;
  columns: number;
}

/** Options of `permutationP`. */
export interface PermutationOptions {
  /** How often answers are dealt at most, default 9,999. */
  draws?: number;
  /** Dealing ends when so many tables were as far from independence as the one seen, default 500. */
  enough?: number;
  /** A whole number from 1 to 2,147,483,646. */
  seed?: number;
}

/** Where dealing starts: the same in every browser and in R, so that a p can be computed again. */
export const fixedSeed = 2011;
export const fixedDraws = 9999;
/** A p above 0.05 is then known to about 4% of itself, and one below it takes all draws. */
export const enoughAsFar = 500;
/** Chi-squares as near to each other, for each unit of weight, are the same: of no association chi-square is nearly 0. */
const rounding = 1e-9;

/**
 * How often chance alone, dealing the answers to the rows anew among the respondents of each class, makes a table as far
 * from independence as the one seen, by Pearson's chi-square of the weighted table. Exact whatever the counts.
 * Source: Good, Permutation, Parametric, and Bootstrap Tests of Hypotheses (2005), ch. 3 and 9; one is added to both
 * counts, Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39; dealing ends early where p is large, Besag and
 * Clifford (1991), Biometrika 78, 301.
 *
 * @returns p, above 0 and at most 1
 */
export function permutationP(
  table: TableRespondents,
  {draws = fixedDraws, enough = enoughAsFar, seed = fixedSeed}: PermutationOptions = {},
): number {
  const classes = membersByClass(table.classOf);
  const row = table.row.slice();
  const chiSquare = chiSquareOf(table);
  const seen = chiSquare(row) - rounding * table.weight.reduce((sum, each) => sum + each, 0);
  const random = lehmer(seed);
  let asFar = 0;
  for (let draw = 1; draw <= draws; draw++) {
    for (const members of classes) shuffle(row, members, random);
    if (chiSquare(row) >= seen) asFar++;
    if (asFar === enough) return asFar / draw;
  }
  return (asFar + 1) / (draws + 1);
}

function membersByClass(classOf: Int32Array): number[][] {
  const members: number[][] = [];
  for (const [i, h] of classOf.entries()) {
    members[h] ??= [];
    members[h].push(i);
  }
  return Object.values(members);
}

/** Fisher and Yates. */
function shuffle(values: Int32Array, members: readonly number[], random: () => number): void {
  for (let i = members.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const value = values[members[i]];
    values[members[i]] = values[members[j]];
    values[members[j]] = value;
  }
}

/**
 * The minimal standard generator of Park and Miller (1993), Comm. ACM 36 (7): every product is exact in a double. The
 * remainder by 2³¹ − 1 is the sum of a number's upper and lower 31 bits: several times as quick as `%`.
 */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    const product = 48271 * state;
    const upper = Math.floor(product / 2147483648);
    const sum = upper + (product - upper * 2147483648);
    state = sum < 2147483647 ? sum : sum - 2147483647;
    return state / 2147483647;
  };
}

function chiSquareOf({column, weight, rows, columns}: TableRespondents): (row: Int32Array) => number {
  const cells = new Float64Array(rows * columns);
  const columnSums = new Float64Array(columns);
  for (const [i, c] of column.entries()) columnSums[c] += weight[i];
  const all = columnSums.reduce((sum, each) => sum + each, 0);
  return (row) => {
    cells.fill(0);
    for (let i = 0; i < row.length; i++) cells[row[i] * columns + column[i]] += weight[i];
    let sum = 0;
    for (let r = 0; r < rows; r++) {
      let rowSum = 0;
      for (let c = 0; c < columns; c++) rowSum += cells[r * columns + c];
      if (rowSum === 0) continue;
      for (let c = 0; c < columns; c++)
        if (columnSums[c] > 0) sum += cells[r * columns + c] ** 2 / (rowSum * columnSums[c]);
    }
    return sum * all - all;
  };
}
