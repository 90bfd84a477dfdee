import {createRequire} from "node:module";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {figures} from "../src/components/figures.js";
import {pathOf} from "../src/lib/pages.js";
import {everyPage, useBrowser} from "./browser.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const widths = [390, 1280];
const schemes = ["light", "dark"] as const;
const looks = widths.flatMap((width) => schemes.map((scheme) => ({width, scheme})));
const embeds = figures.map(({id}) => ({path: `nb/embed/${id}`, lang: "nb" as const}));

describe("accessibility", () => {
  const browser = useBrowser();

  describe.each(looks)("at $width px, $scheme", ({width, scheme}) => {
    const look = {viewport: {width, height: 900}, colorScheme: scheme, bypassCSP: true};

    it.each([...everyPage, ...embeds])("axe finds nothing on /$path", async ({path}) => {
      const page = await browser.open(path, look);
      expect(await violations(page)).toEqual([]);
    });
  });

  it("axe finds nothing with everything unfolded, a note open and a choice made", async () => {
    const page = await browser.open(`${pathOf("dialogue", "nb")}?goal=year`, {bypassCSP: true});
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await page.locator("p .n").first().click();
    await page.locator(".card").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each(everyPage)(
    "/$path names its language, lets the reader zoom, and has one main heading",
    async ({path, lang}) => {
      const page = await browser.open(path);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await page.locator("meta[name=viewport]").getAttribute("content")).toBe(
        "width=device-width, initial-scale=1",
      );
      expect(await page.locator("h1").count()).toBe(1);
    },
  );

  it.each(everyPage.filter(({path}) => path))("/$path leads past the menu with the first key", async ({path}) => {
    const page = await browser.open(path);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#observablehq-main$/);
  });

  it.each(everyPage)(
    "/$path can be walked by keyboard, and focus is always seen",
    async ({path}) => {
      const page = await browser.open(path);
      const reachable = await page.evaluate(focusable);
      const unseen: string[] = [];
      const reached = new Set<string>();
      for (let step = 0; step < reachable.length + 5; step++) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(focusNow);
        if (!focus) continue;
        reached.add(focus.key);
        if (!focus.isSeen) unseen.push(focus.key);
      }
      expect(unseen).toEqual([]);
      expect(reachable.filter((key) => !reached.has(key))).toEqual([]);
    },
    240_000,
  );

  it.each(widths)("no text in a chart is under 12 px at %s px", async (width) => {
    for (const {id, page: home} of figures) {
      const page = await browser.open(pathOf(home, "en"), {viewport: {width, height: 900}});
      const sizes = await page.locator(`[data-figure=${id}] svg:visible`).evaluate(textSizes);
      expect(Math.min(...sizes), id).toBeGreaterThanOrEqual(12);
    }
  });

  it.each([320, 390, 768])("nothing but tables and code has to be scrolled sideways at %s px", async (width) => {
    for (const {path} of everyPage) {
      const page = await browser.open(path, {viewport: {width, height: 800}});
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  });

  it("a change of a chart is announced once, politely", async () => {
    const page = await browser.open(pathOf("dialogue", "en"));
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, {said});
      new MutationObserver(() => said.push(document.querySelector("#status")?.textContent ?? "")).observe(
        document.querySelector("#status") as Element,
        {childList: true, characterData: true, subtree: true},
      );
    });
    await page.locator("input[name=goal][value=year]").check();
    await page.locator("[data-figure=dialogue][data-selection*='goal=year']:not([aria-busy=true])").waitFor();
    await page.waitForTimeout(300);
    const said = await page.evaluate(() => (window as unknown as {said: string[]}).said);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("a strategy by the year’s end");
    expect(await page.locator("#status").getAttribute("role")).toBe("status");
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({path: axe});
  return page.evaluate(async () => {
    const {axe} = window as unknown as {axe: typeof import("axe-core")};
    const {violations} = await axe.run(document);
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
  });
}

/** Runs in the page: a name for every element that the tab key should reach. */
function focusable(): string[] {
  const candidates = document.querySelectorAll<HTMLElement>(
    "a[href], svg a, button, input, select, textarea, summary, [tabindex='0']",
  );
  const radios = new Set<string>();
  return [...candidates].flatMap((element, index) => {
    element.dataset.walk = String(index);
    if (!element.checkVisibility({visibilityProperty: true})) return [];
    if (element instanceof HTMLInputElement && element.type === "radio") {
      if (!element.checked || radios.has(element.name)) return [];
      radios.add(element.name);
    }
    return `${index} ${element.tagName} ${(element.textContent ?? "").slice(0, 30)}`;
  });
}

/** Runs in the page: the focused element and whether its focus can be seen. */
function focusNow(): {key: string; isSeen: boolean} | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const {outlineStyle, outlineWidth} = getComputedStyle(element);
  return {
    key: `${element.dataset.walk} ${element.tagName} ${(element.textContent ?? "").slice(0, 30)}`,
    isSeen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
  };
}

/** Runs in the page: sizes on screen of all text in a drawing, in CSS pixels. */
function textSizes(svg: SVGElement | HTMLElement): number[] {
  const drawing = svg as SVGSVGElement;
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  return [...drawing.querySelectorAll("text")]
    .filter(({textContent}) => textContent?.trim())
    .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale);
}
