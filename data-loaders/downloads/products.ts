import {createHash} from "node:crypto";
import type {Lang} from "../../src/lib/language/text.js";
import type {CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {productFile} from "../../src/lib/respondents/productFile.js";
import type {ProtectedTables} from "../../src/lib/respondents/protectedTables.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import {protectedTablesCsv, protectedTablesJson} from "../survey/protect/protectedTables.js";
import {cleanCsv} from "./cleanCsv.js";
import {cleanParquet} from "./cleanParquet.js";
import {dictionaryCsv, dictionaryJson} from "./dataDictionary.js";
import type {PackageFile} from "./dataPackage.js";
import {changesCsv, setAsideCsv} from "./recordCsv.js";
import {rScript} from "./rScript.js";
import {spssColumns} from "./spss/spssColumns.js";
import {spssCsv} from "./spss/spssCsv.js";
import {spssSyntax} from "./spss/spssSyntax.js";

/** A file for download: its name, and its content in blocks, made when it is asked for. */
export interface Product {
  path: string;
  blocks: () => Iterable<string | Uint8Array>;
}

/** A survey whose respondents may be published. */
export interface OpenSurvey {
  codebook: Codebook;
  respondents: Respondents;
  record: CleaningRecord;
  weighting: Weighting;
}

/** Every download of an open file but `datapackage.json`; the clean table comes first. */
export function openProducts({codebook, respondents, record, weighting}: OpenSurvey): Product[] {
  const name = (ending: string) => productFile(respondents, ending);
  const columns = spssColumns(codebook, respondents, weighting);
  const script = {title: codebook.title, csv: name("-spss.csv"), isStandIn: respondents.rank === "standIn"};
  const langs: Lang[] = ["nb", "en"];
  return [
    {path: name(".csv"), blocks: () => cleanCsv(codebook, respondents, weighting)},
    {path: name(".parquet"), blocks: () => [cleanParquet(codebook, respondents, weighting)]},
    {path: name("-spss.csv"), blocks: () => spssCsv(columns, respondents.count)},
    ...langs.flatMap((lang) => [
      {path: name(`-${lang}.R`), blocks: () => [rScript(columns, script, lang)]},
      {path: name(`-${lang}.sps`), blocks: () => [spssSyntax(columns, script, lang)]},
    ]),
    ...dictionaryProducts(codebook, respondents),
    {path: name("-changes.csv"), blocks: () => changesCsv(record, respondents)},
    {path: name("-set-aside.csv"), blocks: () => setAsideCsv(record, respondents)},
  ];
}

/** Every download of a protected file: the tables, and what their codes mean. Nothing by row. */
export function protectedProducts(codebook: Codebook, respondents: Respondents, tables: ProtectedTables): Product[] {
  const name = (ending: string) => productFile(respondents, ending);
  return [
    {path: name("-tables.csv"), blocks: () => [protectedTablesCsv(tables)]},
    {path: name("-tables.json"), blocks: () => [protectedTablesJson(tables)]},
    ...dictionaryProducts(codebook, respondents),
  ];
}

/** Size and checksum of a product, for `dataPackage`; holds one block at a time. */
export function packageFile({path, blocks}: Product): PackageFile {
  const hash = createHash("sha256");
  let size = 0;
  for (const block of blocks()) {
    hash.update(block);
    size += Buffer.byteLength(block);
  }
  return {path, size, checksum: hash.digest("hex")};
}

function dictionaryProducts(codebook: Codebook, respondents: Respondents): Product[] {
  return [
    {path: productFile(respondents, "-dictionary.csv"), blocks: () => [dictionaryCsv(codebook, respondents)]},
    {path: productFile(respondents, "-dictionary.json"), blocks: () => [dictionaryJson(codebook, respondents)]},
  ];
}
