import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import {readCodebook} from "../../../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import {facts as everything} from "../../../site/facts.js";
import {
  categoryFrom,
  filterFrom,
  registerFrom,
  requestFrom,
  variableFrom,
} from "../../../test/support/exampleExplored.js";
import {answer} from "../bounds/answer.js";
import {boundsModel} from "../bounds/model.js";
import type {Event} from "../claims/claim.js";
import type {AskedAttribute} from "../respondents/codebook.js";
import {parseCondition} from "../respondents/condition.js";
import {tallySetFor} from "./counts/tallySets.js";
import {type Asking, summaryRange} from "./summaryRange.js";
import {tabulate} from "./tabulate.js";
import {type ExploredVariable, variableByName} from "./variable.js";

const facts = buildFacts();
const {attributes} = readCodebook(sourceReader());
const models = [boundsModel(facts, {}), boundsModel(facts, {goal: "year", practice: "strategy"})];

const when = (variable: string, ...codes: string[]) => parseCondition({variable, codes});
const uses = variableFrom("uses_now", ["yes", "no"]);
const plans = variableFrom("plans_2011", ["by_year_end", "later", "none"], {universe: [when("uses_now", "no")]});
const strategy = variableFrom("strategy", ["in_place", "by_year_end", "later", "none"]);
const channels = variableFrom("channels", ["facebook", "twitter"], {
  type: "multiple",
  universe: [when("uses_now", "yes")],
});
const pages = variableFrom("facebook_pages", ["1", "2", "3"], {
  type: "count",
  universe: [when("channels", "facebook")],
});
const goals = variableFrom("strategy_goals", ["dialogue", "services"], {
  type: "multiple",
  universe: [when("strategy", "in_place")],
});
const county = registerFrom("county", ["01", "02"]);
const variables = [county, uses, plans, strategy, channels, pages, goals];

const net = (variable: ExploredVariable, code: string, ...of: string[]): ExploredVariable => ({
  ...variable,
  categories: [...variable.categories.filter((each) => !of.includes(each.code)), categoryFrom(variable.name, code, of)],
});
const categoryOf = ({categories}: ExploredVariable, code: string) => {
  const found = categories.find((category) => category.code === code);
  if (!found) throw new Error(`no such category: ${code}`);
  return found;
};

interface Asked {
  of: ExploredVariable;
  code: string;
  within?: [variable: ExploredVariable, code: string];
}

function range({of, code, within}: Asked, asking: Partial<Asking> = {}) {
  const group = within && {variable: within[0], category: categoryOf(...within)};
  return summaryRange(of, categoryOf(of, code), group ?? null, {model: models[0], attributes, variables, ...asking});
}

describe("summaryRange", () => {
  const asked: [Asked, event: Event, given: Event][] = [
    [{of: uses, code: "yes"}, ["usesNow"], []],
    [{of: uses, code: "no"}, ["!usesNow"], []],
    [{of: plans, code: "by_year_end"}, ["usesByYearEnd"], ["!usesNow"]],
    [{of: strategy, code: "in_place"}, ["strategyNow"], []],
    [{of: strategy, code: "by_year_end"}, ["strategyByYearEnd", "!strategyNow"], []],
    [{of: strategy, code: "in_place", within: [uses, "yes"]}, ["strategyNow"], ["usesNow"]],
    [{of: uses, code: "no", within: [strategy, "in_place"]}, ["!usesNow"], ["strategyNow"]],
    [{of: uses, code: "yes", within: [strategy, "by_year_end"]}, ["usesNow"], ["strategyByYearEnd", "!strategyNow"]],
    [{of: channels, code: "facebook"}, ["onFacebook"], ["usesNow"]],
    [{of: channels, code: "facebook", within: [strategy, "in_place"]}, ["onFacebook"], ["usesNow", "strategyNow"]],
    [{of: pages, code: "1"}, ["!twoOrMorePages"], ["onFacebook"]],
    [{of: pages, code: "1", within: [uses, "yes"]}, ["!twoOrMorePages"], ["onFacebook", "usesNow"]],
    [{of: net(pages, "2+", "2", "3"), code: "2+"}, ["twoOrMorePages"], ["onFacebook"]],
    [{of: goals, code: "dialogue"}, ["dialogueGoal"], ["strategyNow"]],
    [{of: uses, code: "yes", within: [goals, "dialogue"]}, ["usesNow"], ["dialogueGoal"]],
    [{of: strategy, code: "in_place", within: [pages, "1"]}, ["strategyNow"], ["onFacebook", "!twoOrMorePages"]],
    [{of: strategy, code: "in_place", within: [plans, "by_year_end"]}, ["strategyNow"], ["!usesNow", "usesByYearEnd"]],
  ];

  it.each(models)("is the answer to the same question, put by hand, in reading %#", (model) => {
    let told = 0;
    for (const [question, event, given] of asked) {
      const [found, expected] = [range(question, {model}), answer(model, {event, given})];
      if (expected.status !== "range" || expected.rank === "unknown") expect(found).toBeNull();
      else {
        told++;
        const {rank, value, low, high} = expected;
        // A filter by a routed question cannot be asked where attributes are about the questions before it as well.
        if (question.within?.[0] === plans) expect(found).toBeNull();
        else expect(found).toMatchObject({rank, value, low, high});
      }
    }
    expect(told).toBeGreaterThan(6);
  });

  it("says of what and within what it is", () => {
    expect(range({of: uses, code: "yes"})).toMatchObject({
      variable: "uses_now",
      category: "yes",
      within: null,
      rank: "stated",
    });
    expect(range({of: strategy, code: "in_place", within: [uses, "yes"]})?.within).toEqual({
      variable: "uses_now",
      category: "yes",
    });
  });

  it("is none where the summary has no such question", () => {
    for (const question of [
      {of: strategy, code: "later"},
      {of: plans, code: "later"},
      {of: channels, code: "twitter"},
      {of: pages, code: "2"},
      {of: county, code: "01"},
      {of: uses, code: "yes", within: [county, "01"]},
      {of: uses, code: "yes", within: [channels, "twitter"]},
      {of: strategy, code: "in_place", within: [strategy, "later"]},
    ] satisfies Asked[])
      expect(range(question)).toBeNull();
  });

  it("is none where nobody is in the group, where anything fits, and where a reading does not tell", () => {
    expect(range({of: plans, code: "by_year_end", within: [uses, "yes"]})).toBeNull();
    expect(range({of: pages, code: "1", within: [uses, "no"]})).toBeNull();
    expect(range({of: strategy, code: "in_place", within: [uses, "no"]})).toBeNull();
    expect(range({of: strategy, code: "in_place"}, {model: models[1]})).toBeNull();
  });

  it("is none where the summary lacks what the codebook asks it for", () => {
    const unknown: AskedAttribute[] = [{code: "onMars", anyOf: [when("uses_now", "yes")]}];
    expect(range({of: uses, code: "yes"}, {attributes: unknown})).toBeNull();
    expect(range({of: uses, code: "yes"}, {attributes: []})).toBeNull();
    expect(range({of: {...uses, universe: [when("unheard_of", "yes")]}, code: "yes"})).toBeNull();
  });

  /** The event that a question comes to is told by its range: these two have ranges of their own. */
  const rangeOf = (event: Event, given: Event) => {
    const found = answer(models[0], {event, given});
    return found.status === "range" ? {low: found.low, high: found.high} : null;
  };

  it("reads !code in a universe as every response but that one", () => {
    const others = {...plans, universe: [when("uses_now", "!yes")]};
    expect(range({of: others, code: "by_year_end"})).toMatchObject(rangeOf(["usesByYearEnd"], ["!usesNow"]) ?? {});
    const noStrategy = {...uses, universe: [when("strategy", "!in_place", "!later")]};
    expect(range({of: noStrategy, code: "yes"})).toBeNull();
  });

  it("reads 2+ in a universe as two or more", () => {
    const many = {...channels, universe: [when("facebook_pages", "2+")]};
    expect(range({of: many, code: "facebook"})).toMatchObject({rank: "derived", low: 1, high: 1});
  });

  it("takes those who did not choose an option for those asked who did not, in a universe and in a filter", () => {
    expect(rangeOf(["usesNow"], ["!onFacebook"])?.high).toBeLessThan(0.1);
    const without = {...uses, universe: [when("channels", "!facebook")]};
    expect(range({of: without, code: "yes"})).toMatchObject({rank: "derived", low: 1, high: 1});
    expect(range({of: {...channels, universe: without.universe}, code: "facebook"})).toMatchObject({low: 0, high: 0});
    expect(rangeOf(["onFacebook"], ["!twoOrMorePages"])?.high).toBeLessThan(0.5);
    expect(range({of: {...channels, universe: []}, code: "facebook", within: [pages, "1"]})).toMatchObject({
      low: 1,
      high: 1,
    });
  });

  it("does not take one option of a multiple response to rule out another", () => {
    const overlapping: AskedAttribute[] = [
      ...attributes.filter(({code}) => code !== "twoOrMorePages"),
      {code: "twoOrMorePages", anyOf: [when("facebook_pages", "2+"), when("channels", "twitter")]},
    ];
    expect(range({of: pages, code: "1"})).not.toBeNull();
    expect(range({of: pages, code: "1"}, {attributes: overlapping})).toBeNull();
  });
});

describe("the ranges of every page", async () => {
  const pagesWithRanges = Object.entries(everything.explorer).filter(([, {ranges}]) => ranges.length > 0);
  const ranges = pagesWithRanges.flatMap(([page, explorer]) =>
    explorer.ranges.map((each) => ({
      page,
      explorer,
      ...each,
      group: each.within ? `${each.within.variable}=${each.within.category}` : "all",
    })),
  );

  it.each(ranges)(
    "hold the stand-in’s share: $page, $variable $category of $group",
    ({explorer, variable, category, within, low, high}) => {
      const rows = variableByName(explorer.variables, variable);
      const filters = within ? [filterFrom(variableByName(explorer.variables, within.variable), within.category)] : [];
      const {table} = tabulate(
        explorer,
        everything.tallySet(tallySetFor(explorer, {variables: [rows]})),
        requestFrom({rows, filters}),
      );
      const [cell] = table.cells[rows.categories.findIndex(({code}) => code === category)];
      if (cell.status !== "published") throw new Error("not published");
      expect(cell.estimate).toBeGreaterThanOrEqual(low);
      expect(cell.estimate).toBeLessThanOrEqual(high);
    },
  );

  it("are there", () => {
    expect(ranges.length).toBeGreaterThan(15);
    expect(new Set(ranges.map(({rank}) => rank))).toEqual(new Set(["stated", "derived", "bounded"]));
  });
});
