import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import {atoms} from "./atoms.js";
import {allReadings, boundsModel} from "./model.js";

const facts = buildFacts();
const {summary} = facts;

describe("boundsModel(facts, reading)", () => {
  it("holds every number that the summary states, and nothing else", () => {
    const numbers = summary.claims.filter(({kind}) => kind === "number").map(({id}) => id);
    expect(boundsModel(facts, {}).stated.map(({claim}) => claim)).toEqual(numbers);
  });

  it("puts in what the reading says that a sentence stands for", () => {
    const givenOf = (reading: Record<string, string>, id: string) =>
      boundsModel(facts, reading).stated.find(({claim}) => claim === id)?.given;
    expect(givenOf({goal: "now", practice: "users"}, "dialogue-in-use")).toEqual(["usesNow"]);
    expect(givenOf({goal: "now", practice: "strategy"}, "dialogue-in-use")).toEqual(["strategyNow"]);
    expect(givenOf({goal: "year", practice: "strategy"}, "dialogue-in-use")).toEqual(["strategyByYearEnd"]);
    expect(givenOf({goal: "year", practice: "users"}, "dialogue-goal")).toEqual(["strategyByYearEnd"]);
    expect(givenOf({pages: "facebook"}, "two-or-more-pages")).toEqual(["onFacebook"]);
    expect(givenOf({pages: "users"}, "two-or-more-pages")).toEqual(["usesNow"]);
  });

  it("leaves 32 combinations of attributes, and 24 where a strategy now is not told from one by the year's end", () => {
    expect(atoms(boundsModel(facts, {goal: "now"}))).toHaveLength(32);
    expect(atoms(boundsModel(facts, {goal: "year"}))).toHaveLength(24);
  });

  it("refuses a reading that there is not, by name", () => {
    expect(() => boundsModel(facts, {goal: "never"})).toThrow("unknown reading: goal = never");
  });
});

describe("allReadings(summary)", () => {
  it("takes one option of each reading, in every way", () => {
    expect(allReadings(summary).map(({goal, practice, pages}) => `${goal}-${practice}-${pages}`)).toEqual([
      "now-users-facebook",
      "now-users-users",
      "now-strategy-facebook",
      "now-strategy-users",
      "year-users-facebook",
      "year-users-users",
      "year-strategy-facebook",
      "year-strategy-users",
    ]);
  });
});
