import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildIn, runIn} from "./buildIn.js";
import {copyProject} from "./copyProject.js";

const minutes = 60_000;

/** Answers that no other text of the project holds: found anywhere, they came from the file. */
const canaries = ["kanarifuglen sang", "gulspurv", "Kanarieby kommune", "8 741"] as const;
const [comment, unknownAnswer, unknownUnit, outOfRange] = canaries;

const header = "Kommunenr;Kommune;Levert;Bruker sosiale medier;Planer;Strategi;Kanaler;Antall Facebook-sider;Kommentar";

/** Forty-two municipalities, a row without a unit, and in four cells what only this file holds. */
function answers(): string {
  const register = readFileSync("data-loaders/source/register/kommuner-2011.csv", "utf8").trim().split("\n").slice(1);
  const rows = register.slice(0, 42).map((line, index) => {
    const [number, name] = line.split(",");
    const uses = index % 3 === 0 ? "Nei" : "Ja";
    const pages = index === 4 ? outOfRange : String(1 + (index % 2));
    return [
      number,
      name,
      "01.03.2011",
      index === 7 ? unknownAnswer : uses,
      uses === "Nei" ? "Nei, ingen planer" : "",
      index % 2 ? "Ja, den er på plass" : "Nei, og ingen planer",
      uses === "Ja" ? "Facebook; Twitter" : "",
      uses === "Ja" ? pages : "",
      index === 9 ? comment : "",
    ].join(";");
  });
  return [header, ...rows, `;${unknownUnit};01.03.2011;Ja;;;Facebook;1;`].join("\n");
}

interface Built {
  folder: string;
  output: string;
  status: number | null;
  stderr: string;
}

/** The site as it is built from that file. */
function builtFrom(settings: Record<string, unknown> | null): Built {
  const folder = copyProject();
  const file = join(folder, "handed-in.csv");
  writeFileSync(file, answers());
  if (settings) writeFileSync(join(folder, "handed-in.settings.json"), JSON.stringify(settings));
  const {status, stderr} = buildIn(folder, {SURVEY_FILE: file});
  return {folder, output: join(folder, "dist"), status, stderr};
}

function filesIn({output}: Built): string[] {
  return readdirSync(output, {recursive: true, encoding: "utf8"}).filter((file) =>
    statSync(join(output, file)).isFile(),
  );
}

/** Every file that holds a text, as it is or in the escapes of HTML. */
function holding(built: Built, text: string): string[] {
  return filesIn(built).filter((file) => readFileSync(join(built.output, file)).includes(text));
}

const pageOf = ({output}: Built, path: string) => new JSDOM(readFileSync(join(output, path), "utf8")).window.document;

describe("a site built from a file that was handed in", () => {
  let built: Built;
  beforeAll(() => {
    built = builtFrom(null);
  }, 6 * minutes);
  afterAll(() => rmSync(built.folder, {recursive: true, force: true}));

  it("is built", () => {
    expect(built.stderr).toBe("");
    expect(built.status).toBe(0);
  });

  it("calls its numbers estimates, and nothing made up", () => {
    const page = pageOf(built, "en/codebook.html");
    expect(page.querySelectorAll(".rank-estimated").length).toBeGreaterThan(5);
    expect(page.querySelector(".rank-standIn, [data-label=standIn]")).toBeNull();
    expect(page.querySelector("#figure-answers")?.textContent).not.toContain("ade-up");
    expect(pageOf(built, "en/data-quality.html").querySelector(".rank-standIn, [data-label=standIn]")).toBeNull();
    expect(readFileSync(join(built.output, "en/figures/response-size.csv"), "utf8")).toMatch(/,estimated,/);
  });

  it("says what came in, and sets aside what no one can place", () => {
    const text = pageOf(built, "en/data-quality.html").querySelector(".sums")?.textContent;
    expect(text).toContain("The file has 43 rows. 42 of them are respondents, 1 are set aside.");
  });

  it("gives its rows to download, but never free text and never the name of a unit as it stood", () => {
    expect(filesIn(built)).toContain("data/respondents/betakomm-2011.csv");
    expect(filesIn(built)).toContain("data/respondents.arrow");
    expect(holding(built, comment)).toEqual([]);
    expect(holding(built, unknownUnit)).toEqual([]);
    expect(holding(built, unknownAnswer)).toContain("data/respondents/betakomm-2011-changes.csv");
  });
});

describe("a site built from a protected file", () => {
  let built: Built;
  beforeAll(() => {
    built = builtFrom({protected: true});
  }, 6 * minutes);
  afterAll(() => rmSync(built.folder, {recursive: true, force: true}));

  it("is built", () => {
    expect(built.stderr).toBe("");
    expect(built.status).toBe(0);
  });

  it.each(canaries)("holds nowhere the answer %j", (canary) => {
    expect(holding(built, canary)).toEqual([]);
  });

  it("has tables to download, and nothing by row", () => {
    const files = filesIn(built).filter((file) => file.startsWith("data/"));
    expect(
      files.filter((file) => /\.(arrow|parquet)$|-changes|-set-aside|-spss|betakomm-2011\.csv/.test(file)),
    ).toEqual([]);
    expect(files).toContain("data/respondents/betakomm-2011-tables.csv");
    expect(pageOf(built, "en/data-quality.html").querySelector("#rules ~ .scroll code")).toBeNull();
  });

  it("shows unweighted numbers of its published tables alone", () => {
    const facts = JSON.parse(readFileSync(join(built.output, "data/survey.json"), "utf8"));
    const rules = facts.distributions.flatMap(({cells}: {cells: {rule: string}[]}) => cells.map(({rule}) => rule));
    expect(new Set(rules)).toEqual(new Set(["protected"]));
    expect(pageOf(built, "nb/codebook.html").body.textContent).toContain("Andel, uvektet");
  });

  it(
    "is not left standing when a file by row is found in it",
    () => {
      const data = join(built.folder, "by-row/_file/data");
      mkdirSync(data, {recursive: true});
      writeFileSync(join(data, "survey.json"), "data,row,weight\nsurvey,2,1\n");
      writeFileSync(
        join(built.folder, "finish.ts"),
        'import {finish} from "./site/finish.js";\nawait finish("by-row");\n',
      );
      const {status, stderr} = runIn(built.folder, "tsx", ["finish.ts"], {
        SURVEY_FILE: join(built.folder, "handed-in.csv"),
      });
      expect(status).not.toBe(0);
      expect(stderr).toContain("a protected file’s respondents would be published: a table by row (data/survey.json)");
      expect(readdirSync(built.folder)).not.toContain("by-row");
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
  const check = (...args: string[]) => runIn(".", "tsx", ["data-loaders/check-data.ts", ...args]);

  it("tells the owner what was read, changed and set aside, and that the file can be used", () => {
    const {status, stdout} = check(join(folder, "answers.csv"));
    expect(status).toBe(0);
    expect(stdout).toContain("43 rows read = 42 kept + 1 set aside");
    expect(stdout).toContain(`row 9, uses_now: "${unknownAnswer}" -> "!noAnswer"`);
    expect(stdout).toContain("Answered: 42 of 448 (9%)");
    expect(stdout.trim().endsWith("usable")).toBe(true);
    expect(stdout).not.toContain(comment);
  });

  it("tells the same to a program", () => {
    const {status, stdout} = check(join(folder, "answers.csv"), "--json");
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.usable).toBe(true);
    expect(report.rowsIn).toBe(report.rowsKept + report.rowsSetAside);
    expect(report.setAside).toEqual([{reason: "unknownName", label: "Unknown name", rows: [44]}]);
  });

  it("says why a file cannot be used, and leaves with 1", () => {
    const {status, stdout, stderr} = check(join(folder, "letter.csv"));
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toBe('not usable: no column with a question of the codebook: ["Kjære kommune"] (letter.csv)\n');
    expect(check(join(folder, "nothing.csv")).stderr).toBe("not usable: no such file (nothing.csv)\n");
  });

  it("writes nothing beside the file", () => {
    check(join(folder, "answers.csv"));
    expect(readdirSync(folder).sort()).toEqual(["answers.csv", "letter.csv"]);
  });
});
