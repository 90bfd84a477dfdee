import type {Browser} from "playwright-core";
import {slowPhone, throttle} from "../support/throttle.js";
import {again} from "./again.js";
import {type Line, measures} from "./line.js";
import {median} from "./median.js";

/**
 * Milliseconds from asking for a page to the first frame with its first figure, whole, on the screen of a slow phone.
 * The page is asked for at the figure's anchor, so that the figure is what the reader sees.
 */
async function firstChart(browser: Browser, url: string, figure: string): Promise<number> {
  const context = await browser.newContext({viewport: {width: 412, height: 823}, deviceScaleFactor: 1.75});
  const page = await context.newPage();
  await throttle(page, slowPhone);
  await page.addInitScript(`globalThis.seen = (${whenSeen})(${JSON.stringify(figure)})`);
  const response = await page.goto(`${url}#figure-${figure}`, {waitUntil: "load"});
  if (!response?.ok()) throw new Error(`page not served: ${url}`);
  const time = await page.evaluate(() => (globalThis as {seen?: Promise<number>}).seen);
  await context.close();
  return time ?? Number.NaN;
}

/** Runs in the page, frame by frame from its start. A drawing is whole when what follows it has been read. */
async function whenSeen(figure: string): Promise<number> {
  for (let isSeen = false; !isSeen; ) {
    await new Promise(requestAnimationFrame);
    const picture = document.querySelector(`[data-figure="${figure}"] .picture`);
    isSeen =
      Boolean(picture?.nextElementSibling) &&
      [...(picture?.querySelectorAll("svg") ?? [])].some((svg) => {
        const {top, bottom, height} = svg.getBoundingClientRect();
        return height > 0 && top < innerHeight && bottom > 0;
      });
  }
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now();
}

/** The time to the first chart beside that of the same page in one file, measured by turns. */
export async function compareFirstChart(
  browser: Browser,
  {page, url, inlinedUrl, figure, runs}: {page: string; url: string; inlinedUrl: string; figure: string; runs: number},
): Promise<Line[]> {
  const times: number[] = [];
  const inlinedTimes: number[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(await again(() => firstChart(browser, url, figure)));
    inlinedTimes.push(await again(() => firstChart(browser, inlinedUrl, figure)));
  }
  const [value, inlined] = [median(times), median(inlinedTimes)];
  return [
    {page, runs, measure: measures.chart, value},
    {page, runs, measure: measures.chartInlined, value: inlined},
    {page, runs, measure: measures.chartRatio, value: value / inlined},
  ];
}
