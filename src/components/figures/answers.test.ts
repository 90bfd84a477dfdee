import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {facts} from "../../../site/facts.js";
import {expectStoredPicture} from "../../../test/support/expectStoredPicture.js";
import type {Facts} from "../../lib/facts.js";
import type {SurveyFacts} from "../../lib/respondents/surveyFacts.js";
import {pictureFile} from "../browser/export/pictureFile.js";
import {csvFile} from "../browser/export/rowsFile.js";
import {answers} from "./answers.js";

const {document} = new JSDOM("").window;
const handedIn = (survey: Partial<SurveyFacts>): Facts => ({
  ...facts,
  survey: {...facts.survey, rank: "estimated", ...survey},
});

/** The answers on channels with one option suppressed and one that nobody was counted for. */
const distributions = facts.survey.distributions.map((each) =>
  each.variable === "channels"
    ? {
        ...each,
        cells: each.cells.map((cell, index) => {
          if (index === 1) return {...cell, count: null, proportion: null, interval: null};
          return index === 2 ? {...cell, count: 0, proportion: null, interval: null} : cell;
        }),
      }
    : each,
);

it.each(["nb", "en"] as const)(
  "a real file's answers are dots with intervals, one suppressed and one missing, as in the stored picture (%s)",
  (lang) => {
    const view = answers.view(handedIn({distributions}), {variable: "channels"});
    const svg = pictureFile(view, {lang, document});
    expectStoredPicture(`answers-estimated.${lang}`, svg);
    expect(svg).not.toContain("ade-up");
    expect(svg).not.toContain("onstruert");
  },
);

it("a suppressed number is a row of its own without a value, and a missing one no row", () => {
  const view = answers.view(handedIn({distributions}), {variable: "channels"});
  const lines = csvFile(answers, view, "en").split("\r\n");
  const line = (id: string) => lines.find((each) => each.includes(`,${id},`));
  expect(line("channels-twitter")).toContain(",Twitter,proportion,,,,,estimated,");
  expect(line("channels-twitter")).toContain(": (suppressed)");
  expect(line("channels-youtube")).toBeUndefined();
});

it("a question whose base is suppressed shows nothing, and says why", () => {
  const hidden = facts.survey.distributions.map((each) => ({...each, unweightedBase: null}));
  const view = answers.view(handedIn({distributions: hidden, isProtected: true}), {variable: "strategy"});
  expect(view.rows).toEqual([]);
  expect(view.empty?.nb).toBe("Svarene er skjult av hensyn til personvern.");
});
