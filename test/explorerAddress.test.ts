import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {goTo, useBrowser} from "./support/browser.js";
import {
  chips,
  drawn,
  partText,
  pick,
  pressInPicture,
  searchOf,
  tableRows,
  tick,
  trailButton,
} from "./support/explorerPage.js";
import {idle} from "./support/ready.js";

const answers = "adoption-answers";

describe("the address of an explorer", () => {
  const browser = useBrowser();
  const open = (page: "adoption" | "crosstab", search: string, lang: "nb" | "en" = "en") =>
    browser.open(`${pathOf(page, lang)}${search}`);

  it.each([
    {
      lang: "nb",
      said: "Lenken ber om county = «99», som ikke finnes her. Det er sett bort fra. Lenken ber om county = «x», som ikke finnes her. Det er sett bort fra.",
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

  it.each([
    ["county", "?county=99", "“99”"],
    ["a net that is none", "?net=strategy-nothing", "“strategy-nothing”"],
    ["rows", "?rows=weather", "“weather”"],
    ["a measure", "?measure=median", "“median”"],
    ["a layer", "?layer=uses_now", "“uses_now”"],
    ["a parameter of an older version", "?groups=2", "“2”"],
  ])("that asks for %s the crosstab lacks says so, and shows the table as it is at first", async (_, search, named) => {
    const page = await open("crosstab", search);
    const notice = page.locator("form[data-controls=crosstab] .notice:visible");
    await notice.waitFor();
    expect(await notice.innerText()).toContain(named);
    await drawn(page, "crosstab", {rows: "strategy", columns: "size", layer: "none", net: "all", county: "all"});
    expect(await partText(page, "crosstab", "title")).toBe("Made-up respondents: Strategy for social media by size");
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
    const explicit = await open("crosstab", "?weight=on&county=all&letters=off&chart=heat");
    await drawn(explicit, "crosstab", {chart: "heat"});
    await pick(explicit, "order", "most");
    await drawn(explicit, "crosstab", {order: "most"});
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
    const page = await open("crosstab", "");
    await pick(page, "rows", "experience");
    await drawn(page, "crosstab", {rows: "experience"});
    await pick(page, "measure", "rowPercent");
    await drawn(page, "crosstab", {measure: "rowPercent"});
    await tick(page, "county", "12");
    await drawn(page, "crosstab", {county: "12"});
    for (const [key, code] of [
      ["county", "all"],
      ["measure", "columnPercent"],
      ["rows", "strategy"],
    ]) {
      await page.goBack();
      await drawn(page, "crosstab", {[key]: code});
    }
    await drawn(page, "silence", {county: "all", rows: "strategy"});
    expect(searchOf(page)).toBe("");
    for (const [key, code] of [
      ["rows", "experience"],
      ["measure", "rowPercent"],
      ["county", "12"],
    ]) {
      await page.goForward();
      await drawn(page, "crosstab", {[key]: code});
    }
    expect(await page.locator("select[name=rows]").inputValue()).toBe("experience");
    expect(await chips(page)).toEqual(["County: Hordaland"]);
  });

  it("of a figure alone works as in the report, and carries what a reader chooses", async () => {
    const page = await browser.open(`en/embed/${answers}?by=size&data=stand-in`);
    await drawn(page, answers, {by: "size"});
    expect(await page.locator(".notice:visible").count()).toBe(0);
    await pressInPicture(page, answers, "size=under2000", {element: "a"});
    await drawn(page, answers, {by: "size", size: "under2000"});
    expect(new URL(page.url()).searchParams.get("size")).toBe("under2000");
  });
});

describe("the files that an explorer fetches", () => {
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

  it.each([
    {page: "adoption", key: "uses_now", code: "yes"},
    {page: "strategy", key: "uses_now", code: "yes"},
    {page: "channels", key: "strategy", code: "in_place"},
    {page: "dialogue", key: "strategy", code: "in_place"},
    {page: "challenges", key: "uses_now", code: "no"},
  ] as const)(
    "on the page $page are none at first, and at the first change its own and no other",
    async ({page: home, key, code}) => {
      const {page, fetched} = await listening(pathOf(home, "nb"));
      expect(fetched).toEqual([]);
      await tick(page, key, code);
      await drawn(page, `${home}-answers`, {[key]: code});
      await drawn(page, `${home}-map`, {[key]: code});
      const own = [`/data/explore/${home}.json`, "/data/respondents.arrow"];
      expect(fetched).toEqual(own);
      await tick(page, "county", "12");
      await pick(page, "by", "size");
      await drawn(page, `${home}-answers`, {county: "12", by: "size"});
      await trailButton(page, "undo").click();
      await drawn(page, `${home}-answers`, {by: "none"});
      expect(fetched).toEqual(own);
    },
  );

  it("at the crosstab are its own and the respondents, once", async () => {
    const {page, fetched} = await listening(pathOf("crosstab", "en"));
    expect(fetched).toEqual([]);
    await pick(page, "measure", "count");
    await drawn(page, "crosstab", {measure: "count"});
    const own = ["/data/explore/crosstab.json", "/data/respondents.arrow"];
    expect(fetched).toEqual(own);
    await pick(page, "columns", "challenges");
    await drawn(page, "crosstab", {columns: "challenges"});
    await trailButton(page, "pivot").click();
    await drawn(page, "crosstab", {rows: "challenges"});
    await drawn(page, "silence", {rows: "challenges"});
    await tick(page, "size", "under2000");
    await drawn(page, "crosstab", {size: "under2000"});
    await pick(page, "columns", "none");
    await drawn(page, "crosstab", {columns: "none"});
    await trailButton(page, "reset").click();
    await drawn(page, "crosstab", {rows: "strategy", columns: "size", size: "all"});
    expect(fetched).toEqual(own);
  });

  it("that come when the reader has chosen something else draw the later choice alone", async () => {
    const {page} = await listening(pathOf("crosstab", "en"));
    const drawnFor = await selectionsOf(page, "crosstab");
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
    await drawn(page, "crosstab", {rows: "challenges"});
    await idle(page);
    await pick(page, "measure", "rowPercent");
    await drawn(page, "crosstab", {rows: "challenges", measure: "rowPercent"});
    expect((await drawnFor()).filter((selection) => selection.includes("rows=experience"))).toEqual([]);
    expect(await partText(page, "crosstab", "title")).toBe("Made-up respondents: Challenges by size");
  });

  it("are fetched again when they could not be, and until then what stands is said to be of an earlier choice", async () => {
    const {page} = await listening(pathOf("crosstab", "en"));
    await page.route("**/data/respondents.arrow", (route) => route.abort());
    await pick(page, "rows", "experience");
    const pending = page.locator("[data-figure=crosstab] .pending:visible");
    await expect.poll(() => pending.innerText()).toMatch(/could not be redrawn/);
    expect(await page.locator("#status").innerText()).toMatch(/could not be redrawn/);
    expect(await partText(page, "crosstab", "title")).toContain("Strategy for social media");
    await page.unroute("**/data/respondents.arrow");
    await pick(page, "measure", "rowPercent");
    await drawn(page, "crosstab", {rows: "experience", measure: "rowPercent"});
    expect(await pending.count()).toBe(0);
  });
});

describe("a selection that leaves few or nobody", () => {
  const browser = useBrowser();
  const nothingFalse = /NaN|undefined|Infinity|\bnull\b/;

  it.each([
    {
      lang: "nb",
      title: "Konstruerte svar: ingen i dette utvalget har svart på «Bruker sosiale medier»",
      rows: [
        ["Ja", "..", "–", "0", "0"],
        ["Nei", "..", "–", "0", "0"],
      ],
    },
    {
      lang: "en",
      title: "Made-up respondents: nobody in this selection has answered “Uses social media”",
      rows: [
        ["Yes", "..", "–", "0", "0"],
        ["No", "..", "–", "0", "0"],
      ],
    },
  ] as const)("of nobody says so and has no per cent ($lang)", async ({lang, title, rows}) => {
    const page = await browser.open(`${pathOf("adoption", lang)}?county=03&kind=countyAuthority`);
    await drawn(page, answers, {county: "03", kind: "countyAuthority"});
    expect(await partText(page, answers, "title")).toBe(title);
    const [, ...shown] = await tableRows(page, answers);
    expect(shown).toEqual(rows);
    const figure = await page.locator(`[data-figure=${answers}]`).innerText();
    expect(figure).not.toMatch(nothingFalse);
    const table = await page.locator(`[data-figure=${answers}] tbody`).innerText();
    expect(table).not.toMatch(/%/);
    const drawing = page.locator(`[data-figure=${answers}] svg:visible`);
    expect(await drawing.locator("circle").count()).toBe(0);
    expect(await drawing.textContent()).toContain("..");
  });

  it.each([
    [
      "?county=03",
      "the one municipality or county authority in Oslo that answered said “Yes” to “Uses social media”",
      "1 of 1",
    ],
    [
      "?county=03&show=uses_now.no",
      "the one municipality or county authority in Oslo that answered said something other than “No” to “Uses social media”",
      "0 of 1",
    ],
    [
      "?county=10&size=under2000",
      "of the 3 municipalities with under 2,000 inhabitants in Vest-Agder that answered, 2 of 3 said “Yes” to “Uses social media”",
      "2 of 3",
    ],
  ])("of one or few is told in numbers of them: %s", async (search, sentence, share) => {
    const page = await browser.open(`${pathOf("adoption", "en")}${search}`);
    await drawn(page, answers, Object.fromEntries(new URLSearchParams(search)));
    expect(await partText(page, answers, "title")).toBe(`Made-up respondents: ${sentence}`);
    const shown = (await tableRows(page, answers)).map(([, cell]) => cell);
    expect(shown).toContain(share);
    expect(shown.join(" ")).not.toMatch(/%/);
    expect(await page.locator(`[data-figure=${answers}] svg:visible`).textContent()).toContain(share);
  });

  it("still lists the groups that disappear, each without a number", async () => {
    const page = await browser.open(`${pathOf("adoption", "en")}?by=size&size=under2000`);
    await drawn(page, answers, {by: "size", size: "under2000"});
    expect(await tableRows(page, answers)).toEqual([
      ["Size", "Yes", "No", "Base (n)"],
      ["All", "58%", "42%", "58"],
      ["Under 2,000 inhabitants", "58%", "42%", "58"],
      ["2,000–4,999 inhabitants", "..", "..", "0"],
      ["5,000–19,999 inhabitants", "..", "..", "0"],
      ["20,000 inhabitants or more", "..", "..", "0"],
      ["County authorities", "..", "..", "0"],
    ]);
    expect(await partText(page, answers, "table")).toContain(".. (no answers)");
    const map = await tableRows(page, "adoption-map");
    expect(map).toContainEqual(["Oslo", "..", "0"]);
    expect(await page.locator("[data-figure=adoption-map] svg:visible rect[data-choose='county=03']").count()).toBe(1);
  });

  it.each(["columnPercent", "rowPercent", "totalPercent", "count"])(
    "is no zero in a crosstab of nobody: %s",
    async (measure) => {
      const page = await browser.open(
        `${pathOf("crosstab", "en")}?county=03&kind=countyAuthority&measure=${measure}&letters=on`,
      );
      await drawn(page, "crosstab", {county: "03", kind: "countyAuthority", measure, letters: "on"});
      const cells = (await tableRows(page, "crosstab")).slice(2, 6).flatMap(([, ...shown]) => shown);
      expect(cells).toHaveLength(24);
      expect(new Set(cells)).toEqual(new Set([".."]));
      expect(await page.locator("main").innerText()).not.toMatch(nothingFalse);
    },
  );

  it("is, with every empty line hidden, a sentence and no table of nothing", async () => {
    const page = await browser.open(`${pathOf("crosstab", "en")}?county=03&kind=countyAuthority&empty=hide`);
    await drawn(page, "crosstab", {empty: "hide", county: "03"});
    expect(await partText(page, "crosstab", "picture")).toBe("No rows to show.");
    expect(await partText(page, "crosstab", "subtitle")).toContain("Nobody in this selection has answered");
  });
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
