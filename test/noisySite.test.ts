import {copyFileSync, existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {trueCountFinder} from "../data-loaders/downloads/leaks/trueCounts.js";
import {buildSurvey} from "../data-loaders/survey/buildSurvey.js";
import {protectByNoise} from "../data-loaders/survey/noise/protectByNoise.js";
import {buildIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";
import {outputIn} from "./support/handedIn.js";

const minutes = 60_000;
const settings = {rank: "standIn", access: "protected", protection: "noise"} as const;

// Only in `npm run test:all`: `npm test` tries the parts that a site is made of, without a build.
describe("a site built from a file protected by noise", () => {
  const folder = copyProject();
  const file = join(folder, "answers.csv");
  let site: ReturnType<typeof outputIn>;
  let secret: string;
  beforeAll(() => {
    copyFileSync("data-loaders/source/microdata/stand-in.csv", file);
    writeFileSync(join(folder, "answers.settings.json"), JSON.stringify(settings));
    secret = "7".repeat(64);
    writeFileSync(join(folder, "answers.secret.json"), JSON.stringify({about: "", secret}));
    const {status, stderr} = buildIn(folder, {SURVEY_FILE: file});
    expect(stderr).toBe("");
    expect(status).toBe(0);
    site = outputIn(join(folder, output));
  }, 6 * minutes);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("has no true count, no noise and no secret in any file", async () => {
    const {trueCounts} = protectByNoise(
      file,
      await buildSurvey(file, {settings: {...settings, received: null, note: null}}),
    );
    const holdsTrueCounts = trueCountFinder(trueCounts);
    const texts = site.files.filter((each) => /\.(html|json|csv|svg|txt|xml|md)$/.test(each));
    expect(texts.length).toBeGreaterThan(100);
    for (const each of texts) expect(holdsTrueCounts(site.text(each).match(/\p{Nd}+/gu) ?? []), each).toBe(false);
    expect(site.holding(secret)).toEqual([]);
    expect(site.files.filter((each) => /secret|attacks|published/.test(each))).toEqual([]);
    expect(site.files.filter((each) => /\.(arrow|parquet)$/.test(each))).toEqual([]);
  });

  it("says what the noise does to a number, and what attacks came to, in both languages", () => {
    const text = (page: string) => site.page(page).body.textContent?.replace(/\s+/g, " ");
    expect(text("en/method.html")).toContain("A random whole number was added to every count");
    expect(text("nb/method.html")).toContain("Hvert antall er endret med et tilfeldig helt tall");
    for (const page of ["en/data-quality.html", "nb/data-quality.html"])
      expect(site.page(page).querySelectorAll("#attacks ~ .scroll tbody tr").length, page).toBe(8);
    expect(text("en/explore.html")).not.toMatch(/Unweighted, without intervals|cannot be worked out/);
  });

  it(
    "is on record beside the file, and is published again with the same numbers",
    () => {
      const tables = site.text("data/respondents/stand-in-betakomm-2011-tables.csv");
      expect(existsSync(join(folder, "answers.published.json"))).toBe(true);
      const {status} = buildIn(folder, {SURVEY_FILE: file});
      expect(status).toBe(0);
      expect(readFileSync(join(folder, output, "data/respondents/stand-in-betakomm-2011-tables.csv"), "utf8")).toBe(
        tables,
      );
    },
    6 * minutes,
  );
});
