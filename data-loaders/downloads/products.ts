import {createHash} from "node:crypto";
import {byteOrderMark} from "../../src/lib/csv.js";
import {memoize} from "../../src/lib/memoize.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {productFile} from "../../src/lib/respondents/productFile.js";
import type {ProtectedTables} from "../../src/lib/respondents/protectedTables.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {settings} from "../../src/lib/settings.js";
import type {Survey} from "../survey/buildSurvey.js";
import {protectedTablesCsv, protectedTablesJson} from "../survey/protect/protectedTables.js";
import {dictionaryCsv, dictionaryJson} from "./dataDictionary.js";
import {dataPackage, type PackageAbout, type PackageFile} from "./dataPackage.js";
import {csvw} from "./metadata/csvw.js";
import {countedRows, type Described, ddiCodebook, publishedCounts} from "./metadata/ddiCodebook.js";
import {changesCsv, setAsideCsv} from "./recordCsv.js";
import {respondentsCsv} from "./respondentsCsv.js";
import {respondentsParquet} from "./respondentsParquet.js";
import {rScript} from "./scripts/rScript.js";
import {spssColumns} from "./scripts/spssColumns.js";
import {spssSyntax} from "./scripts/spssSyntax.js";
import {responseColumns, type TableColumn, tableColumns} from "./tableColumns.js";

/** A file for download: its name, and its content in blocks, made when it is asked for. */
export interface Product {
  path: string;
  blocks: () => Iterable<string | Uint8Array>;
}

/** A survey whose respondents may be published. */
type OpenSurvey = Pick<Survey, "codebook" | "respondents" | "record" | "weighting" | "sample">;

/** Every download of an open file; the clean table comes first, and the data package, which describes the others, last. */
export function openProducts(survey: OpenSurvey, about: PackageAbout): Product[] {
  const {codebook, respondents, record} = survey;
  const name = (ending: string) => productFile(respondents, ending);
  const columns = tableColumns(survey);
  const numbers = spssColumns(columns, respondents);
  const script = {title: codebook.title, csv: name("-spss.csv"), isStandIn: respondents.rank === "standIn"};
  const products = [
    {path: name(".csv"), blocks: () => respondentsCsv(columns, respondents.count)},
    {path: name(".parquet"), blocks: () => [respondentsParquet(columns, respondents)]},
    {path: name("-spss.csv"), blocks: () => respondentsCsv(numbers, respondents.count)},
    ...settings.languages.flatMap((lang) => [
      {path: name(`-${lang}.R`), blocks: () => [rScript(numbers, script, lang)]},
      {path: name(`-${lang}.sps`), blocks: () => [spssSyntax(numbers, script, lang)]},
    ]),
    ...dictionaryProducts(codebook, respondents, columns),
    ddiProduct({codebook, of: respondents, columns, frequencies: countedRows(respondents.count), table: name(".csv")}),
    {path: name("-changes.csv"), blocks: () => changesCsv(record, respondents)},
    {path: name("-set-aside.csv"), blocks: () => setAsideCsv(record, respondents)},
  ];
  const all = [...products, csvwProduct(products, columns)];
  const described = () => dataPackage(respondents, columns, about, all.map(packageFile));
  return [...all, {path: "datapackage.json", blocks: () => [described()]}];
}

/** Every download of a protected file: the tables, and what their codes mean. Nothing by row. */
export function protectedProducts(
  {codebook, respondents}: Pick<Survey, "codebook" | "respondents">,
  tables: ProtectedTables,
): Product[] {
  const name = (ending: string) => productFile(respondents, ending);
  const columns = responseColumns(codebook, respondents);
  const products = [
    {path: name("-tables.csv"), blocks: () => [protectedTablesCsv(tables)]},
    {path: name("-tables.json"), blocks: () => [protectedTablesJson(tables)]},
    ...dictionaryProducts(codebook, respondents, columns),
    ddiProduct({codebook, of: respondents, columns, frequencies: publishedCounts(tables), table: null}),
  ];
  return [...products, csvwProduct(products, [])];
}

function ddiProduct(described: Described): Product {
  return {path: productFile(described.of, "-ddi.xml"), blocks: () => [ddiCodebook(described, settings)]};
}

/** @param table columns of the first product; of the others their headers are told */
function csvwProduct(products: readonly Product[], table: readonly TableColumn[]): Product {
  const described = () =>
    products
      .filter(({path}) => path.endsWith(".csv"))
      .map((product, at) => ({path: product.path, columns: at === 0 && table.length > 0 ? table : headerOf(product)}));
  return {path: "csv-metadata.json", blocks: () => [csvw(described(), {license: licence.path})]};
}

/** The names in the first line of a table of ours, of which none has to be quoted. */
function headerOf({blocks}: Product): string[] {
  let text = "";
  for (const block of blocks()) {
    text += block;
    if (text.includes("\r\n")) break;
  }
  return text.replace(byteOrderMark, "").split("\r\n", 1)[0].split(",");
}

/** Of figures, tables and files of respondents. */
export const licence = {
  name: "CC-BY-4.0",
  title: "Creative Commons Attribution 4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
} as const;

/** Size and checksum of a product, worked out once; holds one block at a time. */
export const packageFile = memoize(({path, blocks}: Product): PackageFile => {
  const hash = createHash("sha256");
  let size = 0;
  for (const block of blocks()) {
    hash.update(block);
    size += Buffer.byteLength(block);
  }
  return {path, size, checksum: hash.digest("hex")};
});

function dictionaryProducts(codebook: Codebook, of: Respondents, columns: readonly TableColumn[]): Product[] {
  return [
    {path: productFile(of, "-dictionary.csv"), blocks: () => [dictionaryCsv(of, columns)]},
    {path: productFile(of, "-dictionary.json"), blocks: () => [dictionaryJson(codebook, of, columns)]},
  ];
}
