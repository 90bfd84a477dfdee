import {copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {leakFinder} from "../../downloads/leaks/leakFinder.js";
import {protectedProducts} from "../../downloads/products.js";
import {usualNoise} from "../../inputs/noiseSettings.js";
import type {FileSettings} from "../../inputs/readFileSettings.js";
import {buildSurvey} from "../buildSurvey.js";
import {explorerInput, wholeExplorer} from "../explorer/explorerInput.js";
import {checkRelease, publishedVersions, recordRelease} from "../releases.js";
import type {Sample} from "../sample/buildSample.js";
import {attacksFileOf, type NoiseProtection, protectByNoise} from "./protectByNoise.js";
import {secretFileOf, secretOf} from "./secret.js";

const folder = mkdtempSync(join(tmpdir(), "noise-"));
const file = join(folder, "answers.csv");
copyFileSync("data-loaders/source/microdata/stand-in.csv", file);
const settings: FileSettings = {rank: "standIn", access: "protected", protection: "noise", received: null, note: null};
const survey = await buildSurvey(file, {settings});
let made: NoiseProtection;
beforeAll(() => {
  // Other noise each time would make the test another: the secret is given.
  writeFileSync(secretFileOf(file), JSON.stringify({about: "", secret: "5".repeat(64)}));
  made = protectByNoise(file, survey);
});
afterAll(() => rmSync(folder, {recursive: true}));

const later = (changed: string): typeof survey => {
  const columns = survey.respondents.columns.map((column) =>
    column.name === changed ? {...column, codes: column.codes.map((code) => (code === 0 ? 1 : code))} : column,
  );
  return {...survey, respondents: {...survey.respondents, columns}};
};

describe("protectByNoise", () => {
  it("writes for the owner what attacks came to, and refuses more than the owner allows", () => {
    const report = JSON.parse(readFileSync(attacksFileOf(file), "utf8"));
    expect(report.others.right).toBe(made.report.others.right);
    const strict = {...usualNoise, thresholds: {...usualNoise.thresholds, others: 0.01}};
    expect(() => protectByNoise(file, {...survey, settings: {...settings, noise: strict}})).toThrow(
      /^the noisy tables tell too much: who knows all other answers is right too often \(others: 0\.\d+, at most 0\.01\)\. Set a greater variance.*answers\.attacks\.json has the whole report \(answers\.csv\)$/,
    );
  });

  it("publishes the same numbers of the same answers again, and keeps count of versions of those that changed", () => {
    expect(protectByNoise(file, survey).tables).toEqual(made.tables);
    recordRelease(file, made.tables, made.fingerprints);
    recordRelease(file, made.tables, made.fingerprints);
    const versions = Object.values(publishedVersions(file));
    expect(new Set(versions.map(({length}) => length))).toEqual(new Set([1]));
    const next = protectByNoise(file, later("experience"));
    expect(next.report.versions).toBe(2);
    recordRelease(file, next.tables, next.fingerprints);
    const twice = Object.entries(publishedVersions(file)).filter(([, prints]) => prints.length === 2);
    expect(twice.map(([table]) => table)).toEqual(["experience by all", "experience by county", "experience by size"]);
    expect(JSON.stringify(publishedVersions(file))).not.toContain("5".repeat(64));
  });

  it("does not let a release through with a few respondents more, in all or in a county", () => {
    recordRelease(file, made.tables, made.fingerprints);
    expect(() => checkRelease(file, made.tables)).not.toThrow();
    const {groupings} = made.tables;
    const [county, ...others] = groupings;
    const [first, ...rest] = county.groups;
    const grown = {...county, groups: [{...first, respondents: (first.respondents ?? 0) + 2}, ...rest]};
    const late = {...made.tables, respondents: made.tables.respondents + 2, groupings: [grown, ...others]};
    expect(() => checkRelease(file, late)).toThrow(
      /differs from the last by fewer than 10 respondents.*all that answered \(by 2\), Østfold \(by 2\)/,
    );
  });

  it("puts no true table, no noise and no secret into any file of the respondents or of the pages", () => {
    const found = explorerInput(survey, {noise: made});
    const published = [
      ...protectedProducts(survey, made.tables).map(({blocks}) => [...blocks()].join("")),
      JSON.stringify(wholeExplorer(found, {tiles: [], topics: []})),
    ];
    const leakIn = leakFinder({texts: new Map(), rows: [["none"]], file: Buffer.alloc(0), ...made}, []);
    for (const text of published) expect(leakIn(Buffer.from(text))).toBeNull();
    const planted = [
      `{"counts": ${JSON.stringify(made.trueCounts.find(({length}) => length === 19))}}`,
      (made.trueCounts.find(({length}) => length > 40) ?? []).map((n, at) => `${at},county,yes,${n}`).join("\n"),
    ];
    for (const text of planted) expect(leakIn(Buffer.from(text))).toBe("a table of true counts");
    expect(leakIn(Buffer.from(`seed: ${made.secret}`))).toBe("the secret of the noise");
  });

  it("refuses a design, whose weights the noise does not know, naming the setting and what to do", () => {
    expect(() => protectByNoise(file, {...survey, sample: {} as Sample})).toThrow(
      /^noise beside a design.*: say "protection": "suppress".*or remove the design .* \(settings\.json, column design\)$/,
    );
  });

  it("never falls back to another protection, or to none", () => {
    expect(() => explorerInput(survey)).toThrow("a file protected by noise without its noise");
  });
});

describe("secretOf", () => {
  it("is drawn once, readable by its owner alone, and refused where it was changed", () => {
    const other = join(folder, "other.csv");
    writeFileSync(other, "");
    const secret = secretOf(other);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(secretOf(other)).toBe(secret);
    expect(statSync(secretFileOf(other)).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, "other.secret.json"))).toBe(true);
    writeFileSync(secretFileOf(other), JSON.stringify({about: "", secret: "1"}));
    expect(() => secretOf(other)).toThrow(
      "the secret of the noise is not as it was written: bring it back from a copy (other.secret.json)",
    );
  });
});
