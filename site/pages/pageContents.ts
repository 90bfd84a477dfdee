import type Token from "markdown-it/lib/token.mjs";
import type {Lang} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";
import {type Markup, markup} from "../../src/lib/markup.js";

/** The sections of a page as links: its headings of the second level that have an id. */
export function pageContents(tokens: readonly Token[], lang: Lang): Markup {
  const links = tokens.flatMap((token, index) => {
    const id = token.type === "heading_open" && token.tag === "h2" && token.attrGet("id");
    return id ? [{id, text: textOf(tokens[index + 1])}] : [];
  });
  return markup`<nav class="page-contents" aria-label="${words.pageContents[lang]}"><ol>${links.map(
    ({id, text}) => markup`<li><a href="#${id}">${text}</a></li>`,
  )}</ol></nav>`;
}

const textOf = ({children}: Token) =>
  (children ?? [])
    .map(({content}) => content)
    .join("")
    .trim();
