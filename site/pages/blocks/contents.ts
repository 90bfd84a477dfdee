import type {Lang} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {pages, pathOf} from "../../../src/lib/pages.js";
import {frontMatter} from "../frontMatter.js";

/** The pages of the story with what a reader finds on each: the `lead` at the top of its file. */
export function contentsBlock(lang: Lang): Markup {
  return markup`<ol class="contents">${pages.map(({id, name}) => {
    const lead = frontMatter(`/${lang}/${id}`, "lead");
    return lead && markup`<li><a href="/${pathOf(id, lang)}">${name[lang]}</a> <span>${lead}</span></li>`;
  })}</ol>`;
}
