import type {Browser} from "playwright-core";
import {type Changeable, changed} from "../support/changed.js";
import {slowPhone, throttle} from "../support/throttle.js";
import {again} from "./again.js";
import {type Line, measures} from "./line.js";
import {median} from "./median.js";

/** How many changes after the first are timed on each visit. */
const laterChanges = 5;

/** Times from a change of a control to the redrawn figure, on a slow phone: the first on a visit, and those after it. */
export async function interactionOf(
  browser: Browser,
  {each, url, runs}: {each: Changeable; url: string; runs: number},
): Promise<Line[]> {
  const visits: number[][] = [];
  for (let run = 0; run < runs; run++) visits.push(await again(() => visit(browser, url, each)));
  const first = visits.map(([time]) => time);
  const later = visits.flatMap(([, ...times]) => times);
  return [
    {page: each.path, runs, measure: measures.firstChange, value: median(first)},
    {page: each.path, runs: later.length, measure: measures.laterChange, value: median(later)},
  ];
}

async function visit(browser: Browser, url: string, each: Changeable): Promise<number[]> {
  const context = await browser.newContext({viewport: {width: 412, height: 823}, deviceScaleFactor: 1.75});
  const page = await context.newPage();
  await throttle(page, slowPhone);
  await page.goto(url, {waitUntil: "networkidle"});
  // As a reader comes to the figure, and reads it: what draws it is fetched meanwhile.
  await page.mouse.wheel(0, 100);
  await page.locator(`[data-figure="${each.figure}"]`).scrollIntoViewIfNeeded();
  await page.waitForTimeout(3000);
  const times: number[] = [];
  for (let change = 0; change <= laterChanges; change++) {
    times.push(await changed(page, each));
    await page.waitForTimeout(300);
  }
  await context.close();
  return times;
}
