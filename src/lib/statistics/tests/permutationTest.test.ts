import {describe, expect, it} from "vitest";
import {permutationP, type TableRespondents} from "./permutationTest.js";

/** Eight in two classes of four; those of the second stand for two each. */
const eight: TableRespondents = {
  classOf: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
  row: Int32Array.of(0, 0, 1, 1, 0, 0, 1, 1),
  column: Int32Array.of(0, 0, 1, 0, 0, 1, 1, 1),
  weight: Float64Array.of(1, 1, 1, 1, 2, 2, 2, 2),
  rows: 2,
  columns: 2,
};

describe("permutationP", () => {
  /**
   * R: column <- c(0, 0, 1, 0, 0, 1, 1, 1); w <- c(1, 1, 1, 1, 2, 2, 2, 2)
   *    far <- function(row) { t <- xtabs(w ~ row + column); e <- outer(rowSums(t), colSums(t)) / sum(t); sum((t - e)^2 / e) }
   *    seen <- far(c(0, 0, 1, 1, 0, 0, 1, 1)) - 1e-9
   *    dealt <- combn(4, 2, function(i) replace(c(1, 1, 1, 1), i, 0))
   *    mean(apply(expand.grid(1:6, 1:6), 1, function(ij) far(c(dealt[, ij[1]], dealt[, ij[2]])) >= seen))  # 18 of 36
   *    mean(combn(8, 4, function(i) far(replace(rep(1, 8), i, 0)) >= seen))  # 26 of 70
   */
  it("is as near as draws can tell the part of all ways of dealing that are as far from independence", () => {
    const enough = Number.POSITIVE_INFINITY;
    expect(Math.abs(permutationP(eight, {enough}) - 18 / 36)).toBeLessThan(0.015);
    expect(Math.abs(permutationP({...eight, classOf: new Int32Array(8)}, {enough}) - 26 / 70)).toBeLessThan(0.015);
  });

  it("ends when enough are as far, near what all draws say, and takes all where p is small", () => {
    expect(permutationP(eight)).not.toBe(permutationP(eight, {enough: Number.POSITIVE_INFINITY}));
    expect(Math.abs(permutationP(eight) - 18 / 36)).toBeLessThan(3 * 0.5 * Math.sqrt(0.5 / 500));
    const apart = halves(30, (i) => i % 2);
    expect(permutationP(apart)).toBe(1 / 10_000);
  });

  it("is the same from the same seed, and another from another", () => {
    expect(permutationP(eight)).toBe(permutationP(eight));
    expect(permutationP(eight, {seed: 7})).not.toBe(permutationP(eight, {seed: 8}));
  });

  /**
   * R, with far and seen as above: state <- 2011; as_far <- 0; row <- c(0, 0, 1, 1, 0, 0, 1, 1)
   *    for (draw in 1:99) { for (these in list(1:4, 5:8)) for (i in 4:2) {
   *      state <- (48271 * state) %% 2147483647; j <- floor(state / 2147483647 * i) + 1
   *      row[these[c(i, j)]] <- row[these[c(j, i)]] }
   *      as_far <- as_far + (far(row) >= seen)
   *      if (as_far == 12) print(as_far / draw) }  # 12 of 28
   *    (as_far + 1) / 100
   */
  it("is what R draws from the same seed", () => {
    expect(permutationP(eight, {draws: 99})).toBe(0.49);
    expect(permutationP(eight, {draws: 99, enough: 12})).toBe(12 / 28);
  });

  it("does not change with what weights add up to, though they are rounded", () => {
    const mixed = (scale: number): TableRespondents => ({
      ...halves(30, (i) => (i % 7 < 3 ? 1 : 0)),
      classOf: Int32Array.from({length: 30}, (_, i) => i % 3),
      weight: Float64Array.from({length: 30}, (_, i) => (1 + (i % 3)) * scale),
    });
    const p = permutationP(mixed(1));
    for (const scale of [0.1, 1 / 3, 1.7, 7.3, 1000 / 7]) expect(permutationP(mixed(scale))).toBe(p);
  });

  it("leaves the respondents as they were", () => {
    const row = eight.row.slice();
    permutationP(eight, {draws: 9});
    expect(eight.row).toEqual(row);
  });

  it("is never below one in as many as were drawn and one", () => {
    const apart = halves(30, (i) => i % 2);
    expect(permutationP(apart, {draws: 99})).toBe(1 / 100);
    expect(permutationP(apart, {draws: 499})).toBe(1 / 500);
  });

  it("is 1 where dealing within classes changes nothing, be rows and columns associated or not", () => {
    const byClass = (column: (i: number) => number, weight: number): TableRespondents => ({
      ...halves(30, column),
      classOf: Int32Array.from({length: 30}, (_, i) => i % 2),
      weight: Float64Array.from({length: 30}, (_, i) => (i % 2 ? weight : 1.1)),
      columns: 3,
    });
    for (let k = 1; k <= 20; k++) {
      expect(
        permutationP(
          byClass((i) => i % 2, 1 + k / 37),
          {draws: 99},
        ),
      ).toBe(1);
      expect(
        permutationP(
          byClass((i) => Math.floor(i / 2) % 3, 1 + k / 37),
          {draws: 99},
        ),
      ).toBe(1);
    }
  });

  it("does not mind a row or a column that nobody is in", () => {
    expect(permutationP({...eight, rows: 4, columns: 3})).toBe(permutationP(eight));
  });

  it("is spread evenly over 0 to 1 where rows and columns have nothing to do with each other", () => {
    const random = generator(5);
    const found = Array.from({length: 400}, () => permutationP(randomTable(random), {draws: 199}));
    for (const level of [0.05, 0.1, 0.25, 0.5, 0.75]) {
      const part = found.filter((p) => p <= level).length / found.length;
      expect(Math.abs(part - level), String(level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / found.length));
    }
  });
});

/** Respondents in two rows by turns. */
function halves(size: number, column: (i: number) => number): TableRespondents {
  const of = (value: (i: number) => number) => Int32Array.from({length: size}, (_, i) => value(i));
  return {
    classOf: of(() => 0),
    row: of((i) => i % 2),
    column: of(column),
    weight: new Float64Array(size).fill(1),
    rows: 2,
    columns: 2,
  };
}

/** Thirty respondents; class tells something of the row and of the column, the row nothing of the column. */
function randomTable(random: () => number): TableRespondents {
  const classOf = Int32Array.from({length: 30}, (_, i) => i % 3);
  const chosen = (h: number, of: number) => Math.min(of - 1, Math.floor((random() + h * 0.2) * of * 0.9));
  return {
    classOf,
    row: classOf.map((h) => chosen(h, 2)),
    column: classOf.map((h) => chosen(h, 3)),
    weight: Float64Array.from(classOf, (h) => 1 + h / 7 + random()),
    rows: 2,
    columns: 3,
  };
}

/** Source: mulberry32 by Tommy Ettinger, public domain. */
function generator(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
