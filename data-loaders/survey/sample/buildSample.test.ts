import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import type {DesignSettings} from "../../../src/lib/settings.js";
import {readSample, sampleCodebook, sampleFolder} from "../../../test/reference/design/designs.js";
import {dataReport, reportText} from "../../checkData.js";
import {openProducts} from "../../downloads/products.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {buildSurvey} from "../buildSurvey.js";

const folder = mkdtempSync(join(tmpdir(), "sample-"));
afterAll(() => rmSync(folder, {recursive: true}));

const lines = readFileSync(`${sampleFolder}answers.csv`, "utf8").trim().split("\n");
const header = lines[0].split(",");
const [codebook, units] = [sampleCodebook(), readRegister(sourceReader())];
const nothing: DesignSettings = {weight: null, strata: null, clusters: null, populations: null, calibrate: null};

/** The made-up sample with a value changed, by row as the file has it. */
async function sampleWith(
  design: Partial<DesignSettings>,
  changed: {row: number; column: string; value: string} | null = null,
  margins?: (text: string) => string,
) {
  const fields = lines.map((line) => line.split(","));
  if (changed) fields[changed.row - 1][header.indexOf(changed.column)] = changed.value;
  const file = join(folder, "answers.csv");
  writeFileSync(file, fields.map((each) => each.join(",")).join("\n"));
  const survey = await buildSurvey(file, {
    codebook,
    read: (name) => (margins ? margins(readSample(name)) : readSample(name)),
    units,
    settings: {rank: "estimated", access: "open", received: null, note: null},
    design: {...nothing, ...design},
  });
  if (!survey.sample) throw new Error("no sample");
  return {...survey, sample: survey.sample};
}

const complete = {weight: "wt", strata: "region", clusters: "district", populations: "districts"};

describe("a design that cannot be read", () => {
  it.each([
    ["", "missing weight"],
    ["-0.5", "negative weight"],
    ["heavy", "weight that is not a number"],
  ])("names the row and the weight: %j", async (value, defect) => {
    const reading = sampleWith({weight: "wt"}, {row: 7, column: "wt", value});
    await expect(reading).rejects.toThrow(`${defect}: ${JSON.stringify(value)} (answers.csv, row 7, column wt)`);
  });

  it.each([
    [{strata: "region"}, "region", "", 'missing stratum: "" (answers.csv, row 7, column region)'],
    [{clusters: "district"}, "district", " ", 'missing cluster: " " (answers.csv, row 7, column district)'],
    [
      {strata: "region", populations: "residents"},
      "residents",
      "4000",
      'stratum with two populations, 4100 and: "4000" (answers.csv, row 7, column residents)',
    ],
  ])("names the row and what stands there: %j", async (design, column, value, message) => {
    await expect(sampleWith(design, {row: 7, column, value})).rejects.toThrow(message);
  });

  it.each<[Partial<DesignSettings>, string]>([
    [{weight: "wgt"}, 'no column for the design’s weight in answers.csv: "wgt", did you mean "wt"?'],
    [
      {strata: "region", populations: 900},
      "one population for 6 strata: 900 (settings.json, column design.populations)",
    ],
    [{populations: 100}, "more drawn than there are (345 of 100): 100 (settings.json, column design.populations)"],
    [
      {strata: "region", populations: {north: 4100, sout: 1}},
      'stratum that nobody is in: "sout", did you mean "south"?',
    ],
    [{strata: "region", populations: {north: 4100}}, 'no population of a stratum: "castle"'],
  ])("names the setting: %j", async (design, message) => {
    await expect(sampleWith(design)).rejects.toThrow(message);
  });

  it.each([
    [
      "an answer that is not there",
      (text: string) => text.replace("woman", "wooman"),
      'unknown answer to gender, or one that nobody gave: "wooman", did you mean "woman"?',
    ],
    [
      "an answer left out",
      (text: string) => text.replace(/.*woman.*\n/, ""),
      'no population of an answer to gender: "Women" (margins.csv, column answer)',
    ],
    [
      "sums that are not the same",
      (text: string) => text.replace("29400", "39400"),
      "margins that do not have the same sum: gender has 70100, age has 60100 (margins.csv, column population)",
    ],
    [
      "a question of several answers",
      (text: string) => text.replace("gender,man", "services,borrow"),
      'unknown question, or one with several answers: "services"',
    ],
    [
      "no number",
      (text: string) => text.replace("29400", "half"),
      'not a number: "half" (margins.csv, row 2, column population)',
    ],
  ])("names a defect of the margins: %s", async (_, margins, message) => {
    await expect(sampleWith({...complete, calibrate: "margins.csv"}, null, margins)).rejects.toThrow(message);
  });

  it("is refused beside units of a register", async () => {
    const file = join(folder, "units.csv");
    writeFileSync(file, "unit_number;uses_now\n0301;yes\n");
    const settings = {rank: "estimated", access: "open", received: null, note: null} as const;
    const reading = buildSurvey(file, {settings, design: {...nothing, weight: "wt"}});
    await expect(reading).rejects.toThrow("a design beside units of a register");
  });
});

describe("a sample", () => {
  it("reads weights with decimal commas and powers of ten, and knows columns by header or question", async () => {
    const {sample} = await sampleWith({weight: "WT", strata: "Region"}, {row: 2, column: "wt", value: "1.5e-1"});
    expect(sample.weight[0]).toBe(0.15);
    expect(sample.design.populations).toHaveLength(6);
  });

  it("has weights that add up to the margins, and leaves those without an answer their part", async () => {
    const {sample, respondents} = await sampleWith({...complete, calibrate: "margins.csv"});
    const sumOf = (name: string, code: number) => {
      const {codes} = respondents.columns.find((column) => column.name === name) ?? respondents.columns[0];
      return sample.weight.reduce((sum, w, i) => (codes[i] === code ? sum + w : sum), 0);
    };
    const silent = sumOf("gender", -1);
    const before = sample.designWeight.reduce((sum, w) => sum + w, 0);
    const {codes} = respondents.columns.find(({name}) => name === "gender") ?? respondents.columns[0];
    const part = sample.designWeight.reduce((sum, w, i) => (codes[i] < 0 ? sum + w : sum), 0) / before;
    expect(silent / 60100).toBeCloseTo(part, 10);
    expect(sumOf("gender", 0)).toBeCloseTo(29400 * (1 - part), 6);
    expect(sample.weight.reduce((sum, w) => sum + w, 0)).toBeCloseTo(60100, 6);
  });

  it("tells its owner how it was drawn, and which columns that took", async () => {
    const survey = await sampleWith({...complete, calibrate: "margins.csv"});
    const report = dataReport(survey, "open");
    expect(report.columns.notUsed).toEqual(["residents"]);
    expect(report.design).toMatchObject({strata: 6, lonely: 1, clusters: 29, population: 102});
    expect(reportText(report)).toContain(
      "calibrated to gender; 1.3% of the weights have no answer, and keep their part",
    );
  });

  it("is published with numbers for strata and clusters, never with what stood in columns that the codebook does not have", async () => {
    const survey = await sampleWith(complete, {row: 2, column: "district", value: "Secret Street"});
    const about = {title: "", description: "", version: "1.0.0", created: "2026-11-23", licences: [], sources: []};
    const [csv] = openProducts(survey, about);
    const text = [...csv.blocks()].join("");
    expect(text.split("\r\n")[0].replace("\ufeff", "")).toBe(
      "data,row,weight,stratum,cluster,stratum_units,id,region,gender,age,member,visits,reads,services_borrow,services_events,services_study,satisfied",
    );
    expect(text.split("\r\n")[1]).toMatch(/^stand-in,2,0\.9519,5,\d+,12,1001,north/);
    expect(text).not.toContain("Secret");
  });
});
