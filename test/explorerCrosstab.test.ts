import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {chips, drawn, partText, pick, searchOf, tableRows, taken, tick, trailButton} from "./support/explorerPage.js";

type RCell = [row: string, column: string, ...figures: (number | null)[]];

/** What R made of tables, from the scripts and the respondents’ file that the page gives. */
const byR: {columns: string[]; tables: {name: string; query: string; cells: RCell[]}[]} = JSON.parse(
  readFileSync(new URL("explorerByR.json", import.meta.url), "utf8"),
);

describe("a researcher at the crosstab", () => {
  const browser = useBrowser();
  const open = (search = "", lang: "nb" | "en" = "en") => browser.open(`${pathOf("crosstab", lang)}${search}`);

  it("builds a weighted table of channels by size from the menus, and reads R’s numbers", async () => {
    const page = await open();
    await pick(page, "rows", "channels");
    await drawn(page, "crosstab", {rows: "channels", columns: "size", weight: "on"});
    expect(await partText(page, "crosstab", "title")).toBe("Made-up respondents: Channels by size");
    expect(await partText(page, "crosstab", "subtitle")).toBe(
      "Per cent of the column, weighted by size and county. About the 156 municipalities and county authorities that were asked and answered; 1 left something unanswered.",
    );
    const rows = await tableRows(page, "crosstab");
    const [facebook] = rows.filter(([label]) => label === "Facebook");
    expect(facebook).toEqual(["Facebook", "96%", "97%", "96%", "96%", "94%", "100%"]);
    expect(rows).toContainEqual(["Number that answered (n)", "156", "34", "47", "51", "18", "6"]);
    expect(rows).toContainEqual(["Units they stand for", "259", "56", "79", "85", "29", "10"]);
    expect(searchOf(page)).toBe("?rows=channels");
  });

  it.each(byR.tables)("has on the page R’s numbers of: $name", async ({query, cells}) => {
    const page = await open(`?${query}`);
    await drawn(page, "crosstab", Object.fromEntries(new URLSearchParams(query)));
    const shown = await page.locator("[data-figure=crosstab] td[id^=row-] > .n").allInnerTexts();
    const measure = new URLSearchParams(query).get("measure") ?? "columnPercent";
    expect(shown).toEqual(cells.map((cell) => textOf(cell, measure)));
    const file = (await taken(page, "crosstab", "csv")).bytes.toString("utf8");
    expect(numbersOf(file)).toEqual(cells);
  });

  it("reloads the link in another browser and sees the same", async () => {
    const page = await open();
    await pick(page, "rows", "challenges");
    await pick(page, "columns", "strategy");
    await pick(page, "layer", "size-under2000");
    for (const [key, code] of [
      ["letters", "on"],
      ["order", "most"],
      ["chart", "grouped"],
    ])
      await pick(page, key, code);
    await tick(page, "net", "strategy-in_place");
    await tick(page, "net", "strategy-by_year_end");
    const chosen = {rows: "challenges", layer: "size-under2000", order: "most", net: "strategy-in_place"};
    await drawn(page, "crosstab", {...chosen, net: "strategy-in_place.strategy-by_year_end"});
    const elsewhere = await browser.open(`${pathOf("crosstab", "en")}${searchOf(page)}`);
    await drawn(elsewhere, "crosstab", {...chosen, net: "strategy-in_place.strategy-by_year_end"});
    for (const part of ["title", "subtitle", "table", "note"])
      expect(await partText(elsewhere, "crosstab", part), part).toBe(await partText(page, "crosstab", part));
    const svg = (of: Page) => of.locator("[data-figure=crosstab] [data-drawn=crosstab-wide]").innerHTML();
    expect(await svg(elsewhere)).toBe(await svg(page));
    expect(await elsewhere.locator("[data-key=net] input:checked").count()).toBe(2);
    expect(await elsewhere.locator("select[name=layer]").inputValue()).toBe("size-under2000");
  });

  it("swaps rows and columns and back again", async () => {
    const page = await open("?rows=strategy&columns=uses_now");
    await drawn(page, "crosstab", {columns: "uses_now"});
    const [[, , across], ...rest] = await tableRows(page, "crosstab");
    await trailButton(page, "pivot").click();
    await drawn(page, "crosstab", {rows: "uses_now", columns: "strategy"});
    expect(await partText(page, "crosstab", "title")).toBe(
      "Made-up respondents: Uses social media by “Strategy for social media”",
    );
    expect(across).toBe("Uses social media");
    await trailButton(page, "pivot").click();
    await drawn(page, "crosstab", {rows: "strategy", columns: "uses_now"});
    expect((await tableRows(page, "crosstab")).slice(1)).toEqual(rest);
  });

  it("is not offered to swap what cannot be swapped", async () => {
    const page = await open("?columns=none");
    await drawn(page, "crosstab", {columns: "none"});
    expect(await trailButton(page, "pivot").isDisabled()).toBe(true);
    await pick(page, "columns", "size");
    await drawn(page, "crosstab", {columns: "size"});
    expect(await trailButton(page, "pivot").isEnabled()).toBe(true);
  });

  it("goes through a layer one table at a time, and is told that it is a filter", async () => {
    const page = await open();
    await pick(page, "layer", "uses_now-yes");
    await drawn(page, "crosstab", {layer: "uses_now-yes"});
    expect(await partText(page, "crosstab", "subtitle")).toContain(
      "About the 157 municipalities and county authorities that answered and had said “Yes” to “Uses social media”",
    );
    expect(await page.locator(".unfiltered").isVisible()).toBe(false);
    expect(await chips(page)).toEqual(["Uses social media: Yes"]);
    await pick(page, "layer", "uses_now-no");
    await drawn(page, "crosstab", {layer: "uses_now-no"});
    expect(await partText(page, "crosstab", "subtitle")).toContain("About the 113 ");
    await page.locator(".chips button").click();
    await drawn(page, "crosstab", {layer: "none"});
    expect(searchOf(page)).toBe("");
    expect(await page.locator(".unfiltered").isVisible()).toBe(true);
  });

  it("puts rows in order, hides what is empty, merges responses and asks for letters", async () => {
    for (const [order, shares] of [
      ["most", ["30%", "27%", "27%", "16%"]],
      ["least", ["16%", "27%", "27%", "30%"]],
    ] as const) {
      const page = await open(`?order=${order}`);
      await drawn(page, "crosstab", {order});
      expect((await tableRows(page, "crosstab")).slice(2, 6).map(([, all]) => all)).toEqual(shares);
    }
    const inOslo = await open("?county=03&empty=hide");
    await drawn(inOslo, "crosstab", {county: "03", empty: "hide"});
    expect(await tableRows(inOslo, "crosstab")).toEqual([
      ["", "", "Size"],
      ["Strategy for social media", "All", "20,000 inhabitants or more"],
      ["No, but it will come later", "1 of 1", "1 of 1"],
      ["Number that answered (n)", "1", "1"],
      ["Units they stand for", "1", "1"],
    ]);
    const netted = await open("?net=strategy-in_place.strategy-by_year_end");
    await drawn(netted, "crosstab", {net: "strategy-in_place.strategy-by_year_end"});
    expect((await tableRows(netted, "crosstab"))[2]).toEqual([
      "Yes, it is in place / No, but it will come by the end of 2011",
      ...["46%", "45%", "46%", "46%", "46%", "45%"],
    ]);
    const lettered = await open("?rows=uses_now&columns=county&letters=on");
    await drawn(lettered, "crosstab", {letters: "on"});
    expect(await lettered.locator("[data-figure=crosstab] .letter").allInnerTexts()).toEqual([
      ..."ABCDEFGHIJKLMNOPQRS",
    ]);
    expect(await partText(lettered, "crosstab", "table")).toContain("Holm-adjusted");
  });

  it("sets any number of questions against each other", async () => {
    const query = "?rows=challenges&columns=channels&layer=use_focus-information&uses_now=yes&strategy=later";
    const page = await open(query);
    await drawn(page, "crosstab", Object.fromEntries(new URLSearchParams(query)));
    const rows = await tableRows(page, "crosstab");
    const base =
      rows
        .find(([head]) => head.startsWith("Number that answered"))
        ?.slice(1)
        .map(Number) ?? [];
    expect(base[0]).toBeGreaterThan(10);
    for (const n of base.slice(1)) expect(n).toBeLessThanOrEqual(base[0]);
  });

  it.each([
    {
      what: "a mean of what is no number",
      query: "?measure=mean",
      lang: "nb",
      said: "Gjennomsnitt krever at radene er tall. Velg for eksempel antall Facebook-sider i radene, eller et annet mål.",
    },
    {
      what: "the same question twice",
      query: "?columns=strategy",
      lang: "en",
      said: "Rows and columns are the same. Choose something else for one of them.",
    },
  ] as const)("is refused $what, is told why, and is shown nothing else", async ({query, lang, said}) => {
    const page = await open(query, lang);
    await drawn(page, "crosstab", Object.fromEntries(new URLSearchParams(query)));
    expect(await partText(page, "crosstab", "title")).toBe(
      {nb: "Denne tabellen kan ikke lages", en: "This table cannot be made"}[lang],
    );
    expect(await partText(page, "crosstab", "subtitle")).toBe(said);
    expect(await partText(page, "crosstab", "picture")).toBe(said);
    const figure = page.locator("[data-figure=crosstab]");
    expect(await figure.locator("[data-part=picture] svg").count()).toBe(0);
    expect(await figure.locator("[data-part=table] tbody tr, [data-part=table] td").count()).toBe(0);
    expect(await figure.innerText()).not.toMatch(/\d ?%/);
    await trailButton(page, "reset").click();
    await drawn(page, "crosstab", {rows: "strategy", columns: "size", measure: "columnPercent", county: "all"});
    expect(await figure.locator("[data-part=table] tbody tr").count()).toBe(4);
  });

  it("is offered no file of the numbers of a table that cannot be made", async () => {
    const page = await open("?measure=mean");
    await drawn(page, "crosstab", {measure: "mean"});
    await page.locator("#figure-crosstab .take summary").click();
    const offered = page.locator("#figure-crosstab [data-take]:visible");
    const formats = () => offered.evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.take));
    for (const format of ["xlsx", "jsonstat", "R"]) expect(await formats()).not.toContain(format);
    await pick(page, "measure", "count");
    await drawn(page, "crosstab", {measure: "count"});
    expect(await formats()).toEqual(expect.arrayContaining(["csv", "xlsx", "jsonstat", "R"]));
  });
});

/** A cell of R’s as the English page writes it. */
function textOf([, , estimate, , , count, base]: RCell, measure: string): string {
  if (estimate === null || count === null || base === null) return "..";
  const digits = measure === "mean" ? 2 : 0;
  if (measure === "count") return count === 0 ? "-" : formatted(estimate, digits);
  if (measure === "mean") return formatted(estimate, digits);
  return base < 5 ? `${count} of ${base}` : `${formatted(100 * estimate, digits)}%`;
}

const formatted = (value: number, digits: number) => value.toLocaleString("en-GB", {maximumFractionDigits: digits});

/** The lines of an exported table as R’s are kept, to eight digits. */
function numbersOf(csv: string): RCell[] {
  const [head, ...lines] = csv.replace("\ufeff", "").trim().split("\r\n").map(fieldsOf);
  const places = byR.columns.map((name) => head.indexOf(name));
  return lines.map((fields) => {
    const [row, column, ...figures] = places.map((place) => fields[place]);
    return [row, column, ...figures.map((figure) => (figure === "" ? null : Number(Number(figure).toPrecision(8))))];
  });
}

const fieldsOf = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) =>
    field.replace(/^"|"$/g, "").replaceAll('""', '"'),
  );
