import {type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, inject} from "vitest";
import {pages, pathOf} from "../src/lib/pages.js";
import type {Lang} from "../src/lib/text.js";
import {ensureBrowser} from "./findBrowser.js";

/** Flags under which Chromium runs as root and asks nobody for anything. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Every page of the report in both languages, and the choice of language. */
export const everyPage: readonly {path: string; lang: Lang}[] = [
  {path: "", lang: "nb"},
  ...(["nb", "en"] as const).flatMap((lang) => pages.map(({id}) => ({path: pathOf(id, lang), lang}))),
];

/** A browser for the tests of one file. Each `open` has its own context, closed when the file is done. */
export function useBrowser(): {open: (path: string, options?: BrowserContextOptions) => Promise<Page>} {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser.close();
  });
  return {
    async open(path, options) {
      const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(new URL(path, inject("url")).href, {waitUntil: "networkidle"});
      return page;
    },
  };
}
