import type {Markup} from "../src/lib/markup.js";
import type {Lang} from "../src/lib/text.js";
import {citationBlock, inputsBlock} from "./blocks/citation.js";
import {contentsBlock} from "./blocks/contents.js";
import {criteriaBlock} from "./blocks/criteria.js";
import {municipalitiesBlock} from "./blocks/municipalities.js";
import {ranksBlock} from "./blocks/ranks.js";
import {readingsMatterBlock} from "./blocks/readingsMatter.js";
import {sizeClassesBlock} from "./blocks/sizeClasses.js";
import {claimsBlock, contextBlock, correctionsBlock, doubtsBlock, searchBlock} from "./blocks/sources.js";

/** Everything a `block` fence can name: lists that are made from the inputs. */
const blocks: Record<string, (lang: Lang) => Markup> = {
  search: searchBlock,
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
};

/** @throws when there is no such block */
export function block(name: string, lang: Lang): Markup {
  const make = blocks[name];
  if (!make) throw new Error(`unknown block: ${name}`);
  return make(lang);
}
