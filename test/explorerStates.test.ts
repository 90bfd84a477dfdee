import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {crosstab} from "../src/components/figures/crosstab.js";
import {exploredPages} from "../src/lib/explore/pages.js";
import {pathOf} from "../src/lib/pages.js";
import {violations} from "./axe.js";
import {useBrowser} from "./browser.js";
import {drawn, plain, tableRows, tick} from "./explorerPage.js";

const languages = ["nb", "en"] as const;

/** Every page of the explorer, and what it draws. */
const explorers = [
  ...exploredPages.map(({page}) => ({page, shown: [`${page}-answers`, `${page}-map`]})),
  {page: crosstab.page, shown: ["crosstab", "silence"]},
];

/** States that the journeys of a reader lead to. */
const states: {state: string; path: string; figure: string; chosen: Record<string, string>; more?: Act}[] = [
  state("filtered, by a group", "nb", "adoption", "?by=size&size=under2000.2000to4999&county=03.12"),
  state("another answer, by county", "en", "dialogue", "?by=county"),
  state("nobody left", "nb", "adoption", "?county=03&kind=countyAuthority"),
  state("one respondent", "en", "adoption", "?county=03&by=strategy"),
  state("a parameter refused", "nb", "channels", "?county=03.99"),
  state("filters, tables and files unfolded, a view saved", "en", "strategy", "?size=under2000", unfoldAll),
  state("a filter open", "nb", "challenges", "?size=under2000", (page) =>
    page.locator("[data-key=county] > summary").click(),
  ),
  state("stacked, by a question", "en", "crosstab", "?columns=uses_now&chart=stacked"),
  state("grouped bars with letters", "nb", "crosstab", "?rows=challenges&columns=strategy&chart=grouped&letters=on"),
  state("a heat map of counties", "en", "crosstab", "?rows=experience&columns=county&chart=heat"),
  state(
    "a count, a net and a layer",
    "nb",
    "crosstab",
    "?measure=count&layer=uses_now-yes&net=strategy-later.strategy-none",
  ),
  state("a mean", "en", "crosstab", "?rows=facebook_pages&measure=mean"),
  state("refused", "nb", "crosstab", "?measure=mean"),
  state("nobody left, empty lines hidden", "en", "crosstab", "?county=03&kind=countyAuthority&empty=hide"),
];

type Act = (page: Page) => Promise<unknown>;

function state(name: string, lang: "nb" | "en", page: (typeof explorers)[number]["page"], search: string, more?: Act) {
  const chosen = Object.fromEntries(new URLSearchParams(search.replace(".99", "")));
  const figure = page === "crosstab" ? page : `${page}-answers`;
  return {state: name, path: `${pathOf(page, lang)}${search}`, figure, chosen, more};
}

const patient = {timeout: 20_000};

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details:not(.boxes)"))
      (details as HTMLDetailsElement).open = true;
  });
  await expect
    .poll(async () => {
      await page.locator("[data-views-do=save]").click();
      return page.locator("[data-views] li").count();
    }, patient)
    .toBe(1);
}

describe("an explorer", () => {
  const browser = useBrowser();

  it.each(states)("is accessible at 390 and 1280 px, light and dark: $state", async ({path, figure, chosen, more}) => {
    const page = await browser.open(path, {bypassCSP: true});
    await drawn(page, figure, chosen);
    await more?.(page);
    const found: Record<string, string[]> = {};
    for (const width of [1280, 390])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({width, height: 900});
        await page.emulateMedia({colorScheme});
        found[`${width} ${colorScheme}`] = await violations(page);
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
        if (scrolled > width) found[`${width} ${colorScheme}`].push(`scrolls sideways: ${scrolled}`);
      }
    expect(found).toEqual({"1280 light": [], "1280 dark": [], "390 light": [], "390 dark": []});
  });

  it("draws at the other width what was chosen at the first", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    await tick(page, "county", "12");
    await drawn(page, "adoption-answers", {county: "12"});
    await page.setViewportSize({width: 390, height: 900});
    const drawing = page.locator("[data-figure=adoption-answers] svg:visible");
    await drawing.waitFor();
    expect(await drawing.getAttribute("aria-label")).toBe(
      "A dot with its interval on a line from 0 to 100 for each response. Of a hundred: Yes 59; No 41.",
    );
  });
});

describe("an explorer without JavaScript", () => {
  const browser = useBrowser();
  const withoutScripts = {javaScriptEnabled: false};

  it.each(explorers.flatMap((each) => languages.map((lang) => ({...each, lang}))))(
    "has on the page $page ($lang) its pictures and tables, and no control that does nothing",
    async ({page: home, shown, lang}) => {
      const page = await browser.open(pathOf(home, lang), withoutScripts);
      for (const id of shown) {
        const figure = page.locator(`#figure-${id}`);
        expect(await figure.locator("svg:visible").count(), id).toBe(1);
        expect(await figure.locator("details.data").getAttribute("open"), id).not.toBeNull();
        const rows = figure.locator("[data-part=table] tbody tr:visible");
        expect(await rows.count(), id).toBeGreaterThan(1);
        expect(plain((await rows.first().innerText()) ?? "")).toMatch(/\d/);
        await figure.locator("details.take > summary").click();
        expect(await figure.locator("[data-take]:visible").count(), id).toBeGreaterThan(6);
        expect(await figure.locator(".pending:visible, [data-act]:visible").count(), id).toBe(0);
      }
      expect(await page.locator("main :is(input, select, button):visible").count()).toBe(0);
    },
  );

  it.each(explorers)(
    "leads from the numbers of the page $page to their lines of the table",
    async ({page: home, shown}) => {
      const page = await browser.open(pathOf(home, "en"), withoutScripts);
      for (const id of shown) {
        const targets = await page
          .locator(`#figure-${id} svg:visible a`)
          .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? link.getAttribute("xlink:href")));
        expect(targets.length, id).toBeGreaterThan(1);
        for (const target of targets)
          expect(await page.locator(`#figure-${id} [id="${target?.slice(1)}"]`).count()).toBe(1);
      }
    },
  );

  it("has a crosstab with intervals, its base and its test", async () => {
    const page = await browser.open(pathOf("crosstab", "en"), withoutScripts);
    expect((await tableRows(page, "crosstab")).slice(1)).toEqual([
      ["Strategy for social media", "All", ...sizes],
      ["Yes, it is in place", "30%", "28%", "32%", "31%", "32%", "27%"],
      ["No, but it will come by the end of 2011", "16%", "17%", "15%", "16%", "13%", "18%"],
      ["No, but it will come later", "27%", "28%", "27%", "26%", "29%", "27%"],
      ["No, and no plans", "27%", "28%", "27%", "27%", "26%", "27%"],
      ["Number that answered (n)", "270", "58", "82", "88", "31", "11"],
      ["Units they stand for", "448", "96", "136", "147", "51", "18"],
    ]);
    const table = page.locator("[data-figure=crosstab] [data-part=table]");
    expect(await table.locator("small").first().innerText()).toBe("27–34");
    expect(await table.innerText()).toContain("Rao–Scott");
  });

  it.each(explorers.flatMap((each) => languages.map((lang) => ({...each, lang}))))(
    "lets a reader download from the page $page ($lang), and every link answers with its file",
    async ({page: home, shown, lang}) => {
      const page = await browser.open(pathOf(home, lang), withoutScripts);
      for (const id of shown) {
        const links = await page
          .locator(`#figure-${id} [data-take]`)
          .evaluateAll((each) =>
            (each as HTMLAnchorElement[]).map(({href, dataset}) => ({href, format: dataset.take ?? ""})),
          );
        const formats = links.map(({format}) => format);
        expect(formats, id).toEqual(expect.arrayContaining(["svg", "png", "csv", "json", "txt", "bib", "ris"]));
        if (id !== "silence") expect(formats, id).toEqual(expect.arrayContaining(["xlsx", "jsonstat", "R"]));
        for (const {href, format} of links) {
          const response = await page.request.get(href);
          expect(response.status(), href).toBe(200);
          expect((await response.body()).toString("latin1"), href).toMatch(signs[format]);
        }
      }
    },
  );
});

const sizes = [
  "Under 2,000 inhabitants",
  "2,000–4,999 inhabitants",
  "5,000–19,999 inhabitants",
  "20,000 inhabitants or more",
  "County authorities",
];

/** What a file of each format begins with, or holds. */
const signs: Record<string, RegExp> = {
  svg: /^<svg[\s\S]*<\/svg>\s*$/,
  png: /^.PNG/,
  csv: /^\u00ef\u00bb\u00bf(data|figure),/,
  json: /^\{\s*"figure"/,
  txt: /BETA\.KOMM/,
  bib: /^@misc\{/,
  ris: /^TY {2}- /,
  xlsx: /^PK[\s\S]*xl\/worksheets\/sheet2\.xml/,
  jsonstat: /^\{\s*"version": "2\.0"/,
  R: /^# [\s\S]*library\(survey\)/,
};
