import {describe, expect, it} from "vitest";
import type {ProtectedRow, ProtectedTable, ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import {buildSurvey} from "../buildSurvey.js";
import {registerGroupings} from "../registerGroupings.js";
import {constraintsOf} from "./estimate.js";
import {noisyFamily, noisyTables} from "./noisyTables.js";

const survey = await buildSurvey("data-loaders/source/microdata/stand-in.csv");
const groupings = registerGroupings(survey.weighting);
const pairs = [
  ["strategy", "uses_now"],
  ["strategy", "channels"],
  ["uses_now", "strategy_goals"],
] as const;
type Pairs = readonly (readonly [string, string])[];
function publish(given: typeof survey, by: typeof groupings, noise: Parameters<typeof noisyFamily>[2]) {
  const noisy = noisyFamily(given, by, noise);
  return {noisy, tables: noisyTables(given, by, noisy)};
}
const made = (secret: string, counted: Pairs = pairs, given = survey) =>
  publish(given, groupings, {variance: 6, pairs: counted, secret});
const {noisy, tables} = made("secret");
const table = (name: string, of: ProtectedTables = tables) =>
  of.tables.find(({column}) => column === name) as ProtectedTable;
const countsOf = (row: ProtectedRow) => (row.status === "published" ? row.unweightedCounts : []);
const addUp = (rows: readonly ProtectedRow[]) =>
  rows
    .map(countsOf)
    .filter((counts) => counts.length > 0)
    .reduce((a, b) => a.map((x, at) => x + b[at]));
const near = (a: readonly number[], b: readonly number[]) =>
  expect(Math.max(...a.map((x, at) => Math.abs(x - b[at])))).toBeLessThan(0.05);

describe("noisyTables", () => {
  it("are each question of all, by county and by size, and the pairs that the owner lists, either way about", () => {
    expect(Object.keys(table("respondent_role").by)).toEqual(["county", "size"]);
    expect(Object.keys(table("strategy").by)).toEqual(["county", "size", "uses_now"]);
    expect(Object.keys(table("uses_now").by)).toEqual(["county", "size", "strategy"]);
    expect(Object.keys(table("channels_facebook").by)).toEqual(["county", "size", "strategy"]);
    expect(Object.keys(table("strategy_goals_dialogue").by)).toEqual(["county", "size", "uses_now"]);
  });

  it("add up: counties and sizes to all, answers to those that answered, a pair to its question", () => {
    for (const {all, by} of tables.tables) for (const id of ["county", "size"]) near(addUp(by[id]), countsOf(all));
    for (const {known, terms} of constraintsOf(noisy.family, noisy.places)) {
      const sum = [...terms].reduce((total, [place, factor]) => total + factor * noisy.estimates[place], known);
      expect(Math.abs(sum)).toBeLessThan(0.05);
    }
  });

  it("keep structural zeros: of whoever was not asked there is no answer, and no noise", () => {
    const byUse = table("channels_facebook").by.strategy;
    expect(byUse.map(({status}) => status)).not.toContain("suppressed");
    const goals = table("strategy_goals_dialogue").by.uses_now;
    expect(goals.map(({status}) => status)).toEqual(["published", "published"]);
    for (const pair of [
      ["plans_2011", "uses_now"],
      ["uses_now", "plans_2011"],
    ] as const) {
      const {tables: withPlans} = made("secret", [pair]);
      const plans = table("plans_2011", withPlans).by.uses_now;
      expect(plans.map(({status}) => status)).toEqual(["notApplicable", "published"]);
      const isUser = table("uses_now", withPlans).by.plans_2011.map((row) => countsOf(row)[0]);
      expect(isUser).toEqual([0, 0, 0]);
    }
  });

  it("are the same of the same answers, and of others have noise that is drawn anew in the tables that changed", () => {
    expect(made("secret").noisy.noise).toEqual(noisy.noise);
    expect(made("another").noisy.noise).not.toEqual(noisy.noise);
    const [column] = survey.respondents.columns.filter(({name}) => name === "experience");
    const codes = column.codes.map((code, row) => (row === column.codes.indexOf(2) ? 3 : code));
    const columns = survey.respondents.columns.map((each) => (each === column ? {...each, codes} : each));
    const later = made("secret", pairs, {...survey, respondents: {...survey.respondents, columns}}).noisy;
    const changed = [...later.fingerprints]
      .filter(([id, print]) => noisy.fingerprints.get(id) !== print)
      .map(([id]) => id);
    expect(changed).toEqual(["experience by all", "experience by county", "experience by size"]);
    const differ = later.noise.filter((each, place) => each !== noisy.noise[place]).length;
    expect(differ).toBeGreaterThan(60);
    const ofExperience = noisy.family.tables
      .filter(({id}) => changed.includes(id))
      .flatMap(({counts}) => counts).length;
    expect(differ).toBeLessThan(ofExperience);
  });

  it("refuses a pair whose base no table tells, and one that takes several answers both ways", () => {
    expect(() => made("secret", [["channels", "strategy"]])).toThrow(
      'a pair of which no table tells how many were asked: list ["uses_now", "strategy"] too: "channels by strategy" (noise.pairs)',
    );
    expect(() => made("secret", [["channels", "challenges"]])).toThrow(/both take several answers/);
    expect(() => made("secret", [["channel", "strategy"]])).toThrow(
      /the codebook does not have: "channel by strategy"/,
    );
  });

  it("of a survey without a register are by the attributes that its codebook groups by", () => {
    const {tables: without} = publish(survey, [], {variance: 12, pairs: [], secret: "s"});
    expect(Object.keys(table("respondent_role", without).by)).toEqual(["uses_now", "strategy"]);
    expect(Object.keys(table("uses_now", without).by)).toEqual(expect.arrayContaining(["strategy", "experience"]));
    const sizes = without.groupings.flatMap(({groups}) => groups.map(({respondents}) => respondents));
    expect(new Set(sizes)).toEqual(new Set([null]));
    for (const {column, all, by} of without.tables)
      if (column.startsWith("channels")) near(addUp(by.uses_now).slice(1), countsOf(all).slice(1));
  });

  it("have the noise of a count and not more", () => {
    const errors = noisy.estimates.map((x, at) => x - noisy.truth[at]);
    const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
    expect(Math.abs(mean(errors))).toBeLessThan(0.15);
    expect(mean(errors.map((x) => x * x))).toBeLessThan(6);
    expect(mean(errors.map((x) => x * x))).toBeGreaterThan(3);
  });
});
