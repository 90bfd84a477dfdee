import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {quantities} from "../site/facts.js";
import {stepNames} from "../src/components/figures/shared/hundredStates.js";
import {outwardOf100} from "../src/lib/language/format.js";
import {pathOf} from "../src/lib/pages.js";
import {goTo, useBrowser} from "./support/browser.js";
import {observeShifts, shiftOf} from "./support/visit.js";

const browser = useBrowser();
const without = quantities.get("uses-without-strategy");
if (!without) throw new Error("no bounds of use without a strategy");
const limits = outwardOf100(without);

/** Scrolls, as a wheel does, until the words of a step are well in sight. */
async function comeTo(page: Page, step: number): Promise<void> {
  await page
    .locator(".step-words")
    .nth(step)
    .evaluate((words) => {
      scrollTo({top: scrollY + words.getBoundingClientRect().top - innerHeight * 0.55, behavior: "instant"});
    });
}

type Box = {x: number; y: number; width: number; height: number};

async function boxOf(what: Locator): Promise<Box> {
  const box = await what.boundingBox();
  if (!box) throw new Error("not in sight");
  return box;
}

/** What the picture that moves shows once it stands: looks of squares, dots, and words. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const svg = [...document.querySelectorAll(".stage .drawing > svg")].find((each) => each.checkVisibility());
    const styleOf = (each: Element) => getComputedStyle(each);
    const round = (place: string) => `${Math.round(Number.parseFloat(place) * 10) / 10}px`;
    const opaque = (each: Element) => Number(styleOf(each).opacity) > 0.99;
    return {
      places: [...(svg?.querySelectorAll(".squares > rect") ?? [])].map(
        (each) => `${round(styleOf(each).x)} ${round(styleOf(each).y)}`,
      ),
      fills: [...(svg?.querySelectorAll(".squares > rect") ?? [])].map((each) => styleOf(each).fill),
      dots: [...(svg?.querySelectorAll(".dots > circle") ?? [])].filter(opaque).map((each) => round(styleOf(each).cx)),
      words: [...(svg?.querySelectorAll(".words") ?? [])].filter(opaque).map((each) => each.textContent),
    };
  });

/** The same of the still of a step. */
const still = (page: Page, step: number) =>
  page.evaluate((at) => {
    const found = document.querySelectorAll(".step")[at].querySelectorAll(".still .drawing > svg");
    const svg = [...found].find((each) => each.checkVisibility());
    const styleOf = (each: Element) => getComputedStyle(each);
    return {
      places: [...(svg?.querySelectorAll(".squares > rect") ?? [])].map(
        (each) => `${each.getAttribute("x")}px ${each.getAttribute("y")}px`,
      ),
      fills: [...(svg?.querySelectorAll(".squares > rect") ?? [])].map((each) => styleOf(each).fill),
      dots: [...(svg?.querySelectorAll(".dots > circle") ?? [])].map(
        (each) => `${Math.round(Number(each.getAttribute("cx")) * 10) / 10}px`,
      ),
      words: [[...(svg?.querySelectorAll(".spans, .labels") ?? [])].map((each) => each.textContent).join("")],
    };
  }, step);

describe.each([
  {lang: "nb", width: 1280, height: 800},
  {lang: "en", width: 390, height: 844},
] as const)("the story in $lang at $width px", ({lang, width, height}) => {
  const viewport = {width, height};
  const path = pathOf("index", lang);

  it("moves one picture from step to step, down and up, and nothing else", async () => {
    const page = await browser.blank({viewport});
    await observeShifts(page);
    await goTo(page, path);
    for (const at of [0, 1, 2, 3, 4, 5, 4, 1]) {
      await comeTo(page, at);
      await expect.poll(() => page.locator(".stage").getAttribute("data-step")).toBe(stepNames[at]);
      const wanted = await still(page, at);
      await expect.poll(() => shown(page), {timeout: 5000}).toEqual(wanted);
      expect(wanted.places).toHaveLength(100);
      const [stage, words] = await Promise.all(
        [".stage .picture", ".step-words h3"].map((what, each) =>
          page
            .locator(what)
            .nth(each === 0 ? 0 : at)
            .boundingBox(),
        ),
      );
      expect(stage?.y ?? -1, stepNames[at]).toBeGreaterThanOrEqual(-1);
      expect((stage?.y ?? 0) + (stage?.height ?? 0), stepNames[at]).toBeLessThanOrEqual(words?.y ?? 0);
    }
    expect(await shiftOf(page)).toBeLessThan(0.01);
  });

  it("keeps the headline’s picture on the first screen", async () => {
    const page = await browser.open(path, {viewport});
    const box = await page.locator("#figure-of-a-hundred svg:visible").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
  });

  it("has a bar in the headline’s picture that is dragged along, and says what follows", async () => {
    const page = await browser.open(path, {viewport});
    const slider = page.locator("#figure-of-a-hundred input[type=range]");
    const bar = page.locator("#figure-of-a-hundred svg:visible .spans > rect").last();
    const title = page.locator("#figure-of-a-hundred .title");
    const [track, before, known] = [await boxOf(slider), await boxOf(bar), await title.textContent()];
    const isAcross = track.width > track.height;
    const along = ({x, y}: Box) => (isAcross ? x : y);
    expect(Math.abs(along(before) - along(track))).toBeLessThan(2);
    const way = 0.25 * Math.max(track.width, track.height);
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    for (const part of [0.5, 1])
      await page.mouse.move(
        before.x + before.width / 2 + (isAcross ? part * way : 0),
        before.y + before.height / 2 + (isAcross ? 0 : part * way),
      );
    await page.mouse.up();
    const moved = await slider.inputValue();
    await expect.poll(() => title.textContent()).toContain(` ${moved} `);
    expect(await title.textContent()).not.toBe(known);
    expect(Math.abs(along(await boxOf(bar)) - along(before) - way)).toBeLessThan(8); // to a whole square
    expect(new URL(page.url()).searchParams.get("without")).toBe(moved);
    expect(await page.locator("#figure-of-a-hundred .hint").isVisible()).toBe(false);
  });

  it("stands in stills where motion is not wanted", async () => {
    const page = await browser.open(path, {viewport, reducedMotion: "reduce"});
    await comeTo(page, 3);
    await page.waitForFunction(() => document.querySelector(".stage"));
    expect(await page.locator(".stage").isVisible()).toBe(false);
    const opacities = await page
      .locator(".step .still")
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).opacity));
    expect(opacities).toEqual(stepNames.map(() => "1"));
  });

  it("tells every step without scripts, with its picture and its words, and the limits", async () => {
    const page = await browser.open(path, {viewport, javaScriptEnabled: false});
    for (const [at, name] of stepNames.entries()) {
      const step = page.locator(".step").nth(at);
      expect(await step.locator(`[data-still=${name}] svg:visible`).getAttribute("aria-label")).toMatch(/\d/);
      expect(await step.locator(".step-words").innerText()).toMatch(/\d/);
    }
    expect(await page.locator(".guess form").isVisible()).toBe(false);
    expect(await page.locator(".limits-scale").isVisible()).toBe(true);
    expect(await page.locator(".answer p").innerText()).toContain(String(limits.low));
  });
});

describe("a guess", () => {
  const open = async (options = {}) => {
    const page = await browser.open(pathOf("index", "en"), options);
    await comeTo(page, 2);
    await page.waitForFunction(() => document.querySelector(".story.moving"));
    return page;
  };
  const verdict = (page: Page) => page.locator(".verdict").innerText();

  it("is made by keyboard, set against the limits, and kept after a reload", async () => {
    const page = await open();
    const asked: string[] = [];
    expect(await page.locator(".limits-scale").isVisible()).toBe(false);
    await page.locator("#guess").focus();
    await page.keyboard.press("Home");
    for (let presses = 0; presses < 10; presses++) await page.keyboard.press("ArrowRight");
    expect(await page.locator(".guess output").innerText()).toBe("10");
    page.on("request", (request) => asked.push(request.url()));
    await page.keyboard.press("Enter");
    expect(await page.locator(".limits-scale").isVisible()).toBe(true);
    expect(await verdict(page)).toContain("10: it cannot be so few");
    expect(asked).toEqual([]);
    await page.reload();
    await comeTo(page, 2);
    await expect.poll(() => verdict(page)).toContain("10");
    expect(await page.locator(".limits-scale .mark").getAttribute("x1")).toBe("10%");
  });

  it("need not be made to see the answer", async () => {
    const page = await open();
    await page.locator(".answer > summary").click();
    expect(await page.locator(".limits-scale").isVisible()).toBe(true);
    expect(await page.locator(".limits-scale .mark").isVisible()).toBe(false);
    const bar = page.locator(".limits-scale rect");
    expect(await bar.getAttribute("x")).toBe(`${limits.low}%`);
    expect(await bar.getAttribute("width")).toBe(`${limits.high - limits.low}%`);
  });

  it("is possible between the limits alone", async () => {
    const page = await open();
    for (const [value, said] of [
      [limits.low - 1, "so few"],
      [limits.low, "possible"],
      [limits.high, "possible"],
      [limits.high + 1, "so many"],
    ] as const) {
      await page.locator("#guess").fill(String(value));
      await page.locator(".guess button").click();
      expect(await verdict(page), String(value)).toContain(said);
    }
  });

  it("works where the browser keeps nothing", async () => {
    const page = await browser.blank();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get: () => {
          throw new Error("closed");
        },
      });
    });
    await goTo(page, pathOf("index", "en"));
    await comeTo(page, 2);
    await page.waitForFunction(() => document.querySelector(".story.moving"));
    await page.locator(".guess button").click();
    expect(await verdict(page)).toContain("50");
  });
});
