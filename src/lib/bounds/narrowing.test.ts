import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import {roundingRange} from "../quantities/quantity.js";
import {boundsModel, withShare} from "./model.js";
import {narrowest} from "./narrowing.js";

const facts = buildFacts();
const model = boundsModel(facts, {});
const supposed = {event: ["strategyByYearEnd"], given: ["usesNow"]};
const narrowedBy = (percent: number) =>
  narrowest(supposed, {
    summary: facts.summary,
    model,
    more: withShare(model, {claim: "supposed", ...supposed, value: percent / 100, ...roundingRange(percent)}),
  });

describe("narrowest(supposed, models)", () => {
  it("names the ranges that one more number narrows, most first, and never one that widens", () => {
    const gains = narrowedBy(40).map(({before, after}) => before.high - before.low - (after.high - after.low));
    expect(gains.length).toBeGreaterThan(5);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(Math.min(...gains)).toBeGreaterThan(0.01);
  });

  it("names what narrows by two points", () => {
    const gains = [5, 20, 40, 60, 75]
      .flatMap(narrowedBy)
      .map(({before, after}) => before.high - before.low - (after.high - after.low));
    expect(Math.min(...gains)).toBeLessThan(0.02);
  });

  it("works out what is left: of users, 40 % with a strategy leave 60 % without", () => {
    const without = narrowedBy(40).find(({question}) => String(question.event) === "usesNow,!strategyByYearEnd");
    expect(without?.before).toMatchObject({low: 0.11, high: 0.545});
    expect(without?.after.low).toBeCloseTo(0.575 * 0.595, 8);
    expect(without?.after.high).toBeCloseTo(0.585 * 0.605, 8);
  });

  it("leaves out the question that is supposed to be answered, and ranges that say the same", () => {
    const narrowed = narrowedBy(40);
    expect(narrowed.map(({question}) => `${question.event} of ${question.given}`)).not.toContain(
      "strategyByYearEnd of usesNow",
    );
    const changes = narrowed.map(({before, after}) => [before.low, before.high, after.low, after.high].join(" "));
    expect(new Set(changes).size).toBe(changes.length);
  });
});
