import {describe, expect, it} from "vitest";
import type {Guessed} from "../../../../src/lib/respondents/protectedTables.js";
import {usualThresholds} from "../../../inputs/noiseSettings.js";
import {buildSurvey} from "../../buildSurvey.js";
import {registerGroupings} from "../../registerGroupings.js";
import {type NoisyFamily, noisyFamily} from "../noisyTables.js";
import {attacked} from "./attacked.js";
import {attackReport, gain, tooRevealing} from "./attackReport.js";
import {boundsOfCounts, reachOf} from "./bounds.js";
import {atLeast} from "./exactCounts.js";
import {guessesOfOneWhoKnowsOthers} from "./knowsOthers.js";
import {binomial} from "./telling.js";

const survey = await buildSurvey("data-loaders/source/microdata/stand-in.csv");
const groupings = registerGroupings(survey.weighting);
const noisyOf = (variance: number) => noisyFamily(survey, groupings, {variance, pairs: [], secret: "secret"});
const noisy = noisyOf(12);
const report = attackReport(attacked(survey, noisy));
const found = (planted: NoisyFamily) =>
  tooRevealing(attackReport(attacked(survey, planted)), usualThresholds).join("; ");

/** The same, some tables of which were published without their noise. */
function without(isPlanted: (table: string) => boolean): NoisyFamily {
  const noise = [...noisy.noise];
  const estimates = [...noisy.estimates];
  for (const {id, counts, measured} of noisy.family.tables)
    for (const at of counts.keys()) {
      const place = noisy.places.of(id, Math.floor(at / measured.cells), at % measured.cells) ?? -1;
      if (place < 0 || !isPlanted(id)) continue;
      noise[place] = 0;
      estimates[place] = noisy.truth[place];
    }
  return {...noisy, noise, estimates};
}

describe("the attack report", () => {
  it("finds nothing too revealing in the tables as they are published", () => {
    expect(tooRevealing(report, usualThresholds)).toEqual([]);
    expect(report.bounds.narrow).toBe(0);
    expect(report.exact.right / report.exact.counts).toBeLessThan(report.exact.expected);
  });

  it("names a table that was published without its noise", () => {
    const planted = without((id) => id === "respondent_role by county");
    expect(found(planted)).toContain(
      "more true counts of a table can be told than noise explains: respondent_role by county",
    );
  });

  it("finds that who knows all other answers tells an answer from a family without noise", () => {
    const {others, coalition, zeros} = attackReport(
      attacked(
        survey,
        without(() => true),
      ),
    );
    expect(gain(others)).toBeGreaterThan(gain(report.others) + 0.1);
    expect(gain(coalition)).toBeGreaterThan(gain(report.coalition));
    expect(gain(zeros)).toBeGreaterThan(0);
    expect(found(without(() => true))).toMatch(/who knows all other answers is right too often/);
  });

  it("finds that each release more tells more, and refuses too many", () => {
    const gains = [1, 8].map((versions) => gain(attackReport(attacked(survey, noisy, () => versions)).others));
    expect(gains[1]).toBeGreaterThan(gains[0]);
    const eight = attackReport(attacked(survey, noisy, () => 8));
    expect(tooRevealing(eight, usualThresholds).join()).toContain("who knows all other answers is right too often");
    expect(eight.versions).toBe(8);
  });

  it("finds that a question which decides many others is told more often than one that decides none", () => {
    const gainOf = (secret: string, column: string) => {
      const drawn = noisyFamily(survey, groupings, {variance: 12, pairs: [], secret});
      return gain(guessesOfOneWhoKnowsOthers(attacked(survey, drawn)).get(column) as Guessed);
    };
    const total = (column: string) => ["a", "b", "c"].reduce((sum, secret) => sum + gainOf(secret, column), 0);
    expect(total("uses_now")).toBeGreaterThan(total("challenges_resources"));
  });
});

describe("boundsOfCounts", () => {
  it("bounds every count closely, by linear programs, where there is no noise and everybody knows it", () => {
    const {family} = noisy;
    const measured = family.measured.filter(({name}) => name === "plans_2011");
    const tables = family.tables.filter(({id}) => /^plans_2011 by (all|size)$/.test(id));
    const small = {...without(() => true), family: {...family, measured, tables}};
    const bounds = boundsOfCounts(attacked(survey, small), 0);
    expect(bounds.programs).toBeGreaterThan(0);
    expect(bounds.narrow).toBe(bounds.counts);
  });

  it("takes noise to be impossible that is beyond a chance of one in a million", () => {
    expect(reachOf(6)).toBe(12);
    expect(reachOf(12)).toBe(17);
  });
});

describe("chances", () => {
  it("of so many successes or more", () => {
    expect(atLeast(2, 2, 0.5)).toBeCloseTo(0.25, 12);
    expect(atLeast(0, 5, 0.3)).toBeCloseTo(1, 12);
    expect(binomial(2, 0.5)).toEqual([0.25, 0.5, 0.25].map((chance) => expect.closeTo(chance, 9)));
  });
});
