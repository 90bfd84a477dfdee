import {strFromU8, unzipSync} from "fflate";
import {JSDOM} from "jsdom";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {drawn, partText, plain, taken} from "./support/explorerPage.js";
import {journeyLangs, sampled} from "./support/sampled.js";
import {useVisit} from "./support/visit.js";

/** Views of the workbench that differ in what their cells are. */
const views = [
  {view: "per cent of the column", query: "rows=use_focus&columns=strategy"},
  {view: "per cent of the row", query: "rows=uses_now&columns=county&measure=rowPercent&letters=on"},
  {view: "per cent of all, without weights", query: "rows=uses_now&columns=kind&measure=totalPercent&weight=off"},
  {view: "a weighted count", query: "rows=experience&measure=count&order=least"},
  {view: "a count without weights", query: "rows=channels&columns=kind&measure=count&weight=off&county=01.03"},
  {view: "a mean", query: "rows=facebook_pages&columns=strategy&measure=mean"},
  {view: "a filter and a layer", query: "county=02.12.18&layer=uses_now-yes"},
  {view: "nothing that is empty", query: "rows=challenges&columns=size&county=03.20&empty=hide"},
  {view: "nobody", query: "rows=strategy&county=03&kind=countyAuthority"},
];

/** One view of each measure. */
const tried = sampled(views, {size: 3, kind: ({query}) => /measure=(\w+)/.exec(query)?.[1]});

describe.each(tried)("what is taken away of the workbench, $view,", ({view, query}) => {
  const visit = useVisit(`${pathOf("explore", "en")}?${query}&view=table`);

  it("has the numbers of the screen and no others, in every form", async () => {
    const {page} = visit;
    await drawn(page, "explore", Object.fromEntries(new URLSearchParams(query)));
    const screen = await cellsOnScreen(page);
    const measure = new URLSearchParams(query).get("measure") ?? "columnPercent";
    const asShown = (cell: Exported) => shownOf(cell, measure);

    const csv = recordsOf((await taken(page, "explore", "csv")).bytes.toString("utf8")).map(exportedOf);
    expect(csv.map(asShown), "CSV").toEqual(screen);

    const stat = JSON.parse((await taken(page, "explore", "jsonstat")).bytes.toString("utf8")) as JsonStat;
    expect(cellsOf(stat).map(asShown), "JSON-stat").toEqual(screen);

    const [table, long] = sheetsOf((await taken(page, "explore", "xlsx")).bytes);
    const [head, ...lines] = long;
    const inWorkbook = lines.map((line) =>
      exportedOf(Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""]))),
    );
    expect(inWorkbook.map(asShown), "Excel, all numbers").toEqual(screen);
    const columns = new Set(screen.map(({column}) => column)).size;
    const rows = [...new Set(screen.map(({row}) => row))];
    const inSheet = table.filter(([label, ...cells]) => rows.includes(label) && cells.length > columns);
    expect(inSheet.length, "Excel, rows").toBe(rows.length);

    const json = JSON.parse((await taken(page, "explore", "json")).bytes.toString("utf8")) as {rows: JsonRow[]};
    const inJson = json.rows.map((each) => [each.row_label, each.column_label, each.estimate]);
    expect(inJson, "JSON").toEqual(csv.map(({row, column, estimate}) => [row, column, estimate]));
  });

  if (view !== "nobody")
    it("is the same in R: rows, columns, filters, weights", async () => {
      const {page} = visit;
      await drawn(page, "explore", Object.fromEntries(new URLSearchParams(query)));
      const {name, bytes} = await taken(page, "explore", "R");
      const script = bytes.toString("utf8");
      expect(name).toMatch(/^[a-z0-9-]+-table-made-up\.R$/);
      expect(script.split("\n")[0]).toBe(`# ${await partText(page, "explore", "title")}`);
      expect(script).toContain("# MADE-UP RESPONDENTS");
      const screen = await cellsOnScreen(page);
      for (const label of new Set(screen.map(({row}) => row))) expect(script).toContain(`label = "${label}"`);
      for (const label of new Set(screen.map(({column}) => column))) expect(script).toContain(`label = "${label}"`);
      for (const county of ["02", "12", "18"])
        expect(script.includes(`codes = c("${county}")`)).toBe(
          query.includes("02.12.18") || query.includes("columns=county"),
        );
      expect(script).toContain(query.includes("weight=off") ? "unweighted." : "weighted by size and county.");
    });
});

describe("what is taken away of the workbench", () => {
  const browser = useBrowser();

  it.each(journeyLangs)("is a picture that says what it is, of whom, and that it is made up (%s)", async (lang) => {
    const page = await browser.open(`${pathOf("explore", lang)}?county=12&rows=challenges&chart=grouped`);
    await drawn(page, "explore", {county: "12", rows: "challenges", chart: "grouped"});
    const svg = (await taken(page, "explore", "svg")).bytes.toString("utf8");
    const text = plain(textOfSvg(svg));
    expect(text.replaceAll(" ", "")).toContain((await partText(page, "explore", "title")).replaceAll(" ", ""));
    expect(text.replaceAll(" ", "")).toContain((await partText(page, "explore", "subtitle")).replaceAll(" ", ""));
    expect(text).toContain({nb: "Konstruerte svar – ikke funn", en: "Made-up respondents – not findings"}[lang]);
    expect(text).toContain({nb: "Kilde: svar konstruert av prosjektet", en: "Source: responses made up by this"}[lang]);
    const png = (await taken(page, "explore", "png")).bytes;
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1440);
  });

  it("has the address of just this view in its citations, its JSON-stat and its code to embed", async () => {
    const page = await browser.open(`${pathOf("explore", "en")}?rows=channels&county=12`);
    await drawn(page, "explore", {rows: "channels", county: "12"});
    const address = new URL(
      "en/explore.html?rows=channels&county=12&data=stand-in#figure-explore",
      page.url().replace(/en\/.*/, ""),
    ).href;
    for (const format of ["txt", "bib", "ris", "jsonstat"])
      expect((await taken(page, "explore", format)).bytes.toString("utf8"), format).toContain(address);
    const code = await page.locator("#figure-explore [data-embed]").inputValue();
    expect(code).toMatch(/src="[^"]*\/en\/embed\/explore\.html\?rows=channels&amp;county=12&amp;data=stand-in"/);
    expect(code).toContain('title="Made-up respondents: ');
  });

  it("claims in JSON no interval that the table does not have", async () => {
    const page = await browser.open(`${pathOf("explore", "en")}?county=03`);
    await drawn(page, "explore", {county: "03"});
    const json = JSON.parse((await taken(page, "explore", "json")).bytes.toString("utf8")) as {rows: JsonRow[]};
    expect(json.rows[0]).toMatchObject({row_label: "Yes, it is in place", column_label: "All", estimate: 0});
    // Oslo has one unit, which answered: what is not missing is a fact.
    for (const {low, high, estimate} of json.rows) expect([null, estimate]).toContain(low ?? high);
  });

  it("is printed alone", async () => {
    const page = await browser.open(pathOf("explore", "en"));
    await page.evaluate(() => {
      window.print = () => {
        const seen = [...document.querySelectorAll("#observablehq-main > *")].filter(
          (each) => !each.classList.contains("printed"),
        );
        Object.assign(window, {printed: document.querySelectorAll(".printed").length, others: seen.length});
      };
    });
    await page.emulateMedia({media: "print"});
    await page.locator("#figure-explore [data-act=print]").evaluate((button) => (button as HTMLElement).click());
    await expect.poll(() => page.evaluate(() => "printed" in window)).toBe(true);
    expect(await page.locator("#figure-explore [data-part=title]").isVisible()).toBe(true);
    expect(await page.locator("h1").isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator("h1").isVisible()).toBe(true);
  });
});

/** A cell as it is read on the screen. */
interface ShownCell {
  row: string;
  column: string;
  text: string;
  interval: string;
}

/** A cell as it is taken away. */
interface Exported {
  row: string;
  column: string;
  estimate: number | null;
  low: number | null;
  high: number | null;
  count: number;
  base: number;
}

async function cellsOnScreen(page: Page): Promise<ShownCell[]> {
  const found = await page.locator("[data-figure=explore] [data-part=table] table").evaluate((table) => {
    const head = [...table.querySelectorAll('thead th[scope="col"]')].slice(1);
    const columns = head.map((cell) => [...cell.childNodes][0]?.textContent ?? "");
    return [...table.querySelectorAll("tbody tr")].flatMap((line) =>
      [...line.querySelectorAll("td")].map((cell, at) => ({
        row: line.querySelector("th")?.textContent ?? "",
        column: columns[at],
        text: cell.querySelector(".n")?.textContent ?? "",
        interval: cell.querySelector("small")?.textContent ?? "",
      })),
    );
  });
  return found.map((cell) => ({
    row: plain(cell.row),
    column: plain(cell.column),
    text: plain(cell.text),
    interval: plain(cell.interval),
  }));
}

/** A cell that is taken away as the screen would write it: the rule of the page, written once more. */
function shownOf({row, column, estimate, low, high, count, base}: Exported, measure: string): ShownCell {
  const isShare = measure.endsWith("Percent");
  const digits = measure === "mean" ? 2 : 0;
  const number = (value: number) =>
    (isShare ? 100 * value : value).toLocaleString("en-GB", {maximumFractionDigits: digits});
  const isFew = isShare && base < 5;
  const text = () => {
    if (base === 0 || estimate === null) return "..";
    if (isFew) return `${count} of ${base}`;
    if (measure === "count" && count === 0) return "-";
    return `${number(estimate)}${isShare ? "%" : ""}`;
  };
  const hasInterval = base > 0 && !isFew && low !== null && high !== null && low !== high;
  return {row, column, text: text(), interval: hasInterval ? `${number(low)}–${number(high)}` : ""};
}

const numberOf = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text));

function exportedOf(line: Record<string, string>): Exported {
  return {
    row: line.row_label,
    column: line.column_label,
    estimate: numberOf(line.estimate),
    low: numberOf(line.low),
    high: numberOf(line.high),
    count: Number(line.unweighted_count),
    base: Number(line.unweighted_base),
  };
}

/** Lines of a CSV file by the names of its columns. */
function recordsOf(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv.replace("\ufeff", "").trim().split("\r\n").map(fieldsOf);
  return lines.map((fields) => Object.fromEntries(head.map((name, at) => [name, fields[at]])));
}

const fieldsOf = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) =>
    field.replace(/^"|"$/g, "").replaceAll('""', '"'),
  );

interface JsonStat {
  size: number[];
  value: (number | null)[];
  dimension: Record<string, {category: {index: string[]; label: Record<string, string>}}>;
}

/** The cells of a dataset, read as the format says: row by row, column by column, metric by metric. */
function cellsOf({size: [rows, columns, metrics], value, dimension}: JsonStat): Exported[] {
  const label = (of: string, at: number) => dimension[of].category.label[dimension[of].category.index[at]];
  return Array.from({length: rows * columns}, (_, at) => {
    const metric = (name: string) => value[at * metrics + dimension.metric.category.index.indexOf(name)];
    return {
      row: label("row", Math.floor(at / columns)),
      column: label("column", at % columns),
      estimate: metric("estimate"),
      low: metric("low"),
      high: metric("high"),
      count: metric("unweighted_count") ?? 0,
      base: metric("unweighted_base") ?? 0,
    };
  });
}

interface JsonRow {
  row_label: string;
  column_label: string;
  estimate: number | null;
  low: number | null;
  high: number | null;
}

const {DOMParser} = new JSDOM("").window;

/** The sheets of a workbook, cell by cell. */
function sheetsOf(bytes: Buffer): string[][][] {
  const parts = unzipSync(new Uint8Array(bytes));
  return ["sheet1", "sheet2"].map((name) => {
    const document = new DOMParser().parseFromString(strFromU8(parts[`xl/worksheets/${name}.xml`]), "text/xml");
    return [...document.querySelectorAll("row")].map((row) => {
      const cells: string[] = [];
      for (const cell of row.querySelectorAll("c"))
        cells[columnOf(cell.getAttribute("r") ?? "")] = cell.textContent ?? "";
      return cells;
    });
  });
}

/** `A1` is 0, `B1` is 1, `AA1` is 26. */
const columnOf = (place: string) =>
  [...place.replace(/\d/g, "")].reduce((at, letter) => 26 * at + letter.charCodeAt(0) - 64, 0) - 1;

function textOfSvg(svg: string): string {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  return [...document.querySelectorAll("text")].map(({textContent}) => textContent).join(" ");
}
