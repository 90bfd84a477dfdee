import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import type {Lang} from "../src/lib/language/text.js";
import {pathOf} from "../src/lib/pages.js";
import {violations} from "./support/axe.js";
import {useBrowser} from "./support/browser.js";
import {drawn, plain, searchOf} from "./support/explorerPage.js";

const chart = (page: Page) => page.locator("[data-figure=explore] svg.plot:visible");
const card = (page: Page) => page.locator(".chart-card");
const name = (page: Page) => chart(page).locator('a[data-choose="size=under2000"]').first();
const number = (page: Page) => chart(page).locator('a[href="#row-explore-2"]:not([data-choose])');
const text = async (place: Locator) => plain(await place.innerText());

const said: Record<Lang, RegExp> = {
  nb: /Under 2 000 innbyggere Ja, den er på plass 27 % \(intervall 20–35\) konstruerte svar, av 58 som svarte Trykk for å vise bare disse$/,
  en: /Under 2,000 inhabitants .* 27% \(interval 20–35\) made-up respondents, of 58 that answered Press to show only these$/,
};

describe("the card of a number in a picture", () => {
  const browser = useBrowser();

  /** The page when what the card needs is there: the numbers have got their sentences. */
  async function open(lang: Lang, options = {}): Promise<Page> {
    const page = await browser.open(pathOf("explore", lang), options);
    await page.mouse.move(2, 2);
    await page.keyboard.press("Shift");
    await chart(page).scrollIntoViewIfNeeded();
    await chart(page).locator("a[aria-label]").first().waitFor({state: "attached"});
    return page;
  }

  it.each(["nb", "en"] as const)(
    "says what the table says, stays under the pointer, and goes by Escape (%s)",
    async (lang) => {
      const page = await open(lang);
      await number(page).hover();
      await card(page).waitFor();
      expect(await text(card(page))).toMatch(said[lang]);
      await card(page).hover();
      await page.waitForTimeout(400);
      expect(await card(page).isVisible()).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await card(page).isVisible()).toBe(false);
      await number(page).hover();
      await card(page).waitFor();
      await page.mouse.move(2, 2);
      await card(page).waitFor({state: "hidden"});
    },
  );

  it("is reached by keys: one tab stop, arrows, Home and End, and Enter filters where the focus is", async () => {
    const page = await open("nb");
    expect(await chart(page).locator('a[tabindex="0"]').count()).toBe(1);
    expect(await chart(page).locator('a:not([tabindex="-1"])').count()).toBe(1);
    await chart(page).locator('a[tabindex="0"]').focus();
    await page.keyboard.press("Home");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const first = await focused();
    await page.keyboard.press("ArrowDown");
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe(first);
    await page.keyboard.press("End");
    expect(await focused()).not.toBe(first);
    await name(page).focus();
    await page.keyboard.press("ArrowRight");
    expect(plain((await focused()).replaceAll(". ", " "))).toMatch(said.nb);
    await card(page).waitFor();
    await page.keyboard.press("Enter");
    await drawn(page, "explore", {size: "under2000"});
    expect(new URL(page.url()).hash).toBe("");
    expect(await page.evaluate(() => document.activeElement?.closest("svg.plot") !== null)).toBe(true);
    await expect.poll(() => text(card(page))).toBe(plain((await focused()).replaceAll(". ", " ")));
  });

  it("is shown by a touch, with a button that filters", async () => {
    const page = await open("nb", {hasTouch: true, viewport: {width: 390, height: 844}});
    await number(page).tap();
    await card(page).waitFor();
    expect(searchOf(page)).not.toContain("size=under2000");
    expect(new URL(page.url()).hash).toBe("");
    const box = await card(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    await card(page).getByRole("button", {name: "Vis bare Under 2 000 innbyggere"}).tap();
    await drawn(page, "explore", {size: "under2000"});
    expect(await card(page).isVisible()).toBe(false);
  });
});
