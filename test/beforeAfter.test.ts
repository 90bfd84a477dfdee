import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {useBrowser} from "./support/browser.js";
import {drawn} from "./support/explorerPage.js";

describe("the picture of before and after", () => {
  const browser = useBrowser();
  const choices = [
    {},
    ...["NO", "SE", "DK", "FI"].map((country) => ({country})),
    ...["municipalities", "countyAuthorities", "residents"].map((body) => ({body})),
    ...["twitter", "facebook"].map((channel) => ({channel})),
  ];

  it.each([1280, 390])("has a number at every point, and no word over another, %i px wide", async (width) => {
    const page = await browser.open("en/before-after.html");
    await page.setViewportSize({width, height: 844});
    for (const choice of choices) {
      await chosen(page, choice);
      const {dots, numbers, collisions} = await page.evaluate(looksOf);
      const name = JSON.stringify(choice);
      expect(collisions, name).toEqual([]);
      expect(numbers, name).toBe(dots);
      expect(dots, name).toBeGreaterThan(0);
    }
  });

  it("shows the climb of Norwegian municipalities: from 49 to 82 is a fifth of a panel’s height or more", async () => {
    const page = await browser.open("en/before-after.html");
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 844});
      const [low, high, years] = await page.evaluate(() => {
        const svg = [...document.querySelectorAll(".drawing > svg")].find((each) => each.clientWidth > 0);
        const at = (text: string) =>
          [...(svg?.querySelectorAll("svg:nth-of-type(2) text") ?? [])]
            .find((each) => each.textContent?.trim() === text)
            ?.getBoundingClientRect() ?? new DOMRect();
        return [at("49").bottom, at("82").bottom, at("82").left - at("49").left];
      });
      expect(low - high).toBeGreaterThan(45);
      expect((low - high) / years).toBeGreaterThan(0.35);
    }
  });
});

async function chosen(page: Page, choice: Readonly<Record<string, string>>): Promise<void> {
  for (const key of ["country", "body", "channel"])
    await page.selectOption(`[data-controls=before-after] select[name=${key}]`, choice[key] ?? "all");
  await drawn(page, "before-after", choice);
}

/** Points and ranges, numbers, and the labels that cover each other: in the drawing of this width. */
function looksOf() {
  const svg = [...document.querySelectorAll("[data-figure=before-after] .drawing > svg")].find(
    (each) => each.clientWidth > 0,
  );
  const texts = [...(svg?.querySelectorAll("text") ?? [])].filter((each) => each.textContent?.trim());
  const boxes = texts.map((each) => ({text: each.textContent ?? "", box: each.getBoundingClientRect()}));
  const collisions = boxes.flatMap(({text, box}, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 5,
      )
      .map((other) => `${text} / ${other.text}`),
  );
  const dots = svg?.querySelectorAll("circle, g[stroke-width='10'] > path").length ?? 0;
  return {dots, numbers: svg?.querySelectorAll("a text").length ?? 0, collisions};
}
