import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {describe, expect, it} from "vitest";
import {
  exampleCodebook,
  exampleRespondents,
  exampleStandIn,
  exampleWeighting,
} from "../../test/support/exampleSurvey.js";
import {cleanCsv} from "./cleanCsv.js";
import {cleanParquet} from "./cleanParquet.js";

const fileOf = (bytes: Uint8Array) => bytes.buffer.slice(0) as ArrayBuffer;

describe("cleanParquet", () => {
  it("holds what the comma-separated table holds", async () => {
    const bytes = cleanParquet(exampleCodebook, exampleRespondents, exampleWeighting);
    const rows = await parquetReadObjects({file: fileOf(bytes)});
    const [header, ...lines] = [...cleanCsv(exampleCodebook, exampleRespondents, exampleWeighting)]
      .join("")
      .trim()
      .split("\r\n");
    expect(Object.keys(rows[0]).join(",")).toBe(header);
    expect(rows.map((row) => Object.values(row).join(","))).toEqual(lines);
  });

  it("says in its metadata and in each row that respondents are made up", async () => {
    const file = fileOf(cleanParquet(exampleCodebook, exampleStandIn, exampleWeighting));
    expect(parquetMetadata(file).key_value_metadata).toContainEqual({key: "rank", value: "standIn"});
    const rows = await parquetReadObjects({file});
    expect(rows.map(({data}) => data)).toEqual(new Array(6).fill("stand-in"));
  });

  it("is the same bytes every time", () => {
    const write = () => cleanParquet(exampleCodebook, exampleRespondents, exampleWeighting);
    expect(write()).toEqual(write());
  });
});
