import {isLocalAddress} from "../../lib/isLocalAddress.js";
import {type Lang, type Text, uncapital} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import {pathOf} from "../../lib/pages.js";
import {citation, citationFormats} from "../../lib/table/export/citation.js";
import type {Figure, FigureView} from "../figure.js";
import {figureAnchor} from "./anchors.js";
import {markOf, withMark} from "./standInMark.js";

/** The forms that every figure can be taken away in; files of these are made at build. */
export const exportFormats = ["csv", "json", "png", "svg"] as const;
/** All forms in the order of the menu, those of an explorer too, and its citations. */
export const allFormats = ["xlsx", "csv", "json", "jsonstat", "R", "png", "svg", "zip", "txt", "bib", "ris"] as const;
export type ExportFormat = (typeof allFormats)[number];

/**
 * The forms that a figure is offered in as it is now seen. Of a protected file there is no script, for its respondents are
 * not published, and no workbook and no archive: a zipped file cannot be looked through for rows before the site is left standing.
 * There is no script either of what a database counted. Nor is there an archive where the respondents are so many that their file is compressed: it would be in each of them.
 */
export function formatsOf({explores}: Pick<Figure, "explores">, {explored}: FigureView): ExportFormat[] {
  if (!explores) return [...exportFormats];
  return allFormats.filter((format) => {
    if (format === "zip") return explored?.script?.csv.endsWith(".csv") ?? false;
    if (format === "R") return Boolean(explored?.script);
    if (format === "xlsx") return explored?.tables.every(({table}) => !table.isProtected) ?? false;
    return format !== "jsonstat" || explored !== undefined;
  });
}

/** What a form is called. */
const formatNames: Record<ExportFormat, Text> = {
  xlsx: same("Excel"),
  csv: same("CSV"),
  json: same("JSON"),
  jsonstat: same("JSON-stat 2"),
  R: same("R"),
  png: same("PNG"),
  svg: same("SVG"),
  zip: {nb: "Alt (zip)", en: "Everything (zip)"},
  txt: {nb: "Tekst", en: "Text"},
  bib: same("BibTeX"),
  ris: same("RIS"),
};

function same(name: string): Text {
  return {nb: name, en: name};
}

const citationForms: readonly ExportFormat[] = citationFormats;

/** A figure's file for a format, below the folder of its language. */
export const exportPath = (figureId: string, format: ExportFormat) => `figures/${figureId}.${format}`;

/** The figure alone on a page, below the folder of its language. */
export const embedFile = (figureId: string) => `embed/${figureId}.html`;

/** The code that shows a figure in somebody else's page: without its script the frame keeps the height given. */
export function embedCode(
  figure: Figure,
  view: FigureView,
  {lang, siteUrl, search = "", height}: {lang: Lang; siteUrl: string; search?: string; height: number},
): string {
  const address = new URL(`${lang}/${embedFile(figure.id)}${search}`, siteUrl).href;
  return markup`<iframe src="${address}" title="${view.title[lang]}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>
<script async src="${new URL("embed.js", siteUrl).href}"></script>`.html;
}

/** The figure's address. */
export function figureAddress(
  figure: Figure,
  {lang, siteUrl, search = ""}: {lang: Lang; siteUrl: string; search?: string},
): string {
  return new URL(`${pathOf(figure.page, lang)}${search}#${figureAnchor(figure.id)}`, siteUrl).href;
}

export interface LinkOptions {
  lang: Lang;
  siteUrl: string;
  /** Of a frame that holds the figure, in pixels. */
  height: number;
  /** What files are called, without what they end with. */
  name: string;
}

/** Links for taking a figure along. Plain links without a script; with one, they follow what the reader chose. */
export function downloadLinks(figure: Figure, view: FigureView, options: LinkOptions): Markup {
  const {lang} = options;
  return markup`<details class="take"><summary>${words.take[lang]}</summary>${filesMarkup(figure, view, options)}
<p>${copyLink(figure, view, lang)}</p>
${embedMarkup(figure, view, options)}
</details>`;
}

/**
 * One row of all that can be done with a figure that counts respondents. What takes a script is out of sight without one.
 *
 * @param options.views the reader’s own views, to stand in the row
 */
export function actionRow(
  figure: Figure,
  view: FigureView,
  {views, ...options}: LinkOptions & {views: Markup},
): Markup {
  const {lang} = options;
  const button = (act: string, text: Text) => markup`<button type="button" data-act="${act}">${text[lang]}</button>`;
  return markup`<div class="actions">
${copyLink(figure, view, lang)}
${button("copy-picture", words.copyPicture)}
${button("copy-table", words.copyTable)}
${panel("take", words.download[lang], filesMarkup(figure, view, options))}
${panel("embed", words.embed[lang], embedMarkup(figure, view, options))}
${panel("cite", words.cite[lang], citeMarkup(figure, view, options))}
${button("print", words.print)}
${views}
</div>`;
}

/** What unfolds over what follows, so that the row stays where it is; one folds the others. */
function panel(kind: "take" | "embed" | "cite", summary: string, content: Markup): Markup {
  return markup`<details class="${kind}" name="actions"><summary>${summary}</summary><div class="panel">${content}</div></details>`;
}

/** A link to a file in each form. The build puts the name of the file where a browser looks for it. */
function filesMarkup(figure: Figure, view: FigureView, {lang, name}: LinkOptions): Markup {
  const offered = formatsOf(figure, view).filter((format) => !citationForms.includes(format));
  const link = (format: ExportFormat) =>
    markup`<a href="/${lang}/${exportPath(figure.id, format)}" data-take="${format}" data-file="${name}.${format}">${formatNames[format][lang]}</a>`;
  return markup`<ul>${offered.map((format) => markup`<li>${link(format)}</li>`)}</ul>`;
}

function embedMarkup(figure: Figure, view: FigureView, {lang, siteUrl, height}: LinkOptions): Markup {
  return markup`<p><label>${words.embedHint[lang]} <textarea readonly rows="3" data-embed="${markOf(view)}">${embedCode(figure, view, {lang, siteUrl, height, search: withMark("", markOf(view))})}</textarea></label> ${words.embedScriptHint[lang]}${isLocalAddress(siteUrl) && markup` <strong>${words.localAddress[lang]}</strong>`}</p>`;
}

/** A citation as text and as programs read it, each to be copied, and as a file where it is one. */
function citeMarkup(figure: Figure, view: FigureView, {lang, siteUrl, name}: LinkOptions): Markup {
  const address = figureAddress(figure, {lang, siteUrl, search: withMark("", markOf(view))});
  const cited = {title: view.title, address, rank: view.rows[0]?.quantity.rank ?? null, id: figure.id};
  return markup`${citationFormats.map(
    (format) =>
      markup`<p><label>${formatNames[format][lang]} <textarea readonly rows="${format === "txt" ? 3 : 5}" data-citation="${format}">${citation(cited, format, lang).trim()}</textarea></label> <button type="button" data-act="copy-citation" data-format="${format}">${words.copyAs[lang]} ${format === "txt" ? uncapital(formatNames.txt[lang]) : formatNames[format][lang]}</button> <a href="/${lang}/${exportPath(figure.id, format)}" data-take="${format}" data-file="${name}.${format}">${words.asFile[lang]}</a></p>`,
  )}`;
}

function copyLink({id}: Figure, view: FigureView, lang: Lang): Markup {
  return markup`<a href="#${figureAnchor(id)}" data-copy="${markOf(view)}">${words.link[lang]}</a>`;
}
