import {branchesOf, childrenOf, pairOf, parsed, propertyNamed} from "./pairs.mjs";
import {commentKey, rComments, textsIn} from "./rewrite.mjs";

/**
 * @typedef {import("./message.mjs").SourceLanguage} SourceLanguage
 * @typedef {[key: string, help: string]} SourceText a text, and what the other language has in its place
 */

/**
 * Every text that a module has in both languages.
 *
 * @param {string} code in TypeScript
 * @param {string} path
 * @param {SourceLanguage} from the language of the keys
 * @returns {SourceText[]}
 */
export function moduleTexts(code, path, from) {
  if (!/\b(nb|en)\b/.test(code)) return [];
  const comments = [...code.matchAll(rComments)].map(({groups}) => inOrder(groups, from).map(commentKey));
  return [.../** @type {SourceText[]} */ (comments), ...below(parsed(code, path), from)];
}

/** @param {any} node @param {SourceLanguage} from @returns {SourceText[]} */
function below(node, from) {
  const object = node.type === "ObjectExpression" ? pairOf(node) : null;
  const pair = object ? {nb: object.nb.value, en: object.en.value} : branchesOf(node);
  const own = pair ? sameTexts(inOrder(pair, from), from) : [];
  return [...own, ...childrenOf(node).flatMap((child) => below(child, from))];
}

/** Two expressions that say the same, each text of the first with its counterpart. @param {any[]} both @param {SourceLanguage} from @returns {SourceText[]} */
function sameTexts([of, other], from) {
  if (of.type === "ObjectExpression" && other.type === "ObjectExpression" && !pairOf(of))
    return of.properties.flatMap((/** @type {any} */ {key, value}) => {
      const counterpart = propertyNamed(other.properties, key?.name);
      return counterpart ? sameTexts([value, counterpart.value], from) : [];
    });
  const help = textsIn(other, from === "nb" ? "en" : "nb").map(({key}) => key);
  const texts = textsIn(of, from);
  return texts.map(({key}, at) => [key, texts.length === help.length ? help[at] : help.join(" / ")]);
}

/** @param {any} of @param {SourceLanguage} from */
const inOrder = ({nb, en}, from) => (from === "nb" ? [nb, en] : [en, nb]);

/**
 * Every text of a value of JSON that it has in both languages.
 *
 * @param {any} value
 * @param {SourceLanguage} from
 * @returns {SourceText[]}
 */
export function jsonTexts(value, from) {
  if (typeof value !== "object" || value === null) return [];
  if (typeof value.nb === "string" && typeof value.en === "string")
    return [/** @type {SourceText} */ (inOrder(value, from))];
  return Object.values(value).flatMap((each) => jsonTexts(each, from));
}

/**
 * A value of JSON with further languages beside Bokmål and English.
 *
 * @param {any} value
 * @param {readonly import("./rewrite.mjs").Language[]} languages
 * @returns {any}
 */
export function rewriteJson(value, languages) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => rewriteJson(each, languages));
  if (typeof value.nb === "string" && typeof value.en === "string")
    return {
      ...value,
      ...Object.fromEntries(languages.map(({lang, from, say}) => [lang, say(value[from]) ?? value.en])),
    };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewriteJson(each, languages)]));
}
