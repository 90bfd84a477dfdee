import {describe, expect, it} from "vitest";
import {multiply, solve, solveAny, trace, transpose} from "./matrix.js";

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

describe("solveAny", () => {
  it("finds what solves equations of which one follows from the others", () => {
    const a = [
      [2, 1, 3],
      [1, 2, 3],
      [3, 3, 6],
    ];
    const b = multiply(a, [[1], [2], [0]]).flat();
    const x = solveAny(a, b);
    expect(
      multiply(
        a,
        x.map((value) => [value]),
      )
        .flat()
        .map((value) => Number(value.toFixed(12))),
    ).toEqual(b);
  });

  it("finds the same as solve where there is one solution", () => {
    expect(
      solveAny(
        [
          [0, 2],
          [4, 0],
        ],
        [6, 8],
      ),
    ).toEqual([2, 3]);
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
