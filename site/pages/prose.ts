import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {numberAnchor} from "../../src/components/markup/anchors.js";
import {numberForms, numberMarkup} from "../../src/components/markup/figureMarkup.js";
import {suggestion} from "../../src/lib/language/nearest.js";
import type {Lang} from "../../src/lib/language/text.js";
import {pageAt} from "../../src/lib/pages.js";
import {quantities} from "../facts.js";
import {block} from "./blocks.js";
import {textThatHolds} from "./conditions.js";
import {deferHtml} from "./deferredHtml.js";
import {figureBlock, numbersIn} from "./figureBlock.js";
import {limitsBox} from "./limits.js";
import {refuseBareNumber} from "./numbers/bareNumber.js";
import {numberNotes} from "./numbers/numberNotes.js";
import {plainIds, plainNumber} from "./numbers/plainNumbers.js";
import {numberNamed, splitNumber} from "./numbers/surveyNumber.js";
import {refuseUnknownFigures} from "./pageCells.js";
import {pageContents} from "./pageContents.js";

/** What Framework hands along while it renders a page. */
interface Env {
  path?: string;
}

/**
 * Teaches markdown the report's own words: `[[id]]` is a number with all it rests on, a `figure` fence is a drawn
 * figure, a `block` fence is a list made from the inputs, a `contents` fence lists the page’s sections, `{#id}` names a
 * heading, lines between `::: if NAME` and `:::` stand only where that holds, and those between `::: limits` and `:::` in
 * a box. What is unknown fails the build.
 */
export function prose(md: MarkdownIt): MarkdownIt {
  md.core.ruler.before("block", "conditions", (state) => {
    state.src = onPage(state.env, () => limitsBox(textThatHolds(state.src), langOf(state.env)));
  });
  md.inline.ruler.before("link", "number", parseNumber);
  md.renderer.rules.number = (tokens, index, _, env: Env) => renderNumber(tokens[index].content, env);
  md.core.ruler.before("anchor", "headingId", nameHeadings);
  md.core.ruler.push("bareNumber", refuseBareNumbers);
  md.core.ruler.push("cells", ({tokens, env}) => refuseUnknownFigures(cellsOf(tokens), (env as Env).path));
  md.core.ruler.push("numberNotes", appendNumberNotes);
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    const {info, content} = tokens[index];
    if (info === "contents") return deferHtml(pageContents(tokens, langOf(env)).html);
    const make = {figure: figureBlock, block}[info];
    if (!make) {
      const near = suggestion(info.split(" ")[0], ["figure", "block", "contents"]);
      if (near) throw new Error(`unknown fence: ${info}${near} (${env.path})`);
      return fence?.(tokens, index, options, env, self) ?? "";
    }
    const level = tokens.slice(0, index).some(({tag}) => tag === "h2") ? 3 : 2;
    return deferHtml(onPage(env, () => make(content.trim(), langOf(env), level)).html);
  };
  return md;
}

/** What is made of a fence; an error says which page the fence stands on. */
function onPage<T>({path}: Env, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error) error.message += ` (${path})`;
    throw error;
  }
}

/** Language of the page being rendered. */
function langOf({path = ""}: Env): Lang {
  return pageAt(path)?.lang ?? "nb";
}

function parseNumber(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[[", state.pos)) return false;
  const end = state.src.indexOf("]]", state.pos);
  if (end < 0) throw new Error(`number without an end: ${state.src.slice(state.pos, state.pos + 40)}`);
  if (!silent) state.push("number", "", 0).content = state.src.slice(state.pos + 2, end);
  state.pos = end + 2;
  return true;
}

function renderNumber(content: string, env: Env): string {
  const [name, form = "percent"] = splitNumber(content);
  const at = `(${env.path}, [[${content}]])`;
  const lang = langOf(env);
  const plain = plainNumber(name, lang, at);
  if (plain !== undefined) return plain;
  const format = numberForms[form];
  const named = onPage(env, () => numberNamed(name));
  if (!named) {
    const known = [...quantities.keys(), ...plainIds];
    throw new Error(`unknown number: ${name}${suggestion(name, known)} ${at}`);
  }
  if (!format) {
    const suggested = suggestion(form, Object.keys(numberForms));
    throw new Error(`unknown form of a number: ${form}${suggested} ${at}`);
  }
  if (form !== "percent" && (named.unit === "count" || named.rank === "unknown")) {
    throw new Error(`number that is not out of a hundred: ${name} ${at}`);
  }
  return numberMarkup(named, format(named, lang), lang, `#${numberAnchor(named.id)}`).html;
}

function nameHeadings({tokens}: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const text = tokens[index + 1]?.children?.at(-1);
    if (token.type !== "heading_open" || !text) continue;
    const [mark, id] = / *\{#([\w-]+)\}$/.exec(text.content) ?? [];
    if (!mark) continue;
    token.attrSet("id", id);
    text.content = text.content.slice(0, -mark.length);
  }
}

function refuseBareNumbers({tokens, env}: StateCore): void {
  for (const text of tokens.flatMap(readText)) refuseBareNumber(text, (env as Env).path);
}

/** The text of a token as it is read, across emphasis, links and tags; code is not prose, and a named number is one already. */
function readText({type, content, children}: Token): string[] {
  if (type === "html_block") return [content.replace(/<[^>]*>/g, "").replaceAll("&nbsp;", " ")];
  if (type !== "inline") return [];
  const parts = (children ?? []).map((child) => {
    if (child.type === "softbreak" || child.type === "hardbreak") return " ";
    if (child.type === "number" || child.type === "code_inline") return "…";
    return child.type === "text" ? child.content : "";
  });
  return [parts.join("")];
}

/** The code of the page's `js` cells. */
function cellsOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({type, info}) => type === "fence" && info.split(" ")[0] === "js").map(({content}) => content);
}

/** What every number on the page rests on, once each, in the order they are met. */
function appendNumberNotes(state: StateCore): void {
  const {path} = state.env as Env;
  const ids = state.tokens.flatMap(({type, info, content, children}) => {
    if (type === "fence" && info === "figure") return onPage(state.env, () => numbersIn(content.trim()));
    const numbers = (children ?? []).filter((child) => child.type === "number");
    return numbers.flatMap((child) => onPage(state.env, () => numberNamed(splitNumber(child.content)[0]))?.id ?? []);
  });
  const named = [...new Set(ids)].filter((id) => quantities.has(id));
  if (named.length === 0 || !path) return;
  const token = new state.Token("html_block", "", 0);
  token.content = deferHtml(numberNotes(named, langOf({path})).html);
  state.tokens.push(token);
}
