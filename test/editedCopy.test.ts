import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve/serve.js";
import {useBrowser} from "./support/browser.js";
import {buildIn, runIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {addCellsPage, cellsPage, expectCellsToWork} from "./support/cells.js";
import {copyProject} from "./support/copyProject.js";
import {canaries, handIn, outputIn} from "./support/handedIn.js";

const minutes = 60_000;

/*
 * One copy of the project is edited as its owners would, in all ways at once, and given respondents of their own.
 */
describe("a build of an edited copy", () => {
  const browser = useBrowser();
  const folder = copyProject();
  const claims = "data-loaders/source/claims/claims.json";
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  let site: ReturnType<typeof outputIn>;
  beforeAll(() => {
    edit(claims, '"58 % har allerede', '"57 % har allerede');
    edit(claims, '"value": 58', '"value": 57');
    expect(runIn(folder, ["data-loaders/accept-input.ts", "claims/claims.json"]).status).toBe(0);
    edit("data-loaders/inputs/readClaims.ts", "return summary;", "return {...summary, doubts: []};");
    addCellsPage(folder);
    const {status, stderr} = buildIn(folder, {
      SITE_URL: "https://report.example/beta",
      SURVEY_FILE: handIn(folder, {access: "open", note: {nb: "Et [[utkast]]", en: "A [[draft]]"}}),
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    site = outputIn(join(folder, output));
  }, 10 * minutes);

  it("shows what it says now, and an edit of a module that a loader imports", () => {
    const page = site.text("nb/adoption.html");
    expect(page).toMatch(/>57 av(?:\u00a0|&nbsp;)100</);
    expect(page).not.toMatch(/>58 av(?:\u00a0|&nbsp;)100</);
    expect(JSON.parse(site.text("data/summary.json")).doubts).toEqual([]);
  });

  it("takes its absolute addresses from SITE_URL and no others", () => {
    const page = site.text("en/adoption.html");
    for (const wanted of [
      '<link rel="canonical" href="https://report.example/beta/en/adoption.html">',
      'hreflang="nb" href="https://report.example/beta/nb/adoption.html"',
      '<meta property="og:image" content="https://report.example/beta/en/share/adoption.png">',
      "https://report.example/beta/en/embed/adoption.html",
    ]) {
      expect(page).toContain(wanted);
    }
    expect(page).not.toContain("localhost");
    expect(site.text("en/citation.html")).toContain("https://report.example/beta/en/");
    expect(site.text("en/changelog.html")).toContain('href="https://report.example/beta/en/changelog.xml"');
    expect(site.text("en/changelog.xml")).toContain(
      '<link rel="self" href="https://report.example/beta/en/changelog.xml"/>',
    );
    expect(site.text("nb/changelog.xml")).toContain("<id>https://report.example/beta/nb/changelog.html#v-1-3-0</id>");
  });

  it("calls its numbers estimates, and nothing made up", () => {
    const page = site.page("en/codebook.html");
    expect(page.querySelectorAll(".rank-estimated").length).toBeGreaterThan(5);
    expect(page.querySelector(".rank-standIn, [data-label=standIn]")).toBeNull();
    expect(page.querySelector("#figure-answers")?.textContent).not.toContain("ade-up");
    expect(site.page("en/data-quality.html").querySelector(".rank-standIn, [data-label=standIn]")).toBeNull();
    expect(site.text("en/figures/response-size.csv")).toMatch(/,estimated,/);
  });

  it("says what came in, and sets aside what no one can place", () => {
    const text = site.page("en/data-quality.html").querySelector(".sums")?.textContent;
    expect(text).toContain("The file has 43 rows. 42 of them are respondents, 1 are set aside.");
  });

  it("shows a text of the file’s owner as it stands, whatever its marks mean on a page", () => {
    expect(site.text("en/data-quality.html")).toContain("A [[draft]]");
  });

  it("gives its rows to download", () => {
    expect(site.files).toContain("data/respondents/betakomm-2011.csv");
    expect(site.files).toContain("data/respondents.arrow");
  });

  it.each(canaries)("holds nowhere %j, which only a respondent can have written", (canary) => {
    expect(site.holding(canary)).toEqual([]);
  });

  it("says which columns of the file it does not know by their place", () => {
    expect(site.page("en/data-quality.html").body.textContent).toContain("Column 10not in the codebook, not used");
  });

  it("runs every cell that docs/cells.md says works, under the site’s policy and without a message", async () => {
    const {url, close} = await serve(join(folder, output), 0);
    try {
      await expectCellsToWork(await browser.blank(), `${url}${cellsPage}.html`);
    } finally {
      close();
    }
  });

  function edit(file: string, from: string, to: string): void {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`nothing to edit in ${file}: ${from}`);
    writeFileSync(path, text.replace(from, to));
  }
});
