import {expect, it} from "vitest";
import {respondentsFromArrow} from "../../src/lib/respondentsFromArrow.js";
import type {Survey} from "../buildSurvey.js";
import {browserRespondents} from "./browserRespondents.js";
import {exampleCodebook, exampleRecord, exampleRespondents, exampleWeighting} from "./exampleSurvey.js";

const survey = (isProtected: boolean): Survey => ({
  codebook: exampleCodebook,
  settings: {rank: "estimated", access: isProtected ? "protected" : "open", received: null, note: null},
  respondents: exampleRespondents,
  record: exampleRecord,
  weighting: exampleWeighting,
  response: null,
});

it("an open file's respondents are there for the browser", () => {
  expect(respondentsFromArrow(browserRespondents(survey(false))).respondents.count).toBe(exampleRespondents.count);
});

it("a protected file's are refused", () => {
  expect(() => browserRespondents(survey(true))).toThrow("a protected file’s respondents are not published");
});
