import {describe, expect, it} from "vitest";
import {buildDesign} from "../design.js";
import {pairTests} from "./letters.js";
import {trendTests} from "./trendTest.js";

/** Respondents by column, of each so many yes and so many no. */
function asked(columns: readonly [yes: number, no: number][]) {
  const rows = columns.flatMap(([yes, no], column) => [
    {column, row: 0, n: yes},
    {column, row: 1, n: no},
  ]);
  return {
    design: buildDesign(Float64Array.from(rows, ({n}) => n)),
    row: {codes: Int32Array.from(rows, ({row}) => row), categories: ["yes", "no"]},
    column: {codes: Int32Array.from(rows, ({column}) => column), categories: columns.map((_, at) => String(at))},
  };
}

const yesOf = (columns: readonly [number, number][], order: readonly number[]) => {
  const {design, ...table} = asked(columns);
  return trendTests(design, {...table, order}).find(({row}) => row === 0);
};

describe("trendTests", () => {
  it("finds the slope of least squares, between the ends of the columns", () => {
    const found = yesOf(
      [
        [10, 40],
        [20, 30],
        [30, 20],
      ],
      [0, 1, 2],
    );
    expect(found?.slope).toBeCloseTo(0.2, 12);
    expect(found?.estimates).toEqual([0.2, 0.6]);
    expect(found?.ends).toEqual([0, 2]);
    expect(found?.p).toBeLessThan(0.001);
    const {low, high} = found?.interval() ?? {low: 0, high: 0};
    expect((low + high) / 2).toBeCloseTo(0.2, 12);
  });

  it("is Cochran and Armitage’s test, but for n − 1", () => {
    const columns: [number, number][] = [
      [10, 40],
      [16, 34],
      [23, 27],
      [21, 29],
    ];
    const found = yesOf(columns, [0, 1, 2, 3]);
    const people = columns.flatMap(([yes, no], x) =>
      [...Array(yes + no).keys()].map((at) => ({x, y: at < yes ? 1 : 0})),
    );
    const mean = (of: (each: {x: number; y: number}) => number) =>
      people.reduce((sum, each) => sum + of(each), 0) / people.length;
    const [mx, my] = [mean(({x}) => x), mean(({y}) => y)];
    const score = people.reduce((sum, {x, y}) => sum + (x - mx) * (y - my), 0);
    const spread = people.reduce((sum, {x, y}) => sum + ((x - mx) * (y - my)) ** 2, 0);
    const n = people.length;
    const middle = score / n;
    expect(found?.t).toBeCloseTo(score / Math.sqrt((n / (n - 1)) * (spread - n * middle ** 2)), 10);
  });

  it("says of two columns what the test of the pair says", () => {
    const {design, ...table} = asked([
      [12, 38],
      [25, 25],
      [0, 1],
    ]);
    const domain = table.column.codes.map((code) => Number(code < 2));
    const [pair] = pairTests(design, {...table, domain: Uint8Array.from(domain)});
    const three = asked([
      [12, 38],
      [0, 0],
      [25, 25],
    ]);
    expect(pair.t).toBeLessThan(0);
    expect(trendTests(three.design, {row: three.row, column: three.column, order: [0, 1, 2]})).toEqual([]);
  });

  it.each([
    [
      "of two columns",
      [
        [20, 20],
        [10, 30],
      ],
      [0, 1],
    ],
    [
      "of fewer than ten yes",
      [
        [3, 40],
        [3, 40],
        [3, 40],
      ],
      [0, 1, 2],
    ],
    [
      "where one column alone has ten respondents",
      [
        [20, 20],
        [4, 5],
        [5, 4],
      ],
      [0, 1, 2],
    ],
  ] as [string, [number, number][], number[]][])("is none %s", (_, columns, order) => {
    expect(yesOf(columns, order)).toBeUndefined();
  });

  it("leaves out columns that are not in order", () => {
    const inOrder = yesOf(
      [
        [10, 40],
        [20, 30],
        [30, 20],
        [50, 0],
      ],
      [0, 1, 2],
    );
    expect(inOrder?.slope).toBeCloseTo(0.2, 12);
  });

  it("is one of means, where rows are numbers", () => {
    const {design, row, column} = asked([
      [10, 40],
      [20, 30],
      [30, 20],
    ]);
    const [found, ...others] = trendTests(design, {row, column, order: [0, 1, 2], numbers: [5, 1]});
    expect(others).toEqual([]);
    expect(found.slope).toBeCloseTo(0.8, 12);
    expect(found.estimates[1]).toBeCloseTo(3.4, 12);
  });
});
