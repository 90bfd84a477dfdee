import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {AnsweredVariable, Variable} from "../../src/lib/respondents/codebook.js";
import type {Distribution} from "../../src/lib/respondents/distribution.js";
import type {ResponseColumn} from "../../src/lib/respondents/respondents.js";
import {tabulate} from "../../src/lib/table/tabulate.js";
import {variableByName} from "../../src/lib/table/variable.js";
import {requestFrom} from "../../test/support/exampleExplored.js";
import {exampleCodebook, exampleRecord, exampleRespondents} from "../../test/support/exampleSurvey.js";
import {sourceReader} from "../inputs/readSource.js";
import {readRegister, type Units} from "../inputs/register/readRegister.js";
import {buildDistributions} from "./buildDistributions.js";
import {buildSurvey, type Survey} from "./buildSurvey.js";
import {buildWeighting} from "./buildWeighting.js";
import {talliesNamed} from "./explorer/combinations.js";
import {explorerInput} from "./explorer/explorerInput.js";

const register = readRegister(sourceReader());

const label = {nb: "", en: ""};
const common = {label, question: label, origin: "assumed", claims: [], universe: [], missing: [], headers: []} as const;
const category = (code: string) => ({code, label: {nb: code, en: code}, spellings: []});
const single: AnsweredVariable = {
  ...common,
  name: "uses",
  type: "single",
  isOrdered: false,
  categories: [category("yes"), category("no")],
};
const multiple: AnsweredVariable = {
  ...common,
  name: "channels",
  type: "multiple",
  categories: [category("a"), category("b")],
};
const count: AnsweredVariable = {...common, name: "pages", type: "count", least: 0, greatest: 99};
const unit: Variable = {...common, name: "unit", type: "unitNumber"};

function surveyOf(variables: Variable[], columns: ResponseColumn[], units = register): Survey {
  const codebook = {...exampleCodebook, variables};
  const respondents = {...exampleRespondents, count: columns[0].codes.length, columns};
  return {
    codebook,
    respondents,
    settings: {rank: "estimated", access: "open", received: null, note: null},
    record: exampleRecord,
    weighting: buildWeighting(codebook, respondents, units),
    response: null,
  };
}

const column = (variable: string, codes: number[], categories: string[], option: string | null = null) => ({
  name: option === null ? variable : `${variable}_${option}`,
  variable,
  option,
  codes: Int32Array.from(codes),
  categories,
});

const distributionsOf = (survey: Survey) => buildDistributions(survey, explorerInput(survey));

/** Of the answers to one question, of a survey without units. */
function distribution(variable: AnsweredVariable, ...columns: ResponseColumn[]): Distribution {
  const [found, ...others] = distributionsOf(surveyOf([variable], columns));
  expect(others).toEqual([]);
  return found;
}

describe("the distribution of a question", () => {
  it("has those who answered as its base, and the others by reason", () => {
    const found = distribution(single, column("uses", [0, 0, 1, -1, -2, -3], ["yes", "no"]));
    expect(found.unweightedBase).toBe(3);
    expect(found.missing).toEqual({noAnswer: 1, notAsked: 1, dontKnow: 1});
    expect(found.cells.map(({code, count: n, proportion}) => [code, n, proportion])).toEqual([
      ["yes", 2, expect.closeTo(2 / 3, 12)],
      ["no", 1, expect.closeTo(1 / 3, 12)],
    ]);
  });

  it("has no share of nobody, and a category that nobody chose is none of them, as far as is known", () => {
    const empty = distribution(single, column("uses", [-1, -2], ["yes", "no"]));
    expect(empty.cells.map(({code, count: n, proportion, interval}) => [code, n, proportion, interval])).toEqual([
      ["yes", 0, null, null],
      ["no", 0, null, null],
    ]);
    const one = distribution(single, column("uses", [0, 0, 0], ["yes", "no"]));
    expect(one.cells[1]).toMatchObject({count: 0, proportion: 0, interval: {low: 0, level: 0.95}});
    // Where so many say no, three that are asked all say yes with a chance of 2.5 %.
    expect(one.cells[1].interval?.high).toBeCloseTo(1 - 0.025 ** (1 / 3), 9);
  });

  it("has no cells where nobody gave a number", () => {
    const found = distribution(count, column("pages", [-1, -1, -2], []));
    expect(found).toMatchObject({variable: "pages", unweightedBase: 0, missing: {noAnswer: 2, notAsked: 1}, cells: []});
  });

  it("counts respondents, not ticks, and leaves out whoever left part of a question open", () => {
    const found = distribution(
      multiple,
      column("channels", [1, 1, 0, 1], ["no", "yes"], "a"),
      column("channels", [1, 0, 0, -1], ["no", "yes"], "b"),
    );
    expect(found.unweightedBase).toBe(3);
    expect(found.missing).toEqual({noAnswer: 1});
    expect(found.cells.map(({code, count: n, proportion}) => [code, n, proportion])).toEqual([
      ["a", 2, expect.closeTo(2 / 3, 12)],
      ["b", 1, expect.closeTo(1 / 3, 12)],
    ]);
  });

  it("puts the long tail of a count in one cell", () => {
    const numbers = Array.from({length: 12}, (_, index) => String(index));
    const found = distribution(count, column("pages", numbers.map(Number), numbers));
    expect(found.cells.map(({code, count: n}) => [code, n])).toEqual([
      ["0", 1],
      ["1", 1],
      ["2", 1],
      ["3", 1],
      ["4", 1],
      ["5", 1],
      ["6", 1],
      ["7+", 5],
    ]);
  });

  it("adds up to one over the categories of a single response, whatever the answers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -4, max: 1}), {minLength: 1, maxLength: 40}), (codes) => {
        const {cells, unweightedBase} = distribution(single, column("uses", codes, ["yes", "no"]));
        const sum = cells.reduce((total, {proportion}) => total + (proportion ?? 0), 0);
        expect(sum).toBeCloseTo(unweightedBase === 0 ? 0 : 1, 12);
        expect(cells.reduce((total, {count: n}) => total + (n ?? 0), 0)).toBe(unweightedBase);
      }),
    );
  });
});

/** A register of one county with 30 small municipalities and 30 large ones. */
function twoSizes(): {units: Units; small: string[]; large: string[]} {
  const numbered = (from: number) => Array.from({length: 30}, (_, i) => `01${from + i}`);
  const [small, large] = [numbered(10), numbered(50)];
  const at = {county_number: "01", county: "Østfold", population_year: "2011"} as const;
  const municipalities = [...small, ...large].map((number) => ({
    ...at,
    number,
    name: number,
    population: small.includes(number) ? 1000 : 30_000,
  }));
  const counties = register.counties.filter(({number}) => number === "01");
  return {units: {...register, municipalities, counties, countyAuthorities: []}, small, large};
}

it("distributions weigh anew those who answered: silence about one question is no answer from its class", () => {
  const {units, small, large} = twoSizes();
  const answering = [...small.slice(0, 20), ...large.slice(0, 20)];
  const codes = answering.map((_, row) => (row < 12 ? 0 : row < 20 ? -1 : 1));
  const columns = [
    column(
      "unit",
      answering.map((_, row) => row),
      answering,
    ),
    column("uses", codes, ["yes", "no"]),
  ];
  const [found] = distributionsOf(surveyOf([unit, single], columns, units));
  expect(found.unweightedBase).toBe(32);
  expect(found.cells[0].count).toBe(12);
  expect(found.cells[0].proportion).toBeCloseTo(0.5, 12);
});

describe("the distributions of the made-up respondents", () => {
  it("are what the explorer shows of all, question by question, whatever it sets beside them", async () => {
    const survey = await buildSurvey("data-loaders/source/microdata/stand-in.csv", {units: register});
    const found = explorerInput(survey, {mostSent: 0});
    const {variables} = found.explorer;
    const distributions = distributionsOf(survey);
    const questions = variables.filter(({type}) => type !== "register").map(({name}) => name);
    expect(distributions.map(({variable}) => variable)).toEqual(questions);
    const columns = variableByName(variables, "size");
    for (const {variable, unweightedBase, cells} of distributions) {
      const rows = variableByName(variables, variable);
      const tallies = talliesNamed(found, `tallies/${variable}`);
      const {table} = tabulate(found.explorer, tallies, requestFrom({rows, columns}));
      expect(unweightedBase, variable).toBe(table.unweightedBase);
      expect(unweightedBase, variable).toBeGreaterThan(0);
      const shown = table.rows.map(({code, label: text}, r) => {
        const [cell] = table.cells[r];
        if (cell.status !== "published") throw new Error(`${cell.status}: ${variable}, ${code}`);
        return {
          code,
          label: text,
          count: cell.unweightedCount,
          proportion: cell.estimate,
          interval: cell.interval,
        };
      });
      expect(cells, variable).toEqual(shown);
    }
  });

  it("count those of the file by hand", async () => {
    const {respondents, ...survey} = await buildSurvey("data-loaders/source/microdata/stand-in.csv", {units: register});
    const {codes, categories} = respondents.columns.find(({name}) => name === "uses_now") as ResponseColumn;
    const uses = distributionsOf({...survey, respondents}).find(({variable}) => variable === "uses_now");
    expect(uses?.unweightedBase).toBe(codes.filter((code) => code >= 0).length);
    expect(uses?.cells.map(({code, count: n}) => [code, n])).toEqual(
      categories.map((code, at) => [code, codes.filter((each) => each === at).length]),
    );
    expect(uses?.missing.noAnswer ?? 0).toBe(codes.filter((code) => code === -1).length);
  });
});
