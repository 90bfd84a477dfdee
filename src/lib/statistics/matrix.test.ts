import {describe, expect, it} from "vitest";
import {multiply, solve, trace, transpose} from "./matrix.js";

describe("solve", () => {
  it("finds the matrix that was multiplied, whatever the order of the rows", () => {
    const a = [
      [0, 2, 1],
      [1, 0, 3],
      [2, 1, 0],
    ];
    const x = [
      [1, 4],
      [2, 5],
      [3, 6],
    ];
    const found = solve(a, multiply(a, x)) ?? [];
    for (const [i, row] of x.entries())
      for (const [j, value] of row.entries()) expect(found[i][j]).toBeCloseTo(value, 14);
  });

  it("finds none when a row is made of the others", () => {
    const singular = [
      [0.1, 0.2],
      [0.3, 0.6],
    ];
    expect(solve(singular, singular)).toBeNull();
  });
});

describe("a matrix", () => {
  it("has a trace, and a transpose", () => {
    const a = [
      [1, 2],
      [3, 4],
    ];
    expect(trace(a)).toBe(5);
    expect(transpose(a)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
