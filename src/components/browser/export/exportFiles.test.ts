import {parse} from "csv-parse/sync";
import {strFromU8, unzipSync} from "fflate";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {factsOf, handedIn, secret, standIn} from "../../../../test/support/exampleFacts.js";
import type {Facts} from "../../../lib/facts.js";
import type {Lang} from "../../../lib/language/text.js";
import {parseSelection} from "../../../lib/selection.js";
import {isShown} from "../../../lib/table/shown/cellText.js";
import type {ExploredTable} from "../../../lib/table/table.js";
import {figureById} from "../../figures.js";
import {allFormats, exportFormats, formatsOf} from "../../markup/downloadLinks.js";
import {clipboardTableOf, exportFile, type FileContent, zipFile} from "./exportFiles.js";
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
  explore: "?rows=channels&columns=kind&county=05.20&layer=strategy-in_place&view=table",
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
const tableOf = ({view}: ReturnType<typeof taken>) => view.explored?.tables[0].table as ExploredTable;

describe.each(ids)("%s as a file", (id) => {
  const everyForm = formats.flatMap((format) => langs.map((lang) => [format, lang] as const));
  const isCitation = (format: Format) => ["txt", "bib", "ris"].includes(format);

  it.each(everyForm)("of made-up respondents says that they are: %s, %s", async (format, lang) => {
    expect(await saidIn(format, taken(id, lang))).toMatch(lang === "nb" ? /konstruerte svar/i : /made-up respondents/i);
  });

  it.each(everyForm)("of an owner’s respondents says what, of whom, by whom: %s, %s", async (format, lang) => {
    const each = taken(id, lang, open);
    const said = await saidIn(format, each);
    const {rowVariable, columnVariable, filters, unweightedBase} = tableOf(each);
    expect(said).not.toMatch(/konstruerte svar|made-up respondents|stand-in|standIn/i);
    if (format === "csv") for (const of of [rowVariable, columnVariable]) expect(said).toContain(of?.label[lang]);
    else expect(said).toContain(spaced(each.view.title[lang]));
    const named = filters.flatMap(({categories}) => categories.map(({label}) => spaced(label[lang])));
    expect(named.length).toBeGreaterThan(1);
    for (const name of isCitation(format) ? [each.address] : named) expect(said).toContain(name);
    if (!isCitation(format)) expect(said).toMatch(new RegExp(`\\b${unweightedBase}\\b`));
    if (format !== "txt" && format !== "R") expect(said).toMatch(lang === "nb" ? /anslått/i : /estimated/i);
    expect(said).toContain(format === "csv" ? "BETA.KOMM 2011" : "BETA.KOMM");
    if (!["csv", "txt", "json"].includes(format)) expect(said).toContain("KS FoU");
  });

  it.each(formats)("is the same when it is made again: %s", async (format) => {
    expect(await contentOf(format, taken(id, "nb"))).toEqual(await contentOf(format, taken(id, "nb")));
  });
});

describe("several tables", () => {
  const each = taken("explore", "en", open, "?rows=strategy&columns=kind&layer=uses_now&view=table");
  const tables = each.view.explored?.tables ?? [];

  it("stand in every form, told apart by their filters", async () => {
    expect(tables.length).toBe(2);
    const cells = tables.reduce((sum, {table}) => sum + table.cells.flat().length, 0);
    const lines: Record<string, string>[] = parse(String(await exportFile("csv", each)), {columns: true, bom: true});
    expect(lines).toHaveLength(cells);
    expect(new Set(lines.map(({filters}) => filters))).toEqual(new Set(["uses_now=yes", "uses_now=no"]));
    const stat = JSON.parse(String(await exportFile("jsonstat", each)));
    expect(stat.class).toBe("collection");
    expect(stat.link.item).toHaveLength(2);
    expect(String(await exportFile("R", each)).match(/^library\(survey\)/gm)).toHaveLength(2);
    const {html} = clipboardTableOf(each) ?? {html: ""};
    expect(html.match(/<table/g)).toHaveLength(2);
    const sheet = strFromU8(unzipSync((await exportFile("xlsx", each)) as Uint8Array)["xl/worksheets/sheet1.xml"]);
    for (const {table} of tables) expect(sheet).toContain(table.filters[0].categories[0].label.en);
  });
});

describe("letters", () => {
  const crossed = ["channels", "challenges", "uses_now"].flatMap((rows) =>
    ["kind", "size", "experience", "strategy"].map((columns) => `?rows=${rows}&columns=${columns}&view=table`),
  );
  const each = crossed
    .map((search) => taken("explore", "en", madeUp, search))
    .find(({view}) => view.explored?.tables[0].table.letters?.flat().some(Boolean)) as ReturnType<typeof taken>;
  const [{table}] = each.view.explored?.tables ?? [];
  const found = (table.letters ?? []).flat();

  it("are those of the table in every form", async () => {
    expect(found.filter(Boolean).length).toBeGreaterThan(0);
    const lines: Record<string, string>[] = parse(String(await exportFile("csv", each)), {columns: true, bom: true});
    expect(lines.map((line) => line.higher_than)).toEqual(found);
    const json = JSON.parse(String(await exportFile("json", each)));
    expect(json.rows.map((row: {higher_than: string | null}) => row.higher_than ?? "")).toEqual(found);
    const {extension} = JSON.parse(String(await exportFile("jsonstat", each)));
    const compared = (table.letters ?? []).flatMap(([, ...letters]) => letters);
    expect(extension.letters.map(({above}: {above: string}) => above)).toEqual(compared);
    const copied = clipboardTableOf(each)
      ?.text.split("\n")
      .filter((line) => line.startsWith("– 95% "));
    const inCopy = copied?.flatMap((line) =>
      line
        .split("\t")
        .slice(1)
        .map((cell) => /[A-Z]*$/.exec(cell)?.[0]),
    );
    expect(inCopy).toEqual(found);
  });

  it("are in no form when the reader hides them", async () => {
    const hidden = taken("explore", "en", madeUp, "?rows=channels&columns=strategy&view=table&letters=off");
    const lines: Record<string, string>[] = parse(String(await exportFile("csv", hidden)), {columns: true, bom: true});
    expect(lines.every((line) => line.higher_than === "" && line.column_letter === "")).toBe(true);
  });
});

describe("zipFile", () => {
  it("has every form, what R reads, and a text that says what it is, and is the same bytes again", async () => {
    const each = taken("explore", "en");
    const some = new Uint8Array([1]);
    const content = {svg: some, png: some, respondents: some, name: "channels-by-kind"};
    const zip = await zipFile(each, content);
    expect(await zipFile(each, content)).toEqual(zip);
    const files = unzipSync(zip);
    const csv = each.view.explored?.script?.csv ?? "";
    const forms = ["bib", "csv", "json", "jsonstat", "png", "ris", "svg", "xlsx"].map(
      (end) => `channels-by-kind.${end}`,
    );
    expect(Object.keys(files).sort()).toEqual(["README.txt", csv, "table.R", ...forms].sort());
    expect(strFromU8(files["table.R"])).toContain(`read.csv("${csv}"`);
    const said = strFromU8(files["README.txt"]);
    for (const part of [each.view.title.en, each.view.subtitle.en, each.address, "CC BY 4.0", "Nobody answered this"])
      expect(said).toContain(part);
    expect(said).toContain("Strategy for social media: Yes, it is in place");
  });
});

describe.each([
  ["strategy-answers", searches["strategy-answers"], open],
  ["explore", "?rows=strategy&view=map&county=05.20", open],
  ["explore", searches.explore, open],
  ["explore", "?rows=channels&columns=size&measure=count&county=20", open],
  ["explore", "?rows=facebook_pages&columns=size&measure=mean", open],
  ["explore", "?rows=strategy&columns=size&measure=rowPercent&weight=off&county=03", open],
  ["explore", "?rows=strategy&columns=county", closed],
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
    expect(rows.map(({estimate}: {estimate: number | null}) => estimate)).toEqual(numbers.map(([shown]) => shown));
  });
});

describe("the forms that are offered", () => {
  it("are all of a figure that counts respondents, and no script and no workbook where they are not published", () => {
    expect(formatsOf(figureById("explore"), taken("explore", "nb").view)).toEqual([...allFormats]);
    const secretView = taken("explore", "nb", closed, "?columns=size").view;
    expect(formatsOf(figureById("explore"), secretView)).toEqual(
      allFormats.filter((format) => !["xlsx", "R", "zip"].includes(format)),
    );
    expect(formatsOf(figureById("adoption"), figureById("adoption").view(madeUp, {}))).toEqual([...exportFormats]);
  });

  it("are refused otherwise", async () => {
    await expect(exportFile("R", taken("explore", "nb", closed, "?columns=size"))).rejects.toThrow(
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

describe("a view whose numbers are no cells of its table", () => {
  const sheetOf = async (each: ReturnType<typeof taken>, sheet: number) =>
    strFromU8(unzipSync((await exportFile("xlsx", each)) as Uint8Array)[`xl/worksheets/sheet${sheet}.xml`]);
  const linesOf = async (each: ReturnType<typeof taken>): Promise<Record<string, string>[]> =>
    parse(String(await exportFile("csv", each)), {columns: true, bom: true});

  it.each([
    ["differences", "view=differences&rows=challenges&columns=size&compare=rest&level=90", 'compare <- "rest"'],
    ["what if", "view=whatif&rows=strategy&columns=size&others=double", "as_often <- 2"],
    ["what if all would", "view=whatif&rows=strategy&columns=none&others=always", "as_often <- Inf"],
  ])("has them in CSV, JSON, Excel and R, beside the table: %s", async (_, search, asked) => {
    const each = taken("explore", "en", open, `?${search}`);
    expect(formatsOf(each.figure, each.view)).toEqual(allFormats);
    const lines = await linesOf(each);
    const json = JSON.parse(String(await exportFile("json", each)));
    expect(json.rows).toHaveLength(lines.length);
    expect(json.table).toHaveLength(tableOf(each).cells.flat().length);
    const [first] = lines;
    const list = await sheetOf(each, 2);
    for (const name of Object.keys(first)) expect(list).toContain(name);
    for (const number of Object.values(first).filter((text) => /^-?0\.\d{5}/.test(text)))
      expect(list).toContain(number);
    expect(String(await exportFile("R", each))).toContain(asked);
  });

  it("has the differences of the screen, with their level, and each trend", async () => {
    const each = taken("explore", "en", open, "?view=differences&rows=challenges&columns=size&level=99");
    const lines = await linesOf(each);
    const body = JSDOM.fragment(each.view.table?.({lang: "en", anchorOf: () => ""}).html ?? "");
    const shown = [...(body.querySelector("table")?.querySelectorAll("tbody tr") ?? [])].map(
      (line) => line.children[3],
    );
    expect(lines).toHaveLength(shown.length);
    expect(lines.filter(({kind}) => kind === "trend")).toHaveLength(4);
    expect(new Set(lines.map(({confidence_level: level}) => level))).toEqual(new Set(["0.99"]));
    const points = lines.filter(({kind}) => kind === "pair").map((each) => Math.round(Number(each.difference) * 100));
    const onScreen = shown
      .map(({textContent}) => (textContent ?? "").replaceAll("−", "-"))
      .filter((text) => !/\d\.\d/.test(text));
    expect(onScreen.map((text) => Number.parseInt(text, 10)).sort()).toEqual(points.map((each) => each + 0).sort());
  });
});

describe("a confidence level", () => {
  const at = (level: string, facts = open) =>
    taken("explore", "en", facts, `?rows=strategy&columns=size&level=${level}`);

  it.each(["90", "99"])("of %s per cent is said wherever intervals are, and nothing says another", async (level) => {
    const each = at(level);
    const {view, lang} = each;
    const body = view.table?.({lang, anchorOf: () => ""}).html ?? "";
    for (const said of [
      view.title.en,
      view.note.en,
      body,
      clipboardTableOf(each)?.html,
      await saidIn("xlsx", each),
      await saidIn("jsonstat", each),
    ]) {
      expect(said).toMatch(new RegExp(`${level}%[\\s ](confidence )?interval`));
      expect(said).not.toMatch(/95%/);
    }
    expect(String(await exportFile("R", each))).toContain(`level <- ${Number(level) / 100}\n`);
    const lines: Record<string, string>[] = parse(String(await exportFile("csv", each)), {columns: true, bom: true});
    expect(new Set(lines.map((line) => line.confidence_level))).toEqual(new Set([String(Number(level) / 100)]));
  });

  it("changes intervals and nothing else", () => {
    const [at90, at95, at99] = ["90", "95", "99"].map((level) => tableOf(at(level)).cells.flat());
    const widthOf = (cell: (typeof at90)[number]) =>
      isShown(cell) && cell.interval ? cell.interval.high - cell.interval.low : 0;
    for (const [i, cell] of at95.entries()) {
      expect(widthOf(at90[i])).toBeLessThanOrEqual(widthOf(cell));
      expect(widthOf(at99[i])).toBeGreaterThanOrEqual(widthOf(cell));
      expect({...at99[i], interval: null}).toEqual({...cell, interval: null});
    }
    const [narrow, usual, wide] = [at90, at95, at99].map((cells) =>
      cells.reduce((sum, cell) => sum + widthOf(cell), 0),
    );
    expect(narrow).toBeLessThan(0.9 * usual);
    expect(wide).toBeGreaterThan(1.2 * usual);
  });
});
