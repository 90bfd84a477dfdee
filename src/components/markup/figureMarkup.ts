import {formatNumber, formatOf100, formatQuantity, outwardOf100} from "../../lib/language/format.js";
import type {Lang, Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Markup, markup, trusted} from "../../lib/markup.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import type {Selection} from "../../lib/selection.js";
import type {ChartOptions} from "../charts/chart.js";
import {drawChart} from "../charts/drawChart.js";
import {type Figure, type FigureView, meaningIn, type Row, ranksOf, sourcesOf} from "../figure.js";
import {figureAnchor, numberAnchor} from "./anchors.js";

/** The widths, in pixels, that a figure is drawn at; the style sheet shows the one that fits. */
export const drawnWidths = {wide: 720, narrow: 288} as const;
export type DrawnWidth = keyof typeof drawnWidths;
const everyWidth: readonly DrawnWidth[] = ["wide", "narrow"];

/** The parts of a figure that change with the selection, each in an element marked `data-part`. */
export interface FigureParts extends Record<"title" | "subtitle" | "note" | "source" | "table", Markup> {
  picture: readonly Element[];
}

export interface FigureOptions {
  lang: Lang;
  document: Document;
  /** Where a number leads, if anywhere. */
  linkTo: (quantityId: string) => string | undefined;
  /** Where a question is put to the summary, by its query; none where no script runs. */
  askAt?: (search: string) => string;
  /** The widths to draw at, default all. */
  widths?: readonly DrawnWidth[];
}

/**
 * Where the numbers of a figure lead: to the note on them, or, where the page has none, to their line in the figure’s
 * own table.
 */
export function linksOf(
  figureId: string,
  {rows}: FigureView,
  hasNote: (quantityId: string) => boolean,
): FigureOptions["linkTo"] {
  const lines = new Map(rows.map(({quantity}, line) => [quantity.id, `#${rowAnchor}${figureId}-${line + 1}`]));
  return (quantityId) => (hasNote(quantityId) ? `#${numberAnchor(quantityId)}` : lines.get(quantityId));
}

/** How the anchor of a line of a table begins. */
const rowAnchor = "row-";

/** Everything of a figure that depends on what the reader chose. */
export function figureParts(figure: Figure, view: FigureView, options: FigureOptions): FigureParts {
  return {...partsAround(figure, view, options), table: tablePart(figure, view, options)};
}

/** The same without the table. */
export function partsAround(figure: Figure, view: FigureView, options: FigureOptions): Omit<FigureParts, "table"> {
  const {lang} = options;
  return {
    title: markup`${view.title[lang]}`,
    subtitle: markup`${view.subtitle[lang]}`,
    picture: view.rows.length > 0 ? drawings(figure, view, options) : [emptyNotice(view, options)],
    note: markup`${view.note[lang]}${askMarkup(view, options)}${view.drop && options.askAt && markup` <button type="button" data-drop="${view.drop.choose}">${view.drop.label[lang]}</button>`}`,
    source: sourceMarkup(view, options),
  };
}

/** The table of a figure’s numbers. */
export function tablePart({id}: Figure, view: FigureView, options: FigureOptions): Markup {
  if (view.rows.length === 0) return markup``;
  const anchorOf = (row: number) => `${rowAnchor}${id}-${row + 1}`;
  return view.table?.({lang: options.lang, anchorOf}) ?? tableMarkup(view, options);
}

/** The way to what the summary allows for a group, which is worked out only when it is asked. */
function askMarkup({askSearch}: FigureView, {lang, askAt}: FigureOptions): Markup | false {
  return (
    askSearch !== undefined &&
    askAt !== undefined &&
    markup` <a href="${askAt(askSearch)}">${words.askSummary[lang]}</a>`
  );
}

/** The drawings of a figure, each in an element of its own; none where there is nothing to draw. */
export function drawings(
  {id}: Figure,
  view: FigureView,
  {lang, document, linkTo, widths = everyWidth}: FigureOptions,
): Element[] {
  if (view.rows.length === 0) return [];
  return widths.map((name) => {
    const element = document.createElement("div");
    element.className = `drawing ${name}`;
    element.dataset.drawn = `${id}-${name}`;
    element.append(drawNamed(view, {lang, width: drawnWidths[name], document, linkTo}));
    return element;
  });
}

/** What stands in the place of a picture of nothing. */
function emptyNotice({empty = words.nothingLeft}: FigureView, {lang, document}: FigureOptions): Element {
  const notice = document.createElement("p");
  notice.className = "empty";
  notice.textContent = empty[lang];
  return notice;
}

/** A drawing with its alternative in words. */
export function drawNamed(view: FigureView, options: ChartOptions): SVGSVGElement {
  const svg = drawChart(view, options);
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", view.alt[options.lang]);
  svg.setAttribute("width", "100%");
  svg.removeAttribute("height");
  return svg;
}

function sourceMarkup(view: FigureView, {lang}: FigureOptions): Markup {
  if (view.rows.length === 0) return markup``;
  return markup`<span class="ranks">${ranksOf(view).map(
    (rank) =>
      markup`<span class="rank rank-${rank}">${rankLabel[rank][lang]}</span> <span class="meaning">${meaningIn(view, rank)[lang]}</span> `,
  )}</span><span class="credit">${words.source[lang]}: ${sourcesOf(view, lang).join(" · ")}</span>`;
}

function tableMarkup({rows, subtitle}: FigureView, {lang, linkTo}: FigureOptions): Markup {
  const has = (column: "group" | "note") => rows.some((row) => row[column]);
  return markup`<table>
<caption>${subtitle[lang]}</caption>
<thead><tr>${has("group") && markup`<th scope="col">${words.group[lang]}</th>`}<th scope="col">${words.what[lang]}</th><th scope="col" class="number">${words.value[lang]}</th><th scope="col">${words.rankShort[lang]}</th><th scope="col">${words.base[lang]}</th><th scope="col">${words.time[lang]}</th>${has("note") && markup`<th scope="col">${words.note[lang]}</th>`}</tr></thead>
<tbody>${rows.map((row) => rowMarkup(row, {lang, linkTo, hasGroup: has("group"), hasNote: has("note")}))}</tbody>
</table>`;
}

interface RowOptions {
  lang: Lang;
  linkTo: FigureOptions["linkTo"];
  hasGroup: boolean;
  hasNote: boolean;
}

function rowMarkup({quantity, label, group, note}: Row, {lang, linkTo, hasGroup, hasNote}: RowOptions): Markup {
  const href = linkTo(quantity.id);
  const anchor = href?.startsWith(`#${rowAnchor}`) && markup` id="${href.slice(1)}" tabindex="-1"`;
  return markup`<tr${anchor}>${hasGroup && markup`<td>${group?.[lang]}</td>`}<th scope="row">${(label ?? quantity.label)[lang]}</th><td class="number">${shownNumber(quantity, anchor ? undefined : href, lang)}</td><td>${rankLabel[quantity.rank][lang]}</td><td>${quantity.base[lang]}</td><td>${quantity.time[lang]}</td>${hasNote && markup`<td>${note?.[lang]}</td>`}</tr>`;
}

function shownNumber(quantity: Quantity, href: string | undefined, lang: Lang): Markup {
  const shown = formatQuantity(quantity, lang);
  if (!href) return markup`<span class="n n-${quantity.rank}">${shown}</span>`;
  return markup`<a class="n n-${quantity.rank}" href="${href}">${shown}</a>`;
}

/** A number in running text: a link to the note on it, underlined by rank, with rank and base for a screen reader. */
export function numberMarkup(quantity: Quantity, shown: string, lang: Lang, href: string): Markup {
  const said: Text = {
    nb: `${rankLabel[quantity.rank].nb}, av ${quantity.base.nb}`,
    en: `${rankLabel[quantity.rank].en}, of ${quantity.base.en}`,
  };
  return markup`<a class="n n-${quantity.rank}" href="${href}">${shown}<span class="said"> (${said[lang]})</span></a>`;
}

/** The ways a number can be written in running text. */
export const numberForms: Record<string, (quantity: Quantity, lang: Lang) => string> = {
  percent: formatQuantity,
  of100: formatOf100,
  least: (quantity, lang) => formatNumber(outwardOf100(quantity).low, lang),
  most: (quantity, lang) => formatNumber(outwardOf100(quantity).high, lang),
};

export interface FigureMarkupOptions {
  lang: Lang;
  /** What the parts were made for; the drawn picture carries it. */
  selection: Selection;
  /** What is open to see at first. */
  shows?: FigureView["shows"];
  /** The control of the views, where there are several. */
  tabs?: Markup;
  /** A control that lies over the picture. */
  over?: Markup;
  /** Links for taking the figure along, where there are any. */
  take?: Markup;
  level?: 1 | 2 | 3 | 4;
  /** False for a second drawing of a figure that already has its anchor on the page. */
  anchored?: boolean;
}

/** The whole figure as it stands on a page, for the selection that the parts were made for. */
export function figureMarkup(
  {id, page, explores}: Figure,
  parts: FigureParts,
  {lang, selection, shows = "picture", tabs, over, take, level = 2, anchored = true}: FigureMarkupOptions,
): Markup {
  const part = (name: keyof FigureParts) => markup` data-part="${name}"`;
  const heading = trusted(`h${level}`);
  const state = new URLSearchParams(selection).toString();
  const named = anchored && {title: `${figureAnchor(id)}-title`, table: `${figureAnchor(id)}-table`};
  const region = named
    ? markup`aria-labelledby="${named.table} ${named.title}"`
    : markup`aria-label="${words.table[lang]}"`;
  return markup`<figure class="figure"${anchored && markup` id="${figureAnchor(id)}" data-figure="${id}"`} data-lang="${lang}"${explores && markup` data-explores="${page}" data-shows="${shows}"`} data-selection="${state}">
<figcaption><${heading} class="title"${named && markup` id="${named.title}"`}${part("title")}>${parts.title}</${heading}>
<p class="subtitle"${part("subtitle")}>${parts.subtitle}</p></figcaption>
${tabs}<div class="picture"><div${part("picture")}>${parts.picture.map(({outerHTML}) => trusted(outerHTML))}</div>${over}<p class="pending" hidden>${words.drawing[lang]}</p></div>
<details class="data"${shows !== "picture" && markup` open`}><summary${named && markup` id="${named.table}"`}>${words.table[lang]}</summary>${explores && tableToolsMarkup(lang)}<div class="scroll" tabindex="0" role="region" ${region}${part("table")}>${parts.table}</div></details>
<p class="note"${part("note")}>${parts.note}</p>
<p class="source"${part("source")}>${parts.source}</p>
${take}</figure>`;
}

/** Above a table to explore: how to sort, or ways to the columns that do not fit; merging too. A script fills a place that is kept. */
function tableToolsMarkup(lang: Lang): Markup {
  const button = (name: "columnsBefore" | "columnsAfter", sign: string) =>
    markup`<button type="button" aria-label="${words[name][lang]}" title="${words[name][lang]}" hidden>${sign}</button>`;
  return markup`<div class="table-tools"><div class="pager"><span></span>${button("columnsBefore", "←")}${button("columnsAfter", "→")}</div></div>`;
}
