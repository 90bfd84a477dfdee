import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import {figures} from "../src/components/figures.js";
import {explorerPages} from "../src/lib/pages.js";
import {type Look, looks, violationsIn} from "./support/axe.js";
import {type BuiltPage, openedPages} from "./support/browser.js";
import {brokenHeadings, pageWidth, policyOf, scriptsThatRan, textSizes, unfolded} from "./support/pageChecks.js";
import {policy} from "./support/policy.js";
import {idle} from "./support/ready.js";
import {sampled} from "./support/sampled.js";
import {type Fetched, shiftOf, useVisit} from "./support/visit.js";

/*
 * Every page is opened once, 1280 pixels wide and light, for all that only reads it; sizes and schemes are changed where
 * it stands.
 */

const inEveryLook = sampled(openedPages, {size: 3, kind: ({kind}) => /explorer|crosstab|lists/.exec(kind)?.[0]});

/** All four looks of a sample; of the rest one, by turns. */
const looksOf = (built: BuiltPage) =>
  inEveryLook.includes(built) ? looks : [looks[openedPages.indexOf(built) % looks.length]];

/** Each look with the one before it. */
const before = (all: readonly Look[]) => all.map((look, index) => ({look, former: all[index - 1]}));

const topics: readonly string[] = [...explorerPages, "success-criteria", "before-after"];

const isFont = ({kind}: Fetched) => kind === "font";
const total = (fetched: readonly Fetched[]) => fetched.reduce((sum, {bytes}) => sum + bytes, 0);

describe.each(openedPages)("/$path", (built) => {
  const {path, lang, id} = built;
  const visit = useVisit(path);
  const shown = figures.filter(({page}) => page === id);

  it("loads without a message, a failure or another host", () => {
    expect(visit.complaints).toEqual([]);
  });

  it("is light on a first visit", () => {
    const fonts = visit.fetched.filter(isFont);
    const rest = visit.fetched.filter((each) => !isFont(each));
    expect(total(rest)).toBeLessThanOrEqual(45_000);
    expect(rest.length).toBeLessThanOrEqual(10);
    expect(total(fonts)).toBeLessThanOrEqual(35_000);
    expect(fonts.length).toBeLessThanOrEqual(2);
    expect(visit.fetched.length).toBeGreaterThan(2);
  });

  it("keeps still while it loads", async () => {
    expect(await shiftOf(visit.page)).toBeLessThan(0.01);
  });

  it("names its language, lets the reader zoom, and has one main heading", async () => {
    const {page} = visit;
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    expect(await page.locator("meta[name=viewport]").getAttribute("content")).toBe(
      "width=device-width, initial-scale=1",
    );
    expect(await page.locator("h1").count()).toBe(1);
  });

  if (path)
    it("leads past the menu with the first key", async () => {
      const {page} = visit;
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#observablehq-main$/);
      await idle(page);
      expect(new URL(page.url()).pathname).toBe(`/${path}`);
    });

  it.each(before(looksOf(built)))(
    "gives axe nothing to find at $look.width px, $look.scheme",
    async ({look, former}) => {
      expect(await violationsIn(visit.page, look, former)).toEqual([]);
    },
  );

  it.each([320, 390, 768])("has nothing but tables and code to scroll sideways at %s px", async (width) => {
    const {page} = visit;
    await page.setViewportSize({width, height: 800});
    expect(await pageWidth(page)).toBeLessThanOrEqual(width);
  });

  if (shown.length > 0)
    it.each([390, 1280])("has no text in a chart under 12 px at %s px", async (width) => {
      const {page} = visit;
      await page.setViewportSize({width, height: 900});
      for (const figure of shown)
        expect(Math.min(...(await textSizes(page, figure.id))), figure.id).toBeGreaterThanOrEqual(12);
    });

  if (topics.includes(id ?? ""))
    it.each([
      [1280, 3400],
      [390, 5500],
    ])("is read to the end: at %s px wide no more than %s px high", async (width, most) => {
      const {page} = visit;
      await page.setViewportSize({width, height: 800});
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most);
    });

  it("breaks no heading of a table into letters on a narrow screen", async () => {
    const {page} = visit;
    await page.setViewportSize({width: 390, height: 850});
    expect(await brokenHeadings(page)).toEqual([]);
  });

  it("unfolded is no wider than a narrow screen, and names each region as no other", async () => {
    const {page} = visit;
    await page.setViewportSize({width: 320, height: 850});
    expect(await unfolded(page)).toEqual({width: 320, sameNames: []});
  });

  it("prints its tables and notes open, and no controls", async () => {
    const {page} = visit;
    await page.emulateMedia({media: "print"});
    for (const figure of shown) {
      const table = page.locator(`#figure-${figure.id} details.data table`);
      expect((await table.boundingBox())?.height, figure.id).toBeGreaterThan(40);
      expect(await page.locator(`#figure-${figure.id} .take`).isVisible(), figure.id).toBe(false);
    }
    for (const note of await page.locator("details.notes .note-on").all())
      expect((await note.boundingBox())?.height).toBeGreaterThan(20);
    expect(await page.locator("form.controls:visible, nav:visible").count()).toBe(0);
    await page.emulateMedia({media: "screen"});
  });

  it("allows no inline or evaluated script, and no form to be sent", async () => {
    expect(await policyOf(visit.page)).toEqual(policy);
    expect(await scriptsThatRan(visit.page)).toEqual([]);
  });

  it("fetches what draws when a reader comes near what can be changed, and nowhere else", async () => {
    const {page} = visit;
    const forDrawing = (paths: readonly string[]) => paths.filter((each) => /\/_js\/draw-|\/data\//.test(each));
    expect(forDrawing(visit.fetched.map((each) => each.path))).toEqual([]);
    const changing = shown.find((figure) => figure.choices(facts).length > 0);
    if (changing) {
      await page.locator(`[data-figure=${changing.id}]`).scrollIntoViewIfNeeded();
      await expect.poll(() => forDrawing(visit.asked).length, {timeout: 20_000}).toBeGreaterThan(1);
    } else {
      await page.evaluate(() => scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"}));
      await page.keyboard.press("Tab");
      await idle(page);
      expect(forDrawing(visit.asked)).toEqual([]);
    }
  });
});
