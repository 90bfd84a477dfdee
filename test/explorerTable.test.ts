import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {chips, drawn, partText, pick, searchOf, tableRows, taken, trailButton} from "./support/explorerPage.js";

type RCell = [row: string, column: string, ...figures: (number | null)[]];

/** What R made of tables, from the scripts and the respondents’ file that the page gives. */
const byR: {columns: string[]; tables: {name: string; query: string; cells: RCell[]}[]} = JSON.parse(
  readFileSync(new URL("explorerByR.json", import.meta.url), "utf8"),
);

describe("a researcher at the workbench", () => {
  const browser = useBrowser();
  const open = (search = "", lang: "nb" | "en" = "en") => browser.open(`${pathOf("explore", lang)}${search}`);

  it("builds a weighted table of channels by size, and reads R’s numbers", async () => {
    const page = await open("?view=table");
    await pick(page, "rows", "channels");
    await drawn(page, "explore", {rows: "channels", columns: "size", weight: "on"});
    expect(await partText(page, "explore", "subtitle")).toContain(
      "Per cent of the 156 municipalities and county authorities that were asked and answered, by size; weighted by size and county; 1 with missing answers left out.",
    );
    const rows = await tableRows(page, "explore");
    expect(rows).toContainEqual(["Facebook", "96%", "97%", "96%", "96%", "94%", "100%"]);
    expect(rows).toContainEqual(["Answers (n)", "156", "34", "47", "51", "18", "6"]);
    expect(rows).toContainEqual(["Weighted N", "259", "56", "79", "85", "29", "10"]);
    expect(searchOf(page)).toBe("?view=table&rows=channels");
  });

  it.each(byR.tables)("has on the page R’s numbers of: $name", async ({query, cells}) => {
    const page = await open(`?view=table&${query}`);
    const {net: _, ...chosen} = Object.fromEntries(new URLSearchParams(query));
    await drawn(page, "explore", chosen);
    const shown = await page.locator("[data-figure=explore] td[id^=row-] > .n").allInnerTexts();
    const measure = new URLSearchParams(query).get("measure") ?? "columnPercent";
    const kept = cells.filter(([, column]) => isChosen(chosen, column));
    expect(shown).toEqual(kept.map((cell) => textOf(cell, measure)));
    const file = (await taken(page, "explore", "csv")).bytes.toString("utf8");
    expect(numbersOf(file)).toEqual(kept);
  });

  it("reloads the link in another browser and sees the same", async () => {
    const query =
      "?view=table&rows=challenges&columns=strategy&layer=size-under2000&order=most&chart=grouped&sort=strategy.none";
    const page = await open(query);
    const chosen = Object.fromEntries(new URLSearchParams(query));
    await drawn(page, "explore", chosen);
    const elsewhere = await open(searchOf(page));
    await drawn(elsewhere, "explore", chosen);
    for (const part of ["title", "subtitle", "table"])
      expect(await partText(elsewhere, "explore", part), part).toBe(await partText(page, "explore", part));
    const svg = (of: Page) => of.locator("[data-figure=explore] [data-drawn=explore-wide]").innerHTML();
    expect(await svg(elsewhere)).toBe(await svg(page));
    expect(await elsewhere.locator("select[name=layer]").inputValue()).toBe("size-under2000");
  });

  it("swaps rows and columns, and every group keeps its share", async () => {
    const page = await open("?view=table&rows=strategy&columns=uses_now");
    await drawn(page, "explore", {columns: "uses_now"});
    const before = await tableRows(page, "explore");
    const cell = (rows: string[][], row: string, column: string) => {
      const heads = rows.find((each) => each.includes(column)) ?? [];
      return rows.find(([head]) => head === row)?.[heads.indexOf(column)];
    };
    await trailButton(page, "pivot").click();
    await drawn(page, "explore", {rows: "uses_now", columns: "strategy", measure: "rowPercent"});
    const turned = await tableRows(page, "explore");
    for (const answer of ["Yes", "No"])
      expect(cell(turned, answer, "No, and no plans")).toBe(cell(before, "No, and no plans", answer));
    await trailButton(page, "pivot").click();
    await drawn(page, "explore", {rows: "strategy", columns: "uses_now", measure: "columnPercent"});
    expect(await tableRows(page, "explore")).toEqual(before);
    await pick(page, "columns", "none");
    await drawn(page, "explore", {columns: "none"});
    expect(await trailButton(page, "pivot").isDisabled()).toBe(true);
  });

  it("has one table for each category of a layer, or that of one, and takes the layer away by its chip", async () => {
    const page = await open("?view=table&layer=kind&layer2=uses_now");
    await drawn(page, "explore", {layer: "kind", layer2: "uses_now"});
    expect(await page.locator("[data-figure=explore] table.crosstab").count()).toBe(4);
    expect(await page.locator("[data-figure=explore] h3").allInnerTexts()).toEqual([
      "Kind of unit: Municipalities, Uses social media: Yes",
      "Kind of unit: Municipalities, Uses social media: No",
      "Kind of unit: County authorities, Uses social media: Yes",
      "Kind of unit: County authorities, Uses social media: No",
    ]);
    expect(await chips(page)).toEqual(["Kind of unit: each", "Uses social media: each"]);
    for (const _ of [1, 2]) await page.locator(".chips button").first().click();
    await drawn(page, "explore", {layer: "none", layer2: "none"});
    await pick(page, "layer", "uses_now-no");
    await drawn(page, "explore", {layer: "uses_now-no"});
    expect(await partText(page, "explore", "subtitle")).toContain("113 ");
    expect(await chips(page)).toEqual(["Uses social media: No"]);
  });

  it("puts rows in order by a press on a head, and hides what is empty", async () => {
    const page = await open("?view=table");
    const order = async () =>
      (await tableRows(page, "explore")).filter(([, all]) => /%/.test(all)).map(([, all]) => all);
    await page.locator("[data-figure=explore] thead th.all").first().click();
    await drawn(page, "explore", {order: "most"});
    expect(await order()).toEqual(["30%", "27%", "27%", "16%"]);
    await page.locator("[data-figure=explore] thead th.all").first().click();
    await drawn(page, "explore", {order: "least"});
    expect(await order()).toEqual(["16%", "27%", "27%", "30%"]);
    await page.locator("[data-figure=explore] thead th[data-category=countyAuthorities]").click();
    await drawn(page, "explore", {order: "most", sort: "size.countyAuthorities"});
    const inOslo = await open("?view=table&county=03&empty=hide");
    await drawn(inOslo, "explore", {county: "03", empty: "hide"});
    expect(await tableRows(inOslo, "explore")).toEqual([
      ["", "", "Size"],
      ["Strategy for social media", "All", "20,000 inhabitants or more"],
      ["Answers (n)", "1", "1"],
      ["Weighted N", "1", "1"],
      ["Effective n", "1", "1"],
      ["No, but it will come later", "1 of 1", "1 of 1"],
    ]);
  });

  it("has letters for columns, or none", async () => {
    const page = await open("?view=table&rows=uses_now&columns=county");
    await drawn(page, "explore", {columns: "county"});
    expect(await page.locator("[data-figure=explore] thead .letter").allInnerTexts()).toEqual([
      ..."ABCDEFGHIJKLMNOPQRS",
    ]);
    expect(await partText(page, "explore", "table")).toContain("Holm-adjusted");
    await pick(page, "letters", "off");
    await drawn(page, "explore", {letters: "off"});
    expect(await page.locator("[data-figure=explore] .letter").count()).toBe(0);
  });

  it("shows the columns that do not fit by buttons, with the heads of the rows in sight", async () => {
    const page = await open("?view=table&rows=channels&columns=county");
    await drawn(page, "explore", {columns: "county"});
    const head = page.locator("[data-figure=explore] tbody th", {hasText: "Twitter"});
    const left = async () => (await head.boundingBox())?.x;
    const before = await left();
    const next = page.locator(".pager button").last();
    const last = page.locator("thead th", {hasText: "Finnmark"});
    expect(await last.evaluate(isInSight)).toBe(false);
    await expect
      .poll(async () => {
        await next.evaluate((button) => (button as HTMLElement).click());
        return last.evaluate(isInSight);
      })
      .toBe(true);
    expect(await left()).toBe(before);
  });

  it("moves nothing when a reader begins, and code for what may be done comes", async () => {
    const page = await open("?view=table&rows=facebook_pages&measure=mean");
    await drawn(page, "explore", {measure: "mean"});
    const tops = () =>
      page
        .locator("[data-figure=explore] :is([data-part=table], [data-part=source], .actions)")
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    const before = await tops();
    await page.mouse.move(600, 300);
    await page.mouse.move(610, 310);
    await page.locator(".merging").waitFor();
    expect(await tops()).toEqual(before);
  });

  it("sets any number of questions against each other", async () => {
    const query =
      "?rows=challenges&columns=channels&layer=use_focus-information&uses_now=yes&strategy=later&view=table";
    const page = await open(query);
    await drawn(page, "explore", Object.fromEntries(new URLSearchParams(query)));
    const bases =
      (await tableRows(page, "explore"))
        .find(([head]) => head === "Answers (n)")
        ?.slice(1)
        .map(Number) ?? [];
    expect(bases[0]).toBeGreaterThan(10);
    for (const n of bases.slice(1)) expect(n).toBeLessThanOrEqual(bases[0]);
  });

  it.each([
    {
      what: "a mean of what is no number",
      query: "?measure=mean",
      lang: "nb",
      title: "Denne tabellen kan ikke lages",
      said: "Gjennomsnitt krever et spørsmål der svaret er et tall.",
    },
    {
      what: "the same question twice",
      query: "?columns=strategy",
      lang: "en",
      title: "This table cannot be made",
      said: "The same thing is chosen twice.",
    },
  ] as const)("is refused $what, is told why, and is shown nothing else", async ({query, lang, title, said}) => {
    const page = await open(query, lang);
    await drawn(page, "explore", Object.fromEntries(new URLSearchParams(query)));
    expect(await partText(page, "explore", "title")).toBe(title);
    expect(await partText(page, "explore", "subtitle")).toContain(said);
    const figure = page.locator("[data-figure=explore]");
    expect(await figure.locator("[data-part=picture] svg").count()).toBe(0);
    expect(await figure.locator("[data-part=table] td").count()).toBe(0);
    expect(await figure.innerText()).not.toMatch(/\d ?%/);
    await trailButton(page, "reset").click();
    await drawn(page, "explore", {rows: "strategy", columns: "size", measure: "columnPercent", county: "all"});
    expect(await figure.locator("[data-part=table] tbody tr").count()).toBe(4);
  });
});

/** Runs in the page: true of an element that the window and its scrolled region show. */
function isInSight(element: Element): boolean {
  const {left, right} = element.getBoundingClientRect();
  const region = element.closest(".scroll")?.getBoundingClientRect();
  return region !== undefined && left >= region.left - 1 && right <= region.right + 1;
}

/** False of a column that a filter on the same question takes away, which R writes and the page does not. */
function isChosen({columns = "size", ...filters}: Record<string, string>, column: string): boolean {
  return column === "all" || (filters[columns]?.split(".").includes(column) ?? true);
}

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
