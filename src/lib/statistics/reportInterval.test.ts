import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {responsesOf} from "../../../test/support/responsesOf.js";
import type {Responses} from "./column.js";
import {buildDesign, type Design, designOfWeights} from "./design.js";
import {NoIntervalError} from "./errors.js";
import {tInterval} from "./interval.js";
import {mean, type Of, total} from "./mean.js";
import {reportInterval} from "./reportInterval.js";

/** Respondents of a population, in one class. */
const simple = (respondents: number, population: number | null) =>
  buildDesign(new Float64Array(respondents).fill(1), {classes: [{name: "all", population}]});
const ten = (population: number | null) => simple(10, population);

/** Respondents of these weights, in one class. */
const weighed = (weights: readonly number[]) =>
  designOfWeights(new Float64Array(weights.length).fill(1), Float64Array.from(weights), {
    classOf: new Int32Array(weights.length),
    classes: [{name: "all", population: weights.reduce((sum, w) => sum + w, 0)}],
  });

const answers = (yes: number, size = 10) => responsesOf(Array.from({length: size}, (_, i) => (i < yes ? 1 : 0)));

function intervalOf(design: Design, says: Responses, of: Of = {}) {
  const reported = reportInterval(design, says, of);
  if (reported.rule === "empty") throw new Error(reported.rule);
  return reported.interval;
}

describe("reportInterval", () => {
  it("of nobody is empty, and has no share", () => {
    const reported = reportInterval(ten(20), answers(3), {domain: new Uint8Array(10)});
    expect(reported).toEqual({rule: "empty", unweightedBase: 0, base: 0, effectiveBase: 0, degreesOfFreedom: 0});
  });

  it("of all is a point, even at 0 and of one respondent", () => {
    const point = {rule: "census", proportion: 0, interval: {low: 0, high: 0, level: 0.95}};
    expect(reportInterval(ten(10), answers(0))).toMatchObject(point);
    const domain = Uint8Array.from({length: 10}, (_, i) => (i === 9 ? 1 : 0));
    expect(reportInterval(ten(10), answers(0), {domain})).toMatchObject(point);
  });

  it("of those who stand for themselves alone is a point, though others of their class stand for more", () => {
    const design = weighed([1, 1, 1, 3, 3]);
    const reported = reportInterval(design, answers(1, 5), {domain: Uint8Array.of(1, 1, 1, 0, 0)});
    expect(reported).toMatchObject({rule: "census", proportion: 1 / 3, standardError: 0});
    expect(reported).toMatchObject({interval: {low: 1 / 3, high: 1 / 3}});
    expect(reportInterval(design, answers(1, 5), {domain: Uint8Array.of(1, 1, 1, 1, 0)}).rule).toBe("exact");
  });

  /**
   * R: limits <- function(k, n, N, a = 0.025) { K <- k:(N - n + k)
   *      range(K[phyper(k - 1, K, N - K, n, lower.tail = FALSE) > a & phyper(k, K, N - K, n) > a]) }
   */
  it.each([
    {yes: 3, of: 10, population: 20, low: 3, high: 11},
    {yes: 0, of: 10, population: 20, low: 0, high: 4},
    {yes: 10, of: 10, population: 20, low: 16, high: 20},
    {yes: 30, of: 60, population: 96, low: 40, high: 56},
    {yes: 12, of: 30, population: 147, low: 36, high: 84},
  ])("of $yes yes of $of of $population units goes from $low to $high units", ({yes, of, population, low, high}) => {
    const reported = reportInterval(simple(of, population), answers(yes, of));
    expect(reported).toMatchObject({
      rule: "exact",
      interval: {low: low / population, high: high / population, level: 0.95},
    });
  });

  it("is narrower at a lower level", () => {
    expect(reportInterval(ten(20), answers(3), {level: 0.9})).toMatchObject({
      interval: {low: 3 / 20, high: 10 / 20, level: 0.9},
    });
  });

  it("is of as many units as the register knows, where that is said, and else of as many as weights add up to", () => {
    const domain = Uint8Array.from({length: 10}, (_, i) => (i === 0 ? 1 : 0));
    expect(reportInterval(ten(20), answers(3), {domain})).toMatchObject({interval: {low: 1 / 2, high: 1}});
    expect(reportInterval(ten(20), answers(3), {domain, population: 5})).toMatchObject({
      interval: {low: 1 / 5, high: 1},
    });
  });

  /** R: qbeta(c(0.025, 0.975), c(3, 4), c(8, 7)); qbeta(0.975, 1, 10); qbeta(0.025, 1, 1) */
  it("of an unknown number of units is that of Clopper and Pearson", () => {
    const limits = (yes: number, of: number) =>
      intervalOf(ten(null), answers(yes), {domain: Uint8Array.from({length: 10}, (_, i) => (i < of ? 1 : 0))});
    expect(limits(3, 10).low).toBeCloseTo(0.0667395111777345, 12);
    expect(limits(3, 10).high).toBeCloseTo(0.652452850059997, 12);
    expect(limits(0, 10).low).toBe(0);
    expect(limits(0, 10).high).toBeCloseTo(0.308497107818761, 12);
    expect(limits(1, 1).low).toBeCloseTo(0.025, 12);
    expect(limits(1, 1).high).toBe(1);
  });
});

/** How likely it is to see x yes among n of N units of which K say yes. */
function hypergeometric(x: number, {n, N, K}: {n: number; N: number; K: number}): number {
  return Math.exp(logChoose(K, x) + logChoose(N - K, n - x) - logChoose(N, n));
}

const logFactorials = [0];
for (let n = 1; n <= 147; n++) logFactorials.push(logFactorials[n - 1] + Math.log(n));
const logChoose = (n: number, k: number) =>
  k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorials[n] - logFactorials[k] - logFactorials[n - k];

/** By number of yes among all units how often the interval holds their share. */
function coverages(n: number, N: number): number[] {
  const limits = Array.from({length: n + 1}, (_, x) => intervalOf(simple(n, N), answers(x, n)));
  return Array.from({length: N + 1}, (_, K) =>
    limits.reduce((sum, {low, high}, x) => {
      const isHeld = low * N <= K + 1e-9 && high * N >= K - 1e-9;
      return isHeld ? sum + hypergeometric(x, {n, N, K}) : sum;
    }, 0),
  );
}

const from = (least: number, greatest: number) => Array.from({length: greatest - least + 1}, (_, i) => least + i);

describe("reportInterval of one class", () => {
  it("holds the share at least 95 times in 100 at every share, of 5 to 40 units of which 40 to 100 per cent answered", () => {
    for (const N of from(5, 40))
      for (const n of from(Math.ceil(0.4 * N), N))
        expect(Math.min(...coverages(n, N)), `${n} of ${N}`).toBeGreaterThanOrEqual(0.95);
  });

  it.each([51, 96, 136, 147])("holds it as often of %i units", (N) => {
    for (const part of [0.4, 0.55, 0.7, 0.85, 0.98, 1]) {
      const n = Math.ceil(part * N);
      expect(Math.min(...coverages(n, N)), `${n} of ${N}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("is no wider than that needs: some share is held less than 96 times in 100", () => {
    for (const N of [96, 136, 147]) expect(Math.min(...coverages(Math.ceil(0.6 * N), N))).toBeLessThan(0.96);
  });
});

describe("reportInterval of unequal weights", () => {
  /** Ten who stand for themselves and ten who stand for three: as good as 40^2/(10 + 90) = 16 of 40. */
  const design = weighed([...new Array(10).fill(1), ...new Array(10).fill(3)]);
  const saying = (ofOne: number, ofThree: number) =>
    responsesOf(Array.from({length: 20}, (_, i) => (i < ofOne || (i >= 10 && i < 10 + ofThree) ? 1 : 0)));

  /** R, as above: limits(2, 16, 40) is 2 to 13, limits(3, 16, 40) is 3 to 16, limits(14, 16, 40) is 27 to 38. */
  it("is exact where few said yes, of the effective number of respondents, and cut to what is possible", () => {
    expect(reportInterval(design, saying(2, 1))).toMatchObject({
      rule: "exact",
      proportion: 5 / 40,
      interval: {low: 3 / 40, high: 13 / 40},
    });
    expect(reportInterval(design, saying(8, 9))).toMatchObject({
      rule: "exact",
      proportion: 35 / 40,
      interval: {low: 27 / 40, high: 37 / 40},
    });
  });

  it("takes a number of yes that is not whole as the one below and the one above", () => {
    const reported = reportInterval(design, saying(3, 1));
    expect(reported).toMatchObject({rule: "exact", proportion: 6 / 40, interval: {low: 4 / 40, high: 16 / 40}});
  });

  /**
   * R: d <- data.frame(class = rep(c("a", "b"), each = 20), w = rep(c(1, 3), each = 20), y = rep(c(1, 0, 1, 0),
   *      c(12, 8, 8, 12))); s <- svydesign(ids = ~1, strata = ~class, weights = ~w, fpc = ~I(1/w), pps = "brewer", data = d)
   *    confint(svyciprop(~y, s, method = "logit")) * 80  # 25.4289788306388 47.1672282738301
   */
  it("is made on the logit scale where ten or more said yes and ten or more no, rounded outward to whole units", () => {
    const classOf = Int32Array.from({length: 40}, (_, i) => (i < 20 ? 0 : 1));
    const weight = Float64Array.from(classOf, (h) => (h === 0 ? 1 : 3));
    const classes = [
      {name: "a", population: 20},
      {name: "b", population: 60},
    ];
    const yes = responsesOf(classOf.map((h, i) => (i % 20 < (h === 0 ? 12 : 8) ? 1 : 0)));
    const reported = reportInterval(designOfWeights(new Float64Array(40).fill(1), weight, {classOf, classes}), yes);
    expect(reported).toMatchObject({rule: "logit", interval: {low: 25 / 80, high: 48 / 80}});
    if (reported.rule !== "logit") throw new Error(reported.rule);
    expect(reported.proportion).toBeCloseTo(0.45, 12);
    expect(reported.standardError).toBeCloseTo(0.0688247201611685, 12);
  });

  it("is exact where fewer than ten said yes, or fewer than ten no", () => {
    const uneven = weighed([...new Array(20).fill(1), ...new Array(20).fill(3)]);
    const rule = (yes: number) => reportInterval(uneven, answers(yes, 40)).rule;
    expect([9, 10, 30, 31].map(rule)).toEqual(["exact", "logit", "logit", "exact"]);
  });

  it("takes weights that add up to no whole number as those of one unit more", () => {
    const reported = reportInterval(weighed([1, 1, 1, 1, 1.4]), responsesOf([0, 0, 0, 0, 1]));
    expect(reported).toMatchObject({proportion: 1.4 / 5.4, interval: {low: 1 / 6, high: 2 / 6}});
  });

  it("takes weights as equal where the greatest is at most a tenth above the least", () => {
    const rule = (heaviest: number) =>
      reportInterval(weighed([...new Array(20).fill(2), ...new Array(20).fill(heaviest)]), answers(15, 40)).rule;
    expect([rule(2.2), rule(2.3)]).toEqual(["exact", "logit"]);
  });

  it("never leaves what is possible, and holds the share", () => {
    const person = fc.record({weight: fc.constantFrom(1, 1, 1, 1.2, 3), says: fc.constantFrom(0, 1)});
    const rules = {exact: 0, logit: 0, cut: 0};
    fc.assert(
      fc.property(fc.array(person, {maxLength: 80, size: "max"}), fc.boolean(), (some, isRare) => {
        const people = [...some, {weight: 1, says: 0}, {weight: 3, says: 1}];
        const said = Float64Array.from(people, ({weight, says}) => (isRare && weight > 1 ? 0 : says));
        const made = weighed(people.map(({weight}) => weight));
        const reported = reportInterval(made, responsesOf(said));
        if (reported.rule !== "exact" && reported.rule !== "logit") throw new Error(reported.rule);
        const {proportion, interval, base, rule} = reported;
        const units = Math.ceil(base - 1e-9);
        const yes = said.reduce((sum, one) => sum + one, 0);
        const band = {low: yes / units, high: (yes + units - people.length) / units};
        expect(interval.low).toBeGreaterThanOrEqual(band.low);
        expect(interval.high).toBeLessThanOrEqual(band.high);
        expect(interval.low).toBeLessThanOrEqual(proportion + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(proportion - 1e-12);
        rules[rule]++;
        if (interval.low === band.low || interval.high === band.high) rules.cut++;
      }),
    );
    expect(Math.min(rules.exact, rules.logit, rules.cut)).toBeGreaterThan(0);
  });
});

describe("tInterval", () => {
  it("of one respondent is an error", () => {
    const one = buildDesign(Float64Array.of(1), {classes: [{name: "all", population: 1}]});
    expect(() => tInterval(mean(one, responsesOf([1])))).toThrow(NoIntervalError);
    expect(() => tInterval(total(one, responsesOf([1])))).toThrow(
      "too few respondents for an interval, degrees of freedom: 0",
    );
  });
});

describe("total", () => {
  it("of nobody is 0", () => {
    expect(total(ten(20), answers(3), {domain: new Uint8Array(10)})).toMatchObject({estimate: 0, standardError: 0});
  });

  it("stands for the population", () => {
    expect(total(ten(20), answers(3))).toMatchObject({estimate: 6, base: 20, unweightedBase: 10});
  });
});
