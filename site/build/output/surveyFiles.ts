import {closeSync, mkdirSync, openSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {PackageAbout} from "../../../data-loaders/downloads/dataPackage.js";
import {
  blocksOf,
  countedProducts,
  licence,
  openProducts,
  type Product,
  protectedProducts,
} from "../../../data-loaders/downloads/products.js";
import {combinationFiles, combinationsNamed} from "../../../data-loaders/survey/explorer/combinations.js";
import {settings} from "../../../src/lib/settings.js";
import {numberSet} from "../../../src/lib/table/counts/numberSets.js";
import {answers, columnFiles, explorerInput, survey} from "../../facts.js";

/** Where the files of the respondents stand, below the site's root. */
export const surveyFolder = "data/respondents";

/** Every file that readers may take along: of an open file its respondents, of a protected one its tables, or else counts. */
export const surveyProducts: readonly Product[] = explorerInput.protectedTables
  ? protectedProducts(survey, explorerInput.protectedTables)
  : "rows" in answers
    ? openProducts(answers.survey, aboutPackage())
    : countedProducts(survey, answers.frequencies);

/** Writes them below the output, and, where there are too many respondents to be sent, what readers count in. */
export function writeSurveyFiles(output: string): void {
  const folder = join(output, surveyFolder);
  mkdirSync(folder, {recursive: true});
  for (const product of surveyProducts) writeBlocks(join(folder, product.path), blocksOf(product));
  if (!explorerInput.explorer.inCombinations) return;
  writeCombinations(join(output, "data/tallies"));
  writeColumns(join(output, "data/columns"));
}

function writeCombinations(folder: string): void {
  mkdirSync(join(folder, numberSet), {recursive: true});
  for (const name of combinationFiles(explorerInput))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(combinationsNamed(explorerInput, name)));
}

function writeColumns(folder: string): void {
  if (columnFiles.size === 0) return;
  mkdirSync(folder, {recursive: true});
  for (const [name, bytes] of columnFiles) writeFileSync(join(folder, `${name}.arrow.gz`), bytes);
}

function aboutPackage(): PackageAbout {
  const {title, note} = survey.codebook;
  return {
    title: title.en,
    description: note.en,
    version: settings.version,
    created: settings.published,
    licences: [licence],
    sources: [{title: settings.source.en}],
  };
}

function writeBlocks(path: string, blocks: Iterable<string | Uint8Array>): void {
  const file = openSync(path, "w");
  for (const block of blocks) writeFileSync(file, block);
  closeSync(file);
}
