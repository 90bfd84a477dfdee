import {mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildIn, runIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";
import {answers, canaries, comment, handIn, outputIn, unknownAnswer} from "./support/handedIn.js";

const minutes = 60_000;

describe("a site built from a protected file", () => {
  const folder = copyProject();
  const file = handIn(folder, {access: "protected"});
  let site: ReturnType<typeof outputIn>;
  beforeAll(() => {
    const {status, stderr} = buildIn(folder, {SURVEY_FILE: file});
    expect(stderr).toBe("");
    expect(status).toBe(0);
    site = outputIn(join(folder, output));
  }, 6 * minutes);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it.each(canaries)("holds nowhere the answer %j", (canary) => {
    expect(site.holding(canary)).toEqual([]);
  });

  it("has tables to download, and nothing by row", () => {
    const files = site.files.filter((each) => each.startsWith("data/"));
    expect(
      files.filter((each) => /\.(arrow|parquet)$|-changes|-set-aside|-spss|betakomm-2011\.csv/.test(each)),
    ).toEqual([]);
    expect(files).toContain("data/respondents/betakomm-2011-tables.csv");
    const rules = site.page("en/data-quality.html").querySelector("#rules ~ details .scroll");
    expect(rules?.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
    expect(rules?.querySelector("code")).toBeNull();
  });

  it("shows unweighted numbers of its published tables alone", () => {
    const facts = JSON.parse(site.text("data/survey.json"));
    const intervals = facts.distributions.flatMap(({cells}: {cells: {interval: unknown}[]}) =>
      cells.map(({interval}) => interval),
    );
    expect(new Set(intervals)).toEqual(new Set([null]));
    expect(site.page("nb/codebook.html").body.textContent).toContain("Andel, uvektet");
  });

  it("says that they are, and why, and claims neither weights nor intervals", () => {
    for (const [page, said] of [
      ["en/explore.html", "Unweighted, without intervals. The file is protected"],
      ["en/method.html", "Its numbers are shares of those that answered: unweighted, without intervals"],
      ["en/method.html", "its tables are not tested"],
      ["en/explore.html", "uncertainty is not computed"],
      ["en/data-quality.html", "each that answered counts once"],
      ["nb/data-quality.html", "hver som svarte, teller én gang"],
    ]) {
      const text = site.page(page).body.textContent?.replace(/\s+/g, " ");
      expect(text).toContain(said);
      expect(text).not.toMatch(/stands for itself and for a share|står (derfor )?for seg selv og for en del/);
      expect(text).not.toMatch(/Dots with intervals|Cramér|The interval after a number|Mean weight|Vekt i snitt/);
    }
  });

  it("does not say that its answers are made up or nowhere to be had, nor offers to filter them", () => {
    for (const page of ["nb/index.html", "en/index.html"]) {
      expect(site.page(page).querySelector("#survey ~ p a[href$='explore.html']"), page).not.toBeNull();
      expect(site.page(page).body.textContent, page).not.toMatch(/are made up|not public|konstruert|ikke offentlig/);
    }
    for (const page of ["nb/municipality.html", "en/municipality.html"])
      expect(site.page(page).querySelector("[data-found-place]")?.getAttribute("data-explore"), page).toBe("");
  });

  it("is on record beside the file, and is not published again with one answer less", () => {
    const record = file.replace(/\.csv$/, ".published.json");
    expect(JSON.parse(readFileSync(record, "utf8")).respondents.uses_now.all).toBeGreaterThan(30);
    writeFileSync(file, answers().replace(/\n[^\n]*(?=\n[^\n]*$)/, ""));
    const {status, stderr} = buildIn(folder, {SURVEY_FILE: file});
    writeFileSync(file, answers());
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^not built: a release that differs from the last by fewer than 5 respondents.*all that answered \(by 1\)/,
    );
  });

  it(
    "is not finished when a row of the file is found in it",
    () => {
      const data = join(folder, "by-row/data");
      mkdirSync(data, {recursive: true});
      writeFileSync(join(data, "survey.json"), JSON.stringify(answers().split("\n")[3].split(";")));
      writeFileSync(
        join(folder, "finish.ts"),
        'import {finish} from "./site/build/finish.js";\nawait finish("by-row");\n',
      );
      const {status, stderr} = runIn(folder, ["finish.ts"], {SURVEY_FILE: file});
      expect(status).not.toBe(0);
      expect(stderr).toContain("respondents would be published: a respondent’s row (data/survey.json)");
    },
    6 * minutes,
  );
});

describe("npm run check-data", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "check-"));
    writeFileSync(join(folder, "answers.csv"), answers());
    writeFileSync(join(folder, "letter.csv"), "Kjære kommune\nHilsen oss\n");
  });
  afterAll(() => rmSync(folder, {recursive: true}));
  const check = (...args: string[]) => runIn(".", ["data-loaders/check-data.ts", ...args]);

  it("tells the owner what was read, changed and set aside, and that the file can be used", () => {
    const {status, stdout} = check(join(folder, "answers.csv"));
    expect(status).toBe(0);
    expect(stdout).toContain("43 rows read = 42 kept + 1 set aside");
    expect(stdout).toContain(`row 9, uses_now: "${unknownAnswer}" -> "!noAnswer"`);
    expect(stdout).toContain("Answered: 42 of 448 (9%)");
    expect(stdout.trim().split("\n").at(-1)).toBe(
      'usable; before it is built, say {"access": "protected"} or {"access": "open"} in answers.settings.json',
    );
    expect(stdout).not.toContain(comment);
    expect(stdout).toContain("answers.csv: 43 rows, 42 respondents; access: not chosen, so it cannot be built yet");
  });

  it("tells what will be published, as the settings say, and refuses settings of another name", () => {
    const file = handIn(folder, {access: "protected"});
    const {status, stdout} = check(file);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "handed-in.csv: 43 rows, 42 respondents; access: protected; published: fixed tables in which no one can be recognised; nothing by row",
    );
    expect(stdout.trim().split("\n").at(-1)).toBe("usable");
    renameSync(join(folder, "handed-in.settings.json"), join(folder, "settings.json"));
    expect(check(file)).toMatchObject({
      status: 1,
      stderr:
        "not usable: settings that are not named as the file is: rename settings.json to handed-in.settings.json, or move it away (handed-in.csv)\n",
    });
    rmSync(file);
    rmSync(join(folder, "settings.json"));
  });

  it("tells the same to a program", () => {
    const {status, stdout} = check(join(folder, "answers.csv"), "--json");
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.usable).toBe(true);
    expect(report.access).toBeNull();
    expect(report.rowsIn).toBe(report.rowsKept + report.rowsSetAside);
    expect(report.setAside).toEqual([{reason: "unknownName", label: "Unknown name", rows: [44]}]);
  });

  it("says why a file cannot be used, and leaves with 1", () => {
    const {status, stdout, stderr} = check(join(folder, "letter.csv"));
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      'not usable: no column is a question of the codebook; for the file of another survey npm run draft-codebook drafts one: ["Kjære kommune"] (letter.csv)\n',
    );
    expect(check(join(folder, "nothing.csv")).stderr).toBe("not usable: no such file (nothing.csv)\n");
  });

  it("writes nothing beside the file", () => {
    check(join(folder, "answers.csv"));
    expect(readdirSync(folder).sort()).toEqual(["answers.csv", "letter.csv"]);
  });
});
