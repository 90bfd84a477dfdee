import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {buildFacts} from "../../data-loaders/buildFacts.js";
import {answer} from "../../src/lib/bounds/answer.js";
import {atoms, indicator} from "../../src/lib/bounds/atoms.js";
import {allReadings, boundsModel} from "../../src/lib/bounds/model.js";
import {maximumEntropy} from "./maximumEntropy.js";

const facts = buildFacts();
const {summary} = facts;
const readings = allReadings(summary);

describe("maximumEntropy(model)", () => {
  // Values of another program: Newton on the dual and cyclic projection, which agreed to 1.4e-16.
  const reference = JSON.parse(readFileSync("test/reference/bounds/maximum-entropy.json", "utf8"));

  it.each(readings.filter(({pages}) => pages === "facebook"))(
    "agrees with two other methods under $goal, $practice",
    (reading) => {
      const expected = reference.models_result[`${reading.goal}-${reading.practice}`];
      const {shares, entropy} = maximumEntropy(boundsModel(facts, reading));
      const sorted = [...shares].sort();
      const values = Object.values<number>(expected.probabilities).filter((share) => share > 0);
      expect(Math.abs(entropy - expected.entropy_nats)).toBeLessThan(1e-12);
      expect(values.sort().every((share, index) => Math.abs(share - sorted[index]) < 1e-12)).toBe(true);
    },
  );

  it.each(readings)("has every number as printed under $goal, $practice, and lies within the bounds", (reading) => {
    const model = boundsModel(facts, reading);
    const {shares} = maximumEntropy(model);
    const all = atoms(model);
    const sum = (event: readonly string[]) => indicator(event, all).reduce((total, is, i) => total + is * shares[i], 0);
    expect(sum([])).toBeCloseTo(1, 14);
    for (const {event, given, value} of model.stated)
      expect(sum([...event, ...given]) / sum(given)).toBeCloseTo(value, 12);
    for (const {code} of model.attributes) {
      const found = answer(model, {event: [code], given: []});
      expect(found).toMatchObject({status: "range"});
      if (found.status !== "range") continue;
      expect(sum([code])).toBeGreaterThan(found.low - 1e-9);
      expect(sum([code])).toBeLessThan(found.high + 1e-9);
    }
  });

  it("ties use and strategy by nothing: the product of their shares", () => {
    const model = boundsModel(facts, {goal: "year", practice: "users"});
    const both = indicator(["usesByYearEnd", "!strategyByYearEnd"], atoms(model));
    const {shares} = maximumEntropy(model);
    expect(both.reduce((total, is, index) => total + is * shares[index], 0)).toBeCloseTo(0.71 * 0.54, 12);
  });

  it("says so when no distribution has every number as printed", () => {
    const model = boundsModel(facts, {});
    const more = {claim: "more", event: ["usesByYearEnd"], given: [], value: 0.5, low: 0.495, high: 0.505};
    expect(() => maximumEntropy({...model, stated: [...model.stated, more]})).toThrow(
      "no distribution has every number as printed",
    );
  });
});
