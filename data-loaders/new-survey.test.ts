import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {asCsv, limeSurvey} from "../test/support/draft/exports.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "new-survey-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

function run(args: readonly string[], typed: readonly string[] = [], survey?: string) {
  const {SURVEY: _, ...env} = process.env;
  return spawnSync(process.execPath, ["site/run.mjs", ...args], {
    encoding: "utf8",
    input: typed.map((line) => `${line}\n`).join(""),
    env: {...env, ...(survey !== undefined && {SURVEY: survey})},
  });
}

describe("npm run new-survey", () => {
  it("makes a folder that can be built, of what its owner answers", () => {
    const [survey, file] = [join(folder, "mine"), join(folder, "answers.csv")];
    writeFileSync(file, asCsv(limeSurvey));
    const typed = ["norsk", "en", "Social media", "", "What they use.", "The county", "", "", "2023-01-01", ""];
    const {stdout, stderr, status} = run(
      ["data-loaders/new-survey.ts", survey, file],
      [...typed, "", "Use, Method", "Use, Satisfaction", "post@county.no"],
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("not possible: norsk");
    expect(stdout).toContain("not possible: 2023-01-01");
    expect(stdout).toContain("not possible: Use, Method");
    expect(stdout).toContain(`SURVEY=${survey} npm start`);
    expect(JSON.parse(readFileSync(join(survey, "settings.json"), "utf8"))).toMatchObject({
      ...{survey: "Social media", title: {en: "Social media"}, owner: "The county", publisher: {en: "The county"}},
      ...{fieldwork: {from: "2024-03-01", to: "2024-03-28"}, access: "protected", surveyFile: "../answers.csv"},
      ...{languages: ["en"], contact: "mailto:post@county.no"},
      themes: [
        {id: "use", name: {en: "Use"}},
        {id: "satisfaction", name: {en: "Satisfaction"}},
      ],
    });
    expect(run(["data-loaders/check-data.ts"], [], survey).stdout).toMatch(/\nusable$/m);
    expect(run(["data-loaders/new-survey.ts", survey, file]).stderr).toContain("a survey is there already");
  });

  it("writes nothing when answers end, or the file cannot be read", () => {
    const file = join(folder, "answers.csv");
    const cut = run(["data-loaders/new-survey.ts", join(folder, "cut"), file], ["en", "Social media"]);
    expect([cut.status, cut.stderr]).toEqual([1, "no more answers: nothing is written\n"]);
    expect(run(["data-loaders/new-survey.ts", join(folder, "cut"), join(folder, "no.csv")]).status).toBe(1);
    expect(existsSync(join(folder, "cut"))).toBe(false);
  });
});
