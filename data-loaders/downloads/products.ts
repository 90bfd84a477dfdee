import {createHash} from "node:crypto";
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
type OpenSurvey = Pick<Survey, "codebook" | "respondents" | "record" | "weighting">;

/** Every download of an open file; the clean table comes first, and the data package, which describes the others, last. */
export function openProducts({codebook, respondents, record, weighting}: OpenSurvey, about: PackageAbout): Product[] {
  const name = (ending: string) => productFile(respondents, ending);
  const columns = tableColumns({codebook, respondents, weighting});
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
    {path: name("-changes.csv"), blocks: () => changesCsv(record, respondents)},
    {path: name("-set-aside.csv"), blocks: () => setAsideCsv(record, respondents)},
  ];
  const described = () => dataPackage(respondents, columns, about, products.map(packageFile));
  return [...products, {path: "datapackage.json", blocks: () => [described()]}];
}

/** Every download of a protected file: the tables, and what their codes mean. Nothing by row. */
export function protectedProducts(
  {codebook, respondents}: Pick<Survey, "codebook" | "respondents">,
  tables: ProtectedTables,
): Product[] {
  const name = (ending: string) => productFile(respondents, ending);
  return [
    {path: name("-tables.csv"), blocks: () => [protectedTablesCsv(tables)]},
    {path: name("-tables.json"), blocks: () => [protectedTablesJson(tables)]},
    ...dictionaryProducts(codebook, respondents, responseColumns(codebook, respondents)),
  ];
}

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
