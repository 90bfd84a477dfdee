import {describe, expect, it} from "vitest";
import {derivedQuantities} from "./derived.js";
import {type Quantity, roundingRange} from "./quantity.js";

const stated = (id: string, percent: number): [string, Quantity] => [
  id,
  {
    id,
    label: {nb: id, en: id},
    rank: "stated",
    unit: "proportion",
    value: percent / 100,
    ...roundingRange(percent),
    base: {nb: "dem", en: "them"},
    time: {nb: "nå", en: "now"},
    claims: [id],
    source: {nb: "kilde", en: "source"},
  },
];
const claims = new Map([
  stated("uses-now", 58),
  stated("uses-by-year-end", 71),
  stated("strategy-by-year-end", 46),
  stated("dialogue-goal", 41),
  stated("dialogue-in-use", 22),
  stated("on-facebook", 96),
  stated("two-or-more-pages", 65),
]);
const derived = new Map(derivedQuantities(claims).map((each) => [each.id, each]));

describe("derivedQuantities(stated)", () => {
  // Bounds by a linear program over the joint distribution of all answers, to one decimal; least value of the
  // fourth also by hand: .575 × .955 × .645.
  it.each([
    ["not-using-now", 41.5, 42.5],
    ["planned-only", 12, 14],
    ["not-by-year-end", 28.5, 29.5],
    ["uses-without-strategy", 24.0, 54.5],
    ["facebook-of-all", 54.9125, 56.4525],
    ["two-or-more-of-all", 35.4186, 36.9764],
    ["no-strategy-by-year-end", 53.5, 54.5],
    ["goal-of-all-now", 0, 19.2975],
    ["goal-of-all-year", 18.4275, 19.2975],
    ["practice-of-all-users", 12.3625, 13.1625],
    ["practice-of-all-strategy-now", 0, 10.4625],
    ["practice-of-all-strategy-year", 9.7825, 10.4625],
  ])("%s lies from %d to %d per cent", (id, low, high) => {
    expect((derived.get(id)?.low ?? Number.NaN) * 100).toBeCloseTo(low, 3);
    expect((derived.get(id)?.high ?? Number.NaN) * 100).toBeCloseTo(high, 3);
  });

  it("gives nothing else", () => {
    expect(derived.size).toBe(12);
  });

  it("calls bounded what has no printed whole or no known overlap, and only that", () => {
    const bounded = [...derived.values()].filter(({rank}) => rank === "bounded").map(({id}) => id);
    expect(bounded).toEqual(["uses-without-strategy", "goal-of-all-now", "practice-of-all-strategy-now"]);
  });

  it("says which claim it misses", () => {
    expect(() => derivedQuantities(new Map())).toThrow("a derived number needs a claim that is missing: uses-now");
  });
});
