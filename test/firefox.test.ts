import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {addressOf} from "./support/browser.js";
import {ensureFirefox} from "./support/findBrowser.js";

/** What the pages do, once in another browser than all other tests: in `npm run test:all`. */
describe("in Firefox", () => {
  const downloads = mkdtempSync(join(tmpdir(), "downloads-"));
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: ensureFirefox(),
      extraPrefsFirefox: {"browser.download.folderList": 2, "browser.download.dir": downloads},
    });
    page = await browser.newPage();
    await page.setViewport({width: 1280, height: 900});
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(String(error)));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(downloads, {recursive: true});
  });

  const pictureOf = (id: string) => page.$eval(`[data-figure="${id}"] svg`, ({textContent}) => textContent ?? "");
  const open = (path: string) => page.goto(addressOf(path));

  it("the overview is read, and a number says what it rests on", async () => {
    await open(pathOf("index", "nb"));
    expect(await page.$$eval("figure svg", (all) => all.some((svg) => svg.checkVisibility()))).toBe(true);
    await page.locator("p a.n").click();
    await page.locator(".card dl").wait();
    expect(complaints).toEqual([]);
  });

  it("a figure follows its controls, and undo leads back", async () => {
    await open(pathOf("adoption", "nb"));
    const id = "adoption-answers";
    const first = await pictureOf(id);
    await page.locator(`[data-controls="${id}"] select[name=by]`).fill("size");
    await expect.poll(() => pictureOf(id)).not.toBe(first);
    expect(page.url()).toContain("by=size");
    await page.locator(`[data-controls="${id}"] [data-trail=undo]`).click();
    await expect.poll(() => pictureOf(id)).toBe(first);
    expect(page.url()).not.toContain("by=size");
    expect(complaints).toEqual([]);
  });

  it("the workbench shows table and chart, and its table is downloaded", async () => {
    await open(pathOf("explore", "nb"));
    await page.locator("[name=view][value=table]").click();
    await page.locator("[data-figure=explore][data-shows=table] table").wait();
    await page.locator("details.take > summary").click();
    await page.locator("[data-take=csv]").click();
    const files = () => readdirSync(downloads).filter((file) => file.endsWith(".csv"));
    await expect.poll(files, {timeout: 10_000}).toHaveLength(1);
    await expect.poll(() => readFileSync(join(downloads, files()[0]), "utf8")).toContain("konstruerte svar");
    await page.locator("[name=view][value=chart]").click();
    await page.locator("[data-figure=explore][data-shows=picture] svg").wait();
    expect(complaints).toEqual([]);
  });
});
