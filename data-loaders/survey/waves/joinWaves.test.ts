import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {responsesTo} from "../../../test/support/cleaning/givenTable.js";
import {readWaves, readWavesIn} from "../../../test/support/readWaves.js";
import {openProducts} from "../../downloads/products.js";
import type {Survey} from "../buildSurvey.js";

let folder: string;
let survey: Survey;
beforeAll(async () => {
  ({folder, survey} = await readWaves());
});
afterAll(() => rmSync(folder, {recursive: true}));

const n = {2011: 221, 2013: 263, 2015: 240};

/** By wave how many gave each response. */
function counts(name: string): Record<string, Record<string, number>> {
  const found: Record<string, Record<string, number>> = {};
  const waves = responsesTo("wave", survey.respondents);
  for (const [row, response] of responsesTo(name, survey.respondents).entries()) {
    found[waves[row]] ??= {};
    found[waves[row]][response] = (found[waves[row]][response] ?? 0) + 1;
  }
  return found;
}

describe("the waves of a survey", () => {
  it("are one table, in which a column says in which wave each answered", () => {
    expect(survey.respondents.count).toBe(n[2011] + n[2013] + n[2015]);
    expect(counts("wave")).toEqual({2011: {2011: n[2011]}, 2013: {2013: n[2013]}, 2015: {2015: n[2015]}});
    expect(survey.record).toMatchObject({rowsIn: 724, rowsKept: 724, file: {name: "2011.csv, 2013.csv, 2015.csv"}});
  });

  it("have each respondent's own answers in it", () => {
    const lines = [2011, 2013, 2015].flatMap((id) =>
      readFileSync(join(folder, `${id}.csv`), "utf8")
        .split("\n")
        .slice(1),
    );
    const answer = (line: string, at: number) => line.split(",")[at];
    const given = (at: number) => lines.map((line) => answer(line, at));
    expect(responsesTo("reads", survey.respondents)).toEqual(given(2).map((each) => each.toLowerCase()));
    expect(responsesTo("borrows", survey.respondents)).toEqual(given(3).map((each) => each || "!noAnswer"));
    expect(responsesTo("media_paper", survey.respondents)).toEqual(
      given(4).map((each) => (each === "1" ? "yes" : "no")),
    );
    expect(responsesTo("books", survey.respondents)).toEqual(given(6));
    expect(responsesTo("id", survey.respondents)).toEqual(given(0));
  });

  it("say of what a wave did not ask, or could not be answered, that it was not asked, and never zero", () => {
    expect(counts("trust")[2011]).toEqual({"!notAsked": n[2011]});
    expect(counts("media_sound")[2011]).toEqual({"!notAsked": n[2011]});
    expect(Object.keys(counts("trust")[2013]).sort()).toEqual(["little", "much"]);
    expect(survey.waves?.notOffered).toEqual({media: {2011: ["sound"]}});
  });

  it("are parted where the question became another", () => {
    const {breaks = {}, times} = survey.waves ?? {};
    expect(Object.keys(breaks)).toEqual(["borrows"]);
    expect(breaks.borrows.map(({before}) => before)).toEqual(["2015"]);
    expect(breaks.borrows[0].why.en).toMatch(/was “Do you borrow books\?”, and is now “Have you borrowed/);
    expect(times).toEqual({2011: 2011.2, 2013: 2013.2, 2015: 2015.2});
  });

  it("keep on record of which wave's file each change is", async () => {
    const paths = [2011, 2013, 2015].map((id) => join(folder, `${id}.csv`));
    const before = paths.map((path) => readFileSync(path, "utf8"));
    paths.forEach((path, at) => {
      writeFileSync(path, before[at].replace(/,Daily,/i, ",Now and then,"));
    });
    const {survey} = await readWavesIn(folder);
    paths.forEach((path, at) => {
      writeFileSync(path, before[at]);
    });
    const about = {title: "", description: "", version: "1.0.0", created: "2026-11-27", licences: [], sources: []};
    const products = openProducts(survey, about);
    const text = (ending: string) => [...(products.find(({path}) => path.endsWith(ending))?.blocks() ?? [])].join("");
    expect(text("readers.csv").split("\r\n")[0]).toMatch(/^.?data,row,weight,class,wave,/);
    expect(text("-changes.csv").split("\r\n")[0]).toMatch(/^.?data,wave,row,/);
    expect(new Set(survey.record.changes.map(({wave}) => wave))).toEqual(new Set(["2011", "2013", "2015"]));
  });
});

describe("waves that do not go together", () => {
  const codebook = () => JSON.parse(readFileSync(join(folder, "2011.json"), "utf8"));
  async function refused(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    const before = readFileSync(path, "utf8");
    writeFileSync(path, content);
    const error = await readWavesIn(folder).catch((each) => each);
    writeFileSync(path, before);
    return (error as Error).message;
  }

  it("are refused by name: a question or an answer that the survey's codebook does not have", async () => {
    const own = codebook();
    own.variables[2].name = "read";
    expect(await refused("2011.json", JSON.stringify(own))).toBe(
      'question that codebook.json does not have: "read", did you mean "reads"? (2011.json, row read, column name)',
    );
    const other = codebook();
    other.variables[2].categories[0].code = "dayly";
    expect(await refused("2011.json", JSON.stringify(other))).toMatch(
      /answer that codebook.json does not have: "dayly", did you mean "daily"\? \(2011.json, row reads/,
    );
  });

  it("are refused where some respondents are made up", async () => {
    const lines = readFileSync(join(folder, "2013.csv"), "utf8").split("\n");
    const marked = lines.map((line, at) => `${line},${at === 0 ? "data" : "stand-in"}`).join("\n");
    expect(await refused("2013.csv", marked)).toMatch(/a wave of made-up respondents among others \(.*2013.csv\)/);
  });

  it("are refused where a series breaks before no wave", async () => {
    const own = JSON.parse(readFileSync(join(folder, "codebook.json"), "utf8"));
    own.variables[2].breaks = [{before: "2012", why: {nb: "Andre ord", en: "Other words"}}];
    expect(await refused("codebook.json", JSON.stringify(own))).toMatch(
      /break before what is no wave.*"2012".*row reads/,
    );
  });
});
