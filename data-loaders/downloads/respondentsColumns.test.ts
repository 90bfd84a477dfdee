import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {columnsFromArrow} from "../../src/lib/table/counts/tallyFromArrow.js";
import {exampleSurvey} from "../../test/support/exampleSurvey.js";
import {countable} from "../survey/explorer/countable.js";
import {respondentsColumns} from "./respondentsColumns.js";

const open = {...exampleSurvey, settings: {access: "open", rank: "estimated", received: null, note: null}} as const;
const found = countable(open);

/** Row by row the codes of all columns, from files or as they are counted in the build. */
const rowsOf = (columns: readonly {codes: Int32Array}[]) =>
  [...columns[0].codes.keys()].map((row) => columns.map(({codes}) => codes[row]).join());

describe("respondentsColumns", () => {
  const files = respondentsColumns(open, found);
  const read = [...files].map(([name, bytes]) =>
    columnsFromArrow(gunzipSync(bytes)).filter((each) => each.name === name),
  );

  it("hold every respondent's answers, column by column in the same order of rows", () => {
    expect([...files.keys()]).toEqual([...found.columns.keys()]);
    expect(read.every((columns) => columns.length === 1)).toBe(true);
    expect(rowsOf(read.flat()).sort()).toEqual(rowsOf([...found.columns.values()]).sort());
    for (const {name, categories} of read.flat()) expect(categories).toEqual(found.columns.get(name)?.categories);
  });

  it("are in order of what readers filter by, which is not that of the file", () => {
    const bytes = respondentsColumns(open, {...found, filters: ["uses"]}).get("uses") as Uint8Array;
    const uses = [...columnsFromArrow(gunzipSync(bytes))[1].codes];
    expect(uses).toEqual(uses.toSorted((a, b) => a - b));
    expect(uses).not.toEqual([...(found.columns.get("uses")?.codes ?? [])]);
  });

  it("say in each file what its rows are", () => {
    for (const bytes of files.values()) {
      const [data] = columnsFromArrow(gunzipSync(bytes));
      expect([data.name, data.categories]).toEqual(["data", ["survey"]]);
    }
  });

  it("are not made of a protected file", () => {
    const secret = {...open, settings: {...open.settings, access: "protected"}} as const;
    expect(() => respondentsColumns(secret, found)).toThrow("a protected file’s respondents are not published");
  });
});
