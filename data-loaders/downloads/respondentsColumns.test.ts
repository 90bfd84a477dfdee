import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {splitOptions} from "../../src/lib/table/counts/joinedColumn.js";
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
  const read = (name: string) => columnsFromArrow(gunzipSync(files.get(name) as Uint8Array)).slice(1);
  const names = [...found.columns.keys()];

  it("hold every respondent's answers, column by column in the same order of rows", () => {
    const columns = names.flatMap((name) => read(name === "pages" ? "pages.numbers" : name));
    expect(columns.map(({name, categories}) => ({name, categories}))).toEqual(
      [...found.columns.values()].map(({name, categories}) => ({name, categories})),
    );
    expect(rowsOf(columns).sort()).toEqual(rowsOf([...found.columns.values()]).sort());
    expect([...files.keys()]).toEqual([...names, "pages.numbers", "channels.1"]);
  });

  it("hold numbers in the bands that are shown, and options together, in the same order", () => {
    const [pages] = read("pages");
    expect(pages.categories).toEqual(
      found.variables.find(({name}) => name === "pages")?.categories.map(({of}) => of[0]),
    );
    expect(read("channels.1").flatMap(splitOptions)).toEqual([...read("channels_facebook"), ...read("channels_blog")]);
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
