import type {Lang, Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import {pathOf} from "../../lib/pages.js";
import type {Figure, FigureView} from "../figure.js";
import {figureAnchor} from "./anchors.js";
import {markOf, withMark} from "./standInMark.js";

/** The forms a figure can be taken away in; files of these are made at build. */
export const exportFormats = ["svg", "png", "csv", "json"] as const;
/** Further forms of an explorer: as numbers, where it has a table of respondents, and as a citation. */
export const tableFormats = ["xlsx", "jsonstat", "R", "txt", "bib", "ris"] as const;
export type ExportFormat = (typeof exportFormats)[number] | (typeof tableFormats)[number];

/**
 * The forms that a figure is offered in as it is now seen. Of a protected file there is no script, for its respondents are
 * not published, and no workbook: a zipped file cannot be looked through for rows before the site is left standing.
 */
export function formatsOf({explores}: Pick<Figure, "explores">, {explored}: FigureView): ExportFormat[] {
  if (!explores) return [...exportFormats];
  const isOffered = (format: ExportFormat) => {
    if (format === "R" || format === "xlsx") return Boolean(explored?.script);
    return format !== "jsonstat" || explored !== undefined;
  };
  return [...exportFormats, ...tableFormats.filter(isOffered)];
}

/** What a form is called. */
const formatNames: Record<ExportFormat, string> = {
  svg: "SVG",
  png: "PNG",
  csv: "CSV",
  json: "JSON",
  xlsx: "Excel",
  jsonstat: "JSON-stat",
  R: "R",
  txt: "TXT",
  bib: "BibTeX",
  ris: "RIS",
};

/** Forms by what a reader wants of them. */
const kinds: readonly {label: Text; formats: readonly ExportFormat[]}[] = [
  {label: words.asPicture, formats: ["svg", "png"]},
  {label: words.asNumbers, formats: ["csv", "xlsx", "json", "jsonstat", "R"]},
  {label: words.asCitation, formats: ["txt", "bib", "ris"]},
];

/** A figure's file for a format, below the folder of its language. */
export const exportPath = (figureId: string, format: ExportFormat) => `figures/${figureId}.${format}`;

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
export function downloadLinks(
  figure: Figure,
  view: FigureView,
  {lang, siteUrl}: {lang: Lang; siteUrl: string},
): Markup {
  return markup`<details class="take"><summary>${words.take[lang]}</summary>${
    figure.explores
      ? byKind(figure, view, lang)
      : markup`<ul>${formatsOf(figure, view).map((format) => markup`<li>${fileLink(figure, format, lang)}</li>`)}
<li>${copyLink(figure, view, lang)}</li></ul>`
  }${figure.explores && actsMarkup(lang)}
<p><label>${words.embedHint[lang]} <textarea readonly rows="3" data-embed="${markOf(view)}">${embedCode(figure, view, {lang, siteUrl, search: withMark("", markOf(view))})}</textarea></label></p>
</details>`;
}

/** Many forms, told apart by what a reader wants of them. */
function byKind(figure: Figure, view: FigureView, lang: Lang): Markup {
  const lines = kinds.map(({label, formats}) => {
    const offered = formatsOf(figure, view).filter((format) => formats.includes(format));
    return markup`<p class="kind"><span>${label[lang]}</span> ${offered.map((format) => markup`${fileLink(figure, format, lang)} `)}</p>`;
  });
  return markup`${lines}
<p class="kind"><span>${words.asLink[lang]}</span> ${copyLink(figure, view, lang)}</p>`;
}

function fileLink({id}: Figure, format: ExportFormat, lang: Lang): Markup {
  return markup`<a href="/${lang}/${exportPath(id, format)}" data-take="${format}">${formatNames[format]}</a>`;
}

function copyLink({id}: Figure, view: FigureView, lang: Lang): Markup {
  return markup`<a href="#${figureAnchor(id)}" data-copy="${markOf(view)}">${words.link[lang]}</a>`;
}

/** What takes a script: out of sight where there is none. */
function actsMarkup(lang: Lang): Markup {
  return markup`<p class="kind acts"><button type="button" data-act="copy-picture">${words.copyPicture[lang]}</button> <button type="button" data-act="copy-table">${words.copyTable[lang]}</button> <button type="button" data-act="print">${words.printFigure[lang]}</button></p>`;
}
