import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {goTo, useBrowser} from "./support/browser.js";
import {drawn, plain, saved, searchOf} from "./support/explorerPage.js";
import {ready} from "./support/ready.js";
import {journeyLangs} from "./support/sampled.js";

describe("saved views", () => {
  const browser = useBrowser();

  async function unfolded(path: string): Promise<Page> {
    const page = await browser.open(path);
    await unfold(page);
    return page;
  }

  /** Saves the view under a name: once more until the list has come to life. */
  async function save(
    page: Page,
    name: string,
    isSaved = async () => (await names(page)).includes(name),
  ): Promise<void> {
    const press = async () => {
      await page.locator("[data-views] input[type=text]").fill(name);
      await page.locator("[data-views-do=save]").click();
      return isSaved();
    };
    await expect.poll(press, {timeout: 20_000}).toBe(true);
  }

  it.each(journeyLangs)(
    "are kept under a name, survive a reload, are opened from another page, and deleted (%s)",
    async (lang) => {
      const {said, gone} = {
        nb: {said: "«Små i Finnmark» er lagret i denne nettleseren", gone: "«Små i Finnmark» er slettet"},
        en: {said: "“Små i Finnmark” saved in this browser", gone: "“Små i Finnmark” deleted"},
      }[lang];
      const page = await unfolded(`${pathOf("explore", lang)}?rows=channels&county=20&size=under2000`);
      await save(page, "Små i Finnmark");
      expect(await names(page)).toEqual(["Små i Finnmark"]);
      expect(await page.locator("#status").innerText()).toBe(said);
      await page.reload();
      await ready(page);
      await unfold(page);
      await expect.poll(() => names(page)).toEqual(["Små i Finnmark"]);
      await goTo(page, pathOf("adoption", lang));
      await unfold(page);
      await page.locator("[data-views] li a").click();
      await page.waitForURL(/explore/);
      expect(searchOf(page)).toBe("?rows=channels&county=20&size=under2000");
      await drawn(page, "explore", {rows: "channels", county: "20", size: "under2000"});
      await unfold(page);
      await page.locator("[data-views] li button").click();
      expect(await names(page)).toEqual([]);
      expect(await page.locator("#status").innerText()).toBe(gone);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe("input");
      await page.reload();
      await ready(page);
      await unfold(page);
      await save(page, "Another");
      expect(await names(page)).toEqual(["Another"]);
    },
  );

  it("of the same name take each other’s place, and Enter saves", async () => {
    const page = await unfolded(`${pathOf("adoption", "en")}?size=under2000`);
    await save(page, "Mine");
    await save(page, "Another");
    await page.locator("[data-views] input[type=text]").fill("Mine");
    await page.keyboard.press("Enter");
    expect(await names(page)).toEqual(["Another", "Mine"]);
    expect(searchOf(page)).toBe("?size=under2000");
  });

  it("are taken along as a file, and read in another browser and another language", async () => {
    const page = await unfolded(`${pathOf("explore", "nb")}?rows=experience`);
    await save(page, "Erfaring");
    const {name, bytes} = await saved(page, () => page.locator("[data-views-do=export]").click());
    expect(name).toBe("betakomm-views.json");
    expect(JSON.parse(bytes.toString("utf8"))).toEqual({
      betakommViews: 1,
      views: [{name: "Erfaring", page: "explore.html", search: "?rows=experience"}],
    });
    const elsewhere = await unfolded(pathOf("adoption", "en"));
    await save(elsewhere, "Already here");
    await give(elsewhere, bytes.toString("utf8"));
    await expect.poll(() => names(elsewhere)).toEqual(["Already here", "Erfaring"]);
    expect(await elsewhere.locator("#status").innerText()).toBe("1 view imported");
    await elsewhere.locator("[data-views] li a", {hasText: "Erfaring"}).click();
    await elsewhere.waitForURL(/\/en\/explore\.html\?rows=experience$/);
  });

  it.each([
    ["no JSON", "not a file of ours", /^This is not a file of saved views: .*JSON/],
    ["another version", '{"betakommViews": 2, "views": []}', "This is not a file of saved views: betakommViews: 2"],
    ["no list", '{"betakommViews": 1, "views": "all"}', "This is not a file of saved views: views: all"],
    [
      "a view that leads elsewhere",
      '{"betakommViews": 1, "views": [{"name": "x", "page": "https://elsewhere.test/", "search": ""}]}',
      'This is not a file of saved views: views[0]: {"name":"x","page":"https://elsewhere.test/","search":""}',
    ],
  ] as const)("refuse a file with %s, say what is wrong, and are left as they were", async (_, text, said) => {
    const page = await unfolded(pathOf("adoption", "en"));
    await save(page, "Mine");
    await give(page, text);
    const notice = page.locator("[data-views] [role=alert]");
    await notice.waitFor();
    if (typeof said === "string") expect(await notice.innerText()).toBe(said);
    else expect(await notice.innerText()).toMatch(said);
    expect(await names(page)).toEqual(["Mine"]);
    await give(page, '{"betakommViews": 1, "views": [{"name": "Good", "page": "", "search": ""}]}');
    await expect.poll(() => names(page)).toEqual(["Mine", "Good"]);
    expect(await notice.isVisible()).toBe(false);
  });

  it("have names that are text and never markup", async () => {
    const page = await unfolded(pathOf("adoption", "en"));
    await save(page, "<img src=x onerror=alert(1)>");
    expect(await names(page)).toEqual(["<img src=x onerror=alert(1)>"]);
    expect(await page.locator("[data-views] img").count()).toBe(0);
  });

  it("of an address that has moved lead to where it is now, with what was chosen", async () => {
    const page = await unfolded(pathOf("adoption", "en"));
    const old = {name: "Old", page: "crosstab.html", search: "?rows=experience"};
    await give(page, JSON.stringify({betakommViews: 1, views: [old]}));
    await page.locator("[data-views] li a", {hasText: "Old"}).click();
    await page.waitForURL(/\/en\/explore\.html\?rows=experience$/);
    await drawn(page, "explore", {rows: "experience"});
  });

  it("where the browser keeps nothing are not said to be saved", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Storage.prototype.getItem = () => {
        throw new DOMException("closed", "SecurityError");
      };
    });
    await unfold(page);
    const alert = page.locator("[data-views] [role=alert]");
    await save(page, "Mine", () => alert.isVisible());
    expect(await alert.innerText()).toBe("The browser does not allow saving");
    expect(await page.locator("#status").innerText()).not.toContain("saved");
  });
});

const unfold = (page: Page) => page.locator("[data-views] > summary").click();

async function names(page: Page): Promise<string[]> {
  return (await page.locator("[data-views] li a").allInnerTexts()).map(plain);
}

/** Gives the page a file to read views from. */
async function give(page: Page, text: string): Promise<void> {
  const file = {name: "views.json", mimeType: "application/json", buffer: Buffer.from(text)};
  await page.locator("[data-views] input[type=file]").setInputFiles(file);
}
