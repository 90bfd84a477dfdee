import {closeSync, mkdirSync, openSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {dataPackage} from "../../data-loaders/downloads/dataPackage.js";
import {openProducts, type Product, packageFile, protectedProducts} from "../../data-loaders/downloads/products.js";
import {readRegister} from "../../data-loaders/inputs/readRegister.js";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {combinationSets, combinationsNamed} from "../../data-loaders/survey/explorer/buildExplorer.js";
import {protectedTables} from "../../data-loaders/survey/protect/protectedTables.js";
import {registerGroupings} from "../../data-loaders/survey/protect/registerGroupings.js";
import {memoize} from "../../src/lib/memoize.js";
import {settings} from "../../src/lib/settings.js";
import {exploring, survey} from "../facts.js";

/** Name and size of a product, worked out once: of a large file it takes its time. */
export const fileOf = memoize(packageFile);

/** Where the files of the respondents stand, below the site's root. */
export const surveyFolder = "data/respondents";

/** Every file that readers may take along: of an open file its respondents, of a protected one its tables. */
export const surveyProducts: readonly Product[] =
  survey.settings.access === "protected" ? protectedFiles() : openFiles();

/** Writes them below the output, and, where there are too many respondents to be sent, what readers count in. */
export function writeSurveyFiles(output: string): void {
  const folder = join(output, surveyFolder);
  mkdirSync(folder, {recursive: true});
  for (const {path, blocks} of surveyProducts) writeBlocks(join(folder, path), blocks());
  if (exploring.explorer.inCombinations) writeCombinations(join(output, "data/tallies"));
}

/** One file for each set of variables that can be counted by each other. */
function writeCombinations(folder: string): void {
  mkdirSync(folder, {recursive: true});
  for (const name of combinationSets(exploring))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(combinationsNamed(exploring, name)));
}

function protectedFiles(): Product[] {
  const {codebook, respondents} = survey;
  const groupings = registerGroupings(codebook, respondents, readRegister(sourceReader()));
  return protectedProducts(codebook, respondents, protectedTables(codebook, respondents, groupings));
}

function openFiles(): Product[] {
  const products = openProducts(survey);
  return [...products, {path: "datapackage.json", blocks: () => [packageOf(products)]}];
}

function packageOf(products: readonly Product[]): string {
  const {codebook, respondents, weighting} = survey;
  return dataPackage(
    codebook,
    respondents,
    weighting,
    {
      title: codebook.title.en,
      description: codebook.note.en,
      version: settings.version,
      created: settings.published,
      licences: [
        {
          name: "CC-BY-4.0",
          title: "Creative Commons Attribution 4.0",
          path: "https://creativecommons.org/licenses/by/4.0/",
        },
      ],
      sources: [{title: settings.source.en}],
    },
    products.map(fileOf),
  );
}

function writeBlocks(path: string, blocks: Iterable<string | Uint8Array>): void {
  const file = openSync(path, "w");
  for (const block of blocks) writeFileSync(file, block);
  closeSync(file);
}
