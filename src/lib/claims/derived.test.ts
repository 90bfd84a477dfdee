import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import {readQuestions} from "../../../data-loaders/inputs/readClaims.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import type {Questioned} from "../bounds/model.js";
import type {Claim} from "./claim.js";
import {derivedQuantities} from "./derived.js";

const facts = buildFacts();
const {summary} = facts;
const questions = readQuestions(sourceReader(), summary);
const derived = new Map(derivedQuantities(facts, questions).map((each) => [each.id, each]));

describe("derivedQuantities(questioned, questions)", () => {
  // By hand, from the rounding ranges of the printed numbers: .575 × .955 × .645 and the like.
  it.each([
    ["not-using-now", 41.5, 42.5],
    ["planned-only", 12, 14],
    ["not-by-year-end", 28.5, 29.5],
    ["uses-without-strategy", 24.0, 54.5],
    ["facebook-of-all", 54.9125, 56.4525],
    // Both at least what is over a hundred of 54.9125 and 45.5, at most all with a strategy; without one at most 100 - 45.5.
    ["facebook-with-strategy", 0.4125, 46.5],
    ["facebook-without-strategy", 8.4125, 54.5],
    // From those on Facebook, 64.5 % of 95.5 % of 57.5 %, to all users, 65.5 % of 58.5 %.
    ["two-or-more-of-all", 35.4185625, 38.3175],
    ["no-strategy-by-year-end", 53.5, 54.5],
    ["strategy-now", 0, 46.5],
    ["strategy-of-users", 100 * (3 / 57.5), 100 * (46.5 / 57.5)],
    ["goal-of-all-now", 0, 19.2975],
    ["goal-of-all-year", 18.4275, 19.2975],
    ["practice-of-all-users", 12.3625, 13.1625],
    ["practice-of-all-strategy-now", 0, 10.4625],
    ["practice-of-all-strategy-year", 9.7825, 10.4625],
  ])("%s lies from %d to %d per cent", (id, low, high) => {
    expect((derived.get(id)?.low ?? Number.NaN) * 100).toBeCloseTo(low, 7);
    expect((derived.get(id)?.high ?? Number.NaN) * 100).toBeCloseTo(high, 7);
  });

  it("gives nothing else", () => {
    expect(derived.size).toBe(16);
  });

  it("calls bounded what printed numbers leave a range for, and only that", () => {
    const bounded = [...derived.values()].filter(({rank}) => rank === "bounded").map(({id}) => id);
    expect(bounded).toEqual([
      "two-or-more-of-all",
      "strategy-now",
      "uses-without-strategy",
      "facebook-with-strategy",
      "facebook-without-strategy",
      "strategy-of-users",
      "goal-of-all-now",
      "practice-of-all-strategy-now",
    ]);
  });

  it("names the claims without which the range would be wider, and no other", () => {
    expect(derived.get("two-or-more-of-all")?.claims).toEqual(["uses-now", "on-facebook", "two-or-more-pages"]);
    expect(derived.get("strategy-of-users")?.claims).toEqual(["uses-now", "strategy-by-year-end"]);
  });

  it("narrows when the summary states more", () => {
    const more = derivedQuantities(
      withClaim({value: 40, attribute: {event: ["strategyByYearEnd"], given: ["usesNow"]}}),
      questions,
    );
    const range = more.find(({id}) => id === "uses-without-strategy");
    expect(range?.low).toBeCloseTo(0.575 * 0.595, 8);
  });

  it("names the claims that contradict each other", () => {
    const impossible = withClaim({value: 90, attribute: {event: ["strategyByYearEnd"], given: ["usesNow"]}});
    expect(() => derivedQuantities(impossible, questions)).toThrow(
      "a derived number has no answer: not-using-now (contradiction: uses-now, strategy-by-year-end, added)",
    );
  });
});

/** The summary with one more number. */
function withClaim(added: Pick<Claim, "value" | "attribute">): Questioned {
  const [number] = summary.claims.filter(({kind}) => kind === "number");
  return {...facts, summary: {...summary, claims: [...summary.claims, {...number, ...added, id: "added"}]}};
}
