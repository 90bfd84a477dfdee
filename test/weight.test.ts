import {setTimeout as delay} from "node:timers/promises";
import type {Page, Route} from "playwright-core";
import {describe, expect, it} from "vitest";
import {addressOf, everyPage, goTo, useBrowser} from "./support/browser.js";
import {changeable, changed} from "./support/changed.js";
import {newPage} from "./support/pagePool.js";
import {ready} from "./support/ready.js";
import {sampled} from "./support/sampled.js";
import {slowPhone} from "./support/throttle.js";
import {fetchedDuring, observeShifts, shiftOf} from "./support/visit.js";

const browser = useBrowser();

describe.each(changeable)("a first change on /$path", (each) => {
  const figureOn = (page: Page) => page.locator(`[data-figure="${each.figure}"]`);

  it("fetches the drawing code as one script", async () => {
    const page = await newPage();
    await goTo(page, each.path);
    const fetched = await fetchedDuring(page, async () => {
      await changed(page, each);
      await ready(page);
    });
    await page.context().close();
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
    await expect.poll(() => figureOn(page).getAttribute("aria-busy")).toBe("false"); // when the folded table is of the choice too
  });
});

/** Answers a request as late as a slow phone would have it: a round trip, then byte after byte. */
async function late(route: Route): Promise<void> {
  const response = await route.fetch();
  const {length} = await response.body();
  await delay(slowPhone.latency + (length * 8 * 1000) / slowPhone.download);
  await route.fulfill({response});
}

/** How far a page's parts move by themselves from the first paint until it stands still. */
async function shiftWhileLoading(path: string, {width, isSlow}: {width: number; isSlow: boolean}): Promise<number> {
  const page = await browser.blank({viewport: {width, height: 850}});
  if (isSlow) await page.route("**", late);
  await observeShifts(page);
  await page.goto(addressOf(path));
  await ready(page);
  return shiftOf(page);
}

describe("while it loads", () => {
  const ways = [
    {width: 390, isSlow: false},
    {width: 390, isSlow: true},
    {width: 1280, isSlow: true},
  ];

  it.each(sampled(everyPage, {size: 0, kind: ({kind}) => kind}))(
    "/$path keeps still, narrow or wide, on a slow network too",
    async ({path}) => {
      const shifts = await Promise.all(ways.map((way) => shiftWhileLoading(path, way)));
      for (const [at, shift] of shifts.entries()) expect(shift, JSON.stringify(ways[at])).toBeLessThan(0.01);
    },
  );
});
