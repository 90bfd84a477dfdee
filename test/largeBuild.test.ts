import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import type {Page, Response} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve/serve.js";
import {useBrowser} from "./support/browser.js";
import {buildCounted} from "./support/buildCounted.js";
import {buildLeisure, type LeisureSite} from "./support/buildLeisure.js";
import {drawn, pick, tableRows, tick} from "./support/explorerPage.js";
import {ready} from "./support/ready.js";

/*
 * The site of a file that is too large to be sent to browsers whole, which `npm run test:all` builds. A smaller one has a site of
 * the other kind, which the tests of the example are about.
 */

const rows = 110_000;

let built: LeisureSite;
beforeAll(async () => {
  built = await buildLeisure(rows);
  expect(built.stderr).toBe("");
}, 15 * 60_000);
afterAll(() => built?.remove());

describe("the site of a hundred thousand respondents", () => {
  const browser = useBrowser();
  let server: Awaited<ReturnType<typeof serve>>;
  let answers: Map<string, string>[];
  beforeAll(async () => {
    server = await serve(built.site, 0);
    answers = published(built.site);
  });
  afterAll(() => server?.close());

  it("is built within two minutes of processor time and two gibibytes", () => {
    expect(built.processorSeconds).toBeLessThan(120);
    expect(built.peakMemory).toBeLessThan(2 ** 31);
  });

  it("publishes every respondent in its downloads, and none in what pages fetch", () => {
    expect(answers.length).toBeGreaterThan(rows * 0.99);
    expect(() => readFileSync(join(built.site, "data/respondents.arrow"))).toThrow("ENOENT");
  });

  it("has a topic page fetch at most 300 kB up to the first change, the drawing code with it", async () => {
    const page = await browser.blank();
    const {bytes, paths} = await fetchedIn(page, async () => {
      await page.goto(`${server.url}en/outdoors`);
      await ready(page);
      await pick(page, "by", "reads");
      await drawn(page, "outdoors-answers", {by: "reads"});
    });
    expect(paths.filter((path) => path.startsWith("/data/")).sort()).toEqual([
      "/data/explore/outdoors.json",
      "/data/tallies/skis.json",
    ]);
    expect(bytes).toBeLessThan(300_000);
  });

  it("has tables of three questions and more as the published rows have them, and fetches at most 1.5 MB for each", async () => {
    const page = await browser.blank();
    const shown = {rows: "cinema", columns: "theatre", view: "table", measure: "count"};
    await page.goto(`${server.url}en/explore?${new URLSearchParams(shown)}`);
    await ready(page);
    const chosen: Record<string, string> = {};
    for (const [key, code] of [
      ["music", "often"],
      ["sings", "never"],
      ["walks", "always"],
    ]) {
      chosen[key] = code;
      const {bytes} = await fetchedIn(page, async () => {
        await tick(page, key, code);
        await drawn(page, "explore", chosen);
      });
      expect(bytes, key).toBeLessThan(1_500_000);
      const wanted = Object.entries({...chosen, cinema: "never", theatre: "never"});
      const count = answers.filter((row) => wanted.every(([name, answer]) => row.get(name) === answer)).length;
      const [, , cell] = (await tableRows(page, "explore")).find(([label]) => label === "Never") ?? [];
      expect(cell, key).toBe(count.toLocaleString("en"));
    }
  });
});

describe("the site of the same respondents, counted in a database", () => {
  const browser = useBrowser();
  let counted: Awaited<ReturnType<typeof buildCounted>>;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    counted = await buildCounted(built);
    expect(counted.stderr).toBe("");
    server = await serve(counted.site, 0);
  }, 15 * 60_000);
  afterAll(() => server?.close());

  it("has every count, figure and embed byte for byte, and nothing by row", () => {
    const [ofFile, ofCounts] = [built.site, counted.site].map(filesIn);
    const shared = ofFile.filter((path) => ofCounts.includes(path));
    const differ = shared.filter(
      (path) => !readFileSync(join(built.site, path)).equals(readFileSync(join(counted.site, path))),
    );
    expect(shared.filter((path) => path.startsWith("data/tallies/"))).toHaveLength(1 + 21 + (20 * 19) / 2);
    const saysWhere =
      /^_js\/|^(nb|en)\/[\w-]+\.html$|^data\/(catalog\.jsonld|cleaning\.json|explore\/|respondents\/)|^sitemap/;
    expect(differ.filter((path) => !saysWhere.test(path))).toEqual([]);
    const byRow =
      /^_js\/|^data\/columns\/|^(nb|en)\/figures\/.*\.R$|^data\/respondents\/.*(changes|set-aside|spss|\d\.csv|\.parquet|\.R|\.sps|datapackage)/;
    expect(ofFile.filter((path) => !ofCounts.includes(path) && !byRow.test(path))).toEqual([]);
    expect(ofCounts.filter((path) => byRow.test(path) && !path.startsWith("_js/"))).toEqual([]);
  });

  it("makes means by one question, and says of a table of four that it was not counted", async () => {
    const page = await browser.blank();
    const rowsOf = async (shown: Record<string, string>) => {
      await page.goto(`${server.url}en/explore?${new URLSearchParams({view: "table", ...shown})}`);
      await ready(page);
      await drawn(page, "explore", shown);
      return tableRows(page, "explore");
    };
    expect((await rowsOf({rows: "books", columns: "reads", measure: "mean"})).join()).toMatch(/Mean,[\d.]+/);
    const four = {rows: "cinema", columns: "theatre", music: "often", sings: "never"};
    await page.goto(`${server.url}en/explore?${new URLSearchParams({view: "table", ...four})}`);
    await expect
      .poll(() => page.locator("#figure-explore").innerText())
      .toContain("have not been counted by each other");
  });
});

const filesIn = (folder: string) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => relative(folder, join(parentPath, name)));

/** The clean table as it is published, a map of codes for each respondent. */
function published(site: string): Map<string, string>[] {
  const text = gunzipSync(readFileSync(join(site, "data/respondents/leisure-2014.csv.gz"))).toString();
  const [header, ...lines] = text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return lines.map((fields) => new Map(header.map((name, at) => [name, fields[at]])));
}

/** What a reader’s doing has a page fetch of data and drawing code, in bytes as a server compresses them. */
async function fetchedIn(page: Page, doing: () => Promise<void>): Promise<{bytes: number; paths: string[]}> {
  const bodies: Promise<{path: string; bytes: number}>[] = [];
  const listen = (response: Response) => {
    const path = new URL(response.url()).pathname;
    if (/^\/(data|_js\/draw)/.test(path))
      bodies.push(response.body().then((body) => ({path, bytes: gzipSync(body).length})));
  };
  page.context().on("response", listen);
  await doing();
  page.context().off("response", listen);
  const found = await Promise.all(bodies);
  return {bytes: found.reduce((sum, {bytes}) => sum + bytes, 0), paths: found.map(({path}) => path)};
}
