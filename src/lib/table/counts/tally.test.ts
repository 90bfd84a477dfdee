import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {columnFrom, tallyFrom} from "../../../../test/support/exampleExplored.js";
import {columnOf, missingCodes, packTally, type TallyColumn, tallyWith, unpackTally} from "./tally.js";

/** Up to five columns of up to six categories, of the same rows. */
const surveys = fc
  .record({widths: fc.array(fc.integer({min: 1, max: 6}), {minLength: 1, maxLength: 5}), rows: fc.nat(60)})
  .chain(({widths, rows}) =>
    fc
      .tuple(
        ...widths.map((width) =>
          fc.array(fc.integer({min: -missingCodes, max: width - 1}), {minLength: rows, maxLength: rows}),
        ),
      )
      .map((codes) => ({
        rows,
        columns: codes.map(
          (each, at): TallyColumn => ({
            name: `q${at}`,
            categories: Array.from({length: widths[at]}, (_, code) => `c${code}`),
            codes: Int32Array.from(each),
          }),
        ),
      })),
  );

/** Rows as texts, each as often as respondents have it, in ascending order. */
function combinations(columns: readonly TallyColumn[], counts: ArrayLike<number>): string[] {
  return Array.from(counts)
    .flatMap((count, row) => new Array<string>(count).fill(columns.map(({codes}) => codes[row]).join()))
    .sort();
}

describe("a packed tally", () => {
  it("is unpacked to every respondent's combination, and no other", () => {
    fc.assert(
      fc.property(surveys, ({columns, rows}) => {
        const {counts, columns: unpacked} = unpackTally(packTally(columns, rows));
        expect(combinations([...unpacked.values()], counts)).toEqual(combinations(columns, new Array(rows).fill(1)));
        expect([...unpacked.keys()]).toEqual(columns.map(({name}) => name));
      }),
    );
  });

  it("has each combination once, in ascending order, and counts that add up to the respondents", () => {
    fc.assert(
      fc.property(surveys, ({columns, rows}) => {
        const {steps, counts} = packTally(columns, rows);
        expect(steps.every((step, at) => (at === 0 ? step >= 0 : step > 0))).toBe(true);
        expect(counts.every((count) => count > 0)).toBe(true);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
        expect(counts).toHaveLength(new Set(combinations(columns, new Array(rows).fill(1))).size);
      }),
    );
  });

  it("writes the first column as the digit in front", () => {
    const codes = (...each: number[]) => Int32Array.from(each);
    const columns = [
      {name: "a", categories: ["x", "y"], codes: codes(1, 0, 1)},
      {name: "b", categories: ["u", "v"], codes: codes(0, 1, 0)},
    ];
    const [first, second] = [
      missingCodes * (missingCodes + 2) + missingCodes + 1,
      (missingCodes + 1) * (missingCodes + 2) + missingCodes,
    ];
    expect(packTally(columns, 3)).toMatchObject({steps: [first, second - first], counts: [1, 2]});
  });

  it("is the same however many combinations are possible: counted by place or by key", () => {
    const wide = (name: string): TallyColumn => ({
      name,
      categories: Array.from({length: 300}, (_, at) => String(at)),
      codes: Int32Array.of(299, 0, 299, 0, -1, 73),
    });
    const [sparse, dense] = [["a", "b", "c"], ["a"]].map((names) => packTally(names.map(wide), 6));
    expect(304 ** 3).toBeGreaterThan(2 ** 22);
    expect(sparse.counts).toEqual(dense.counts);
    expect([...unpackTally(sparse).columns.values()].map(({codes}) => [...codes])).toEqual([
      [-1, 0, 73, 299],
      [-1, 0, 73, 299],
      [-1, 0, 73, 299],
    ]);
  });

  it("has keys that are exact to the greatest whole number", () => {
    const column = (name: string): TallyColumn => ({
      name,
      categories: new Array(2 ** 13 - missingCodes).fill("").map((_, at) => String(at)),
      codes: Int32Array.of(2 ** 13 - 5, 2 ** 13 - 6),
    });
    const columns = ["a", "b", "c", "d"].map(column);
    const {columns: unpacked} = unpackTally(packTally(columns, 2));
    for (const {codes} of unpacked.values()) expect([...codes]).toEqual([2 ** 13 - 6, 2 ** 13 - 5]);
    expect(() => packTally([...columns, column("e")], 2)).toThrow("too many combinations: a, b, c, d, e");
  });

  it("of nobody is empty, and of no columns one row", () => {
    expect(packTally([columnFrom("a", ["x"], [])], 0)).toMatchObject({steps: [], counts: []});
    expect(packTally([], 3)).toEqual({columns: [], steps: [0], counts: [3]});
  });
});

describe("packTally", () => {
  it("refuses more combinations than whole numbers", () => {
    const wide = {name: "b", categories: new Array(10_000).fill("c"), codes: Int32Array.of(-1, -2, -3, -1)};
    expect(packTally([wide, wide], 4).counts).toEqual([2, 1, 1]);
    expect(() => packTally([wide, wide, wide, wide], 4)).toThrow("too many combinations: b, b, b, b");
  });
});

describe("tallyWith, columnOf", () => {
  const [one, two] = [
    tallyFrom(columnFrom("a", ["x"], ["x"])),
    tallyFrom(columnFrom("a", ["x"], ["-"]), columnFrom("b", ["y"], ["y"])),
  ];

  it("find the first tally with all columns, and its column", () => {
    expect(tallyWith([one, two], ["a"])).toBe(one);
    expect(tallyWith([one, two], ["a", "b"])).toBe(two);
    expect(columnOf(two, "b").categories).toEqual(["y"]);
  });

  it("say what is not there", () => {
    expect(() => tallyWith([one, two], ["a", "c"])).toThrow("no tally of these columns: a, c");
    expect(() => columnOf(one, "b")).toThrow("a tally without a column: b");
  });
});
