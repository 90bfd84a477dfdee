import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {violations} from "./support/axe.js";
import {everyPage, goTo, useBrowser} from "./support/browser.js";
import {builtFiles, builtPage} from "./support/builtPage.js";
import {drawn, listen} from "./support/explorerPage.js";
import {idle} from "./support/ready.js";
import {sampled} from "./support/sampled.js";

describe("accessibility", () => {
  const browser = useBrowser();

  it("axe finds nothing with everything unfolded, a note open and a choice made", async () => {
    const page = await browser.open(`${pathOf("dialogue", "nb")}?goal=year`);
    // Not by pressing: an open list of actions lies over those under it.
    for (const details of await page.locator("main details:not(.boxes)").all())
      await details.evaluate((element: HTMLDetailsElement) => {
        element.open = true;
      });
    await page.locator("p .n").first().click();
    await page.locator(".card").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each(sampled(everyPage, {size: 0, kind: ({kind}) => kind}))(
    "/$path can be walked by keyboard, and focus is always seen",
    async ({path}) => {
      const page = await browser.open(path);
      const reachable = await page.evaluate(focusable);
      const {reached, unseen} = await walked(page, reachable.length + 20);
      expect(unseen).toEqual([]);
      expect(reachable.filter((key) => !reached.has(key))).toEqual([]);
    },
  );

  it("every table that can be wider than the screen is reached and scrolled by keyboard, and has a name", () => {
    const scrolled = builtFiles(".html").flatMap((file) => [...builtPage(file).querySelectorAll("main .scroll")]);
    expect(scrolled.length).toBeGreaterThan(40);
    for (const {attributes, outerHTML} of scrolled) {
      expect(attributes.getNamedItem("tabindex")?.value, outerHTML.slice(0, 200)).toBe("0");
      expect(attributes.getNamedItem("role")?.value, outerHTML.slice(0, 200)).toBe("region");
      expect(attributes.getNamedItem("aria-label") ?? attributes.getNamedItem("aria-labelledby")).not.toBeNull();
    }
  });

  it("a change of a chart is announced once, politely", async () => {
    const page = await browser.open(pathOf("dialogue", "en"));
    const told = await listen(page);
    await page.locator("input[name=goal][value=year]").check();
    await drawn(page, "dialogue", {goal: "year"});
    await idle(page);
    const said = await told();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("a strategy by year-end");
    expect(await page.locator("#status").getAttribute("role")).toBe("status");
  });

  it("keeps apart, in the reader’s own colours, the view that is chosen and how numbers are known", async () => {
    const page = await browser.open(pathOf("explore", "en"), {forcedColors: "active"});
    const edges = await page
      .locator(".tabs label")
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).borderBottomColor));
    expect(new Set(edges.slice(1)).size).toBe(1);
    expect(edges[0]).not.toBe(edges[1]);
    await goTo(page, pathOf("strategy", "en"));
    const marks = await page.locator("#figure-strategy-gap .rank").evaluateAll((ranks) =>
      ranks.map((rank) => {
        const {backgroundColor, borderLeftColor} = getComputedStyle(rank, "::before");
        return `${backgroundColor} ${borderLeftColor}`;
      }),
    );
    expect(new Set(marks).size).toBe(2);
  });

  it("has no bar over the page when it is magnified four times", async () => {
    const page = await browser.open(pathOf("explore", "en"), {viewport: {width: 320, height: 256}});
    expect(await page.locator(".bar").evaluate((bar) => getComputedStyle(bar).position)).toBe("static");
  });
});

/** What the tab key reaches in so many steps, and where the focus could not be seen. */
async function walked(page: Page, steps: number): Promise<{reached: Set<string>; unseen: string[]}> {
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(focusNow);
    if (!focus) continue;
    reached.add(focus.key);
    if (!focus.isSeen) unseen.push(focus.key);
  }
  return {reached, unseen};
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
    if (element.matches("[data-explores] svg a")) return []; // one stop for all, with arrow keys inside
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
