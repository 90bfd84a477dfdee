import {gzipSync} from "node:zlib";
import type {BrowserContextOptions, ConsoleMessage, Page, Request, Response} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {addressOf, goTo, siteAddress} from "./browser.js";
import {newPage} from "./pagePool.js";
import {idle} from "./ready.js";

/** One answer of the server, as a reader pays for it. */
export interface Fetched {
  path: string;
  kind: string;
  /** Bytes when compressed; fonts are compressed already. */
  bytes: number;
}

/** A page that is opened once, for all tests of a `describe` that read it. */
export interface Visit {
  page: Page;
  /** What the first opening fetched. */
  fetched: Fetched[];
  /** What went wrong on the way: messages, errors, failures, requests to other hosts. */
  complaints: string[];
  /** Paths asked for since the page was opened. */
  asked: string[];
}

/** Opens a page before the tests of this `describe`. The visit is complete from the first test on. */
export function useVisit(path: string, options?: BrowserContextOptions): Visit {
  const visit: Partial<Visit> = {};
  const asked: string[] = [];
  const keepAsked = (request: Request) => void asked.push(new URL(request.url()).pathname);
  beforeAll(async () => {
    const page = await newPage(options);
    if (options?.javaScriptEnabled !== false) await observeShifts(page);
    const complaints: string[] = [];
    const stop = complain(page, complaints);
    const fetched = await fetchedDuring(page, () =>
      options?.javaScriptEnabled === false ? page.goto(addressOf(path)) : goTo(page, path),
    );
    stop();
    page.on("request", keepAsked);
    Object.assign(visit, {page, fetched, asked, complaints});
  });
  afterAll(async () => {
    await visit.page?.context().close();
  });
  return visit as Visit;
}

/** Lists what a page complains of, until it is stopped. */
function complain(page: Page, complaints: string[]): () => void {
  const onConsole = (message: ConsoleMessage) => complaints.push(`console ${message.type()}: ${message.text()}`);
  const onError = ({message}: Error) => complaints.push(`error: ${message}`);
  const onFailed = (request: Request) => complaints.push(`failed: ${request.url()}`);
  const onResponse = (response: Response) =>
    response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`);
  const onRequest = (request: Request) =>
    isElsewhere(request.url()) && complaints.push(`another host: ${request.url()}`);
  page.on("console", onConsole).on("pageerror", onError).on("requestfailed", onFailed);
  page.on("response", onResponse).on("request", onRequest);
  return () => {
    page.off("console", onConsole).off("pageerror", onError).off("requestfailed", onFailed);
    page.off("response", onResponse).off("request", onRequest);
  };
}

const isElsewhere = (url: string) => /^https?:/.test(url) && new URL(url).host !== new URL(siteAddress()).host;

/** What a page fetches while something happens to it, from its cache or not. */
export async function fetchedDuring(page: Page, happening: () => Promise<unknown>): Promise<Fetched[]> {
  const responses: Response[] = [];
  const keep = (response: Response) => void (response.url().startsWith("http") && responses.push(response));
  page.on("response", keep);
  await happening();
  page.off("response", keep);
  return Promise.all(responses.map(weigh));
}

async function weigh(response: Response): Promise<Fetched> {
  const kind = response.request().resourceType();
  const body = await response.body();
  const bytes = kind === "font" ? body.length : gzipSync(body, {level: 9}).length;
  return {path: new URL(response.url()).pathname, kind, bytes};
}

const observing = new WeakSet<Page>();

/** Has a page add up, from the first paint of whatever it opens, how far its parts move by themselves. */
export async function observeShifts(page: Page): Promise<void> {
  if (observing.has(page)) return;
  observing.add(page);
  await page.addInitScript(() => {
    const observed = globalThis as {shift?: number};
    observed.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        observed.shift = (observed.shift ?? 0) + (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: "layout-shift", buffered: true});
  });
}

/** How far its parts have moved, once its fonts are there and it stands still. */
export async function shiftOf(page: Page): Promise<number> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await idle(page);
  return page.evaluate(() => (globalThis as {shift?: number}).shift ?? Number.NaN);
}
