import {describe, expect, it} from "vitest";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {
  codeOfReason,
  type Respondents,
  type ResponseColumn,
  reasonOf,
} from "../../../src/lib/respondents/respondents.js";
import type {TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {classColumn, variableByName} from "../../../src/lib/table/variable.js";
import {exampleCodebook, exampleRespondents} from "../../../test/support/exampleSurvey.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {buildWeighting, unitClasses} from "../buildWeighting.js";
import {type CountableRows, countable} from "./countable.js";

const units = readRegister(sourceReader());
const countableOf = (codebook: Codebook, respondents: Respondents) =>
  countable({codebook, respondents, weighting: buildWeighting(codebook, respondents, units)});
const example = countableOf(exampleCodebook, exampleRespondents);

/** A column as texts: a category’s code, or the reason. */
function texts({columns}: CountableRows, name: string): string[] {
  const {codes, categories} = columns.get(name) as TallyColumn;
  return Array.from(codes, (code) => (code < 0 ? `!${reasonOf(code)}` : categories[code]));
}
const [noAnswer, notAsked, dontKnow] = (["noAnswer", "notAsked", "dontKnow"] as const).map((reason) => `!${reason}`);

const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe("countable", () => {
  it("knows county, size and kind of each unit from the register", () => {
    expect(texts(example, "county")).toEqual(["01", "03", "16", "18", "20", "20"]);
    expect(texts(example, classColumn)).toEqual([
      "20000plus",
      "20000plus",
      "20000plus",
      "20000plus",
      "countyAuthorities",
      "5000to19999",
    ]);
    const kind = variableByName(example.variables, "kind");
    expect(kind.categories.map(({code, column}) => [code, column])).toEqual([
      ["municipality", classColumn],
      ["countyAuthority", classColumn],
    ]);
    expect(kind.categories.flatMap(({of}) => of)).toEqual(example.units.classes.map(({code}) => code));
  });

  it("counts all units of the register by class and county, each once", () => {
    const {classes, regions, populations} = example.units;
    const numbers = populations ?? [];
    expect(regions).toHaveLength(19);
    expect(numbers).toHaveLength(classes.length * 19);
    expect(classes.map(({code}, h) => [code, total(numbers.slice(h * 19, (h + 1) * 19))])).toEqual(
      unitClasses(units).map((each) => [each.code, each.units.length]),
    );
    const oslo = regions.findIndex(({code}) => code === "03");
    expect(total(numbers.filter((_, cell) => cell % 19 === oslo))).toBe(1);
    expect(regions.map(({code}) => code)).toEqual(
      variableByName(example.variables, "county").categories.map(({code}) => code),
    );
  });

  it("takes responses and the lack of them as they are", () => {
    expect(texts(example, "uses")).toEqual(["yes", "yes", "yes", "no", dontKnow, noAnswer]);
    expect(texts(example, "pages")).toEqual(["12", dontKnow, notAsked, notAsked, notAsked, notAsked]);
  });

  it("takes a multiple response for unanswered if any option is", () => {
    expect(texts(example, "channels_facebook")).toEqual(["yes", "yes", noAnswer, notAsked, notAsked, notAsked]);
    expect(texts(example, "channels_blog")).toEqual(["no", "yes", noAnswer, notAsked, notAsked, notAsked]);
    expect(
      variableByName(example.variables, "channels").categories.map(({code, column, of}) => [code, column, of]),
    ).toEqual([
      ["facebook", "channels_facebook", ["yes"]],
      ["blog", "channels_blog", ["yes"]],
    ]);
  });

  it("has no unit, no name, no day and no free text among what can be counted", () => {
    expect(example.variables.map(({name}) => name)).toEqual(["county", "size", "kind", "uses", "channels", "pages"]);
    expect([...example.columns.keys()]).toEqual([
      "county",
      classColumn,
      "uses",
      "channels_facebook",
      "channels_blog",
      "pages",
    ]);
  });
});

describe("numbers to count by", () => {
  const count = exampleCodebook.variables.find(({name}) => name === "pages") as Codebook["variables"][number];
  const of = (numbers: readonly string[], codes: readonly number[]) => {
    const column: ResponseColumn = {
      name: "pages",
      variable: "pages",
      option: null,
      categories: numbers,
      codes: Int32Array.from(codes),
    };
    const respondents: Respondents = {...exampleRespondents, count: codes.length, columns: [column]};
    return countableOf({...exampleCodebook, variables: [count]}, respondents);
  };
  const upTo = (length: number) => Array.from({length}, (_, at) => String(at + 1));

  it("are one category each, as long as they are few", () => {
    const {variables} = of(upTo(8), [0, 1]);
    expect(variables[0].categories.map(({code}) => code)).toEqual(upTo(8));
    expect(variables[0].isOrdered).toBe(true);
  });

  it("are one category from the eighth where there are more", () => {
    const {variables} = of([...upTo(7), "9", "12"], [8]);
    const [last] = variables[0].categories.slice(-1);
    expect(variables[0].categories).toHaveLength(8);
    expect(last).toMatchObject({code: "9+", of: ["9", "12"], label: {nb: "9 eller flere", en: "9 or more"}});
  });

  it("that nobody gave are nothing to count", () => {
    expect(of([], [codeOfReason("noAnswer"), codeOfReason("notAsked")]).variables).toEqual([]);
  });
});
