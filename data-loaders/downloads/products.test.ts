import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {exampleCodebook, exampleRespondents, exampleStandIn, exampleSurvey} from "../../test/support/exampleSurvey.js";
import {protectedTables} from "../survey/protect/protectedTables.js";
import {leakFinder} from "./leaks/leakFinder.js";
import {blocksOf, openProducts, type Product, packageFile, protectedProducts} from "./products.js";
import {respondentsCsv} from "./respondentsCsv.js";
import {tableColumns} from "./tableColumns.js";

const about = {title: "", description: "", version: "1.0.0", created: "2026-11-23", licences: [], sources: []};
const textOf = ({blocks}: Product) => Buffer.concat([...blocks()].map((block) => Buffer.from(block))).toString();

describe("openProducts", () => {
  it("are the clean table, scripts that read it, what its codes mean, and what cleaning did", () => {
    expect(openProducts(exampleSurvey, about).map(({path}) => path)).toEqual([
      "example-2011.csv",
      "example-2011.parquet",
      "example-2011-spss.csv",
      "example-2011-nb.R",
      "example-2011-nb.sps",
      "example-2011-en.R",
      "example-2011-en.sps",
      "example-2011-dictionary.csv",
      "example-2011-dictionary.json",
      "example-2011-ddi.xml",
      "example-2011-changes.csv",
      "example-2011-set-aside.csv",
      "csv-metadata.json",
      "datapackage.json",
    ]);
  });

  it("are compressed where they have a line for each of very many respondents, and scripts say so", () => {
    const products = openProducts(exampleSurvey, about, {mostRows: exampleRespondents.count - 1});
    const [clean] = products;
    expect(products.map(({path}) => path).filter((path) => path.endsWith(".gz"))).toEqual([
      "example-2011.csv.gz",
      "example-2011-spss.csv.gz",
      "example-2011-changes.csv.gz",
    ]);
    const text = gunzipSync(Buffer.concat([...clean.blocks()].map((block) => Buffer.from(block)))).toString();
    expect(text).toBe([...respondentsCsv(tableColumns(exampleSurvey), exampleRespondents.count)].join(""));
    const named = (ending: string) => products.find(({path}) => path.endsWith(ending)) as Product;
    expect(textOf(named("-en.R"))).toContain('read.csv("example-2011-spss.csv.gz"');
    expect(textOf(named("-en.sps"))).toContain("* Unpack the file first: example-2011-spss.csv.gz.");
    expect(textOf(named("-en.sps"))).toContain("/FILE='example-2011-spss.csv'");
    const described = JSON.parse(textOf(named("datapackage.json")));
    expect(described.resources[0]).toMatchObject({path: "example-2011.csv.gz", format: "csv", compression: "gz"});
  });

  it("say of made-up respondents what they are, in name and content, and name files that say so", () => {
    const products = openProducts({...exampleSurvey, respondents: exampleStandIn}, about);
    for (const product of products) {
      expect(product.path).toMatch(/^stand-in-|^(datapackage|csv-metadata)\.json$/);
      expect(textOf(product)).toMatch(/stand-in|standIn/);
    }
    expect(textOf(products[3])).toContain('read.csv("stand-in-example-2011-spss.csv"');
  });
});

describe("protectedProducts", () => {
  it("hold nothing by row", () => {
    const tables = protectedTables(exampleCodebook, exampleRespondents, []);
    const products = protectedProducts(exampleSurvey, tables);
    expect(products.map(({path}) => path)).toEqual([
      "example-2011-tables.csv",
      "example-2011-tables.json",
      "example-2011-dictionary.csv",
      "example-2011-dictionary.json",
      "example-2011-ddi.xml",
      "csv-metadata.json",
    ]);
    const rows = [...respondentsCsv(tableColumns(exampleSurvey), exampleRespondents.count)]
      .join("")
      .split("\r\n")
      .slice(1);
    const leakIn = leakFinder(
      {texts: new Map([["2011-02-01", "row 2, column 3"]]), rows: rows.map((row) => [row]), file: Buffer.alloc(0)},
      [],
    );
    expect(leakIn(Buffer.from(rows[0]))).not.toBeNull();
    expect(products.map((product) => leakIn(Buffer.from(textOf(product)))).filter(Boolean)).toEqual([]);
  });
});

describe("packageFile", () => {
  it("is known once the blocks have been taken, which are not made again", () => {
    let made = 0;
    const product = {
      path: "y.csv",
      *blocks() {
        made++;
        yield "a";
      },
    };
    expect([...blocksOf(product)]).toEqual(["a"]);
    expect(packageFile(product).size).toBe(1);
    expect(packageFile(product).checksum).toMatch(/^ca978112/);
    expect(made).toBe(1);
  });

  it("has the size in bytes, and the checksum that sha256sum gives", () => {
    expect(packageFile({path: "x.csv", blocks: () => ["æ", "\n"]})).toEqual({
      path: "x.csv",
      size: 3,
      checksum: "ca06e3655d34c0aa69a5410488557b80bef47810ebdf58f5eed7b68dc1f0afd9",
    });
  });
});
