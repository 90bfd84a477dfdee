import MarkdownIt from "markdown-it";
import type {Lang} from "../../../src/lib/language/text.js";
import {type Markup, markup, trusted} from "../../../src/lib/markup.js";
import {changeAnchor, changesIn, changeTitle} from "../changes.js";

/** What has changed, version by version. What has not been translated says in which language it is. */
export function changelogBlock(lang: Lang): Markup {
  const md = new MarkdownIt({typographer: true, quotes: {nb: "«»‘’", en: "“”‘’"}[lang]});
  return markup`<div class="changes">${changesIn(lang).map(
    (each) =>
      markup`<h2 id="${changeAnchor(each)}">${changeTitle(each, lang)}</h2>
<div${each.lang !== lang && markup` lang="${each.lang}"`}>${trusted(md.render(each.text))}</div>`,
  )}</div>`;
}
