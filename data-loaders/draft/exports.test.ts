import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isAnswered} from "../../src/lib/respondents/codebook.js";
import {columnName} from "../../src/lib/respondents/respondents.js";
import {responsesTo} from "../../test/support/cleaning/givenTable.js";
import {
  asCsv,
  channels,
  type Grid,
  googleForms,
  limeSurvey,
  microsoftForms,
  qualtrics,
  type Respondent,
  respondents,
  steps,
  surveyMonkey,
  withRowNames,
} from "../../test/support/draft/exports.js";
import {xlsx} from "../../test/support/roundTrip/xlsx.js";
import {readRawTable} from "../files/readRawTable.js";
import {parseCodebook} from "../inputs/readCodebook.js";
import type {FileSettings} from "../inputs/readFileSettings.js";
import {buildSurvey} from "../survey/buildSurvey.js";
import {refuseLosses} from "../survey/refuseLosses.js";
import {draftCodebook} from "./draftCodebook.js";

const open: FileSettings = {rank: "estimated", access: "open", received: null, note: null};
const march = {from: "2024-03-01", to: "2024-03-28"};
const changed = {from: "2024-04-02", to: "2024-04-02"};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "draft-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

type Kind = "CSV" | "XLSX";

async function bytesOf([header, ...rows]: Grid, kind: Kind): Promise<string | Uint8Array> {
  if (kind === "CSV") return asCsv([header, ...rows]);
  return (await xlsx.write({header, rows, missing: []}, (n) => n - 1)).bytes;
}

async function drafted(grid: Grid, kind: Kind) {
  const path = join(folder, "answers");
  writeFileSync(path, await bytesOf(grid, kind));
  const raw = await readRawTable(path);
  const draft = draftCodebook(raw, {lang: "en", fileChanged: changed.from});
  const codebook = parseCodebook(JSON.stringify(draft.codebook), "codebook.json");
  return {draft, codebook, survey: await buildSurvey(path, {codebook, settings: open})};
}

const exports: readonly [string, Grid, object][] = [
  ["SurveyMonkey", surveyMonkey, {fieldwork: march, id: true}],
  ["Qualtrics", qualtrics, {fieldwork: march, other: true, id: true, date: true}],
  ["LimeSurvey", limeSurvey, {fieldwork: march, id: true, date: true}],
  ["Google Forms", googleForms, {fieldwork: march, date: true}],
  ["Microsoft Forms", microsoftForms, {fieldwork: march, id: true, date: true}],
  ["R or pandas", withRowNames, {fieldwork: changed, id: true}],
];

const files = exports.flatMap(([tool, ...rest]) =>
  (["CSV", "XLSX"] as const).map((kind) => [tool, kind, ...rest] as const),
);

describe.each(files)("a codebook drafted from an export of %s as %s", (_, kind, grid, has) => {
  it("has each question once, of its type, and is accepted by the reader", async () => {
    const {codebook} = await drafted(grid, kind);
    const types = codebook.variables.map(({type}) => type);
    expect({
      fieldwork: codebook.fieldwork,
      ...(types.includes("id") && {id: true}),
      ...(types.includes("date") && {date: true}),
      ...(types.filter((type) => type === "text").length > 1 && {other: true}),
    }).toEqual(has);
    const asked = codebook.variables.filter(isAnswered);
    expect(asked.map(({type}) => type)).toEqual(["single", "multiple", "single", "count"]);
    expect(asked.flatMap((each) => (each.type === "single" ? [each.isOrdered] : []))).toEqual([false, true]);
    const [uses, multiple, satisfied, pages] = asked;
    expect("categories" in satisfied && satisfied.categories.map(({label}) => label.en)).toEqual(steps);
    const routed = [{variable: uses.name, comparisons: [{operator: "is", code: "yes"}]}];
    expect([multiple.universe, satisfied.universe, pages.universe]).toEqual([routed, [], routed]);
  });

  it("reads every answer back as it was given", async () => {
    const {codebook, survey} = await drafted(grid, kind);
    const [uses, multiple, satisfied, pages] = codebook.variables.filter(isAnswered);
    const given = (name: string) => responsesTo(name, survey.respondents);
    expect(survey.record.setAside).toEqual([]);
    expect(() => refuseLosses(survey)).not.toThrow();
    expect(given(uses.name)).toEqual(respondents.map((each) => each.uses.toLowerCase()));
    expect(given(pages.name)).toEqual(respondents.map((each) => String(each.pages ?? "!notAsked")));
    expect(given(satisfied.name)).toEqual(respondents.map((each) => each.satisfied.toLowerCase().replace(" ", "_")));
    if (multiple.type !== "multiple") throw new Error("not a multiple response");
    for (const {code, label} of multiple.categories) {
      const channel = channels[Number(label.en) - 1] ?? label.en;
      const said = ({channels: chosen, other}: Respondent) =>
        (channel.startsWith("Other") ? other !== "" : chosen?.includes(channel)) ? "yes" : "no";
      expect(given(columnName(multiple.name, code))).toEqual(
        respondents.map((each) => (each.channels === null ? "!notAsked" : said(each))),
      );
    }
  });

  it("says of everything why, and holds nothing that one respondent alone wrote", async () => {
    const {draft} = await drafted(grid, kind);
    expect(draft.codebook.variables.filter(({drafted: mark}) => !mark?.because.length)).toEqual([]);
    expect(draft.leftOut.filter(({because}) => because.length === 0)).toEqual([]);
    const text = JSON.stringify(draft.codebook);
    expect(respondents.filter(({other, comment}) => [other, comment].some((own) => own && text.includes(own)))).toEqual(
      [],
    );
    expect(text).not.toMatch(/192\.0\.2\.1|anonymous/);
  });
});
