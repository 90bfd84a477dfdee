import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {drawn} from "./support/explorerPage.js";
import {idle} from "./support/ready.js";

const browser = useBrowser();

it("the profile of the self-check is printed with what was ticked", async () => {
  const shown = await browser.open(`${pathOf("success-criteria", "nb")}#criteria=2.7`);
  await shown.emulateMedia({media: "print"});
  expect(await shown.locator("[data-profile]").innerText()).toMatch(/^Dere har 2 av 8 på plass/);
  expect(await shown.locator("[data-print]").isVisible()).toBe(false);
});

/** A reader moves about: what cuts tables for paper is fetched then. */
async function movesAbout(page: Page): Promise<void> {
  await page.mouse.move(300, 300);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({name}) => /printParts/.test(name)));
  await idle(page);
}

/** Pixels between the margins of a sheet of A4, which the style sets. */
const a4 = {width: 702, height: 1016};

describe("on paper", () => {
  /** Puts a page on a sheet, as a browser does that is about to print it. */
  async function onPaper(page: Page): Promise<Page> {
    await movesAbout(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({media: "print"});
    await page.setViewportSize(a4);
    return page;
  }

  const beyondTheSheet = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("table, td, th, svg, figcaption, p")]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
        .map(({outerHTML}) => outerHTML.slice(0, 80)),
    );

  it("a table of nineteen counties stands in parts, each with the heads of its rows, and no column is cut", async () => {
    const chosen = {rows: "channels", columns: "county", view: "table"};
    const page = await browser.open(`${pathOf("explore", "nb")}?${new URLSearchParams(chosen)}`);
    await drawn(page, "explore", chosen);
    const columns = () =>
      page
        .locator("[data-figure=explore] table")
        .filter({visible: true})
        .evaluateAll((tables) =>
          (tables as HTMLTableElement[]).map((table) =>
            [...(table.tHead?.rows[1].cells ?? [])].map((cell) => (cell.firstChild?.textContent ?? "").trim()),
          ),
        );
    const [whole] = await columns();
    await onPaper(page);
    const parts = await columns();
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(([head]) => head)).toEqual(parts.map(() => whole[0]));
    expect(parts.flatMap(([, ...rest]) => rest)).toEqual(whole.slice(1));
    expect(await beyondTheSheet(page)).toEqual([]);
    expect(await page.locator("button, select, .rail, .tabs, .take").filter({visible: true}).count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({media: null});
    expect(await columns()).toEqual([whole]);
  });

  it("a table is whole without scripts", async () => {
    const page = await browser.open(pathOf("explore", "en"), {javaScriptEnabled: false});
    await page.emulateMedia({media: "print"});
    await page.setViewportSize(a4);
    expect(await page.locator("[data-figure=explore] table").isVisible()).toBe(true);
    expect(await beyondTheSheet(page)).toEqual([]);
  });

  it("a picture that is higher than a sheet stands in parts that are not", async () => {
    const page = await onPaper(await browser.open(pathOf("before-after", "nb")));
    const drawing = page.locator("figure svg").filter({visible: true});
    const heights = await drawing.evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(1);
    expect(Math.max(...heights)).toBeLessThan(a4.height - 100);
    expect(await beyondTheSheet(page)).toEqual([]);
  });

  it("a figure is printed alone", async () => {
    const page = await browser.open(pathOf("explore", "nb"));
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.locator("details.take > summary").click();
    await page.locator("[data-act=print]").click();
    await page.waitForSelector(".printing-one");
    await onPaper(page);
    expect(await page.locator("[data-figure=explore] svg").filter({visible: true}).count()).toBe(1);
    expect(await page.locator("h1, h2:not(.title)").filter({visible: true}).count()).toBe(0);
  });

  it("nineteen counties take no page that is nearly empty", async () => {
    const page = await browser.open(`${pathOf("explore", "nb")}?rows=channels&columns=county&view=table`);
    await movesAbout(page);
    const pdf = (await page.pdf({format: "A4", preferCSSPageSize: true})).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
  });
});
