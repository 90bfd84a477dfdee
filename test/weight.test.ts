import {setTimeout as delay} from "node:timers/promises";
import {gzipSync} from "node:zlib";
import type {Page, Response, Route} from "playwright-core";
import {describe, expect, inject, it} from "vitest";
import {everyPage, useBrowser} from "./browser.js";
import {changeable, changed} from "./changed.js";
import {slowPhone} from "./throttle.js";

/** One answer of the server, as a reader pays for it. */
interface Fetched {
  path: string;
  kind: string;
  /** Bytes when compressed; fonts are compressed already. */
  bytes: number;
}

const browser = useBrowser();
const addressOf = (path: string) => new URL(path, inject("url")).href;

/** What a page fetches while something happens to it. */
async function fetchedDuring(page: Page, happening: () => Promise<unknown>): Promise<Fetched[]> {
  const responses: Response[] = [];
  const keep = (response: Response) => void (response.url().startsWith("http") && responses.push(response));
  page.on("response", keep);
  await happening();
  await page.waitForLoadState("networkidle");
  page.off("response", keep);
  return Promise.all(responses.map(weigh));
}

async function weigh(response: Response): Promise<Fetched> {
  const kind = response.request().resourceType();
  const body = await response.body();
  const bytes = kind === "font" ? body.length : gzipSync(body, {level: 9}).length;
  return {path: new URL(response.url()).pathname, kind, bytes};
}

const isFont = ({kind}: Fetched) => kind === "font";
const total = (fetched: readonly Fetched[]) => fetched.reduce((sum, {bytes}) => sum + bytes, 0);
const isForDrawing = ({path}: Fetched) => /\/_js\/draw-|\/data\//.test(path);

describe("a first visit", () => {
  it.each(everyPage)("to /$path is light", async ({path}) => {
    const page = await browser.blank();
    const fetched = await fetchedDuring(page, () => page.goto(addressOf(path)));
    const fonts = fetched.filter(isFont);
    const rest = fetched.filter((each) => !isFont(each));
    expect(total(rest)).toBeLessThanOrEqual(45_000);
    expect(rest.length).toBeLessThanOrEqual(10);
    expect(total(fonts)).toBeLessThanOrEqual(35_000);
    expect(fonts.length).toBeLessThanOrEqual(2);
  });

  it.each(everyPage)("to /$path fetches nothing for drawing", async ({path}) => {
    const page = await browser.blank();
    const fetched = await fetchedDuring(page, async () => {
      await page.goto(addressOf(path), {waitUntil: "networkidle"});
      await page.mouse.wheel(0, 20_000);
      await page.keyboard.press("Tab");
    });
    expect(fetched.filter(isForDrawing)).toEqual([]);
  });
});

describe.each(changeable)("a first change on /$path", (each) => {
  const figureOn = (page: Page) => page.locator(`[data-figure="${each.figure}"]`);

  it("fetches the drawing code as one script", async () => {
    const page = await browser.open(each.path);
    const fetched = await fetchedDuring(page, () => changed(page, each));
    const scripts = fetched.filter(({kind}) => kind === "script").map(({path}) => path);
    expect(scripts).toEqual([expect.stringMatching(/\/_js\/draw-\w+\.js$/)]);
  });

  it("says that it is drawing while the code is on its way", async () => {
    const page = await browser.open(each.path);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/_js/draw-*", (route) => held.then(() => route.continue()));
    const drawn = changed(page, each);
    await figureOn(page).locator(".pending").waitFor({state: "visible"});
    expect(await figureOn(page).getAttribute("aria-busy")).toBe("true");
    release();
    await drawn;
    await figureOn(page).locator(".pending").waitFor({state: "hidden"});
    expect(await figureOn(page).getAttribute("aria-busy")).toBe("false");
  });
});

/** Answers a request as late as a slow phone would have it: a round trip, then byte after byte. */
async function late(route: Route): Promise<void> {
  const response = await route.fetch();
  const {length} = await response.body();
  await delay(slowPhone.latency + (length * 8 * 1000) / slowPhone.download);
  await route.fulfill({response});
}

/** How far a page's parts move by themselves from the first paint to a second after it has loaded. */
async function shiftOf(path: string, {width, isSlow}: {width: number; isSlow: boolean}): Promise<number> {
  const page = await browser.blank({viewport: {width, height: 850}});
  if (isSlow) await page.route("**", late);
  await page.addInitScript(() => {
    const observed = globalThis as {shift?: number};
    observed.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        observed.shift = (observed.shift ?? 0) + (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: "layout-shift", buffered: true});
  });
  await page.goto(addressOf(path), {waitUntil: "load"});
  await page.waitForTimeout(1000);
  const shift = await page.evaluate(() => (globalThis as {shift?: number}).shift);
  await page.context().close();
  return shift ?? Number.NaN;
}

describe("while it loads", () => {
  it.each(everyPage)("/$path keeps still", async ({path}) => {
    for (const width of [390, 1280]) {
      const shifts = await Promise.all([shiftOf(path, {width, isSlow: false}), shiftOf(path, {width, isSlow: true})]);
      for (const shift of shifts) expect(shift, `${width} pixels wide`).toBeLessThan(0.01);
    }
  });
});
