import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import type {Claim, Event} from "../claims/claim.js";
import {type Answer, answer, isWider, type Question, type Range, support} from "./answer.js";
import {atoms, indicator} from "./atoms.js";
import {allReadings, type BoundsModel, boundsModel, type Questioned, withoutClaim} from "./model.js";

const facts = buildFacts();
const {summary} = facts;
const readings = allReadings(summary);
/** Those that the reference was made of: with 65 % of those on Facebook. */
const referenceReadings = readings.filter(({pages}) => pages === "facebook");
const now = boundsModel(facts, {goal: "now", practice: "users"});

describe("answer(model, question)", () => {
  // Values of another program: GLPK and lpSolve, which agreed to 1e-9.
  const reference = JSON.parse(readFileSync("test/reference/bounds/bounds.json", "utf8"));
  const asked = referenceReadings.flatMap((reading) =>
    reference.queries.map(({id, event, given, bounds}: ReferenceQuery) => {
      const name = `${reading.goal}-${reading.practice}`;
      return {reading, name: `${id}, ${name}`, event, given, ...bounds[name]};
    }),
  );

  it.each(asked)("agrees with two other solvers on $name", ({reading, event, given, ...expected}) => {
    const range = rangeOf(answer(boundsModel(facts, reading), {event: translate(event), given: translate(given)}));
    expect(Math.abs(range.low - expected.min)).toBeLessThan(1e-8);
    expect(Math.abs(range.high - expected.max)).toBeLessThan(1e-8);
    const isPoint = expected.max_midpoint - expected.min_midpoint < 1e-8;
    expect(range.value !== null).toBe(isPoint);
    if (isPoint) expect(Math.abs((range.value ?? Number.NaN) - expected.min_midpoint)).toBeLessThan(1e-8);
  });

  it("takes 65 % of all users in the other reading of “of them”", () => {
    const users = boundsModel(facts, {goal: "now", practice: "users", pages: "users"});
    const {low, high} = rangeOf(answer(users, {event: ["twoOrMorePages"], given: []}));
    expect(low).toBeCloseTo(0.575 * 0.645, 10);
    expect(high).toBeCloseTo(0.585 * 0.655, 10);
  });

  it("calls stated what a claim says, derived what printed numbers fix, bounded what they limit, else unknown", () => {
    const rank = (event: Event, given: Event = []) => rangeOf(answer(now, {event, given})).rank;
    expect(rank(["onFacebook"], ["usesNow"])).toBe("stated");
    expect(rank(["onFacebook"])).toBe("derived");
    expect(rank(["strategyByYearEnd"], ["usesNow"])).toBe("bounded");
    expect(rank(["strategyByYearEnd"], ["!usesByYearEnd"])).toBe("unknown");
  });

  it("knows what the words themselves say, whatever was printed", () => {
    expect(answer(now, {event: ["usesNow"], given: ["onFacebook"]})).toMatchObject({rank: "derived", low: 1, high: 1});
    expect(answer(now, {event: ["onFacebook"], given: ["!usesNow"]})).toMatchObject({rank: "derived", low: 0, high: 0});
  });

  it("says that nobody is in a group that the words rule out", () => {
    expect(answer(now, {event: ["usesNow"], given: ["onFacebook", "!usesNow"]})).toEqual({status: "nobody"});
  });

  it("says what a reading does not tell apart", () => {
    const year = boundsModel(facts, {goal: "year", practice: "users"});
    expect(answer(year, {event: ["strategyNow"], given: []})).toEqual({
      status: "notDistinguished",
      attribute: "strategyNow",
      from: "strategyByYearEnd",
    });
  });

  it("names a smallest set of claims that contradict each other", () => {
    const impossible = boundsModel(withNumbers({value: 90, event: ["strategyByYearEnd"], given: ["usesNow"]}), {});
    const question = {event: ["onFacebook"], given: []};
    expect(answer(impossible, question)).toEqual({
      status: "contradiction",
      claims: ["uses-now", "strategy-by-year-end", "added-0"],
    });
  });

  it("refuses an attribute that it does not know, by name", () => {
    expect(() => answer(now, {event: ["onMars"], given: []})).toThrow("unknown attribute: onMars");
  });

  it("never widens for a claim more, nor narrows for a claim less", () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(...readings), fc.constantFrom(...numberIds), (question, reading, id) => {
        const model = boundsModel(facts, reading);
        const [all, less] = [answer(model, question), answer(withoutClaim(model, id), question)];
        if (all.status === "range") expect(isWider(all, rangeOf(less))).toBe(false);
      }),
      {numRuns: 300},
    );
  });

  it("does not depend on the order of claims, attributes or literals", () => {
    fc.assert(
      fc.property(questions, shuffled, ({event, given}, {claims, attributes}) => {
        const other = boundsModel({...facts, summary: {...summary, claims, attributes}}, {});
        const [a, b] = [
          answer(boundsModel(facts, {}), {event, given}),
          answer(other, {event: [...event].reverse(), given: [...given].reverse()}),
        ];
        expect(b).toEqual(a);
      }),
    );
  });

  it("leaves to those without an attribute what it takes from those with it", () => {
    fc.assert(
      fc.property(literals, questions, (literal, {given}) => {
        const yes = answer(now, {event: [literal], given});
        const no = answer(now, {event: [negate(literal)], given});
        expect(no.status).toBe(yes.status);
        if (yes.status === "range" && no.status === "range") {
          expect(no.low).toBeCloseTo(1 - yes.high, 8);
          expect(no.high).toBeCloseTo(1 - yes.low, 8);
        }
      }),
    );
  });

  it("fits every distribution that fits the claims", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), {minLength: 32, maxLength: 32}), questions, (weights, question) => {
        const model = modelOfDistribution(weights);
        const found = answer(model, question);
        const share = shareIn(weights, model, question);
        if (found.status !== "range" || share === null) return;
        expect(share).toBeGreaterThan(found.low - 1e-8);
        expect(share).toBeLessThan(found.high + 1e-8);
      }),
    );
  });
});

describe("support(model, question)", () => {
  it("names the claims without which the range would be wider, with the range they would leave", () => {
    expect(support(now, {event: ["usesByYearEnd", "!strategyByYearEnd"], given: []})).toEqual(
      [
        {claim: "uses-by-year-end", low: 0.11, high: 0.545},
        {claim: "strategy-by-year-end", low: 0, high: 0.715},
      ].sort((a, b) => b.high - b.low - (a.high - a.low)),
    );
  });

  it("names none where the words alone decide, or the summary is silent", () => {
    expect(support(now, {event: ["usesNow"], given: ["onFacebook"]})).toEqual([]);
    expect(support(now, {event: ["strategyByYearEnd"], given: ["!usesByYearEnd"]})).toEqual([]);
  });
});

// On a page, half a per cent decides between "58" and "57 to 58", and whether a number is said to rest on a claim.
describe("half a per cent", () => {
  /** The words of the summary, with other numbers than its own, all exact. */
  const modelOf = (...given: [claim: string, value: number, event: Event][]): BoundsModel => ({
    ...now,
    stated: given.map(([claim, value, event]) => ({claim, value, event, given: [], low: value, high: value})),
  });

  it("keeps a range from being called derived", () => {
    const model = modelOf(["strategy", 0.995, ["strategyNow"]], ["users", 0.9, ["usesNow"]]);
    const found = rangeOf(answer(model, {event: ["strategyNow", "usesNow"], given: []}));
    expect(found).toMatchObject({rank: "bounded", value: null});
    expect([found.low, found.high].map((end) => end.toFixed(6))).toEqual(["0.895000", "0.900000"]);
  });

  it("is not unknown, at either end", () => {
    const rankOf = (value: number) => {
      const [more, less] = [["usesByYearEnd"], ["usesNow"]];
      const model = modelOf(["stated", value, value < 0.5 ? less : more]);
      return rangeOf(answer(model, {event: value < 0.5 ? more : less, given: []})).rank;
    };
    expect([rankOf(0.005), rankOf(0.995)]).toEqual(["bounded", "bounded"]);
    expect([rankOf(0), rankOf(1)]).toEqual(["unknown", "unknown"]);
  });

  it("of width is reason enough to name the claim that takes it away", () => {
    const model = modelOf(["strategy", 0.3, ["strategyNow"]], ["users", 0.305, ["usesNow"]]);
    const named = support(model, {event: ["strategyNow", "usesNow"], given: []});
    expect(named).toEqual([{claim: "strategy", low: 0, high: expect.closeTo(0.305, 8)}]);
  });

  it("makes one range wider than another, at either end; what a solver leaves over does not", () => {
    const range = {low: 0.4, high: 0.6};
    expect(isWider({...range, low: 0.395}, range)).toBe(true);
    expect(isWider({...range, high: 0.605}, range)).toBe(true);
    expect(isWider({low: 0.4 - 1e-10, high: 0.6 + 1e-10}, range)).toBe(false);
  });
});

interface ReferenceQuery {
  id: string;
  event: string[];
  given: string[] | null;
  bounds: Record<string, {min: number; max: number; min_midpoint: number; max_midpoint: number}>;
}

const codeOf: Record<string, string> = {
  Y: "usesByYearEnd",
  U: "usesNow",
  F: "onFacebook",
  M: "twoOrMorePages",
  S: "strategyByYearEnd",
  T: "strategyNow",
  G: "dialogueGoal",
  D: "dialogueInUse",
};

const translate = (event: readonly string[] | null) => (event ?? []).map((l) => l.replace(/[A-Z]/, (c) => codeOf[c]));

function rangeOf(found: Answer): Range {
  if (found.status !== "range") throw new Error(`no range: ${found.status}`);
  return found;
}

const negate = (literal: string) => (literal.startsWith("!") ? literal.slice(1) : `!${literal}`);

const literals = fc
  .tuple(fc.constantFrom(...summary.attributes.map(({code}) => code)), fc.boolean())
  .map(([code, is]) => (is ? code : `!${code}`));
const questions: fc.Arbitrary<Question> = fc.record({
  event: fc.array(literals, {minLength: 1, maxLength: 2}),
  given: fc.array(literals, {maxLength: 2}),
});
const numberIds = now.stated.map(({claim}) => claim);
const shuffled = fc.record({
  claims: fc.shuffledSubarray(summary.claims, {minLength: summary.claims.length}),
  attributes: fc.shuffledSubarray(summary.attributes, {minLength: summary.attributes.length}),
});

/** The summary with more numbers in it. */
function withNumbers(...added: {value: number; event: Event; given: Event}[]): Questioned {
  const [number] = summary.claims.filter(({kind}) => kind === "number");
  const claims = added.map(
    ({value, event, given}, index): Claim => ({...number, id: `added-${index}`, value, attribute: {event, given}}),
  );
  return {...facts, summary: {...summary, claims: [...summary.claims, ...claims]}};
}

/** A model whose claims are what some distribution over the atoms prints: shares of each attribute, and of pairs. */
function modelOfDistribution(weights: readonly number[]): BoundsModel {
  const pairs: Question[] = [
    {event: ["usesNow"], given: []},
    {event: ["strategyByYearEnd"], given: ["usesNow"]},
    {event: ["dialogueInUse"], given: ["strategyNow"]},
    {event: ["onFacebook", "!strategyNow"], given: ["usesByYearEnd"]},
  ];
  const bare = {...now, stated: []};
  const stated = pairs.flatMap((question, index) => {
    const share = shareIn(weights, bare, question);
    const value = Math.round((share ?? 0) * 100) / 100;
    const range = {low: Math.max(0, value - 0.005), high: Math.min(1, value + 0.005)};
    return share === null ? [] : [{claim: `c${index}`, ...question, value, ...range}];
  });
  return {...bare, stated};
}

/** Share of a question in a distribution over the atoms; null where nobody is in the group. */
function shareIn(weights: readonly number[], model: BoundsModel, {event, given}: Question): number | null {
  const all = atoms(model);
  const sum = (literals: Event) =>
    indicator(literals, all).reduce((total, is, index) => total + is * weights[index], 0);
  const whole = sum(given);
  return whole === 0 ? null : sum([...event, ...given]) / whole;
}
