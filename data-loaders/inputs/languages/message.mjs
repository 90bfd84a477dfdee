/**
 * @typedef {"nb" | "en"} SourceLanguage what the source is written in; every other language is translated from one of them
 * @typedef {{key: string, expressions: any[]}} Message what a string or a template says, and what it fills in
 */

/** Words, or a quotation mark, which languages write differently. Not numbers, signs or markup alone. */
const hasWords = /** @param {string} text */ (text) => /[\p{L}“”«»]/u.test(text.replace(/<[^>]*>|&\w+;|\{\w+\}/g, ""));

/** A language's own code, as `en` or `en-GB`. @param {string} text @param {SourceLanguage} from */
export const isCode = (text, from) => new RegExp(`^${from}(-[A-Z]{2})?$`).test(text);

/**
 * What a string or a template says, with a name in braces for each thing that a template fills in. Null of any other
 * expression, and of what has no words.
 *
 * @param {any} node of a syntax tree (ESTree)
 * @param {SourceLanguage} from the language that it is in
 * @returns {Message | null}
 */
export function messageOf(node, from) {
  const said = node.type === "Literal" && typeof node.value === "string" ? node.value : null;
  if (said !== null) return hasWords(said) && !isCode(said, from) ? {key: said, expressions: []} : null;
  if (node.type !== "TemplateLiteral") return null;
  const names = namesOf(node.expressions, from);
  const parts = node.quasis.map((/** @type {any} */ {value}, /** @type {number} */ at) =>
    at < names.length ? `${value.cooked}{${names[at]}}` : value.cooked,
  );
  const key = parts.join("");
  return hasWords(key) ? {key, expressions: node.expressions} : null;
}

/**
 * A name for each expression in a template, no two alike.
 *
 * @param {any[]} expressions
 * @param {SourceLanguage} from
 */
function namesOf(expressions, from) {
  /** @type {string[]} */
  const names = [];
  for (const [at, expression] of expressions.entries()) {
    const name = nameOf(expression, from) ?? `${at + 1}`;
    const alike = names.filter((each) => each.replace(/\d+$/, "") === name).length;
    names.push(alike === 0 ? name : `${name}${alike + 1}`);
  }
  return names;
}

/**
 * What an expression is called: `who` of `who.en`, `n` of `formatNumber(n, lang)`.
 *
 * @param {any} node
 * @param {SourceLanguage} from
 * @returns {string | null}
 */
function nameOf(node, from) {
  switch (node.type) {
    case "Identifier":
      return node.name === from ? "text" : node.name;
    case "MemberExpression":
      if (node.computed || [from, "length"].includes(node.property.name)) return nameOf(node.object, from);
      return node.property.name;
    case "CallExpression": {
      const {callee, arguments: given} = node;
      if (callee.type === "MemberExpression") return nameOf(callee.object, from);
      return (given[0] && nameOf(given[0], from)) ?? nameOf(callee, from);
    }
    case "LogicalExpression":
    case "BinaryExpression":
      return nameOf(node.left, from) ?? nameOf(node.right, from);
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
      return nameOf(node.expression, from);
    default:
      return null;
  }
}
