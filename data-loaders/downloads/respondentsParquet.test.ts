import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {describe, expect, it} from "vitest";
import {exampleRespondents, exampleStandIn, exampleSurvey} from "../../test/support/exampleSurvey.js";
import {respondentsCsv} from "./respondentsCsv.js";
import {respondentsParquet} from "./respondentsParquet.js";
import {tableColumns} from "./tableColumns.js";

const parquetOf = (respondents = exampleRespondents) =>
  respondentsParquet(tableColumns({...exampleSurvey, respondents}), respondents);
const fileOf = (bytes: Uint8Array) => bytes.buffer.slice(0) as ArrayBuffer;

describe("respondentsParquet", () => {
  it("holds what the comma-separated table holds", async () => {
    const rows = await parquetReadObjects({file: fileOf(parquetOf())});
    const [header, ...lines] = [...respondentsCsv(tableColumns(exampleSurvey), exampleRespondents.count)]
      .join("")
      .trim()
      .split("\r\n");
    expect(Object.keys(rows[0]).join(",")).toBe(header);
    expect(rows.map((row) => Object.values(row).join(","))).toEqual(lines);
  });

  it("says in its metadata and in each row that respondents are made up", async () => {
    const file = fileOf(parquetOf(exampleStandIn));
    expect(parquetMetadata(file).key_value_metadata).toContainEqual({key: "rank", value: "standIn"});
    const rows = await parquetReadObjects({file});
    expect(rows.map(({data}) => data)).toEqual(new Array(6).fill("stand-in"));
  });

  it("is the same bytes every time", () => {
    expect(parquetOf()).toEqual(parquetOf());
  });
});
