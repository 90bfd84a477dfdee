import {describe, expect, it} from "vitest";
import {quantitiesOf, quantity} from "../src/lib/facts.js";
import {formatOf100, formatQuantity} from "../src/lib/language/format.js";
import {buildFacts} from "./buildFacts.js";

const facts = buildFacts();
const quantities = quantitiesOf(facts);

describe("buildFacts() of the real inputs, as quantitiesOf counts them", () => {
  it("says of a municipality that kept its name which others have become part of it since", () => {
    const joined = Object.fromEntries(facts.municipalities.map((each) => [each.number, each.joined]));
    expect(joined["1849"]).toEqual([{name: "Tysfjord", isPart: true}]); // Hamarøy
    expect(joined["1504"]?.map(({name}) => name)).toEqual(["Ørskog", "Skodje", "Sandøy"]); // Ålesund; Haram left again
    expect(joined["0301"]).toBeUndefined();
  });

  it("holds the seven stated numbers at their printed values", () => {
    const stated = [...quantities.values()].filter(({rank}) => rank === "stated");
    expect(Object.fromEntries(stated.map(({id, value}) => [id, value]))).toEqual({
      "uses-now": 0.58,
      "uses-by-year-end": 0.71,
      "strategy-by-year-end": 0.46,
      "dialogue-goal": 0.41,
      "dialogue-in-use": 0.22,
      "on-facebook": 0.96,
      "two-or-more-pages": 0.65,
    });
  });

  it.each([
    ["uses-without-strategy", "24–54.5%", "24 to\u00a055 of\u00a0100"],
    ["facebook-of-all", "54.9–56.5%", "54 to\u00a057 of\u00a0100"],
    ["two-or-more-of-all", "35.4–38.4%", "35 to\u00a039 of\u00a0100"],
    ["planned-only", "12–14%", "12 to\u00a014 of\u00a0100"],
    ["goal-of-all-now", "0–19.3%", "0 to\u00a020 of\u00a0100"],
    ["goal-of-all-year", "18.4–19.3%", "18 to\u00a020 of\u00a0100"],
    ["practice-of-all-users", "12.3–13.2%", "12 to\u00a014 of\u00a0100"],
  ])("shows %s as %s", (id, percent, of100) => {
    expect(formatQuantity(quantity(quantities, id), "en")).toBe(percent);
    expect(formatOf100(quantity(quantities, id), "en")).toBe(of100);
  });

  it("gives every number a rank, a base, a time and a source in both languages", () => {
    for (const {id, rank, base, time, source, claims, label} of quantities.values()) {
      expect(rank, id).toBeTruthy();
      expect(claims.length, id).toBeGreaterThan(0);
      for (const text of [base, time, source, label]) {
        expect(text.nb, id).toBeTruthy();
        expect(text.en, id).toBeTruthy();
      }
    }
  });

  it("calls no base of a stated or derived number all municipalities", () => {
    for (const {id, rank, base} of quantities.values()) {
      if (rank === "context") continue;
      expect(base.nb, id).not.toMatch(/^alle kommuner/);
      expect(base.en, id).not.toMatch(/^all municipalities/);
    }
  });

  it("gives what is named without a number no value, and everything from none to all", () => {
    expect(quantity(quantities, "challenge-dialogue")).toMatchObject({rank: "unknown", value: null, low: 0, high: 1});
  });

  it("holds each number of another survey, and never as a finding of this one", () => {
    expect(quantity(quantities, "westander-2011-fb")).toMatchObject({
      rank: "context",
      value: 0.64,
      low: 0.64,
      high: 0.64,
    });
    expect(quantity(quantities, "dk-2013").value).toBeCloseTo(41 / 98, 12);
    expect(quantity(quantities, "iao-2013-01-likes")).toMatchObject({unit: "count", value: 155_000});
    for (const {id} of facts.context.values) expect(quantity(quantities, id).rank, id).toBe("context");
  });

  it("refuses two numbers by one name", () => {
    const [claim] = facts.summary.claims.filter(({kind}) => kind === "number");
    const summary = {...facts.summary, claims: [...facts.summary.claims, claim]};
    expect(() => quantitiesOf({...facts, summary})).toThrow("two numbers with one id: uses-now");
  });
});

describe("quantity(quantities, id)", () => {
  it("says which number is not there", () => {
    expect(() => quantity(quantities, "uses-never")).toThrow("unknown number: uses-never");
  });
});
