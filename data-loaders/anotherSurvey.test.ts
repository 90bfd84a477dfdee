import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {libraries, responsesTo} from "../test/support/cleaning/givenTable.js";
import {dataReport} from "./checkData.js";
import {openProducts} from "./downloads/products.js";
import {buildSurvey, type Survey} from "./survey/buildSurvey.js";
import {buildSurveyFacts} from "./survey/buildSurveyFacts.js";
import {explorerInput} from "./survey/explorer/explorerInput.js";

/*
 * Another survey, with other questions, other marks and no units: everything that is made of the report's own file is
 * made of this one, and no code knows of it.
 */

const lines = [
  "nr;Søndagsåpent;Låner ut;Utlån;Farge",
  "1;Alltid;Bøker, Verktøy, ski og telt;12 500;rød",
  "2;av og til;Bøker;0;blå",
  "3;Aldri;;7,0;",
  "4;?;;-9;grønn",
  "4;Aldri;;9;grønn",
  "5;;;;",
];

let folder: string;
let survey: Survey;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "libraries-"));
  writeFileSync(join(folder, "answers.txt"), lines.join("\r\n"));
  writeFileSync(join(folder, "answers.settings.json"), '{"access": "open"}');
  survey = await buildSurvey(join(folder, "answers.txt"), {codebook: libraries});
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("a survey with another codebook", () => {
  it("is cleaned by it", () => {
    const {respondents, record} = survey;
    expect([...respondents.rowNumbers]).toEqual([2, 3, 4, 6]);
    expect(responsesTo("open_sundays", respondents)).toEqual(["always", "sometimes", "never", "never"]);
    expect(responsesTo("lends_tools", respondents)).toEqual(["yes", "no", "!notAsked", "!notAsked"]);
    expect(responsesTo("loans", respondents)).toEqual(["12500", "0", "7", "9"]);
    expect(record.setAside).toEqual([
      {row: 5, rule: "duplicate", reason: "duplicate"},
      {row: 7, rule: "empty", reason: "empty"},
    ]);
  });

  it("has no weights and no response rate where it has no units", () => {
    expect(survey.response).toBeNull();
    expect([...survey.weighting.weight]).toEqual([1, 1, 1, 1]);
  });

  it("gives pages the answers to its questions", () => {
    const {distributions, firstShown, rank} = buildSurveyFacts(survey, explorerInput(survey));
    expect(rank).toBe("estimated");
    expect(firstShown).toBe("open_sundays");
    expect(distributions.map(({variable}) => variable)).toEqual(["open_sundays", "lends", "loans"]);
    expect(distributions[0].cells.map(({code, count, proportion}) => [code, count, proportion])).toEqual([
      ["never", 2, 0.5],
      ["sometimes", 1, 0.25],
      ["always", 1, 0.25],
    ]);
    expect(distributions[1].unweightedBase).toBe(2);
  });

  it("gives its owner a report and readers its files", () => {
    expect(dataReport(survey, "open").columns).toEqual({used: 4, notUsed: ["Farge"], questionsWithoutColumn: []});
    const about = {title: "", description: "", version: "1.0.0", created: "2026-11-23", licences: [], sources: []};
    const [table] = openProducts(survey, about);
    expect(table.path).toBe("libraries-2013.csv");
    expect([...table.blocks()].join("").split("\n")[0]).toContain("open_sundays");
  });
});
