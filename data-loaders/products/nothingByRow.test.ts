import {describe, expect, it} from "vitest";
import {cleanCsv} from "./cleanCsv.js";
import {cleanParquet} from "./cleanParquet.js";
import {exampleCodebook, exampleRecord, exampleRespondents, exampleWeighting} from "./exampleSurvey.js";
import {assertNothingByRow} from "./nothingByRow.js";
import {protectedTables, protectedTablesCsv, protectedTablesJson} from "./protectedTables.js";
import {changesCsv, setAsideCsv} from "./recordCsv.js";
import {respondentsArrow} from "./respondentsArrow.js";
import {spssColumns} from "./spssColumns.js";
import {spssCsv} from "./spssCsv.js";

const bytesOf = (blocks: Iterable<string>) => new TextEncoder().encode([...blocks].join(""));
const survey = [exampleCodebook, exampleRespondents, exampleWeighting] as const;

describe("assertNothingByRow", () => {
  it.each([
    ["clean.csv", bytesOf(cleanCsv(...survey))],
    ["clean.parquet", cleanParquet(...survey)],
    ["respondents.arrow", respondentsArrow(exampleRespondents, exampleWeighting)],
    ["clean-spss.csv", bytesOf(spssCsv(spssColumns(...survey), exampleRespondents.count))],
    ["changes.csv", bytesOf(changesCsv(exampleRecord, exampleRespondents))],
    ["set-aside.csv", bytesOf(setAsideCsv(exampleRecord, exampleRespondents))],
  ])("refuses %s, whatever it is called", (_, bytes) => {
    expect(() => assertNothingByRow([{path: "data/harmless.json", bytes}])).toThrow(
      /^a protected file’s respondents would be published: .* \(data\/harmless\.json\)$/,
    );
  });

  it("refuses a text that only a respondent wrote, and says where it stands", () => {
    const bytes = new TextEncoder().encode('{"rows":["kanarifugl 17"]}');
    expect(() => assertNothingByRow([{path: "nb/index.html", bytes}], ["kanarifugl 17"])).toThrow(
      'a protected file’s respondents would be published: "kanarifugl 17" (nb/index.html)',
    );
  });

  it("lets the tables of a protected file through", () => {
    const tables = protectedTables(exampleCodebook, exampleRespondents, []);
    const files = [protectedTablesJson(tables), protectedTablesCsv(tables)].map((text) => ({
      path: "tables",
      bytes: new TextEncoder().encode(text),
    }));
    expect(() => assertNothingByRow(files, ["1601", "2030"])).not.toThrow();
  });
});
