import {parse} from "csv-parse/sync";
import {strFromU8, unzipSync} from "fflate";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {factsOf, handedIn, secret, standIn} from "../../../test/support/exampleFacts.js";
import type {Facts} from "../../lib/facts.js";
import type {Lang} from "../../lib/language/text.js";
import {parseSelection} from "../../lib/selection.js";
import {isShown} from "../../lib/table/cellText.js";
import type {ExploredTable} from "../../lib/table/table.js";
import {figureById} from "../figures.js";
import {exportFormats, formatsOf, tableFormats} from "../markup/downloadLinks.js";
import {exportFile, type FileContent} from "./exportFiles.js";
import {pictureFile} from "./pictureFile.js";

const {document} = new JSDOM("").window;
const madeUp = factsOf(standIn);
const open = factsOf(handedIn);
const closed = factsOf(secret);
const langs = ["nb", "en"] as const;
const formats = ["svg", "csv", "json", "txt", "bib", "ris", "xlsx", "jsonstat", "R"] as const;
type Format = (typeof formats)[number];

const searches = {
  "strategy-answers": "?by=size&county=05.20&uses_now=yes",
  "adoption-map": "?strategy=later.none",
  crosstab: "?rows=channels&columns=kind&county=05.20&layer=strategy-in_place",
} as const;
const ids = Object.keys(searches) as (keyof typeof searches)[];

function taken(id: keyof typeof searches, lang: Lang, facts: Facts = madeUp, search: string = searches[id]) {
  const figure = figureById(id);
  const {selection, refused} = parseSelection(search, figure.choices(facts));
  expect(refused).toEqual([]);
  const view = figure.view(facts, selection);
  return {figure, view, lang, address: `https://here.example/${lang}/x.html${search}#${id}`};
}

/** A figure as a file: its picture is made where it is drawn, all else where it is taken along. */
async function contentOf(format: Format, each: ReturnType<typeof taken>): Promise<FileContent> {
  return format === "svg" ? pictureFile(each.view, {lang: each.lang, document}) : exportFile(format, each);
}

/** All that a file says, without line breaks in the middle of a sentence, and without marks of its format. */
async function saidIn(format: Format, each: ReturnType<typeof taken>): Promise<string> {
  const content = await contentOf(format, each);
  if (format === "svg") {
    const svg = new JSDOM("").window.document.createElement("div");
    svg.innerHTML = String(content);
    return [...svg.querySelectorAll("text, title")]
      .map(({textContent}) => textContent)
      .join(" ")
      .replace(/\s+/g, " ");
  }
  const text =
    typeof content === "string"
      ? content
      : Object.values(unzipSync(content))
          .map((file) => strFromU8(file))
          .join(" ");
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\\u[0-9a-f]{4}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(2), 16)))
    .replace(/\\(["_&%#$])/g, "$1")
    .replace(/\s+/g, " ");
}

const spaced = (text: string) => text.replace(/\s+/g, " ");
const tableOf = ({view}: ReturnType<typeof taken>) => view.explored?.table as ExploredTable;

describe.each(ids)("%s as a file", (id) => {
  const everyForm = langs.flatMap((lang) => formats.map((format) => [format, lang] as const));

  it.each(everyForm)("of made-up respondents says that they are: %s, %s", async (format, lang) => {
    const said = await saidIn(format, taken(id, lang));
    expect(said).toMatch(lang === "nb" ? /konstruerte svar/i : /made-up respondents/i);
  });

  it.each(everyForm)("of an owner’s respondents does not say that they are made up: %s, %s", async (format, lang) => {
    const said = await saidIn(format, taken(id, lang, open));
    expect(said).not.toMatch(/konstruerte svar|made-up respondents|stand-in|standIn/i);
  });

  it.each(everyForm)(
    "has the finding over it, and in tables of one line a cell what is set against what: %s, %s",
    async (format, lang) => {
      const each = taken(id, lang, open);
      const said = await saidIn(format, each);
      const {rowVariable, columnVariable} = tableOf(each);
      if (format === "csv")
        for (const variable of [rowVariable, columnVariable]) expect(said).toContain(variable?.label[lang]);
      else expect(said).toContain(spaced(each.view.title[lang]));
    },
  );

  it.each(everyForm)("names the filters, or leads to where they are: %s, %s", async (format, lang) => {
    const each = taken(id, lang, open);
    const said = await saidIn(format, each);
    if (["txt", "bib", "ris"].includes(format)) {
      expect(said).toContain(each.address);
      return;
    }
    const named = tableOf(each).filters.flatMap(({categories}) => categories.map(({label}) => label[lang]));
    expect(named.length).toBeGreaterThan(1);
    for (const name of named) expect(said).toContain(spaced(name));
  });

  it.each(everyForm.filter(([format]) => !["txt", "bib", "ris"].includes(format)))(
    "says how many answered: %s, %s",
    async (format, lang) => {
      const each = taken(id, lang, open);
      const {unweightedBase} = tableOf(each);
      expect(await saidIn(format, each)).toMatch(new RegExp(`\\b${unweightedBase}\\b`));
    },
  );

  it.each(everyForm)(
    "says what the numbers rest on and who asked, in tables of one line a cell by survey: %s, %s",
    async (format, lang) => {
      const said = await saidIn(format, taken(id, lang, open));
      if (format !== "txt" && format !== "R") expect(said).toMatch(lang === "nb" ? /anslått/i : /estimated/i);
      expect(said).toContain(format === "csv" ? "BETA.KOMM 2011" : "BETA.KOMM");
      if (!["csv", "txt"].includes(format)) expect(said).toContain("KS FoU");
    },
  );

  it.each(everyForm)("is the same when it is made again: %s, %s", async (format, lang) => {
    const [first, second] = [await contentOf(format, taken(id, lang)), await contentOf(format, taken(id, lang))];
    expect(second).toEqual(first);
  });
});

describe.each([
  ["strategy-answers", searches["strategy-answers"], open],
  ["adoption-map", searches["adoption-map"], open],
  ["crosstab", searches.crosstab, open],
  ["crosstab", "?rows=channels&columns=size&measure=count&county=20", open],
  ["crosstab", "?rows=facebook_pages&columns=size&measure=mean", open],
  ["crosstab", "?rows=strategy&columns=size&measure=rowPercent&weight=off&county=03", open],
  ["crosstab", "?rows=strategy&columns=county", closed],
] as const)("the numbers of %s %s", (id, search, facts) => {
  const each = taken(id, "en", facts, search);
  const table = tableOf(each);
  const cells = table.cells.flat();
  const rounded = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Number(value.toFixed(10));
  /** Of a cell: what it shows, its interval, and what it rests on. */
  const numbers = cells.map((cell) => {
    if (cell.status !== "published") return [null, null, null, null, null, null, null];
    const shown = isShown(cell) ? (table.measure === "count" ? cell.count : cell.estimate) : null;
    const {low, high} = cell.interval ?? {};
    return [shown, low, high, cell.unweightedCount, cell.unweightedBase, cell.count, cell.base].map(rounded);
  });

  it("are those of the table in CSV, empty where there is none", async () => {
    const lines: Record<string, string>[] = parse(String(await exportFile("csv", each)), {columns: true, bom: true});
    const of = ["estimate", "low", "high", "unweighted_count", "unweighted_base", "weighted_count", "weighted_base"];
    expect(lines.map((line) => of.map((name) => (line[name] === "" ? null : Number(line[name]))))).toEqual(numbers);
    expect(lines.map(({status}) => status)).toEqual(cells.map(({status}) => status));
  });

  it("are those of the table in JSON-stat, null where there is none", async () => {
    const {value, size, dimension} = JSON.parse(String(await exportFile("jsonstat", each)));
    const metrics: string[] = dimension.metric.category.index;
    const of = ["estimate", "low", "high", "unweighted_count", "unweighted_base", "weighted_count", "weighted_base"];
    expect(size).toEqual([table.rows.length, table.columns.length, metrics.length]);
    expect(cells.map((_, at) => of.map((name) => value[at * metrics.length + metrics.indexOf(name)]))).toEqual(numbers);
  });

  it("are those of the table in JSON", async () => {
    const {rows} = JSON.parse(String(await exportFile("json", each)));
    expect(rows.map(({value}: {value: number | null}) => value)).toEqual(numbers.map(([shown]) => shown));
  });
});

describe("the forms that are offered", () => {
  it("are all of a figure that counts respondents, and no script and no workbook where they are not published", () => {
    expect(formatsOf(figureById("crosstab"), taken("crosstab", "nb").view)).toEqual([
      ...exportFormats,
      ...tableFormats,
    ]);
    const secretView = taken("crosstab", "nb", closed, "?columns=size").view;
    expect(formatsOf(figureById("crosstab"), secretView)).toEqual([...exportFormats, "jsonstat", "txt", "bib", "ris"]);
    expect(formatsOf(figureById("adoption"), figureById("adoption").view(madeUp, {}))).toEqual([...exportFormats]);
  });

  it("are refused otherwise", async () => {
    await expect(exportFile("R", taken("crosstab", "nb", closed, "?columns=size"))).rejects.toThrow(
      "no script for what cannot be computed anew",
    );
    const figure = figureById("adoption");
    const told = {
      figure,
      view: figure.view(madeUp, {}),
      lang: "nb",
      address: "https://here.example/",
    } as const;
    await expect(exportFile("xlsx", told)).rejects.toThrow("a figure that counts nobody: adoption");
  });
});
