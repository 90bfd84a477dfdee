import {type Markup, markup} from "../lib/markup.js";
import {pathOf} from "../lib/pages.js";
import type {Lang} from "../lib/text.js";
import {words} from "../lib/words.js";
import {figureAnchor} from "./anchors.js";
import type {Figure, FigureView} from "./figure.js";
import {markOf, withMark} from "./madeUp.js";

/** The forms a figure can be taken away in; files of these are made at build. */
export const takeFormats = ["svg", "png", "csv", "json"] as const;
export type TakeFormat = (typeof takeFormats)[number];

/** A figure's file for a format, below the folder of its language. */
export const takeFile = (figureId: string, format: TakeFormat) => `figures/${figureId}.${format}`;

/** The figure alone on a page, below the folder of its language. */
export const embedFile = (figureId: string) => `embed/${figureId}.html`;

/** The code that shows a figure in somebody else's page. */
export function embedCode(
  figure: Figure,
  view: FigureView,
  {lang, siteUrl, search = ""}: {lang: Lang; siteUrl: string; search?: string},
): string {
  const address = new URL(`${lang}/${embedFile(figure.id)}${search}`, siteUrl).href;
  return markup`<iframe src="${address}" title="${view.title[lang]}" width="100%" height="720" loading="lazy" style="border:0"></iframe>`
    .html;
}

/** The figure's address. */
export function figureAddress(
  figure: Figure,
  {lang, siteUrl, search = ""}: {lang: Lang; siteUrl: string; search?: string},
): string {
  return new URL(`${pathOf(figure.page, lang)}${search}#${figureAnchor(figure.id)}`, siteUrl).href;
}

/** Links for taking a figure along. Plain links without a script; with one, they follow what the reader chose. */
export function takeMarkup(figure: Figure, view: FigureView, {lang, siteUrl}: {lang: Lang; siteUrl: string}): Markup {
  return markup`<details class="take"><summary>${words.take[lang]}</summary>
<ul>${takeFormats.map(
    (format) =>
      markup`<li><a href="/${lang}/${takeFile(figure.id, format)}" data-take="${format}">${format.toUpperCase()}</a></li>`,
  )}
<li><a href="#${figureAnchor(figure.id)}" data-copy="${markOf(view)}">${words.link[lang]}</a></li></ul>
<p><label>${words.embedHint[lang]} <textarea readonly rows="3" data-embed="${markOf(view)}">${embedCode(figure, view, {lang, siteUrl, search: withMark("", markOf(view))})}</textarea></label></p>
</details>`;
}
