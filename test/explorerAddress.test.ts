import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {goTo, useBrowser} from "./support/browser.js";
import {chips, drawn, partText, pick, plain, searchOf, tableRows, tick, trailButton} from "./support/explorerPage.js";
import {idle} from "./support/ready.js";

const answers = "adoption-answers";

describe("the address of a workbench", () => {
  const browser = useBrowser();
  const open = (page: "adoption" | "explore", search: string, lang: "nb" | "en" = "en") =>
    browser.open(`${pathOf(page, lang)}${search}`);

  it.each([
    {
      lang: "nb",
      said: "Lenken ber om county = «99», som ikke finnes her. Valget er ikke brukt. Lenken ber om county = «x», som ikke finnes her. Valget er ikke brukt.",
    },
    {
      lang: "en",
      said: "The link asks for county = “99”, which does not exist here. It was ignored. The link asks for county = “x”, which does not exist here. It was ignored.",
    },
  ] as const)(
    "with unknown codes among known ones keeps the known and names the others ($lang)",
    async ({lang, said}) => {
      const page = await open("adoption", "?county=03.99.12.x&size=under2000", lang);
      await drawn(page, answers, {county: "03.12", size: "under2000"});
      expect(await page.locator(".notice:visible").allInnerTexts()).toEqual([said]);
      expect(await chips(page)).toHaveLength(3);
      await trailButton(page, "reset").click();
      await drawn(page, answers, {county: "all"});
      expect(await page.locator(".notice:visible").count()).toBe(0);
      expect(searchOf(page)).toBe("");
    },
  );

  it("that asks for what the workbench lacks names each of them, and shows the table as it is at first", async () => {
    const asked = {
      county: "99",
      net: "strategy-nothing",
      rows: "weather",
      measure: "median",
      layer: "rain",
      groups: "2",
    };
    const page = await open("explore", `?${new URLSearchParams(asked)}`);
    const notice = page.locator("form[data-controls=explore] .notice:visible");
    await notice.waitFor();
    for (const value of Object.values(asked)) expect(await notice.innerText()).toContain(`“${value}”`);
    await drawn(page, "explore", {rows: "strategy", columns: "size", layer: "none", merge: "all", county: "all"});
    expect(await partText(page, "explore", "title")).toMatch(/30% had a strategy in place/);
  });

  it("holds only what was chosen, and never what stands at first", async () => {
    const page = await open("adoption", "");
    expect(searchOf(page)).toBe("");
    await pick(page, "show", "plans_2011.later");
    await tick(page, "county", "12");
    await tick(page, "county", "03");
    await drawn(page, answers, {county: "03.12"});
    expect(new URL(page.url()).searchParams.toString()).toBe("show=plans_2011.later&county=03.12");
    await pick(page, "show", "uses_now.yes");
    await tick(page, "county", "03");
    await drawn(page, answers, {show: "uses_now.yes", county: "12"});
    expect(searchOf(page)).toBe("?county=12");
    const explicit = await open("explore", "?weight=on&county=all&letters=on&chart=heat");
    await drawn(explicit, "explore", {chart: "heat"});
    await pick(explicit, "order", "most");
    await drawn(explicit, "explore", {order: "most"});
    expect(searchOf(explicit)).toBe("?chart=heat&order=most");
  });

  it("that was wrong is no trap on the way back, and is told again there", async () => {
    const page = await browser.blank();
    await goTo(page, pathOf("strategy", "en"));
    await goTo(page, `${pathOf("adoption", "en")}?county=99`);
    await tick(page, "size", "under2000");
    await drawn(page, answers, {size: "under2000"});
    await page.goBack();
    await drawn(page, answers, {size: "all", county: "all"});
    expect(await page.locator(".notice:visible").count()).toBe(1);
    await page.goForward();
    await drawn(page, answers, {size: "under2000"});
    expect(searchOf(page)).toBe("?size=under2000");
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/strategy/);
  });

  it("takes every step of a reader back, one at a time", async () => {
    const page = await open("explore", "");
    await pick(page, "rows", "experience");
    await drawn(page, "explore", {rows: "experience"});
    await pick(page, "measure", "rowPercent");
    await drawn(page, "explore", {measure: "rowPercent"});
    await tick(page, "county", "12");
    await drawn(page, "explore", {county: "12"});
    for (const [key, code] of [
      ["county", "all"],
      ["measure", "columnPercent"],
      ["rows", "strategy"],
    ]) {
      await page.goBack();
      await drawn(page, "explore", {[key]: code});
    }
    expect(searchOf(page)).toBe("");
    for (const [key, code] of [
      ["rows", "experience"],
      ["measure", "rowPercent"],
      ["county", "12"],
    ]) {
      await page.goForward();
      await drawn(page, "explore", {[key]: code});
    }
    expect(await page.locator("[name=rows]:checked").inputValue()).toBe("experience");
    expect(await chips(page)).toEqual(["County: Hordaland"]);
  });
});

describe("the files that a workbench fetches", () => {
  const browser = useBrowser();

  /** A page whose requests for data are listed, without what makes each build’s name of a file its own. */
  async function listening(path: string): Promise<{page: Page; fetched: string[]}> {
    const page = await browser.blank();
    const fetched: string[] = [];
    page.on("request", (request) => {
      const {pathname} = new URL(request.url());
      if (/\.(json|arrow|csv|parquet|xlsx|zip)$/.test(pathname)) fetched.push(pathname.replace(/\.[0-9a-f]{8}\./, "."));
    });
    await goTo(page, path);
    return {page, fetched};
  }

  it.each(["adoption", "explore"] as const)(
    "on the page %s are none at first, and at the first change its own and the respondents, once",
    async (home) => {
      const {page, fetched} = await listening(pathOf(home, "nb"));
      const id = home === "explore" ? home : answers;
      expect(fetched).toEqual([]);
      await tick(page, "strategy", "in_place");
      await drawn(page, id, {strategy: "in_place"});
      const own = [`/data/explore/${home}.json`, "/data/respondents.arrow"];
      expect(fetched).toEqual(own);
      await tick(page, "county", "12");
      await drawn(page, id, {county: "12"});
      if (home === "explore") {
        await pick(page, "columns", "challenges");
        await drawn(page, id, {columns: "challenges"});
        await trailButton(page, "pivot").click();
        await drawn(page, id, {rows: "challenges", columns: "strategy"});
      }
      await trailButton(page, "reset").click();
      await drawn(page, id, {county: "all", strategy: "all"});
      expect(fetched).toEqual(own);
    },
  );

  it("that come when the reader has chosen something else draw the later choice alone", async () => {
    const {page} = await listening(pathOf("explore", "en"));
    const drawnFor = await selectionsOf(page, "explore");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/data/respondents.arrow", (route) => held.then(() => route.continue()));
    const asked = page.waitForRequest("**/data/respondents.arrow");
    await pick(page, "rows", "experience");
    await asked;
    await pick(page, "rows", "challenges");
    release();
    await drawn(page, "explore", {rows: "challenges"});
    await idle(page);
    expect((await drawnFor()).filter((selection) => selection.includes("rows=experience"))).toEqual([]);
    expect(await partText(page, "explore", "subtitle")).toContain("greatest challenges");
  });

  it("that come when a later choice, which needs none of them, is drawn already leave that as it is", async () => {
    const {page} = await listening(pathOf("explore", "en"));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/data/respondents.arrow", (route) => held.then(() => route.continue()));
    const answered = page.waitForResponse("**/data/respondents.arrow");
    await pick(page, "measure", "mean");
    await pick(page, "rows", "experience");
    await drawn(page, "explore", {rows: "experience", measure: "mean"});
    await chooseInHaste(page, "measure", ["count", "mean"]);
    await drawn(page, "explore", {rows: "experience", measure: "mean"});
    expect(await page.locator("[data-figure=explore] .pending:visible").count()).toBe(0);
    release();
    await (await answered).finished();
    await idle(page);
    expect(await partText(page, "explore", "title")).toBe("This table cannot be made");
    await pick(page, "measure", "count");
    await drawn(page, "explore", {rows: "experience", measure: "count"});
    expect(await partText(page, "explore", "title")).toContain("experience");
  });

  it("are fetched again when they could not be, and until then what stands is said to be of an earlier choice", async () => {
    const {page} = await listening(pathOf("explore", "en"));
    await page.route("**/data/respondents.arrow", (route) => route.abort());
    await pick(page, "rows", "experience");
    const pending = page.locator("[data-figure=explore] .pending:visible");
    await expect.poll(() => pending.innerText()).toMatch(/could not be redrawn/);
    expect(await page.locator("#status").innerText()).toMatch(/could not be redrawn/);
    expect(await partText(page, "explore", "title")).toContain("had a strategy");
    await page.unroute("**/data/respondents.arrow");
    await pick(page, "measure", "rowPercent");
    await drawn(page, "explore", {rows: "experience", measure: "rowPercent"});
    expect(await pending.count()).toBe(0);
  });
});

/** Chooses one code after another of a menu, each a frame after the one before, and waits for what they may have set to come. */
async function chooseInHaste(page: Page, key: string, codes: readonly string[]): Promise<void> {
  await page.locator(`select[name="${key}"]`).evaluate(async (menu: HTMLSelectElement, wanted) => {
    for (const code of wanted) {
      menu.value = code;
      menu.dispatchEvent(new Event("input", {bubbles: true}));
      await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 200)); // longer than a reader is left without a word
  }, codes);
}

describe("what a reader may begin with", () => {
  const browser = useBrowser();

  it.each(["nb", "en"] as const)(
    "is three tables of the survey’s own questions that can be made (%s)",
    async (lang) => {
      const page = await browser.open(pathOf("explore", lang));
      const links = await page
        .locator(".starts a")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).search));
      expect(links).toHaveLength(3);
      for (const search of links) {
        const begun = await browser.open(`${pathOf("explore", lang)}${search}`);
        await drawn(begun, "explore", Object.fromEntries(new URLSearchParams(search)));
        expect(await partText(begun, "explore", "title")).toMatch(/\d/);
        expect(await begun.locator("[data-figure=explore] svg:visible").count()).toBeGreaterThan(0);
      }
    },
  );
});

describe("a selection that leaves few or nobody", () => {
  const browser = useBrowser();
  const nothingFalse = /NaN|undefined|Infinity|\bnull\b/;

  it.each([
    {lang: "nb", filter: "Fylke: Oslo", rows: ["Ja", "Nei"]},
    {lang: "en", filter: "County: Oslo", rows: ["Yes", "No"]},
  ] as const)("of nobody names the filter to remove and has no per cent ($lang)", async ({lang, filter, rows}) => {
    const page = await browser.open(`${pathOf("adoption", lang)}?county=03&kind=countyAuthority`);
    await drawn(page, answers, {county: "03", kind: "countyAuthority"});
    expect(await partText(page, answers, "title")).toContain(filter);
    const shown = await tableRows(page, answers);
    for (const row of rows) expect(shown).toContainEqual(expect.arrayContaining([row, ".."]));
    expect(shown.flat().join(" ")).not.toMatch(/%/);
    expect(await page.locator(`[data-figure=${answers}]`).innerText()).not.toMatch(nothingFalse);
    const drawing = page.locator(`[data-figure=${answers}] svg:visible`);
    expect(await drawing.locator("circle").count()).toBe(0);
    expect(await drawing.textContent()).toContain("..");
  });

  it.each([
    ["?county=03", "1 of 1"],
    ["?county=03&show=uses_now.no", "0 of 1"],
    ["?county=10&size=under2000", "2 of 3"],
  ])("of one or few is told in numbers of them: %s", async (search, share) => {
    const page = await browser.open(`${pathOf("adoption", "en")}${search}`);
    await drawn(page, answers, Object.fromEntries(new URLSearchParams(search)));
    expect(await partText(page, answers, "title")).toContain(share);
    const shown = (await tableRows(page, answers)).map(([, cell]) => cell);
    expect(shown).toContain(share);
    expect(shown.join(" ")).not.toMatch(/%/);
    expect(await page.locator(`[data-figure=${answers}] svg:visible`).textContent()).toContain(share);
  });

  it("leaves out the groups that a filter on the same question takes away, and no others", async () => {
    const page = await browser.open(`${pathOf("adoption", "en")}?by=size&size=under2000`);
    await drawn(page, answers, {by: "size", size: "under2000"});
    const rows = await tableRows(page, answers);
    expect(rows).toContainEqual(["Yes", "58%", "58%"]);
    expect(rows).toContainEqual(["Answers (n)", "58", "58"]);
    expect(await page.locator(`[data-figure=${answers}] svg:visible`).textContent()).not.toContain("..");
    const inOslo = await browser.open(`${pathOf("adoption", "en")}?by=size&county=03`);
    await drawn(inOslo, answers, {by: "size", county: "03"});
    expect(await tableRows(inOslo, answers)).toContainEqual(["Answers (n)", "1", "0", "0", "0", "1", "0"]);
  });

  it.each(["columnPercent", "rowPercent", "totalPercent", "count"])(
    "is no zero in a table of nobody: %s",
    async (measure) => {
      const page = await browser.open(
        `${pathOf("explore", "en")}?view=table&county=03&kind=countyAuthority&measure=${measure}`,
      );
      await drawn(page, "explore", {county: "03", kind: "countyAuthority", measure});
      const body = await page.locator("[data-figure=explore] tbody td > .n").allInnerTexts();
      expect(body).toHaveLength(24);
      expect(new Set(body.map(plain))).toEqual(new Set([".."]));
      expect(await page.locator("main").innerText()).not.toMatch(nothingFalse);
    },
  );
});

/** Each selection that a figure is drawn for from now on. */
async function selectionsOf(page: Page, id: string): Promise<() => Promise<string[]>> {
  const figure = page.locator(`[data-figure="${id}"]`);
  await figure.evaluate((element: HTMLElement) => {
    const selections: string[] = [];
    Object.assign(window, {selections});
    new MutationObserver(() => selections.push(element.dataset.selection ?? "")).observe(element, {
      attributeFilter: ["data-selection"],
    });
  });
  return () => page.evaluate(() => (window as unknown as {selections: string[]}).selections);
}
