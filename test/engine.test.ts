import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {transformSync} from "esbuild";
import {describe, expect, it} from "vitest";
import {readClaims, readQuestions} from "../data-loaders/inputs/readClaims.js";
import {readCodebook} from "../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../data-loaders/inputs/readSource.js";
import {readRegister} from "../data-loaders/inputs/register/readRegister.js";
import {settings} from "../src/lib/settings.js";

/*
 * The engine works for any survey: what is true of this one alone stands in `data-loaders/source`. Comments may give
 * examples from it.
 */

const engine = [
  "src/lib",
  "src/components/charts",
  "data-loaders/cleaning",
  "data-loaders/files",
  "data-loaders/survey",
];

/** The list of the report's pages, some of which are called what a question is called. */
const ofPages = ["src/lib/pages.ts"];

const read = sourceReader();
const {municipalities, counties} = readRegister(read);
const codes = [
  ...readCodebook(read).variables.map(({name}) => name),
  ...readClaims(read).claims.map(({id}) => id),
  ...readClaims(read).attributes.map(({code}) => code),
  ...readQuestions(read, readClaims(read)).map(({id}) => id),
];
/** Names of places that are also English words. */
const words = ["Time"];
const places = [...municipalities, ...counties].map(({name}) => name).filter((name) => !words.includes(name));
const year = Number(settings.fieldwork.from.slice(0, 4));
const years = [year - 1, year, year + 1];

const anyOf = (names: readonly unknown[]) =>
  names
    .map(String)
    .sort((a, b) => b.length - a.length)
    .join("|");
/** A code is a whole text; one of several words also a part of one. A place or a year is one wherever it stands. */
const named = [
  new RegExp(`(?<quote>["'\`])(?:${anyOf(codes)})\\k<quote>`, "g"),
  new RegExp(`(?<![\\w-])(?:${anyOf(codes.filter((code) => /[_-]/.test(code)))})(?![\\w-])`, "g"),
  new RegExp(`(?<![\\p{L}\\d])(?:${anyOf([...places, ...years])})(?![\\p{L}\\d])`, "gu"),
];

/** What code names of this survey. A seed may be any number. */
function namesIn(code: string): string[] {
  const {code: withoutComments} = transformSync(code, {loader: "ts", charset: "utf8"});
  return named.flatMap((pattern) =>
    [...withoutComments.replace(/Seed = \d+/, "").matchAll(pattern)].map(([name]) => name),
  );
}

const files = engine.flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join(folder, file)),
);

describe("the engine", () => {
  it("names no question, claim, place or year of this survey", () => {
    const found = files
      .filter((file) => !ofPages.includes(file))
      .flatMap((file) => namesIn(readFileSync(file, "utf8")).map((name) => `${file}: ${name}`));
    expect(files.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it.each([
    ['const asked = "uses_now";', '"uses_now"'],
    ["const column = `respondents$unit_number`;", "unit_number"],
    ['quantity(all, "uses-by-year-end")', '"uses-by-year-end"'],
    ['if (name !== "Oslo") return;', "Oslo"],
    ['const nb = "som i «Bø i Telemark»";', "Bø"],
    ["new Date(Date.UTC(2011, 0, 1));", "2011"],
  ])("would be caught by %s", (code, name) => {
    expect(namesIn(code)).toContain(name);
  });

  it("may give examples in comments, and call what it likes by a word", () => {
    expect(namesIn("/** Such as `uses_now`, in 2011. */ const comment = strategy.challenges; // Bø")).toEqual([]);
  });
});
