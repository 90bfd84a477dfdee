import {describe, expect, it} from "vitest";
import {isWhole, sampled} from "../support/sampled.js";
import {checkGroups, checkPaths, everyPair} from "./groups.js";
import {falseFinds, power} from "./nulls.js";
import {ownSurveys, standInSurvey} from "./surveys.js";

const surveys = [
  {name: "stand-in", make: standInSurvey},
  ...Object.entries(ownSurveys).map(([name, make]) => ({name, make: async () => make()})),
];

describe.each(surveys)("of $name", ({make}) => {
  it("every group of the register adds up to it, and no number contradicts it or leaves what is possible", async () => {
    const {groups, estimates, defects} = checkGroups(await make());
    expect(defects).toEqual([]);
    expect(groups).toBeGreaterThan(300);
    expect(estimates).toBeGreaterThan(groups);
  });

  it("a group has one number, as a column, under a filter and as a row", async () => {
    const survey = await make();
    const pairs = sampled(everyPair(survey), {size: 8, kind: ([rows]) => rows});
    expect(checkPaths(survey, pairs)).toEqual([]);
  });
});

/** So many populations are enough to see a test that finds too much, and few enough for every run. */
const populations = isWhole ? 40 : 3;

describe("of populations in which nothing is associated", () => {
  it.each(surveys.filter(({name}) => ["stand-in", "large ones answer", "small ones answer"].includes(name)))(
    "tests find no more than chance, and letters neither, dealt anew from $name",
    async ({make}) => {
      const finds = falseFinds(await make(), {populations, seed: 0.2011, draws: 199});
      const sum = (value: (each: (typeof finds)[number]) => number) =>
        finds.reduce((all, each) => all + value(each), 0);
      const [tested, significant] = [sum((each) => each.tested), sum((each) => each.significant)];
      expect(tested).toBeGreaterThan(50);
      expect(significant / tested).toBeLessThanOrEqual(0.07);
      expect(sum(({lettered}) => lettered) / sum(({compared}) => compared)).toBeLessThanOrEqual(0.06);
    },
  );

  it("a planted difference of 20 points between halves is found in four of five", async () => {
    expect(power(await standInSurvey(), 0.2, {populations: 60, seed: 0.2011})).toBeGreaterThanOrEqual(0.8);
  });
});
