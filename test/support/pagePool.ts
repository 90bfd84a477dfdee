import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {browserFlags} from "./browserFlags.js";
import {ensureBrowser} from "./findBrowser.js";
import {PageDiary} from "./pageDiary.js";

/*
 * The pages of this worker’s browser. A new page costs more than most tests do in it, so it is washed and used again.
 */

const wide = {width: 1280, height: 900};

let browser: Promise<Browser> | undefined;

/** Pages that stand idle, by the options of their contexts. */
const idle = new Map<string, Page[]>();

const optionsOf = new WeakMap<Page, string>();

/** Pages in which a test has held up requests, or put a script before those of the page: the next test would meet both. */
const altered = new WeakSet<Page>();

const diaries = new WeakMap<Page, PageDiary>();

/** What a page has asked for and said since it was taken. */
export const diaryOf = (page: Page) => diaries.get(page)?.text() ?? "";

/** A page that has been nowhere and remembers nothing, in a context with these options. */
export async function takePage({viewport = wide, ...options}: BrowserContextOptions = {}): Promise<Page> {
  const key = JSON.stringify(options);
  const page = idle.get(key)?.pop() ?? (await newPage(options));
  optionsOf.set(page, key);
  diaries.get(page)?.clear();
  if (viewport) await page.setViewportSize(viewport);
  return page;
}

/** A page of a context of its own, whose cache is empty. */
export async function newPage({viewport = wide, ...options}: BrowserContextOptions = {}): Promise<Page> {
  browser ??= chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
  const context = await (await browser).newContext({...options, viewport});
  const page = await context.newPage();
  diaries.set(page, new PageDiary(page));
  const {route, addInitScript} = page;
  page.route = (...given) => {
    altered.add(page);
    return route.apply(page, given);
  };
  page.addInitScript = (...given) => {
    altered.add(page);
    return addInitScript.apply(page, given as Parameters<Page["addInitScript"]>);
  };
  return page;
}

/** Washes a page, for the next test that wants one like it: no history, nothing stored. Its cache it keeps. */
export async function putBack(page: Page): Promise<void> {
  if (altered.has(page)) {
    await page.unrouteAll({behavior: "ignoreErrors"});
    return page.context().close();
  }
  const {origin} = new URL(page.url());
  await page.emulateMedia({media: null, colorScheme: null});
  await page.goto("about:blank");
  const session = await page.context().newCDPSession(page);
  if (origin !== "null") await session.send("Storage.clearDataForOrigin", {origin, storageTypes: "local_storage"});
  await session.send("Page.resetNavigationHistory");
  await session.detach();
  const key = optionsOf.get(page) ?? "";
  idle.set(key, [...(idle.get(key) ?? []), page]);
}
