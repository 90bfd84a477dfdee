import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import type {Lang} from "../src/lib/language/text.js";
import {pathOf} from "../src/lib/pages.js";
import {addressOf, useBrowser} from "./support/browser.js";
import {drawn, partText, pressInPicture, saved, searchOf, tableRows} from "./support/explorerPage.js";
import {ready} from "./support/ready.js";
import {journeyLangs} from "./support/sampled.js";

/** A reader whose steps are counted: a press, something chosen in a list, something typed. */
function reader(page: Page) {
  let steps = 0;
  return {
    get steps() {
      return steps;
    },
    press: async (what: string | Locator) => {
      steps++;
      await (typeof what === "string" ? page.locator(what).first() : what).click();
    },
    choose: async (menu: string, code: string) => {
      steps++;
      await page.locator(menu).selectOption(code);
    },
    type: async (field: string, text: string) => {
      steps++;
      await page.locator(field).fill(text);
    },
    key: async (key: string) => {
      steps++;
      await page.keyboard.press(key);
    },
    /** Unfolds a list of questions and chooses one: two steps. */
    question: async (key: string, code: string) => {
      steps += 2;
      await page.locator(`[data-key=${key}] > summary`).click();
      await page.locator(`[data-key=${key}] input[value="${code}"]`).check();
    },
  };
}

const tab = (view: string) => `.tabs input[value=${view}]`;
const figure = "[data-figure=explore]";

describe.each(journeyLangs)("the tasks of readers (%s)", (lang: Lang) => {
  const browser = useBrowser();
  const wide = {viewport: {width: 1280, height: 800}};
  const open = async (search = "", options = wide) => {
    const page = await browser.open(`${pathOf("explore", lang)}${search}`, options);
    return {page, me: reader(page)};
  };
  const done = (me: {steps: number}, most: number) => expect(me.steps).toBeLessThanOrEqual(most);

  it("small against large on strategy: a verdict with n", async () => {
    const {page, me} = await open();
    await me.press(tab("differences"));
    await drawn(page, "explore", {view: "differences"});
    expect(await partText(page, "explore", "title")).toMatch(
      {nb: /ingen signifikante forskjeller/i, en: /no significant difference/i}[lang],
    );
    await me.press(tab("table"));
    await drawn(page, "explore", {view: "table"});
    expect((await tableRows(page, "explore")).find(([head]) => /\(n\)/.test(head))).toHaveLength(7);
    done(me, 5);
  });

  it("channels by county with intervals", async () => {
    const {page, me} = await open();
    await me.question("rows", "channels");
    await me.question("columns", "county");
    await drawn(page, "explore", {rows: "channels", columns: "county"});
    expect(await page.locator(`${figure} svg:visible circle`).count()).toBeGreaterThan(100);
    done(me, 6);
  });

  it("a table of differences", async () => {
    const {page, me} = await open("?rows=challenges&columns=strategy");
    await me.press(tab("differences"));
    await drawn(page, "explore", {view: "differences"});
    const rows = await page.locator(`${figure} table`).first().locator("tbody tr").allInnerTexts();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.some((row) => row.includes("★"))).toBe(true);
    done(me, 5);
  });

  it("a pivot that keeps what is said", async () => {
    const {page, me} = await open("?rows=channels&columns=county&view=table");
    const share = async (row: string, column: string) => {
      const rows = await tableRows(page, "explore");
      const at = rows.find((each) => each.includes(column))?.indexOf(column) ?? -1;
      return rows.find(([head]) => head === row)?.[at];
    };
    await drawn(page, "explore", {columns: "county"});
    const before = await share("Facebook", "Akershus");
    await me.press("[data-trail=pivot]");
    await drawn(page, "explore", {rows: "county", columns: "channels"});
    expect(await share("Akershus", "Facebook")).toBe(before);
    done(me, 1);
  });

  it("four answers collapsed to three groups", async () => {
    const {page, me} = await open("?view=table");
    await drawn(page, "explore", {view: "table"});
    await page.mouse.move(700, 500);
    await me.press(".merging [aria-pressed]");
    for (const code of ["by_year_end", "later"])
      await me.press(page.locator(`tbody th[data-category="${code}"] [data-tick]`));
    await me.press(page.locator(".merging .offer button"));
    await drawn(page, "explore", {merge: "strategy-by_year_end.later"});
    expect(await page.locator(`${figure} tbody tr`).count()).toBe(3);
    done(me, 5);
  });

  it("a view saved and opened again", async () => {
    const {page, me} = await open("?rows=experience");
    await me.press("[data-views] > summary");
    await me.type("[data-views] input[type=text]", "Mine");
    await expect
      .poll(async () => {
        await page.locator("[data-views] input[type=text]").fill("Mine"); // until the code has come, nothing is kept
        await page.locator("[data-views-do=save]").click();
        return page.locator("[data-views] li a").count();
      })
      .toBe(1);
    await me.press("[data-views] li a");
    await page.waitForURL(/rows=experience/);
    done(me, 4);
  });

  it("a link in the other language", async () => {
    const {page, me} = await open("?rows=experience&columns=kind");
    await me.press("[data-language]");
    await page.waitForURL(new RegExp(`/${lang === "nb" ? "en" : "nb"}/explore.html`));
    expect(searchOf(page)).toBe("?rows=experience&columns=kind");
    done(me, 2);
  });

  it.each(["xlsx", "csv", "png", "zip"])("a file of what is seen: %s", async (format) => {
    const {page, me} = await open("?columns=uses_now");
    await drawn(page, "explore", {columns: "uses_now"});
    await me.press(`${figure} details:has([data-take]) > summary`);
    const {name, bytes} = await saved(page, () => me.press(`${figure} [data-take=${format}]`));
    expect(name).toMatch(new RegExp(`strateg.*-(etter|by)-.*-(konstruert|made-up)\\.${format}$`));
    expect(bytes.length).toBeGreaterThan(200);
    done(me, 2);
  });

  it("an embed that shows the figure", async () => {
    const {page, me} = await open("?columns=kind");
    await drawn(page, "explore", {columns: "kind"});
    await me.press(`${figure} details:has([data-embed]) > summary`);
    await me.press(`${figure} [data-embed]`);
    const code = await page.evaluate(() => getSelection()?.toString() ?? ""); // the whole of it, to be copied
    const path = /src="[^"]*?\/((?:nb|en)\/embed\/[^"]*)"/.exec(code)?.[1].replaceAll("&amp;", "&") ?? "";
    await page.goto(addressOf(path));
    await ready(page);
    await drawn(page, "explore", {columns: "kind"});
    expect(await page.locator(`${figure} svg:visible`).count()).toBe(1);
    expect(await page.locator("select:visible, .rail:visible").count()).toBe(0);
    done(me, 3);
  });

  it("a citation of the figure", async () => {
    const {page, me} = await open("?columns=kind");
    await drawn(page, "explore", {columns: "kind"});
    await me.press(`${figure} details.cite > summary`);
    await expect
      .poll(() => page.locator(`${figure} details.cite`).innerText())
      .toContain({nb: "Tekst", en: "Text"}[lang]);
    await expect.poll(() => page.locator(`${figure} [data-citation=txt]`).inputValue()).toContain("columns=kind");
    done(me, 2);
  });

  it("what a number rests on", async () => {
    const {page, me} = await open();
    await page.locator(`${figure} svg:visible a`).first().hover();
    await page.locator(".chart-card").waitFor();
    expect(await page.locator(".chart-card").innerText()).toContain({nb: "konstruerte svar", en: "made-up"}[lang]);
    done(me, 1);
  });

  it("undo, by the keyboard", async () => {
    const {page, me} = await open();
    await page.locator("select[name=measure]").selectOption("count");
    await drawn(page, "explore", {measure: "count"});
    await page.locator(tab("chart")).focus();
    await me.key("Control+z");
    await drawn(page, "explore", {measure: "columnPercent"});
    done(me, 1);
  });

  it("filters to an empty base, and the one to remove", async () => {
    const {page, me} = await open();
    for (const [key, code] of [
      ["county", "03"],
      ["kind", "countyAuthority"],
    ]) {
      await me.choose("[data-add-filter]", key);
      await me.press(page.locator(`[data-key=${key}] input[value="${code}"]`));
    }
    await drawn(page, "explore", {county: "03", kind: "countyAuthority"});
    expect(await partText(page, "explore", "title")).toContain({nb: "Fylke: Oslo", en: "County: Oslo"}[lang]);
    done(me, 6);
    await page.locator("[data-drop]").click();
    await drawn(page, "explore", {county: "all", kind: "countyAuthority"});
  });

  it("the map, where a press is answered where one pressed", async () => {
    const {page} = await open("?view=map");
    await drawn(page, "explore", {view: "map"});
    await page.locator(`${figure} svg:visible rect[data-choose="county=12"]`).first().scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await pressInPicture(page, "explore", "county=12");
    await drawn(page, "explore", {view: "map", county: "12"});
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await partText(page, "explore", "title")).toContain("Hordaland");
  });

  it("print: no column is lost", async () => {
    const {page, me} = await open("?view=table&rows=channels&columns=county");
    await drawn(page, "explore", {columns: "county"});
    await page.mouse.move(700, 500);
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({name}) => /printParts/.test(name)),
    );
    await me.key("Control+p");
    const parts = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      return document.querySelectorAll("[data-figure=explore] table").length;
    });
    expect(parts).toBeGreaterThan(2);
    done(me, 5);
  });

  it("back and forward", async () => {
    const {page} = await open();
    await page.locator("select[name=measure]").selectOption("count");
    await drawn(page, "explore", {measure: "count"});
    await page.goBack();
    await drawn(page, "explore", {measure: "columnPercent"});
    await page.goForward();
    await drawn(page, "explore", {measure: "count"});
  });

  it("how many lack a strategy, on a phone", async () => {
    const page = await browser.open(pathOf("index", lang), {viewport: {width: 390, height: 844}});
    const me = reader(page);
    await me.press(".menu-narrow summary");
    await me.press(`.menu-narrow a[href$="strategy.html"]`);
    await page.waitForURL(/strategy\.html/);
    expect(await page.locator("main").innerText()).toMatch(/53\s?(til|to|–|-)\s?55/);
    done(me, 6);
  });

  it("one’s own municipality", async () => {
    const page = await browser.open(pathOf("municipality", lang));
    const me = reader(page);
    await me.type("input[name=municipality]", "Hamarøy");
    await me.key("Enter");
    await expect.poll(() => page.locator("[data-found-place]").innerText()).toContain("1849");
    done(me, 3);
  });

  it("everything on one screen: controls, sentence, numbers", async () => {
    const {page} = await open();
    const bottom = async (what: string) => {
      const box = await page.locator(what).filter({visible: true}).first().boundingBox();
      return (box?.y ?? 9999) + (box?.height ?? 0);
    };
    for (const what of [
      "[data-key=rows] > summary",
      "[data-key=columns] > summary",
      `${figure} .title`,
      `${figure} svg a`,
    ])
      expect(await bottom(what), what).toBeLessThanOrEqual(800);
    const rail = async () => (await page.locator("[data-key=columns] > summary").boundingBox())?.y;
    const before = await rail();
    await page.locator("[data-key=columns] > summary").click();
    await page.locator('[data-key=columns] input[value="county"]').check();
    await drawn(page, "explore", {columns: "county"});
    expect(await rail()).toBe(before);
  });

  it("on a phone a bar says what is chosen, and a sheet changes it over the picture", async () => {
    const {page} = await open("?size=under2000", {viewport: {width: 390, height: 844}});
    const bar = page.locator(".bar button");
    expect(await bar.innerText()).toContain({nb: "etter størrelse · 1 filter", en: "by size · 1 filter"}[lang]);
    await bar.click();
    await page.locator("select[name=measure]").selectOption("count");
    await drawn(page, "explore", {measure: "count"});
    const picture = await page.locator(`${figure} .title`).boundingBox();
    expect(picture && picture.y >= -2 && picture.y < 420).toBe(true);
    await page.locator("[data-close]").click();
    expect(await page.locator(".rail").isVisible()).toBe(false);
  });
});
