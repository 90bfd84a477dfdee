import type {BrowserContextOptions, Page} from "playwright-core";
import {afterEach, inject} from "vitest";
import type {Lang} from "../../src/lib/language/text.js";
import {type PageId, pages, pathOf} from "../../src/lib/pages.js";
import {diaryOf, putBack, takePage} from "./pagePool.js";
import {ready} from "./ready.js";
import {sampled} from "./sampled.js";

/** A page of the built site. */
export interface BuiltPage {
  path: string;
  lang: Lang;
  /** Null for the choice of language. */
  id: PageId | null;
  /** What the page is an example of, when a sample is taken. */
  kind: string;
}

const kinds: Record<PageId, string> = {
  index: "fixed figures",
  adoption: "explorer",
  strategy: "explorer",
  channels: "explorer",
  dialogue: "figures to change",
  challenges: "explorer",
  "success-criteria": "fixed figures",
  "before-after": "figures to change",
  municipality: "tables and lists",
  "what-can-it-say": "figures to change",
  explore: "crosstab",
  "data-quality": "tables and lists",
  codebook: "tables and lists",
  sources: "tables and lists",
  "other-surveys": "tables and lists",
  citation: "prose",
  changelog: "prose",
  method: "prose",
  accessibility: "prose",
};

/** Every page of the report in both languages, and the choice of language. */
export const everyPage: readonly BuiltPage[] = [
  {path: "", lang: "nb", id: null, kind: "prose"},
  ...(["nb", "en"] as const).flatMap((lang) =>
    pages.map(({id}) => ({path: pathOf(id, lang), lang, id, kind: kinds[id]})),
  ),
];

/**
 * Pages that tests of every page open in a browser: each in Norwegian, whose words are the longer ones, and in English one of
 * each kind. Tests that only read the files of the site read all of them.
 */
export const openedPages = sampled(everyPage, {size: 0, kind: ({path, lang, kind}) => (lang === "nb" ? path : kind)});

/**
 * Where the built site is served.
 *
 * @throws Error when there is none
 */
export function siteAddress(): string {
  const url = inject("url");
  if (!url) throw new Error("there is no built site to test: run npm run build");
  return url;
}

/** Where a path of the site under test is served. */
export const addressOf = (path: string) => new URL(path, siteAddress()).href;

/** Opens a path of the site in a page that stands, and waits until a reader could use it. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(addressOf(path));
  await ready(page);
}

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** A page of the site, ready for a reader, that no other test has at the same time. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same before it has gone anywhere, for what has to listen from the start. */
  blank(options?: BrowserContextOptions): Promise<Page>;
}

export function useBrowser(): TestBrowser {
  const taken: Page[] = [];
  afterEach(async ({task}) => {
    const pages = taken.splice(0);
    if (task.result?.state !== "fail") return void (await Promise.all(pages.map(putBack)));
    for (const page of pages) console.error(`${task.name}: ${page.url()}\n${diaryOf(page)}`);
    await Promise.all(pages.map((page) => page.context().close()));
  });
  const blank = async (options?: BrowserContextOptions) => {
    const page = await takePage(options);
    taken.push(page);
    return page;
  };
  return {
    blank,
    async open(path, options) {
      const page = await blank(options);
      if (options?.javaScriptEnabled === false) await page.goto(addressOf(path));
      else await goTo(page, path);
      return page;
    },
  };
}
