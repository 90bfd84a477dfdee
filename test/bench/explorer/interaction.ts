import {quantile} from "d3";
import type {Browser, Page} from "playwright-core";
import {again} from "../again.js";
import {type Line, measures} from "../line.js";
import {median} from "../median.js";
import type {PageFiles} from "./pageFiles.js";

/** A page that breaks answers down, and a filter on it. */
export interface ExplorerVisit {
  /** As lines name it. */
  page: string;
  url: string;
  /** Selector of a checkbox that changes all its figures that explore; it may lie in a closed `details`. */
  filter: string;
  /** Times that the filter is changed, after the first, which fetches what is needed. */
  changes: number;
  /** Other data than the page’s own, as of a larger file. */
  data?: {of: string; files: PageFiles};
  /** How many times slower the processor is made. */
  slower: number;
}

/** What one change of the filter took, in milliseconds. */
interface Redraw {
  /** Until all figures of the page carry the new selection and have been painted. */
  toFigures: number;
  /** Interaction to next paint, as the browser has it: in steps of 8, and at least 16. */
  toPaint: number;
  longestFrame: number;
}

/** How a page answers a changed filter, as a reader feels it. */
export async function explorerInteractionOf(browser: Browser, visit: ExplorerVisit): Promise<Line[]> {
  const found = await again(() => changesOf(browser, visit));
  const {page, data, slower} = visit;
  const circumstances = [page, data?.of, slower > 1 ? `processor ${slower} times slower` : undefined];
  const line = {page: circumstances.filter((each) => each !== undefined).join(", "), runs: found.length};
  const paints = found.map(({toPaint}) => toPaint);
  return [
    {...line, measure: measures.filterToFigures, value: median(found.map(({toFigures}) => toFigures))},
    {...line, measure: measures.filterToPaint, value: median(paints)},
    {...line, measure: measures.filterToPaintSlow, value: quantile(paints, 0.95) ?? Number.NaN},
    {...line, measure: measures.longestFrame, value: median(found.map(({longestFrame}) => longestFrame))},
  ];
}

async function changesOf(browser: Browser, {url, filter, changes, data, slower}: ExplorerVisit): Promise<Redraw[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let replaced = 0;
  if (data)
    for (const [name, content] of data.files)
      await page.route(`**/data/${name}`, (route) => {
        replaced++;
        return route.fulfill({contentType: "application/json", body: Buffer.from(content)});
      });
  await page.goto(url, {waitUntil: "networkidle"});
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", {rate: slower});
  await page.evaluate(observe);
  await page.evaluate(open, filter);
  const found: Redraw[] = [];
  for (let change = 0; change <= changes; change++) found.push(await changeOf(page, filter));
  await context.close();
  if (data && replaced < data.files.size)
    throw new Error(`a page that did not fetch all of these: ${[...data.files.keys()].join(", ")}`);
  return found.slice(1);
}

/** A real click, so that the browser takes it for an interaction. */
async function changeOf(page: Page, filter: string): Promise<Redraw> {
  await page.evaluate(watch);
  await page.locator(filter).click();
  const found = await page.evaluate(changed);
  await page.waitForTimeout(200);
  const toPaint = await page.evaluate(paint);
  return {...found, toPaint};
}

/** What the functions below, which run in the page, leave for each other. */
interface Watched {
  interactions: PerformanceEventTiming[];
  done: Promise<{toFigures: number; longestFrame: number}>;
}

type PerformanceEventTiming = PerformanceEntry & {interactionId: number};

/** Unfolds what the control lies in. */
function open(filter: string): void {
  const control = document.querySelector(filter);
  if (!control) throw new Error(`nothing to change on this page: ${filter}`);
  control.closest("details")?.setAttribute("open", "");
}

function observe(): void {
  const watched = globalThis as unknown as Watched;
  watched.interactions = [];
  new PerformanceObserver((list) =>
    watched.interactions.push(...(list.getEntries() as PerformanceEventTiming[])),
  ).observe({
    type: "event",
    durationThreshold: 16,
  } as PerformanceObserverInit);
}

/**
 * From the next input on: until all figures that explore carry another selection and none is busy, frame by frame. Nothing
 * in it has a name: a named function that esbuild has compiled may not run in the page.
 */
function watch(): void {
  const watched = globalThis as unknown as Watched;
  const figures = [...document.querySelectorAll<HTMLElement>("[data-explores]")];
  const before = figures.map(({dataset}) => dataset.selection);
  watched.interactions.length = 0;
  watched.done = new Promise((resolve) => {
    addEventListener(
      "input",
      async ({timeStamp: start}) => {
        let [last, longestFrame, isDrawn] = [start, 0, false];
        while (!isDrawn) {
          isDrawn = figures.every(({dataset, ariaBusy}, at) => dataset.selection !== before[at] && ariaBusy !== "true");
          const frame = await new Promise(requestAnimationFrame);
          longestFrame = Math.max(longestFrame, frame - last);
          last = frame;
        }
        await new Promise((painted) => setTimeout(painted));
        resolve({toFigures: performance.now() - start, longestFrame});
      },
      {capture: true, once: true},
    );
  });
}

function changed(): Promise<{toFigures: number; longestFrame: number}> {
  return (globalThis as unknown as Watched).done;
}

/** The longest of the events of the interaction; what was shorter than the browser tells counts as its threshold. */
function paint(): number {
  const {interactions} = globalThis as unknown as Watched;
  const durations = interactions.filter(({interactionId}) => interactionId > 0).map(({duration}) => duration);
  return Math.max(16, ...durations);
}
