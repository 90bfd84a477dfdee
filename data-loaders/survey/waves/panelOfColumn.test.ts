import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {type DesignSettings, settings} from "../../../src/lib/settings.js";
import {layPanelSurvey, panelDesigns, panelWaves, readPanel} from "../../../test/support/panelSurvey.js";
import {openProducts} from "../../downloads/products.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {explorerInput} from "../explorer/explorerInput.js";
import {readSurvey} from "../readSurvey.js";

const folder = `${mkdtempSync(join(tmpdir(), "panel-"))}/`;
const laidIn = [folder];
afterAll(() => {
  for (const each of laidIn) rmSync(each, {recursive: true});
});
layPanelSurvey(folder);
rmSync(join(folder, "settings.json")); // this code is bundled with those of this report

/** What is said of a file of the panel that was changed. */
async function refused(file: string, change: (text: string) => string, design: DesignSettings | null = null) {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  writeFileSync(path, change(before));
  const waves = panelWaves.map((each) => ({...each, file: join(folder, each.file)}));
  const own = {...settings, access: "open", waves, panel: "household", design} as const;
  const error = await readSurvey(own, {read: sourceReader(folder), units: readRegister(sourceReader())}).catch(
    (e) => e,
  );
  writeFileSync(path, before);
  return (error as Error).message;
}

describe("a panel by a column of the files", () => {
  it("knows who answered again, and publishes numbers instead of what stands in the column", async () => {
    const {survey, folder: laid} = await readPanel(panelDesigns.towns);
    const {panel} = survey;
    expect(panel?.design).toEqual({units: 420, clusters: 24, strata: 3});
    expect(panel?.unitOf[300]).toBe(100); // h-1100, the first of 2024
    const about = {title: "", description: "", version: "1.0.0", created: "2026-11-27", licences: [], sources: []};
    const written = openProducts(survey, about)
      .filter(({path}) => !path.endsWith(".parquet"))
      .map(({blocks}) => [...blocks()].join(""));
    expect(written[0].split("\r\n")[0]).toContain(",unit,unit_cluster,unit_stratum,wave,");
    expect(written.join("")).not.toMatch(/h-1\d\d\d|coast-/);
    laidIn.push(laid);
  });

  it("is sent whole, however large, since combinations do not say who answered again", async () => {
    const {survey, folder: laid} = await readPanel(panelDesigns.none);
    expect(explorerInput(survey, {mostSent: 10}).explorer.inCombinations).toBeUndefined();
    expect(explorerInput({...survey, panel: undefined}, {mostSent: 10}).explorer.inCombinations).toBeDefined();
    laidIn.push(laid);
  });

  it.each([
    ["nobody named", "2024.csv", (text: string) => text.replace("h-1105", ""), null, /^missing unit.*2024.csv, row 7/],
    [
      "one twice",
      "2021.csv",
      (text: string) => text.replace("h-1105", "h-1104"),
      null,
      /^unit that answered the same wave twice: "h-1104" .*2021.csv, row 107, column household/,
    ],
    [
      "one that moved",
      "2024.csv",
      (text: string) => text.replace("h-1101,city", "h-1101,coast"),
      panelDesigns.strata,
      /^unit in another stratum than in an earlier wave: "h-1101" .*2024.csv, row 3/,
    ],
    [
      "no such column",
      "2024.csv",
      (text: string) => text.replace("household", "home_id"),
      null,
      /^no column for the panel in .*2024.csv: "household"/,
    ],
    [
      "a wave that margins leave out",
      "margins.csv",
      (text: string) => text.replaceAll("2024,", "2021,"),
      panelDesigns.calibrated,
      /no margin of home in a wave: "2024"|twice/,
    ],
    [
      "a wave that there is not",
      "margins.csv",
      (text: string) => text.replace("2024,", "2025,"),
      panelDesigns.calibrated,
      /^unknown wave: "2025"/,
    ],
  ])("names a defect: %s", async (_, file, change, design, message) => {
    expect(await refused(file, change, design)).toMatch(message);
  });

  it("is refused where the codebook would have the column published", async () => {
    const asked = (text: string) => {
      const codebook = JSON.parse(text);
      const words = {nb: "Hvem", en: "Who"};
      codebook.variables.unshift({name: "household", label: words, question: words, type: "id"});
      return JSON.stringify(codebook);
    };
    expect(await refused("codebook.json", asked)).toMatch(
      /^column of the panel that the codebook has too.*column household/,
    );
  });
});

describe("weights calibrated in waves", () => {
  it("add up to what is known of each wave", async () => {
    const {survey, folder: laid} = await readPanel(panelDesigns.calibrated);
    const of = (name: string) => survey.respondents.columns.find((column) => column.name === name)?.codes ?? [];
    const [wave, home] = [of("wave"), of("home")];
    const sum = (at: number, code: number) =>
      survey.sample?.weight.reduce((all, w, row) => (wave[row] === at && home[row] === code ? all + w : all), 0);
    expect([sum(0, 0), sum(0, 1), sum(1, 0), sum(1, 1)].map((each) => Math.round((each ?? 0) * 1e6) / 1e6)).toEqual([
      310, 190, 290, 230,
    ]);
    laidIn.push(laid);
  });

  it("are the same known numbers in all waves where the table does not name any", async () => {
    const {survey, folder: laid} = await readPanel(panelDesigns.calibrated, {}, (text) =>
      text
        .replace("wave,", "")
        .replace(/^2024.*\n/gm, "")
        .replaceAll("2021,", ""),
    );
    expect(survey.sample?.weight.reduce((all, w) => all + w, 0)).toBeCloseTo(1000, 6);
    laidIn.push(laid);
  });
});
