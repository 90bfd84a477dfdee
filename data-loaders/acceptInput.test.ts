import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {acceptInput} from "./acceptInput.js";
import {checksumOf} from "./inputs/checks/checksum.js";
import {sourceFolder, sourceReader} from "./inputs/readSource.js";

let folder = "";
beforeEach(() => {
  folder = `${mkdtempSync(join(tmpdir(), "accept-"))}/`;
  cpSync(sourceFolder, folder, {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true}));

const file = "register/fylker-2011.csv";
const readme = () => readFileSync(`${folder}README.md`, "utf8");

describe("acceptInput(file)", () => {
  it("lets a changed input be read again, and says what it recorded in place of what", () => {
    const before = checksumOf(readFileSync(`${folder}${file}`));
    writeFileSync(`${folder}${file}`, "number,name\n01,Viken\n");
    const now = checksumOf(Buffer.from("number,name\n01,Viken\n"));
    expect(() => sourceReader(folder)(file)).toThrow("input changed");
    expect(acceptInput(file, folder)).toBe(
      `${file}: recorded ${now} in data-loaders/source/README.md, in place of ${before}`,
    );
    expect(sourceReader(folder)(file)).toBe("number,name\n01,Viken\n");
  });

  it("changes nothing in the README but the one checksum", () => {
    const before = readme();
    writeFileSync(`${folder}${file}`, "x");
    acceptInput(file, folder);
    const changed = readme()
      .split("\n")
      .filter((line, at) => line !== before.split("\n")[at]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain(`\`${file}\``);
    expect(changed[0]).toContain("NLOD 2.0; credit Statistics Norway");
  });

  it("takes a path that ends in what the README lists, with slashes either way", () => {
    writeFileSync(`${folder}${file}`, "x");
    expect(acceptInput(`data-loaders/source/${file}`, folder)).toContain(`${file}: recorded `);
    expect(acceptInput(`C:\\report\\data-loaders\\source\\${file.replace("/", "\\")}`, folder)).toContain(
      `${file}: this checksum is already on record`,
    );
  });

  it("leaves the README alone when nothing has changed", () => {
    const before = readme();
    expect(acceptInput(file, folder)).toMatch(
      /^register\/fylker-2011\.csv: this checksum is already on record: [0-9a-f]{64}$/,
    );
    expect(readme()).toBe(before);
  });

  it("refuses an input of our own making, which carries no checksum", () => {
    expect(() => acceptInput("context/coding.json", folder)).toThrow(
      "of our own making: carries no checksum: context/coding.json",
    );
  });

  it.each(["register/kommuner-2012.csv", "fylker-2011.csv", "notregister/fylker-2011.csv", "README.md"])(
    "refuses %s, which the README does not list",
    (named) => {
      const before = readme();
      expect(() => acceptInput(named, folder)).toThrow(
        `no row for this input in data-loaders/source/README.md: ${named}`,
      );
      expect(readme()).toBe(before);
    },
  );

  it("says which listed input is missing", () => {
    rmSync(`${folder}${file}`);
    expect(() => acceptInput(file, folder)).toThrow(`missing input: ${file}`);
  });
});
