import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {asCsv, surveyMonkey} from "../test/support/draft/exports.js";
import {fixture} from "../test/support/files/fixture.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "draft-codebook-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

function run(command: string, ...args: string[]) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["site/run.mjs", `data-loaders/${command}.ts`, ...args],
    {
      encoding: "utf8",
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

describe("npm run draft-codebook", () => {
  it("says what it supposes and why, writes it, and check-data says what would come of it", () => {
    const [file, out] = [join(folder, "answers.csv"), join(folder, "codebook.json")];
    writeFileSync(file, asCsv(surveyMonkey));
    const report = run("draft-codebook", file, "--out", out);
    expect(report).toContain("columns as SurveyMonkey writes them");
    expect(report).toContain('fieldwork: first and last day in "End Date"');
    expect(report).toContain("how_satisfied_are_you_with_them, 5 answers in order: How satisfied are you with them?");
    expect(report).toContain("IP Address: SurveyMonkey writes who answered there");
    expect(report.trimEnd().split("\n").at(-1)).toBe(
      `written: ${out}; what would come of it: npm run check-data -- ${file} --codebook ${out}`,
    );
    const checked = run("check-data", file, "--codebook", out);
    expect(checked).toContain("48 rows read = 48 kept + 0 set aside");
    expect(checked).toContain("\nusable");
  });

  it("says the second time what it kept of a person’s edits", () => {
    const [file, out] = [fixture("pspp-sets.sav"), join(folder, "sets.json")];
    run("draft-codebook", file, "--out", out);
    const codebook = JSON.parse(readFileSync(out, "utf8"));
    codebook.variables[1].label = {nb: "Bruker sosiale medier", en: "Uses social media"};
    writeFileSync(out, JSON.stringify(codebook));
    const report = run("draft-codebook", file, "--out", out);
    expect(report).toContain("Kept as a person left it\n  uses\n");
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(codebook);
  });

  it("ends quietly when whoever reads its report has seen enough", () => {
    const file = join(folder, "many.csv");
    const header = Array.from({length: 3000}, (_, at) => `Question ${at}`);
    writeFileSync(file, asCsv([header, ...["a", "b", "a", "b"].map((answer) => header.map(() => answer))]));
    const command = `"${process.execPath}" site/run.mjs data-loaders/draft-codebook.ts "${file}" | head -1`;
    const {stdout, stderr} = spawnSync("sh", ["-c", command], {encoding: "utf8"});
    expect([stdout.split("\n").length, stderr]).toEqual([2, ""]);
  });

  it("writes nothing unless told where", () => {
    expect(run("draft-codebook", fixture("pspp-sets.sav"))).toContain(
      "nothing written; --out codebook.json writes the codebook",
    );
  });
});
