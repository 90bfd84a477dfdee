import {describe, expect, it} from "vitest";
import {type DesignName, drawnBy, requestOf} from "../../../../test/reference/design/designs.js";
import {associationOf, differencesOf} from "../tableTests.js";
import {tabulate} from "../tabulate.js";
import {columnsOf} from "../variable.js";
import {condensed} from "./condensed.js";
import type {ExplorerTally} from "./tally.js";

const times = 12;

/** The same respondents many times over, who weigh more each time. */
function manyOf({counts, columns, weights}: ExplorerTally): ExplorerTally {
  const length = counts.length * times;
  const more = (values: ArrayLike<number>, by: number) =>
    Float64Array.from({length}, (_, row) => values[row % counts.length] * (1 + by * Math.floor(row / counts.length)));
  const {weight = counts, designWeight} = weights ?? {};
  return {
    counts: new Float64Array(length).fill(1),
    columns: new Map(
      [...columns].map(([name, column]) => [name, {...column, codes: Int32Array.from(more(column.codes, 0))}]),
    ),
    weights: {weight: more(weight, 0.1), ...(designWeight && {designWeight: more(designWeight, 0.1)})},
  };
}

const designs: readonly DesignName[] = ["weights only", "strata", "strata and clusters", "post-stratified", "raked"];
const tables = [
  {rows: "member", columns: "gender"},
  {rows: "reads", columns: "age", filters: {region: ["north", "coast", "city"]}},
  {rows: "services", columns: "gender"},
  {rows: "member", columns: "region", measure: "count"},
  {rows: "visits", columns: "member", measure: "mean"},
  {rows: "reads", columns: "gender", isWeighted: false},
] as const;

describe("a condensed tally", () => {
  it.each(designs.flatMap((design) => tables.map((table) => [design, JSON.stringify(table), table] as const)))(
    "makes the numbers, intervals and tests that respondents one by one make: %s, %s",
    async (design, _, table) => {
      const {explorer, tally, survey} = await drawnBy(design);
      const request = requestOf({explorer, tally, survey}, {design, ...table});
      if (!explorer.sample) throw new Error("no sample");
      const whole = manyOf(tally);
      const {rows, columns, filters} = request;
      const names = columnsOf({categories: [...rows.categories, ...(columns?.categories ?? [])]});
      const few = condensed(whole, explorer.sample, {names, filters, most: 0});
      expect(few.counts.length).toBeLessThan(whole.counts.length / 2);
      const [all, small] = [whole, few].map((each) => tabulate(explorer, [each], request));
      expectAlike(small.table, all.table);
      expectAlike(associationOf(small, {draws: 1}), associationOf(all, {draws: 1}));
      const pairs = [small, all].map((each) =>
        differencesOf(each, "rest")?.pairs.map(({interval, ...pair}) => ({...pair, ...interval()})),
      );
      expectAlike(pairs[0], pairs[1]);
    },
  );

  it("is the tally itself where there are few respondents", async () => {
    const {explorer, tally} = await drawnBy("strata");
    if (!explorer.sample) throw new Error("no sample");
    expect(condensed(tally, explorer.sample, {names: ["member"], filters: []})).toBe(tally);
  });
});

/** The same but for the last digits of sums in another order. */
function expectAlike(found: unknown, expected: unknown, at = ""): void {
  if (typeof expected === "number") {
    const apart = Math.abs((found as number) - expected);
    expect(apart, `${at}: ${found}, one by one ${expected}`).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
  } else if (expected !== null && typeof expected === "object") {
    expect(Object.keys(found as object), at).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected))
      expectAlike((found as Record<string, unknown>)[key], value, `${at}.${key}`);
  } else expect(found, at).toBe(expected);
}
