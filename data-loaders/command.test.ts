import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {readArguments, UsageError} from "./command.js";

describe("readArguments(wanted, args)", () => {
  const wanted = {usage: "npm run eat -- FRUIT [--peeled]", options: {peeled: {type: "boolean"}}, least: 1} as const;

  it("gives options and the rest", () => {
    expect(readArguments(wanted, ["apple", "--peeled"])).toMatchObject({
      values: {peeled: true},
      positionals: ["apple"],
    });
  });

  it.each([
    [[], "usage: npm run eat -- FRUIT [--peeled]"],
    [["apple", "pear"], "unknown argument: pear; usage: npm run eat -- FRUIT [--peeled]"],
    [["apple", "--pealed"], "unknown argument: --pealed; usage: npm run eat -- FRUIT [--peeled]"],
    [["apple", "--peeled=no"], "wrong value of an argument: --peeled; usage: npm run eat -- FRUIT [--peeled]"],
  ])("refuses %j with the usage", (args, message) => {
    expect(() => readArguments(wanted, args)).toThrow(UsageError);
    expect(() => readArguments(wanted, args)).toThrow(message);
  });
});

describe("a command that is called wrongly, or whose input has a defect", () => {
  const run = (file: string, ...args: string[]) =>
    spawnSync(process.execPath, ["site/run.mjs", file, ...args], {encoding: "utf8"});
  const codebook = readFileSync("docs/codebook.md", "utf8");

  it.each([
    ["data-loaders/accept-input.ts", [], 2, "usage: npm run accept-input -- FILE"],
    ["data-loaders/accept-input.ts", ["claims/claim.json"], 1, "claim.json, did you mean claims/claims.json?"],
    ["data-loaders/check-data.ts", ["a.csv", "--jsn"], 2, "unknown argument: --jsn; usage: npm run check-data"],
    ["data-loaders/check-data.ts", ["a.csv", "--codebook", "no.json"], 1, "no such codebook (no.json)"],
    ["data-loaders/check-data.ts", ["a.csv", "--codebook", "package.json"], 1, "(package.json, column "],
    ["data-loaders/draft-codebook.ts", [], 2, "usage: npm run draft-codebook -- FILE"],
    ["data-loaders/draft-codebook.ts", ["no.csv"], 1, "no such file (no.csv)"],
    ["data-loaders/draft-codebook.ts", ["a.csv", "--lang", "fr"], 2, "unknown language: fr, one of nb, en; usage:"],
    [
      "data-loaders/draft-codebook.ts",
      ["a.csv", "--out", "./a.csv"],
      1,
      "--out names the respondents’ file itself: ./a.csv",
    ],
    ["data-loaders/draft-codebook.ts", ["a.csv", "--out", "none/c.json"], 1, "no such folder: none"],
    ["data-loaders/draft-codebook.ts", ["a.csv", "--out", "package.json"], 1, "(package.json, column "],
    ["data-loaders/draft-codebook.ts", ["a.csv", "--out", "README.md"], 1, "README.md"],
    ["tools/compare.ts", ["--help"], 0, "usage: npm run compare -- OLD NEW"],
    ["data-loaders/write-codebook.ts", ["now"], 2, "unknown argument: now; usage: npm run write-codebook"],
    ["data-loaders/write-schemas.ts", ["--all"], 2, "unknown argument: --all; usage: npm run write-schemas"],
    ["tools/stand-in/make-stand-in.ts", ["--chek"], 2, "unknown argument: --chek; usage: npm run make-stand-in"],
    ["test/reference/check-bounds.ts", [], 2, "usage: npm run check-bounds -- FILE"],
    ["test/reference/check-statistics.ts", ["no.json"], 1, "file cannot be read (no.json)"],
    ["site/list.ts", [], 2, "usage: npm run list -- numbers|figures|questions|blocks|conditions|pages"],
    ["site/list.ts", ["figres"], 2, "unknown argument: figres, did you mean figures?; usage: npm run list"],
  ])("%s %j ends with %d and one line", (file, args, code, message) => {
    const {status, stdout, stderr} = run(file, ...args);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(status).toBe(code);
  });

  it("leaves what it would have written as it is", () => {
    expect(readFileSync("docs/codebook.md", "utf8")).toBe(codebook);
    expect(existsSync("no.json")).toBe(false);
  });
});

describe("a command for the survey in a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "survey-"));
  const settings = join(folder, "settings.json");
  afterAll(() => rmSync(folder, {recursive: true}));

  it.each([
    ["site/build.ts", null, "no settings.json in the survey's folder, "],
    ["data-loaders/check-data.ts", "{", "not JSON: "],
    [
      "site/build.ts",
      '{"survey": "Mine"}',
      "settings that are missing: title, description, owner, fieldwork, source, publisher, version, published, languages (settings.json)",
    ],
    ["data-loaders/draft-codebook.ts", '\ufeff{"survey": "Mine"}', "settings that are missing: title, "],
  ])("%s says in one line what is wrong with settings that are %j", (file, text, message) => {
    if (text !== null) writeFileSync(settings, text);
    const {status, stderr} = spawnSync(
      process.execPath,
      ["site/run.mjs", file, ...(file.includes("draft") ? ["a.csv"] : [])],
      {
        encoding: "utf8",
        env: {...process.env, SURVEY: folder},
      },
    );
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(1);
  });
});
