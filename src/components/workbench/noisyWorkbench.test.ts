import {describe, expect, it} from "vitest";
import {buildSurvey} from "../../../data-loaders/survey/buildSurvey.js";
import {explorerInput, pageExplorers, wholeExplorer} from "../../../data-loaders/survey/explorer/explorerInput.js";
import {noisyFamily, noisyTables} from "../../../data-loaders/survey/noise/noisyTables.js";
import {registerGroupings} from "../../../data-loaders/survey/registerGroupings.js";
import {initialSelection} from "../../lib/selection.js";
import {workbenchChoices} from "./choices.js";
import {compactWorkbench, workbench} from "./workbench.js";

const survey = await buildSurvey("data-loaders/source/microdata/stand-in.csv");
const groupings = registerGroupings(survey.weighting);
const family = {variance: 12, pairs: [["strategy", "uses_now"]], secret: "a"} as const;
const tables = noisyTables(survey, groupings, noisyFamily(survey, groupings, family));
const asProtected = {...survey, settings: {...survey.settings, access: "protected" as const}};
const found = {...explorerInput(asProtected), protectedTables: tables};
const explorer = wholeExplorer(found, {tiles: [], topics: []});

const facts = {explorer: {explore: explorer}, tallySet: () => []};
const view = (choices: Record<string, string>) =>
  workbench.view(facts, {...initialSelection(workbenchChoices(explorer)), ...choices});

describe("the workbench over a family of noisy tables", () => {
  it("offers what is in it, without filters, layers, tests and means", () => {
    const keys = workbenchChoices(explorer).map(({key}) => key);
    expect(keys).toEqual(["view", "rows", "answer", "columns", "measure", "chart", "axis", "order", "level", "weight"]);
    const options = (key: string) =>
      workbenchChoices(explorer)
        .find((each) => each.key === key)
        ?.options.map(({code}) => code);
    expect(options("columns")).toEqual(["none", "county", "size", "uses_now", "strategy"]);
    expect(options("measure")).toEqual(["columnPercent", "count"]);
  });

  it("shows shares with their intervals, and says what was done to them", () => {
    const {title, note, rows} = view({rows: "uses_now", columns: "strategy"});
    expect(title.en).toMatch(/^Made-up respondents: \d+% .*\(\d+–\d+\)/);
    expect(note.en).toContain("from counts to which random noise was added to protect the answers");
    expect(note.nb).toContain("regnet av antall som er endret tilfeldig for å beskytte svarene");
    expect(rows.some(({quantity}) => quantity.low < quantity.high)).toBe(true);
  });

  it("has intervals of the level that is chosen", () => {
    const [ninety, ninetyNine] = ["90", "99"].map((level) => view({rows: "uses_now", level}));
    const width = ({rows: [{quantity}]}: typeof ninety) => quantity.high - quantity.low;
    expect(width(ninetyNine) / width(ninety)).toBeCloseTo(2.576 / 1.645, 1);
    expect(ninetyNine.note.en).toContain("99% confidence interval, which takes in the noise");
  });

  it("says how it is weighted: by size, a map too, but not groups that an answer makes", () => {
    expect(view({rows: "uses_now", view: "map"}).subtitle.en).toMatch(/, by county; weighted by size\.$/);
    expect(view({rows: "strategy", columns: "uses_now", view: "map"}).subtitle.en).toMatch(/; weighted by size\.$/);
    expect(view({rows: "strategy", columns: "uses_now"}).subtitle.en).toMatch(/; unweighted\.$/);
    expect(view({rows: "uses_now", view: "map", weight: "off"}).subtitle.en).toMatch(/; unweighted\.$/);
    expect(view({rows: "uses_now"}).subtitle.en).toMatch(/; weighted by size\.$/);
    expect(view({rows: "uses_now", measure: "count"}).title.en).toMatch(
      /: 2\d\d of 44\d used social media \(\d+–\d+\)$/,
    );
  });

  it("says why a table has not been made, and which there are", () => {
    const {title, subtitle} = view({rows: "channels", columns: "strategy"});
    expect(title.en).toBe("This table cannot be made");
    expect(subtitle.en).toBe(
      "This table has not been made. The file is protected, and each further table would reveal more of every respondent. “Channels” can be broken down by “County” and “Size”.",
    );
    expect(subtitle.nb).toContain("«Kanaler» kan fordeles etter «Fylke» og «Størrelse».");
  });

  it("breaks the questions of a topic page down by what they are in the family by", () => {
    const page = pageExplorers(found, {tiles: [], attributes: [], model: null as never}).strategy;
    if (!page) throw new Error("no page");
    const given = {explorer: {strategy: page}, tallySet: () => []};
    const figure = compactWorkbench("strategy");
    const by = figure
      .choices(given)
      .find(({key}) => key === "by")
      ?.options.map(({code}) => code);
    expect(by).toEqual(["none", "county", "size", "uses_now"]);
    const {title} = figure.view(given, {...initialSelection(figure.choices(given)), by: "uses_now"});
    expect(title.en).toMatch(/^Made-up respondents: /);
  });
});
