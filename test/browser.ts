import {type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, inject} from "vitest";
import {pages, pathOf} from "../src/lib/pages.js";
import type {Lang} from "../src/lib/text.js";
import {browserFlags} from "./browserFlags.js";
import {ensureBrowser} from "./findBrowser.js";

/** Every page of the report in both languages, and the choice of language. */
export const everyPage: readonly {path: string; lang: Lang}[] = [
  {path: "", lang: "nb"},
  ...(["nb", "en"] as const).flatMap((lang) => pages.map(({id}) => ({path: pathOf(id, lang), lang}))),
];

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** A page of the site, loaded, in a context of its own that is closed after the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same before it has gone anywhere, for what has to listen from the start. */
  blank(options?: BrowserContextOptions): Promise<Page>;
}

export function useBrowser(): TestBrowser {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser.close());
  const blank = async (options?: BrowserContextOptions) => {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
    contexts.push(context);
    return context.newPage();
  };
  return {
    blank,
    async open(path, options) {
      const page = await blank(options);
      await page.goto(new URL(path, inject("url")).href, {waitUntil: "networkidle"});
      return page;
    },
  };
}
