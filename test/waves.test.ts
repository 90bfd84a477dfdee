import {rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve/serve.js";
import {looks, violations} from "./support/axe.js";
import {useBrowser} from "./support/browser.js";
import {buildIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";
import {drawn, partText, pick, tableRows, taken, tick} from "./support/explorerPage.js";
import {outputIn} from "./support/handedIn.js";
import {pageWidth} from "./support/pageChecks.js";
import {ready} from "./support/ready.js";
import {layWaveSurvey} from "./support/waveSurvey.js";

/*
 * The site of a survey in three waves, which a reader looks through and takes along.
 */
describe("the site of a survey in waves", () => {
  const browser = useBrowser();
  const folder = copyProject();
  let site: ReturnType<typeof outputIn>;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    layWaveSurvey(join(folder, "readers"));
    expect(buildIn(folder, {SURVEY: "readers"})).toMatchObject({status: 0, stderr: ""});
    site = outputIn(join(folder, output));
    server = await serve(join(folder, output), 0);
  });
  afterAll(() => {
    server?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  async function open(path: string, options = {}) {
    const page = await browser.blank(options);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", ({message}) => complaints.push(message));
    await page.goto(`${server.url}${path}`);
    await ready(page);
    return {page, complaints};
  }

  it("has a trend to choose, by a group and of some, at an address of its own, in both languages", async () => {
    const {page, complaints} = await open("nb/explore.html?rows=reads");
    await page.locator(".tabs label", {hasText: "Utvikling"}).click();
    await drawn(page, "explore", {view: "trend", rows: "reads"});
    expect(await partText(page, "explore", "title")).toMatch(
      /^\d+ prosent \(\d+–\d+\) leste hver dag i 2015, \d+ prosentpoeng flere enn i 2011 \(\d+ til \d+; p . 0,\d+\)$/,
    );
    await pick(page, "columns", "region");
    await tick(page, "trust", "much");
    await drawn(page, "explore", {view: "trend", columns: "region", trust: "much"});
    expect(await partText(page, "explore", "title")).toMatch(/leste hver dag, fra 2013 til 2015: «Nord».*«Sør»/);
    const {page: same} = await open(new URL(page.url()).pathname.slice(1) + new URL(page.url()).search);
    await drawn(same, "explore", {view: "trend", columns: "region"});
    expect(await partText(same, "explore", "title")).toBe(await partText(page, "explore", "title"));
    const {page: english} = await open(`en/explore.html${new URL(page.url()).search}`);
    await drawn(english, "explore", {view: "trend", columns: "region"});
    const numbers = (rows: string[][]) => rows.map((cells) => cells.join(" ").match(/\d+(?=\s?%)/g));
    expect(numbers(await tableRows(english, "explore"))).toEqual(numbers(await tableRows(page, "explore")));
    expect(complaints).toEqual([]);
  });

  it("gives its trend as picture, table and R code, and embedded", async () => {
    const search = "view=trend&rows=reads&columns=none";
    const {page} = await open(`en/explore.html?${search}`);
    await drawn(page, "explore", {view: "trend", rows: "reads"});
    const csv = await taken(page, "explore", "csv");
    expect(csv.name).toBe("reading-by-wave-trend.csv");
    const daily = csv.bytes
      .toString("utf8")
      .split("\r\n")
      .filter((line) => line.includes("Daily"));
    expect(daily.map((line) => /2011|2013|2015|All/.exec(line.split("Daily")[1])?.[0])).toEqual(
      expect.arrayContaining(["2011", "2013", "2015"]),
    );
    expect((await taken(page, "explore", "svg")).bytes.toString("utf8")).toMatch(/2011[\s\S]*Daily/);
    expect((await taken(page, "explore", "R")).bytes.toString("utf8")).toContain("wave");
    const {page: embed, complaints} = await open(`en/embed/explore.html?${search}`);
    await drawn(embed, "explore", {view: "trend"});
    expect(await embed.locator("[data-figure=explore] svg:visible text", {hasText: "2013"}).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it("is accessible, and fits a phone", async () => {
    const {page, complaints} = await open("nb/explore.html?view=trend&rows=borrows&columns=region");
    await drawn(page, "explore", {view: "trend"});
    for (const {width, scheme} of [looks[0], looks[looks.length - 1]]) {
      await page.setViewportSize({width, height: 850});
      await page.emulateMedia({colorScheme: scheme});
      expect(await violations(page), `${width} ${scheme}`).toEqual([]);
      expect(await pageWidth(page)).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
  });

  it("breaks its theme down by wave at first, and says of a question in which waves it was asked", () => {
    const theme = site.page("en/channels.html");
    const [head] = [...theme.querySelectorAll("table.crosstab thead")].map(({textContent}) => textContent);
    expect(head).toMatch(/Wave.*2011.*2013.*2015/s);
    expect(site.page("en/method.html").querySelector("#waves")?.textContent).toContain("How waves are compared");
    const codebook = site.page("en/codebook.html").querySelector("main")?.textContent ?? "";
    expect(codebook).toMatch(/In which wave of the survey/);
    expect(codebook).toContain("All waves are counted as one here");
    expect(codebook).not.toContain("Wave: the commonest");
    const quality = site.page("en/data-quality.html").querySelector("main")?.textContent ?? "";
    expect(quality).toContain("2013: reads");
    expect(quality).toMatch(/one for each wave.*2011\s*221\s*2013\s*263\s*2015\s*240.*The files have 724 rows/s);
    const titles = [site.page("en/index.html"), site.page("nb/index.html")].map(({body}) => body.textContent);
    expect(titles[0]).toContain("answered in 3 waves, March 2011–March 2015");
    expect(titles[0]).toContain(
      "A larger share read every day in 2015 than in 2011: 46% against 27%, a significant trend over time",
    );
    expect(titles[1]).toContain(
      "En større andel leste hver dag i 2015 enn i 2011: 46 mot 27 prosent, en signifikant trend over tid",
    );
  });
});
