import {isCode, messageOf} from "./message.mjs";
import {asksForLanguage, branchesOf, childrenOf, isSaid, pairOf, parsed, propertyNamed} from "./pairs.mjs";

/**
 * @typedef {import("./message.mjs").SourceLanguage} SourceLanguage
 * @typedef {object} Language a language that the source is not written in
 * @property {string} lang its code, BCP 47
 * @property {SourceLanguage} from what its words were translated from
 * @property {(key: string) => string | undefined} say its words for a text
 */

/** @param {string} code */
const saysNothing = (code) => !/\b(nb|en)\b/.test(code);

/**
 * The text of a module, with a further language wherever it has Bokmål and English: `{nb: X, en: Y}` gets a property and
 * `lang === "nb" ? X : Y` a branch, made of X or Y by putting the strings and templates in it into that language. What
 * lacks a translation is in English.
 *
 * @param {string} code in TypeScript
 * @param {string} path of the module, for errors
 * @param {readonly Language[]} languages
 * @throws Error where the module asks for a language in any other way
 */
export function rewrite(code, path, languages) {
  if (saysNothing(code)) return code;
  const commented = withComments(code, languages);
  return new Writer(commented, path, languages).text(parsed(commented, path), null);
}

/** Comments of R within templates: a line that begins with `#nb`, and one that begins with `#en`. */
export const rComments = /#nb (?<nb>.*)\n(?<indent> *)#en (?<en>.*)/g;

/** A comment as a text: with what a template fills in in braces. @param {string} text */
export const commentKey = (text) => text.replace(/\$\{(\w+)\}/g, "{$1}");

/** @param {string} code @param {readonly Language[]} languages */
function withComments(code, languages) {
  return code.replace(rComments, (whole, ...given) => {
    const groups = given.at(-1);
    const lines = languages.map(({lang, from, say}) => {
      const said = say(commentKey(groups[from]));
      const text = said?.replace(/[\\`]/g, "\\$&").replace(/\{(\w+)\}/g, (_, name) => `\${${name}}`) ?? groups.en;
      return `\n${groups.indent}#${lang} ${text}`;
    });
    return whole + lines.join("");
  });
}

class Writer {
  /** @param {string} code @param {string} path @param {readonly Language[]} languages */
  constructor(code, path, languages) {
    this.code = code;
    this.path = path;
    this.languages = languages;
  }

  /**
   * The text of a node.
   *
   * @param {any} node
   * @param {Language | null} into the language that it is put into, if any
   * @returns {string}
   */
  text(node, into) {
    const pair = pairOf(node);
    if (pair) return this.pair(node, pair, into);
    const branches = branchesOf(node);
    if (branches) return this.branches(node, branches, into);
    if (asksForLanguage(node)) this.refuse(node);
    const said = into && this.said(node, into);
    if (said) return said;
    return this.spliced(node, (child) => this.text(child, into && isSaid(child, node, into.from) ? into : null));
  }

  /** @param {any} node @param {import("./pairs.mjs").Pair} pair @param {Language | null} into */
  pair(node, {nb, en}, into) {
    const last = nb.start > en.start ? nb : en;
    const isPattern = node.type === "ObjectPattern";
    const more = this.languages.map(
      (each) => `, ${each.lang}: ${isPattern ? own(each) : this.value(nb.value, en.value, each)}`,
    );
    return this.spliced(node, (child) => this.text(child, into) + (child === last ? more.join("") : ""));
  }

  /** @param {any} node @param {import("./pairs.mjs").Pair & {of: any}} branches @param {Language | null} into */
  branches(node, {of, nb, en}, into) {
    const asked = this.code.slice(of.start, of.end);
    const more = this.languages.map((each) => `${asked} === "${each.lang}" ? (${this.value(nb, en, each)}) : `);
    return this.spliced(node, (child) => {
      if (child === node.test) return this.code.slice(child.start, child.end);
      return (child === node.alternate ? more.join("") : "") + this.text(child, into);
    });
  }

  /**
   * What stands beside two expressions that say the same. Objects are put together property by property.
   *
   * @param {any} nb
   * @param {any} en
   * @param {Language} language
   * @returns {string}
   */
  value(nb, en, language) {
    const [of, other] = language.from === "nb" ? [nb, en] : [en, nb];
    if (of.type === "ObjectExpression" && other.type === "ObjectExpression" && !pairOf(of))
      return this.spliced(of, (property) => {
        const counterpart = propertyNamed(other.properties, property.key?.name);
        if (!counterpart || property.shorthand || property.method) return this.text(property, language);
        const [inNb, inEn] = language.from === "nb" ? [property, counterpart] : [counterpart, property];
        return `${this.code.slice(property.start, property.value.start)}${this.value(inNb.value, inEn.value, language)}`;
      });
    if (textsIn(of, language.from).every(({key}) => language.say(key) !== undefined)) return this.text(of, language);
    return this.text(en, {...language, from: "en", say: () => undefined});
  }

  /** What a name, a code or a text becomes in a language, if it becomes another. @param {any} node @param {Language} into */
  said(node, into) {
    const {type, name, value} = node;
    if (type === "Identifier" && name === into.from) return own(into);
    if (type === "MemberExpression" && !node.computed && node.property.name === into.from)
      return `${this.text(node.object, into)}${node.optional ? "?." : "."}${into.lang}`;
    if (type === "Literal" && typeof value === "string" && isCode(value, into.from))
      // Not every browser has the formats of every language: Chromium writes numbers in Nynorsk as in English.
      return JSON.stringify(value.includes("-") ? [into.lang, value] : into.lang);
    const message = messageOf(node, into.from);
    const said = message && into.say(message.key);
    if (!message || said === null || said === undefined) return null;
    if (type === "Literal") return JSON.stringify(said);
    const names = new Map((message.key.match(/\{\w+\}/g) ?? []).map((each, at) => [each, message.expressions[at]]));
    const parts = said.split(/(\{\w+\})/).map((part) => {
      const expression = names.get(part);
      return expression ? `\${${this.text(expression, into)}}` : part.replace(/[\\`]|\$(?=\{)/g, "\\$&");
    });
    return `\`${parts.join("")}\``;
  }

  /** The text of a node with others in the place of its children. @param {any} node @param {(child: any) => string} write */
  spliced(node, write) {
    let [text, at] = ["", node.start];
    for (const child of childrenOf(node)) {
      if (child.start < at) continue; // a shorthand property has its name twice
      text += this.code.slice(at, child.start) + write(child);
      at = child.end;
    }
    return text + this.code.slice(at, node.end);
  }

  /** @param {any} node */
  refuse(node) {
    const line = this.code.slice(0, node.start).split("\n").length;
    throw new Error(`a language is asked for other than by lang === "nb" ? … : … (${this.path}, line ${line})`);
  }
}

/** The variable that a pattern takes a language's text in: some codes are words of JavaScript. @param {Language} language */
const own = ({lang}) => `$${lang}`;

/**
 * The texts within an expression, as they stand. Not those of a pair within it, which are its own.
 *
 * @param {any} node
 * @param {SourceLanguage} from
 * @returns {import("./message.mjs").Message[]}
 */
export function textsIn(node, from) {
  if (pairOf(node) || branchesOf(node)) return [];
  const own = messageOf(node, from);
  const within = childrenOf(node).flatMap((child) => (isSaid(child, node, from) ? textsIn(child, from) : []));
  return own ? [own, ...within] : within;
}
