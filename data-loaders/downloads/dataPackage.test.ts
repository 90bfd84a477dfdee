import {describe, expect, it} from "vitest";
import {exampleRespondents, exampleStandIn, exampleSurvey} from "../../test/support/exampleSurvey.js";
import {dataPackage} from "./dataPackage.js";
import {respondentsCsv} from "./respondentsCsv.js";
import {tableColumns} from "./tableColumns.js";

const csv = [...respondentsCsv(tableColumns(exampleSurvey), exampleRespondents.count)].join("");

function packageOf(respondents = exampleRespondents) {
  const text = dataPackage(
    respondents,
    tableColumns({...exampleSurvey, respondents}),
    {
      title: "An example",
      description: "For tests.",
      version: "1.0.0",
      created: "2026-11-23",
      licences: [{name: "CC-BY-4.0", title: "CC BY 4.0", path: "https://creativecommons.org/licenses/by/4.0/"}],
      sources: [{title: "Nobody"}],
    },
    [
      {path: "example-2011.csv", size: csv.length, checksum: "ab12"},
      {path: "example-2011.parquet", size: 4, checksum: "cd34"},
    ],
  );
  return JSON.parse(text);
}

describe("dataPackage", () => {
  it("has what version 2 of the standard asks of a package and of a resource", () => {
    const {$schema, name, created, licenses, sources, resources} = packageOf();
    expect($schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(name).toMatch(/^[a-z0-9._-]+$/);
    expect(created).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(licenses.every((each: {name?: string; path?: string}) => each.name ?? each.path)).toBe(true);
    expect(sources).toEqual([{title: "Nobody"}]);
    expect(resources.map((each: {name: string}) => each.name)).toEqual(["example-2011.csv", "example-2011.parquet"]);
    expect(resources[0]).toMatchObject({path: "example-2011.csv", format: "csv", encoding: "utf-8", type: "table"});
    expect(resources[0].hash).toBe("sha256:ab12");
    expect(resources[0].bytes).toBe(csv.length);
    expect(resources[1]).not.toHaveProperty("encoding");
  });

  it("names the table’s columns in their order, each with a title and a type", () => {
    const {fields} = packageOf().resources[0].schema;
    expect(fields.map((each: {name: string}) => each.name).join(",")).toBe(csv.split("\r\n")[0]);
    expect(fields.every((each: {title: string}) => each.title.length > 0)).toBe(true);
    expect(fields.map((each: {type: string}) => each.type)).toEqual([
      ...["string", "integer", "number", "string", "integer", "string"],
      ...["string", "date", "string", "string", "string", "integer"],
    ]);
  });

  it("allows every text of the table, as a response or as the lack of one", () => {
    const {fields} = packageOf().resources[0].schema;
    const [, ...lines] = csv.trim().split("\r\n");
    for (const line of lines)
      for (const [at, text] of line.split(",").entries()) {
        const {constraints, missingValues = []} = fields[at];
        if (constraints?.enum && !missingValues.includes(text)) expect(constraints.enum).toContain(text);
        if (fields[at].type === "integer" && !missingValues.includes(text)) expect(text).toMatch(/^\d+$/);
      }
  });

  it("says that respondents are made up", () => {
    const {name, rank, resources} = packageOf(exampleStandIn);
    expect({name, rank}).toEqual({name: "stand-in-example-2011", rank: "standIn"});
    expect(resources[0].schema.fields[0].constraints.enum).toEqual(["stand-in"]);
  });
});
