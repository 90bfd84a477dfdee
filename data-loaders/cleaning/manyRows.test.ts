import {describe, expect, it} from "vitest";
import {libraries} from "../../test/support/cleaning/givenTable.js";
import {responseColumns} from "../downloads/tableColumns.js";
import type {RawColumn, RawTable} from "../files/rawTable.js";
import {cleanTable} from "./cleanTable.js";

/** More than a call of a function takes as arguments. */
const many = 200_000;

const column = (header: string, values: string[], codes: Int32Array): RawColumn => ({
  header,
  label: null,
  values,
  codes,
  valueLabels: new Map(),
  userMissing: new Set(),
});
const each = Int32Array.from({length: many}, (_, row) => row);

/** A row for each id. */
function tableOf(ids: string[], answers: string[]): RawTable {
  return {
    file: "answers.csv",
    format: "delimited",
    details: {},
    rows: many,
    rowNumbers: each.map((row) => row + 2),
    columns: [
      column("nr", ids, each),
      column(
        "Søndagsåpent",
        answers,
        each.map((row) => row % answers.length),
      ),
    ],
  };
}

const clean = (table: RawTable) => cleanTable(table, {codebook: libraries, directory: undefined as never});
const ids = Array.from(each, (row) => `id-${row}`);

describe("a large file", () => {
  it("may have a row for each of many ids", () => {
    const {respondents, record} = clean(tableOf(ids, ["Alltid", "Aldri"]));
    expect(record.rowsKept).toBe(many);
    const columns = responseColumns(libraries, respondents);
    expect(columns.map(({width}) => width)).toContain("id-199999".length);
  });

  it("may have nearly all of its rows set aside, and as many unknown answers", () => {
    const answers = Array.from(each, (row) => (row === 0 ? "Alltid" : `ukjent ${row}`));
    const {record} = clean(tableOf(ids, answers));
    expect(record.changes.reduce((sum, {rows}) => sum + rows.length, 0)).toBeGreaterThan(many - 2);
    expect(record.rowsKept + record.setAside.length).toBe(many);
    expect(record.setAside.length).toBe(many - 1);
  });
});
