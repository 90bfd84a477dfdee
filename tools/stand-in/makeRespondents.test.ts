import {randomLcg, shuffler} from "d3";
import {describe, expect, it} from "vitest";
import {readAssumptions} from "../../data-loaders/inputs/readAssumptions.js";
import {readClaims} from "../../data-loaders/inputs/readClaims.js";
import {readCodebook} from "../../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import {buildWeighting, unitClasses} from "../../data-loaders/survey/buildWeighting.js";
import {itemsOf} from "../../data-loaders/survey/items.js";
import {indicator} from "../../src/lib/bounds/atoms.js";
import {recordedText} from "../../src/lib/respondents/cleaning.js";
import {holm} from "../../src/lib/statistics/tests/holm.js";
import type {MadeUp} from "./madeUp.js";
import {atomShares, makeRespondents} from "./makeRespondents.js";
import {reproduced} from "./reproduced.js";
import {toRespondents} from "./toRespondents.js";

const read = sourceReader();
const codebook = readCodebook(read);
const summary = readClaims(read);
const register = readRegister(read);
const assumptions = readAssumptions(read, {codebook, claims: summary.claims});
const classes = unitClasses(register);
const sources = {codebook, summary, assumptions, classes};
const made = makeRespondents(sources, randomLcg(0.2011));

const counted = (of: (respondent: MadeUp) => boolean, among = made) => among.filter(of).length;
const says =
  (column: string, ...codes: string[]) =>
  (each: MadeUp) =>
    codes.includes(recordedText(each.answers.get(column) ?? ""));
const asked = (column: string) => made.filter((each) => typeof each.answers.get(column) !== "number");
const shareOf = (column: string, codes: string[], among = asked(column)) =>
  counted(says(column, ...codes), among) / among.length;

/** Within one per cent, which is what two or three respondents without an answer may take away. */
function expectNear(share: number, expected: number): void {
  expect(Math.abs(share - expected)).toBeLessThan(0.011);
}

/** All units together. */
const oneRegion = {code: "all", label: {nb: "", en: ""}, area: "all"};

describe("makeRespondents", () => {
  it("has six of ten units of every class answer, each once", () => {
    expect(classes.map(({code}) => counted(({unitClass}) => unitClass === code))).toEqual([58, 82, 88, 31, 11]);
    expect(new Set(made.map(({unit}) => unit)).size).toBe(270);
  });

  it.each([0, 0.1, 0.3, 0.5, 0.7, 0.9])(
    "gives every stated figure as printed, weighted by class, from the seed %d",
    (seed) => {
      const respondents = toRespondents(makeRespondents(sources, randomLcg(seed)), codebook);
      const figures = reproduced(respondents, {
        codebook,
        summary,
        units: {classes, regions: [oneRegion], populations: classes.map(({units}) => units.length)},
        cellOf: buildWeighting(codebook, respondents, register).classOf,
      });
      expect(figures.map(({claim, proportion}) => [claim, Math.round(100 * proportion)])).toEqual([
        ["uses-now", 58],
        ["uses-by-year-end", 71],
        ["strategy-by-year-end", 46],
        ["dialogue-goal", 41],
        ["dialogue-in-use", 22],
        ["on-facebook", 96],
        ["two-or-more-pages", 65],
      ]);
    },
  );

  it("ties no two attributes otherwise than maximum entropy does, by more than two respondents", () => {
    const {attributes, atoms, shares} = atomShares(summary);
    for (const a of attributes) {
      for (const b of attributes) {
        const expected = indicator([a, b], atoms).reduce((sum, has, index) => sum + has * shares[index], 0);
        const together = counted(({atom}) => atom.has(a) && atom.has(b));
        expect(Math.abs(together - 270 * expected), `${a}, ${b}`).toBeLessThan(2);
      }
    }
  });

  it("has each attribute as often in every class, within three respondents", () => {
    const {attributes, atoms, shares} = atomShares(summary);
    for (const attribute of attributes) {
      const expected = indicator([attribute], atoms).reduce((sum, has, index) => sum + has * shares[index], 0);
      for (const {code} of classes) {
        const inClass = made.filter(({unitClass}) => unitClass === code);
        const having = counted(({atom}) => atom.has(attribute), inClass);
        expect(Math.abs(having - inClass.length * expected), `${attribute}, ${code}`).toBeLessThan(3);
      }
    }
  });

  it("is flat where the summary says nothing", () => {
    for (const role of ["communications", "chief_executive", "it", "service_centre", "other"])
      expectNear(shareOf("respondent_role", [role]), 0.2);
    for (const criterion of ["strategy", "enthusiasts", "training", "content", "promotion"])
      expectNear(shareOf(`success_criteria_${criterion}`, ["yes"]), 0.5);
    expectNear(shareOf("channels_flickr", ["yes"]), 0.5);
  });

  it("follows the directions that the summary gives, as far as assumed", () => {
    const worked = made.filter(says("strategy", "in_place", "by_year_end"));
    const others = made.filter(says("strategy", "later", "none"));
    for (const column of ["channels_twitter", "channels_blog", "use_focus_services", "use_focus_politics"]) {
      const among = (group: MadeUp[]) => shareOf(column, ["yes"], group.filter(says(column, "yes", "no")));
      expect(Math.abs(among(worked) - among(others) - 0.2), column).toBeLessThan(0.02);
    }
    expectNear(shareOf("experience", ["positive", "very_positive"]), 0.7);
    expectNear(shareOf("role_served", ["services"]), 0.6);
    expectNear(shareOf("challenges_organisation", ["yes"]), 0.6);
    expectNear(shareOf("use_focus_information", ["yes"]), 0.7);
  });

  it("asks only whom the questionnaire asks", () => {
    const users = made.filter(says("uses_now", "yes"));
    expect(counted(says("plans_2011", "!notAsked"), users)).toBe(users.length);
    expect(counted(says("channels_facebook", "!notAsked"))).toBe(270 - users.length);
    expect(counted(says("strategy_goals_dialogue", "!notAsked"))).toBe(270 - counted(says("strategy", "in_place")));
  });

  it("leaves nobody without a tick in a question that was answered", () => {
    for (const variable of ["channels", "strategy_goals", "use_focus", "challenges", "success_criteria"]) {
      const columns = itemsOf(codebook, assumptions).filter((item) => item.variable.name === variable);
      const answering = asked(columns[0].column);
      expect(counted((each) => columns.some(({column}) => says(column, "yes")(each)), answering)).toBe(
        answering.length,
      );
    }
  });

  it("differs between counties and between classes no more than chance allows", () => {
    const groups = {county: ({unit}: MadeUp) => unit.slice(0, 2), size: ({unitClass}: MadeUp) => unitClass};
    const tests = itemsOf(codebook, assumptions).flatMap(({column}) =>
      Object.entries(groups).map(([by, groupOf]) => ({column, by, p: chanceOf(asked(column), column, groupOf)})),
    );
    const adjusted = holm(tests.map(({p}) => p));
    expect(tests.filter((_, index) => adjusted[index] < 0.05)).toEqual([]);
  });
});

/** Part of 999 random orders in which answers and groups are tied as closely as here. */
function chanceOf(respondents: readonly MadeUp[], column: string, groupOf: (respondent: MadeUp) => string): number {
  const said = coded(respondents.map(({answers}) => answers.get(column) as string));
  const groups = coded(respondents.map(groupOf));
  const observed = tie(said, groups);
  const shuffle = shuffler(randomLcg(0.5));
  const random = () => ({...said, codes: shuffle([...said.codes])});
  const asClose = Array.from({length: 999}, () => tie(random(), groups) >= observed - 1e-9);
  return (1 + asClose.filter(Boolean).length) / 1000;
}

interface Coded {
  /** Place of each text among the different ones. */
  codes: number[];
  /** How often each different text occurs. */
  counts: number[];
}

/** What Pearson’s chi-square is made of, for fixed margins: the sum of squares over what is expected. */
function tie(said: Coded, groups: Coded): number {
  const width = groups.counts.length;
  const both = new Float64Array(said.counts.length * width);
  for (let row = 0; row < said.codes.length; row++) both[said.codes[row] * width + groups.codes[row]]++;
  return both.reduce(
    (sum, n, at) => sum + n ** 2 / (said.counts[Math.floor(at / width)] * groups.counts[at % width]),
    0,
  );
}

function coded(texts: readonly string[]): Coded {
  const different = [...new Set(texts)];
  const codes = texts.map((text) => different.indexOf(text));
  return {codes, counts: different.map((_, code) => codes.filter((each) => each === code).length)};
}
