import {suggestion} from "../../src/lib/language/nearest.js";
import type {Lang} from "../../src/lib/language/text.js";
import type {Markup} from "../../src/lib/markup.js";
import {changelogBlock} from "./blocks/changelog.js";
import {citationBlock, inputsBlock} from "./blocks/citation.js";
import {contentsBlock} from "./blocks/contents.js";
import {criteriaBlock} from "./blocks/criteria.js";
import {searchBlock} from "./blocks/entries.js";
import {guessBlock, stillBlocks} from "./blocks/hundred.js";
import {municipalitiesBlock, municipalityListBlock} from "./blocks/municipalities.js";
import {contextBlock, contextSearch} from "./blocks/otherSurveys.js";
import {ranksBlock} from "./blocks/ranks.js";
import {readingsMatterBlock} from "./blocks/readingsMatter.js";
import {sizeClassesBlock} from "./blocks/sizeClasses.js";
import {claimsBlock, claimsSearch, correctionsBlock, doubtsBlock} from "./blocks/sources.js";
import {codebookBlock} from "./blocks/survey/codebook.js";
import {designBlock} from "./blocks/survey/design.js";
import {surveyDownloadsBlock} from "./blocks/survey/downloads.js";
import {exploreBlock} from "./blocks/survey/explore.js";
import {attacksBlock, noiseBlock} from "./blocks/survey/noise.js";
import {
  assumptionsBlock,
  columnsBlock,
  fileBlock,
  rulesBlock,
  setAsideBlock,
  waveSizesBlock,
  weightsBlock,
} from "./blocks/survey/quality.js";
import {aboutCodebookBlock, resultsBlock, studyBlock, themeBlock} from "./blocks/survey/results.js";

/** Everything a `block` fence can name: lists that are made from the inputs. */
const blocks: Readonly<Record<string, (lang: Lang, of: string) => Markup>> = {
  "search-claims": claimsSearch,
  "search-context": contextSearch,
  "search-codebook": searchBlock({nb: "Søk i kodeboken", en: "Search the codebook"}),
  claims: claimsBlock,
  context: contextBlock,
  corrections: correctionsBlock,
  doubts: doubtsBlock,
  citation: citationBlock,
  changelog: changelogBlock,
  inputs: inputsBlock,
  criteria: criteriaBlock,
  ranks: ranksBlock,
  contents: contentsBlock,
  municipalities: municipalitiesBlock,
  "municipality-list": municipalityListBlock,
  "readings-matter": readingsMatterBlock,
  "size-classes": sizeClassesBlock,
  codebook: codebookBlock,
  explore: exploreBlock,
  study: studyBlock,
  results: resultsBlock,
  theme: themeBlock,
  "about-codebook": aboutCodebookBlock,
  file: fileBlock,
  rules: rulesBlock,
  "set-aside": setAsideBlock,
  columns: columnsBlock,
  design: designBlock,
  weights: weightsBlock,
  downloads: surveyDownloadsBlock,
  assumptions: assumptionsBlock,
  noise: noiseBlock,
  "wave-sizes": waveSizesBlock,
  attacks: attacksBlock,
  guess: guessBlock,
  ...stillBlocks,
};

/** What a `block` fence can name. */
export const blockNames: readonly string[] = Object.keys(blocks);

/**
 * @param named a block’s name and, for one that is of something, what it is of: `theme wages`
 * @throws when there is no such block
 */
export function block(named: string, lang: Lang): Markup {
  const [name, of = ""] = named.split(" ");
  const make = blocks[name];
  if (!make) throw new Error(`unknown block: ${name}${suggestion(name, blockNames)}`);
  return make(lang, of);
}
