import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checksumOf} from "./checks/checksum.js";
import {sourceFolder, sourceReader} from "./readSource.js";

const good = Buffer.from("æøå\n");
const latin = Buffer.from([0xe6, 0xf8, 0xe5, 0x0a]);
let folder = "";

beforeAll(() => {
  folder = `${mkdtempSync(join(tmpdir(), "source-"))}/`;
  mkdirSync(`${folder}a`);
  const row = (file: string, checksum: string) => `| \`${file}\` | somebody | \`${checksum}\` |\n`;
  writeFileSync(
    `${folder}README.md`,
    row("a/good.csv", checksumOf(good)) +
      row("a/latin.csv", checksumOf(latin)) +
      row("a/changed.csv", checksumOf(good)) +
      row("a/gone.csv", checksumOf(good)) +
      row("a/own.json", "none"),
  );
  writeFileSync(`${folder}a/good.csv`, good);
  writeFileSync(`${folder}a/latin.csv`, latin);
  writeFileSync(`${folder}a/changed.csv`, "æøå \n");
  writeFileSync(`${folder}a/own.json`, "[]");
  writeFileSync(`${folder}a/unlisted.csv`, good);
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("sourceReader(folder)", () => {
  it("gives the text of an input whose checksum is on record", () => {
    expect(sourceReader(folder)("a/good.csv")).toBe("æøå\n");
  });

  it("gives an input of our own making as it is", () => {
    expect(sourceReader(folder)("a/own.json")).toBe("[]");
  });

  it("names an input that is missing", () => {
    expect(() => sourceReader(folder)("a/gone.csv")).toThrow("missing input (a/gone.csv)");
  });

  it("names an input without a row in the README", () => {
    expect(() => sourceReader(folder)("a/unlisted.csv")).toThrow(
      "input without a row in source/README.md (a/unlisted.csv)",
    );
  });

  it("names an input that changed, its checksum now, and the command that accepts it", () => {
    const now = checksumOf(Buffer.from("æøå \n"));
    expect(() => sourceReader(folder)("a/changed.csv")).toThrow(
      `input changed: its checksum is not on record; look at the change, then run npm run accept-input -- a/changed.csv: "${now}" (a/changed.csv)`,
    );
  });

  it("names an input that is not UTF-8, rather than guess at its letters", () => {
    expect(() => sourceReader(folder)("a/latin.csv")).toThrow("input is not UTF-8 (a/latin.csv)");
  });
});

describe("the folder of inputs", () => {
  const ours = new Set(["assumptions.json", "stand-in.csv", "stand-in.settings.json"]);
  const inFolders = ["claims", "context", "microdata", "register"].flatMap((name) =>
    readdirSync(`${sourceFolder}${name}`)
      .filter((file) => name !== "microdata" || ours.has(file))
      .map((file) => `${name}/${file}`),
  );
  const files = ["codebook.json", ...inFolders];

  it("holds no file that its README does not list, but a respondents' file that was laid there", () => {
    expect(files).toHaveLength(25);
    for (const file of files) expect(() => sourceReader()(file), file).not.toThrow();
  });

  it("has the e-mail address of nobody in it", () => {
    for (const file of files) expect(sourceReader()(file), file).not.toContain("@");
  });
});
