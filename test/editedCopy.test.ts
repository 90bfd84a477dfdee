import {appendFileSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve.js";
import {useBrowser} from "./browser.js";
import {buildIn, runIn} from "./buildIn.js";
import {output} from "./builtPage.js";
import {addCellsPage, cellsPage, expectCellsToWork} from "./cells.js";
import {copyProject} from "./copyProject.js";

const minutes = 60_000;

/*
 * One copy of the project is edited as its authors would, in all ways at once, and built: first when the build has to
 * stop, then as it should be.
 */
describe("a build of an edited copy", () => {
  const browser = useBrowser();
  const folder = copyProject();
  const built = (file: string) => readFileSync(join(folder, output, file), "utf8");
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  describe("stops, and says why,", () => {
    it(
      "at a number typed into prose",
      () => {
        const page = join(folder, "src/en/accessibility.md");
        const text = readFileSync(page, "utf8");
        appendFileSync(page, "\nAbout 58 % did.\n");
        const {status, stderr} = buildIn(folder);
        writeFileSync(page, text);
        expect(status).not.toBe(0);
        expect(stderr).toContain("number typed into prose; name it as [[id]]: 58 % (/en/accessibility)");
      },
      5 * minutes,
    );

    it(
      "at an input that was changed and not accepted",
      () => {
        const claims = "data-loaders/source/claims/claims.json";
        edit(claims, '"58 % har allerede', '"57 % har allerede');
        edit(claims, '"value": 58', '"value": 57');
        const {status, stderr} = buildIn(folder);
        expect(status).not.toBe(0);
        expect(stderr).toContain("input changed: its checksum is not on record");
        expect(stderr).toContain("claims/claims.json");
      },
      5 * minutes,
    );
  });

  describe("when the input is accepted", () => {
    beforeAll(() => {
      expect(runIn(folder, "tsx", ["data-loaders/accept-input.ts", "claims/claims.json"]).status).toBe(0);
      edit("data-loaders/readClaims.ts", "return summary;", "return {...summary, doubts: []};");
      addCellsPage(folder);
      const {status, stderr} = buildIn(folder, {SITE_URL: "https://report.example/beta"});
      expect(stderr).toBe("");
      expect(status).toBe(0);
    }, 10 * minutes);

    it("shows what it says now, and an edit of a module that a loader imports", () => {
      const page = built("nb/adoption.html");
      expect(page).toMatch(/>57 av(?:\u00a0|&nbsp;)100</);
      expect(page).not.toMatch(/>58 av(?:\u00a0|&nbsp;)100</);
      expect(JSON.parse(built("data/summary.json")).doubts).toEqual([]);
    });

    it("takes its absolute addresses from SITE_URL and no others", () => {
      const page = built("en/adoption.html");
      for (const wanted of [
        '<link rel="canonical" href="https://report.example/beta/en/adoption.html">',
        'hreflang="nb" href="https://report.example/beta/nb/adoption.html"',
        '<meta property="og:image" content="https://report.example/beta/en/figures/adoption.png">',
        "https://report.example/beta/en/embed/adoption.html",
      ]) {
        expect(page).toContain(wanted);
      }
      expect(page).not.toContain("localhost");
      expect(built("en/sources.html")).toContain("https://report.example/beta/en/");
    });

    it("runs every cell that docs/cells.md says works, under the site’s policy and without a message", async () => {
      const {url, close} = await serve(join(folder, output), 0);
      try {
        await expectCellsToWork(await browser.blank(), `${url}${cellsPage}.html`);
      } finally {
        close();
      }
    });
  });

  function edit(file: string, from: string, to: string): void {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`nothing to edit in ${file}: ${from}`);
    writeFileSync(path, text.replace(from, to));
  }
});
