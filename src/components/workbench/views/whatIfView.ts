import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import {type Markup, markup} from "../../../lib/markup.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import type {UnknownBounds} from "../../../lib/table/nonresponseBounds.js";
import {hundredText, intervalText} from "../../../lib/table/shown/cellText.js";
import {allColumn} from "../../../lib/table/table.js";
import {answerPanels, type Panel} from "../../charts/crosstab/answerPanels.js";
import type {TableOptions} from "../../figure.js";
import type {Made, ViewParts} from "../made.js";
import {refusalView} from "../words.js";
import {tableParts} from "./tableView.js";
import {type Line, linesOf, timesOf} from "./whatIfLines.js";
import {answeredText, bandText, captionText, lineText, noteText, reasons, subtitleOf, titleOf} from "./whatIfWords.js";

/**
 * What those that did not answer could make of each number: all that is possible, and what the reader supposes. Drawn of
 * the chosen answer by group, or of each answer where there are no groups; the table has every cell.
 */
export function whatIfView(made: Made): ViewParts {
  const found = made.sections.map((section, s) => linesOf(made, section, s));
  const all = found.map((answers) => answers.flat().find((line) => isOfAll(made, line)) as Line);
  const firstKnown = all.findIndex((line) => line?.bounds.status === "known");
  if (firstKnown < 0) return untold(all[0]?.bounds.status === "unknown" ? all[0].bounds.reason : null);
  const drawn = found.map((answers) => (made.columns ? answers[0] : answers.flat()));
  const panels = (lang: Lang) =>
    made.sections.map(
      ({title}, s): Panel => ({
        title: title?.[lang] ?? null,
        isChosen: s === firstKnown,
        rows: drawn[s].map((line) => drawnLine(made, line, lang)),
      }),
    );
  const lines = found.flat(2);
  const parts = tableParts(made);
  return {
    title: titleOf(made, all),
    subtitle: subtitleOf(made, all[0]),
    alt: inBoth((lang) =>
      drawn
        .map((some, s) => {
          const title = made.sections[s].title;
          const said = some.map((line) => lineText(labelOf(made, line), line, lang)).join("; ");
          return title ? `${title[lang]}: ${said}` : said;
        })
        .join("; "),
    ),
    note: noteText(made.sections[0].table.level),
    rows: lines.flatMap(({rows}) => rows),
    ...(parts.explored && {explored: {...parts.explored, asOften: timesOf(made.selection)}}),
    list: "rows",
    shows: "both",
    table: (options) => tableMarkup(made, found, options),
    chart: (options) => answerPanels(panels(options.lang), options),
  };
}

const isOfAll = ({answer: chosen}: Made, {answer, group}: Line) => answer.code === chosen && group.code === allColumn;

const labelOf = ({columns}: Made, {answer, group}: Line): Text => (columns ? group.label : answer.label);

function drawnLine(made: Made, line: Line, lang: Lang): Panel["rows"][number] {
  const {columns} = made;
  const {group, cell, bounds, supposed, rows} = line;
  const isAll = group.code === allColumn;
  return {
    quantity: rows[0].quantity,
    label: labelOf(made, line)[lang],
    shown: hundredText(cell, lang),
    colour: "subject",
    isAll: columns !== null && isAll,
    ...(columns && !isAll && {choose: `${columns.name}=${group.code}`}),
    // Where all answered there is nothing to suppose.
    ...(bounds.status === "known" &&
      bounds.respondents < bounds.population && {range: bounds.band, supposed: supposed ?? undefined}),
  };
}

/** One table for each section; in it the answers one after another, each with its groups. */
function tableMarkup(made: Made, found: readonly Line[][][], {lang, anchorOf}: TableOptions): Markup {
  const {columns, rows, sections} = made;
  let row = 0;
  const lineOf = (line: Line) => {
    const anchor = anchorOf(row);
    row += line.rows.length;
    return lineMarkup(line, {label: labelOf(made, line), anchor, lang});
  };
  const answerOf = (lines: readonly Line[]) =>
    markup`${columns && markup`<tr><th scope="rowgroup" colspan="5">${lines[0].answer.label[lang]}</th></tr>`}${lines.map(lineOf)}`;
  return markup`${sections.map(
    ({title, table}, s) => markup`${title && markup`<h3>${title[lang]}</h3>`}<table class="explored">
<caption><span class="rank rank-${table.rank}">${rankLabel[table.rank][lang]}</span> ${captionText[lang]}</caption>
<thead><tr><th scope="col">${(columns ?? rows).label[lang]}</th>${Object.values(heads).map((head) => markup`<th scope="col" class="number">${head[lang]}</th>`)}</tr></thead>
${found[s].length > 0 && (columns ? found[s] : [found[s].flat()]).map((lines) => markup`<tbody>${answerOf(lines)}</tbody>`)}
</table>`,
  )}`;
}

function lineMarkup(
  {cell, bounds, supposed}: Line,
  {label, anchor, lang}: {label: Text; anchor: string; lang: Lang},
): Markup {
  const share = markup`<td class="number" id="${anchor}" tabindex="-1"><span class="n">${hundredText(cell, lang)}</span> <small>${intervalText(cell, "columnPercent", lang)}</small></td>`;
  if (bounds.status === "unknown")
    return markup`<tr><th scope="row">${label[lang]}</th><td class="number">–</td>${share}<td colspan="2">${reasons[bounds.reason][lang]}</td></tr>`;
  const thought = supposed === null ? "–" : formatNumber(supposed * 100, lang);
  return markup`<tr><th scope="row">${label[lang]}</th><td class="number">${answeredText(bounds, lang)}</td>${share}<td class="number">${bandText(bounds, lang)}</td><td class="number">${thought}</td></tr>`;
}

const heads = {
  answered: {nb: "Svarte", en: "Answered"},
  share: {nb: "Hvis resten er lik", en: "If the rest are alike"},
  possible: {nb: "Mulig", en: "Possible"},
  supposed: {nb: "Med det du antar", en: "On your assumption"},
} satisfies Record<string, Text>;

/** Nothing is known: why, or that the file is protected. */
function untold(reason: UnknownBounds | null): ViewParts {
  return {
    ...refusalView(reason ? reasons[reason] : isProtectedText),
    title: {
      nb: "Hva de som ikke svarte, kunne endret, er ukjent her",
      en: "What non-respondents could change is unknown here",
    },
    note: {
      nb: "Velg et spørsmål som alle fikk, og grupper fra registeret.",
      en: "Choose a question that everyone was asked, and groups from the register.",
    },
    shows: "picture",
  };
}

const isProtectedText: Text = {
  nb: "Filen er beskyttet: Bare faste tabeller er publisert.",
  en: "The file is protected: only fixed tables are published.",
};
