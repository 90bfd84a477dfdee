import {parseSync} from "oxc-parser";
import {isCode} from "./message.mjs";

/** @typedef {import("./message.mjs").SourceLanguage} SourceLanguage */
/** @typedef {Record<SourceLanguage, any>} Pair two nodes that say the same */

/**
 * The syntax tree of a module in TypeScript.
 *
 * @param {string} code
 * @param {string} path
 * @returns {any} an ESTree
 * @throws Error when it cannot be parsed
 */
export function parsed(code, path) {
  const {program, errors} = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${errors[0].message} (${path})`);
  return program;
}

/**
 * The two properties of `{nb: …, en: …}`, of an object or of a pattern that takes one apart.
 *
 * @param {any} node
 * @returns {Pair | null}
 */
export function pairOf({type, properties}) {
  if (type !== "ObjectExpression" && type !== "ObjectPattern") return null;
  const [nb, en] = [propertyNamed(properties, "nb"), propertyNamed(properties, "en")];
  return nb && en ? {nb, en} : null;
}

/** @param {any[]} properties @param {string} name */
export const propertyNamed = (properties, name) =>
  properties.find(({key, computed}) => key && !computed && (key.name ?? key.value) === name);

/**
 * The two branches of `lang === "nb" ? … : …`, or of a test for `"en"`, and what is asked for its language.
 *
 * @param {any} node
 * @returns {Pair & {of: any} | null}
 */
export function branchesOf({type, test, consequent, alternate}) {
  if (type !== "ConditionalExpression" || !isLanguageTest(test)) return null;
  const isNb = test.right.value === "nb";
  return {of: test.left, nb: isNb ? consequent : alternate, en: isNb ? alternate : consequent};
}

/** @param {any} node */
const isLanguageTest = ({type, operator, right}) =>
  type === "BinaryExpression" && operator === "===" && right.type === "Literal" && ["nb", "en"].includes(right.value);

/** True where a module asks for a language in any way. @param {any} node */
export const asksForLanguage = ({type, left, right}) =>
  type === "BinaryExpression" &&
  [left, right].some((side) => side.type === "Literal" && ["nb", "en"].includes(side.value));

/**
 * True of a part of an expression that is put into a language with it: not of names, of types, and of what is compared.
 *
 * @param {any} child
 * @param {any} node
 * @param {SourceLanguage} from
 */
export function isSaid(child, node, from) {
  const {type} = node;
  if (type === "BinaryExpression") return node.operator === "+";
  if (type === "MemberExpression")
    return !node.computed || child === node.object || (child.type === "Literal" && isCode(`${child.value}`, from));
  if (type === "Property") return child !== node.key || node.shorthand;
  if (type === "SwitchCase") return child !== node.test;
  return !/^TS/.test(type) || (/^TS(As|Satisfies|NonNull)Expression$/.test(type) && child === node.expression);
}

/** The nodes right below a node, as they stand. @param {any} node @returns {any[]} */
export function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((child) => child && typeof child === "object" && typeof child.type === "string" && "start" in child)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
