import {createHash} from "node:crypto";
import {byteOrderMark} from "../../src/lib/csv.js";
import {getOrMake} from "../../src/lib/memoize.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {mostRowsPlain, productFile} from "../../src/lib/respondents/productFile.js";
import type {ProtectedTables} from "../../src/lib/respondents/protectedTables.js";
import type {CountedRespondents} from "../../src/lib/respondents/respondents.js";
import {settings} from "../../src/lib/settings.js";
import type {CountedSurvey, Survey} from "../survey/buildSurvey.js";
import type {FrequenciesByColumn} from "../survey/counts/countsFolder.js";
import {protectedTablesCsv, protectedTablesJson} from "../survey/protect/protectedTables.js";
import {dictionaryCsv, dictionaryJson} from "./dataDictionary.js";
import {dataPackage, type PackageAbout, type PackageFile} from "./dataPackage.js";
import {frequenciesCsv} from "./frequenciesCsv.js";
import {gzipped} from "./gzipped.js";
import {csvw} from "./metadata/csvw.js";
import {countedRows, countedTexts, type Described, ddiCodebook, publishedCounts} from "./metadata/ddiCodebook.js";
import {changesCsv, setAsideCsv} from "./recordCsv.js";
import {respondentsCsv} from "./respondentsCsv.js";
import {respondentsParquet} from "./respondentsParquet.js";
import {rScript} from "./scripts/rScript.js";
import {spssColumns} from "./scripts/spssColumns.js";
import {spssSyntax} from "./scripts/spssSyntax.js";
import {type DescribedColumn, describedColumns, tableColumns} from "./tableColumns.js";

/** A file for download: its name, and its content in blocks, made when it is asked for. */
export interface Product {
  path: string;
  blocks: () => Iterable<string | Uint8Array>;
}

/** A survey whose respondents may be published. */
type OpenSurvey = Pick<Survey, "codebook" | "respondents" | "record" | "weighting" | "sample" | "panel">;

/**
 * Every download of an open file; the clean table comes first, and the data package, which describes the others, last.
 *
 * @param options.mostRows of how many respondents tables are plain text; of more they are compressed with gzip
 */
export function openProducts(
  survey: OpenSurvey,
  about: PackageAbout,
  {mostRows = mostRowsPlain}: {mostRows?: number} = {},
): Product[] {
  const {codebook, respondents, record} = survey;
  const name = (ending: string) => productFile(respondents, ending);
  const byRow = (ending: string, blocks: () => Iterable<string>): Product =>
    respondents.count > mostRows
      ? {path: name(`${ending}.gz`), blocks: () => gzipped(blocks())}
      : {path: name(ending), blocks};
  const columns = tableColumns(survey);
  const numbers = spssColumns(columns, respondents);
  const forScripts = byRow("-spss.csv", () => respondentsCsv(numbers, respondents.count));
  const script = {title: codebook.title, csv: forScripts.path, isStandIn: respondents.rank === "standIn"};
  const clean = byRow(".csv", () => respondentsCsv(columns, respondents.count));
  const products = [
    clean,
    {path: name(".parquet"), blocks: () => [respondentsParquet(columns, respondents)]},
    forScripts,
    ...settings.languages.flatMap((lang) => [
      {path: name(`-${lang}.R`), blocks: () => [rScript(numbers, script, lang)]},
      {path: name(`-${lang}.sps`), blocks: () => [spssSyntax(numbers, script, lang)]},
    ]),
    ...dictionaryProducts(codebook, respondents, columns),
    ddiProduct({
      codebook,
      of: respondents,
      columns,
      frequencies: countedRows(columns, respondents.count),
      table: clean.path,
    }),
    byRow("-changes.csv", () => changesCsv(record, respondents)),
    {path: name("-set-aside.csv"), blocks: () => setAsideCsv(record, respondents)},
  ];
  const all = [...products, csvwProduct(products, columns)];
  const described = () => dataPackage(respondents, columns, about, all.map(packageFile));
  return [...all, {path: "datapackage.json", blocks: () => [described()]}];
}

/** Every download of a protected file: the tables, and what their codes mean. Nothing by row. */
export function protectedProducts(
  {codebook, respondents}: Pick<CountedSurvey, "codebook" | "respondents">,
  tables: ProtectedTables,
): Product[] {
  const name = (ending: string) => productFile(respondents, ending);
  const columns = describedColumns(codebook, respondents);
  const products = [
    {path: name("-tables.csv"), blocks: () => [protectedTablesCsv(tables)]},
    {path: name("-tables.json"), blocks: () => [protectedTablesJson(tables)]},
    ...dictionaryProducts(codebook, respondents, columns),
    ddiProduct({codebook, of: respondents, columns, frequencies: publishedCounts(tables), table: null}),
  ];
  return [...products, csvwProduct(products, [])];
}

/** Every download of a survey that a database counted: how many gave each answer, and what the codes mean. Nothing by row. */
export function countedProducts(
  {codebook, respondents}: Pick<CountedSurvey, "codebook" | "respondents">,
  texts: FrequenciesByColumn,
): Product[] {
  const columns = describedColumns(codebook, respondents);
  const frequencies = countedTexts(texts);
  const products = [
    {
      path: productFile(respondents, "-frequencies.csv"),
      blocks: () => [frequenciesCsv(respondents, columns, frequencies)],
    },
    ...dictionaryProducts(codebook, respondents, columns),
    ddiProduct({codebook, of: respondents, columns, frequencies, table: null}),
  ];
  return [...products, csvwProduct(products, [])];
}

function ddiProduct(described: Described): Product {
  return {path: productFile(described.of, "-ddi.xml"), blocks: () => [ddiCodebook(described, settings)]};
}

/** @param table columns of the first product; of the others their headers are told */
function csvwProduct(products: readonly Product[], table: readonly DescribedColumn[]): Product {
  const described = () =>
    products
      .filter(({path}) => path.endsWith(".csv"))
      .map((product) => ({
        path: product.path,
        columns: product === products[0] && table.length > 0 ? table : headerOf(product),
      }));
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

/** A product’s blocks, one at a time; whoever takes them all need not have them made anew for its size and checksum. */
export function* blocksOf(product: Product): Generator<string | Uint8Array> {
  const hash = createHash("sha256");
  let size = 0;
  for (const block of product.blocks()) {
    hash.update(block);
    size += Buffer.byteLength(block);
    yield block;
  }
  described.set(product, {path: product.path, size, checksum: hash.digest("hex")});
}

const described = new WeakMap<Product, PackageFile>();

/** Size and checksum of a product, worked out once. */
export function packageFile(product: Product): PackageFile {
  return getOrMake(described, product, () => {
    for (const _ of blocksOf(product));
    return described.get(product) as PackageFile;
  });
}

function dictionaryProducts(
  codebook: Codebook,
  of: CountedRespondents,
  columns: readonly DescribedColumn[],
): Product[] {
  return [
    {path: productFile(of, "-dictionary.csv"), blocks: () => [dictionaryCsv(of, columns)]},
    {path: productFile(of, "-dictionary.json"), blocks: () => [dictionaryJson(codebook, of, columns)]},
  ];
}
