import {suggestion} from "../../src/lib/language/nearest.js";
import type {Lang} from "../../src/lib/language/text.js";
import type {Markup} from "../../src/lib/markup.js";
import {citationBlock, inputsBlock} from "./blocks/citation.js";
import {codebookBlock} from "./blocks/codebook.js";
import {contentsBlock} from "./blocks/contents.js";
import {criteriaBlock} from "./blocks/criteria.js";
import {exploreBlock} from "./blocks/explore.js";
import {municipalitiesBlock} from "./blocks/municipalities.js";
import {columnsBlock, fileBlock, originBlock, rulesBlock, setAsideBlock} from "./blocks/quality.js";
import {ranksBlock} from "./blocks/ranks.js";
import {readingsMatterBlock} from "./blocks/readingsMatter.js";
import {
  exploringBlock,
  fromRespondentsBlock,
  ifOthersDifferBlock,
  readingTablesBlock,
  testsBlock,
  weightsBlock,
} from "./blocks/respondentsText.js";
import {searchBlock} from "./blocks/search.js";
import {sizeClassesBlock} from "./blocks/sizeClasses.js";
import {claimsBlock, contextBlock, correctionsBlock, doubtsBlock} from "./blocks/sources.js";
import {surveyDownloadsBlock} from "./blocks/surveyDownloads.js";

/** Everything a `block` fence can name: lists that are made from the inputs. */
const blocks: Readonly<Record<string, (lang: Lang) => Markup>> = {
  "search-sources": searchBlock({nb: "Søk i påstander og tall", en: "Search claims and numbers"}),
  "search-codebook": searchBlock({nb: "Søk i kodeboken", en: "Search the codebook"}),
  claims: claimsBlock,
  context: contextBlock,
  corrections: correctionsBlock,
  doubts: doubtsBlock,
  citation: citationBlock,
  inputs: inputsBlock,
  criteria: criteriaBlock,
  ranks: ranksBlock,
  contents: contentsBlock,
  municipalities: municipalitiesBlock,
  "readings-matter": readingsMatterBlock,
  "size-classes": sizeClassesBlock,
  codebook: codebookBlock,
  explore: exploreBlock,
  file: fileBlock,
  rules: rulesBlock,
  "set-aside": setAsideBlock,
  columns: columnsBlock,
  weights: weightsBlock,
  tests: testsBlock,
  "if-others-differ": ifOthersDifferBlock,
  "reading-tables": readingTablesBlock,
  "from-respondents": fromRespondentsBlock,
  exploring: exploringBlock,
  downloads: surveyDownloadsBlock,
  origin: originBlock,
};

/** What a `block` fence can name. */
export const blockNames: readonly string[] = Object.keys(blocks);

/** @throws when there is no such block */
export function block(name: string, lang: Lang): Markup {
  const make = blocks[name];
  if (!make) throw new Error(`unknown block: ${name}${suggestion(name, blockNames)}`);
  return make(lang);
}
