import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {facts} from "../../../../site/facts.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {switchedSelections} from "../../../lib/selection.js";
import type {Figure, FigureView, Row} from "../../figure.js";
import {figureById, figures} from "../../figures.js";
import {columns, csvFile, jsonFile} from "./rowsFile.js";

const views = figures.flatMap((figure) => {
  const choices = figure.choices(facts);
  const selections = switchedSelections(choices);
  return selections.map((selection) => ({figure, view: figure.view(facts, selection)}));
});

type Line = Record<string, string>;
const linesOf = (csv: string): Line[] => parse(csv, {columns: true, bom: true});

const quantity = (part: Partial<Quantity>): Quantity => ({
  id: "a",
  label: {nb: 'På "nett", nå', en: "a,\nb"},
  rank: "stated",
  unit: "proportion",
  value: 0.58,
  low: 0.575,
  high: 0.585,
  base: {nb: "dem", en: "them"},
  time: {nb: "nå", en: "now"},
  claims: ["one", "two"],
  source: {nb: "kilde", en: "source"},
  ...part,
});
const figure = {...figureById("adoption"), id: "test"} satisfies Figure;
const viewOf = (...rows: Row[]): FigureView => ({...figureById("adoption").view(facts, {}), rows});

describe("csvFile(figure, view, lang)", () => {
  it("begins with a byte-order mark and the columns, and ends every line as RFC 4180 says", () => {
    const csv = csvFile(figure, viewOf({quantity: quantity({label: {nb: "a", en: "a"}})}), "nb");
    expect(csv).toBe(
      "\ufefffigure,id,group,label,unit,value,low,high,approximate,rank,rank_label,base,time,source,claims,note\r\n" +
        "test,a,,a,proportion,0.58,0.575,0.585,,stated,oppgitt,dem,nå,kilde,one two,\r\n",
    );
  });

  it("quotes commas, quotation marks and line breaks so that they are read back", () => {
    const view = viewOf({quantity: quantity({}), note: {nb: "a\r\nb", en: ",,"}});
    const [nb] = linesOf(csvFile(figure, view, "nb"));
    const [en] = linesOf(csvFile(figure, view, "en"));
    expect([nb.label, nb.note]).toEqual(['På "nett", nå', "a\r\nb"]);
    expect([en.label, en.note]).toEqual(["a,\nb", ",,"]);
    expect(csvFile(figure, view, "nb")).toContain('"På ""nett"", nå"');
  });

  it("leaves an unknown number empty, and writes none as 0", () => {
    const unknown = quantity({rank: "unknown", value: null, low: 0, high: 1});
    const none = quantity({value: 0, low: 0, high: 0.005});
    const [first, second] = linesOf(csvFile(figure, viewOf({quantity: unknown}, {quantity: none}), "en"));
    expect([first.value, first.low, first.high]).toEqual(["", "", ""]);
    expect([second.value, second.low, second.high]).toEqual(["0", "0", "0.005"]);
  });

  it("writes no ends of a number that has no interval", () => {
    const plain = quantity({rank: "estimated", low: 0.58, high: 0.58, isWithoutInterval: true});
    const [line] = linesOf(csvFile(figure, viewOf({quantity: plain}), "en"));
    expect([line.value, line.low, line.high]).toEqual(["0.58", "", ""]);
  });

  it("writes a bounded number as two ends without a middle", () => {
    const bounded = quantity({rank: "bounded", value: null, low: 0.705 - 0.465, high: 0.545});
    const [line] = linesOf(csvFile(figure, viewOf({quantity: bounded}), "en"));
    expect([line.value, line.low, line.high]).toEqual(["", "0.24", "0.545"]);
  });

  it("gives every row of every figure a rank, a base, a time and a source, in both languages", () => {
    for (const {figure: each, view} of views) {
      for (const lang of ["nb", "en"] as const) {
        const lines = linesOf(csvFile(each, view, lang));
        expect(lines).toHaveLength(view.rows.length);
        for (const line of lines) {
          expect(Object.keys(line)).toEqual([...columns]);
          for (const column of ["figure", "id", "label", "unit", "rank", "rank_label", "base", "time", "source"]) {
            expect(line[column], `${each.id} ${line.id} ${column}`).not.toBe("");
          }
          const isByWordsAlone = line.low === line.high && (line.low === "0" || line.low === "1");
          const isOfRespondents = line.rank === "standIn" || line.rank === "estimated";
          if (isOfRespondents) expect(line.claims, `${each.id} ${line.id} claims`).toBe("");
          const needsClaims = line.rank !== "unknown" && !isOfRespondents && !isByWordsAlone;
          if (needsClaims) expect(line.claims, `${each.id} ${line.id} claims`).not.toBe("");
        }
      }
    }
  });

  it("writes numbers with a point and without noise, whatever the language", () => {
    for (const {figure: each, view} of views) {
      for (const line of linesOf(csvFile(each, view, "nb"))) {
        for (const column of ["value", "low", "high"]) expect(line[column]).toMatch(/^(|\d+(\.\d{1,10})?)$/);
      }
    }
  });

  it("holds the same numbers and names in both languages", () => {
    const same = ({id, unit, value, low, high, rank, claims}: Line) => ({id, unit, value, low, high, rank, claims});
    for (const {figure: each, view} of views) {
      expect(linesOf(csvFile(each, view, "nb")).map(same)).toEqual(linesOf(csvFile(each, view, "en")).map(same));
    }
  });
});

describe("jsonFile(figure, view, lang)", () => {
  it("holds the same rows as the CSV file, with null for what is empty there", () => {
    for (const {figure: each, view} of views.filter(({figure: {explores}}) => !explores)) {
      for (const lang of ["nb", "en"] as const) {
        const {rows} = JSON.parse(jsonFile(each, view, lang)) as {rows: Record<string, unknown>[]};
        const asText = rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? "")])),
        );
        expect(asText).toEqual(linesOf(csvFile(each, view, lang)));
      }
    }
  });

  it("says what the figure says: title, what is measured, note, survey and language", () => {
    const view = figureById("strategy-gap").view(facts, {});
    expect(JSON.parse(jsonFile(figureById("strategy-gap"), view, "en"))).toMatchObject({
      figure: "strategy-gap",
      survey: "BETA.KOMM 2011",
      language: "en",
      title: "At least 24 of a hundred municipalities were set to use social media without a strategy",
      subtitle: "Of a hundred municipalities that answered, as planned for the end of 2011",
      note: view.note.en,
    });
  });

  it("gives what is not quantified no value at all", () => {
    const {rows} = JSON.parse(jsonFile(figureById("challenges"), figureById("challenges").view(facts, {}), "nb"));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject({value: null, low: null, high: null, rank: "unknown"});
  });
});
