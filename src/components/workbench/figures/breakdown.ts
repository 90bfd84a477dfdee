import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import type {PageId} from "../../../lib/pages.js";
import type {Selection} from "../../../lib/selection.js";
import {hundredText} from "../../../lib/table/cellText.js";
import type {PageExplorer, SummaryRange} from "../../../lib/table/explorer.js";
import {allColumn, type ExploredTable} from "../../../lib/table/table.js";
import type {ExploredVariable} from "../../../lib/table/variable.js";
import {answerPanels, type Panel, type PanelRow} from "../../charts/answerPanels.js";
import type {Figure, FigureView, Given, Row} from "../../figure.js";
import {exploredTableMarkup} from "../../markup/exploredTableMarkup.js";
import {breakdownChoices, keys, shownAnswer} from "./breakdownChoices.js";
import {breakdown, byVariable, cellQuantity, needsBreakdownTallies} from "./breakdownTable.js";
import {findingText, marksText, measuredText, quoted} from "./breakdownWords.js";

/** The answers to the questions of a page, of whom the reader chooses, of all together or by a group. */
export function answersBreakdown(page: PageId): Figure<"explorer"> {
  const id = `${page}-answers`;
  return {
    id,
    page,
    explores: true,
    needs: ["explorer"],
    choices: ({explorer}) => breakdownChoices(explorer[page]),
    needsTallies: ({explorer}) => needsBreakdownTallies(explorer[page]),
    view: (facts, selection) => view(id, facts.explorer[page], {selection, facts}),
  };
}

function view(
  id: string,
  explorer: PageExplorer | undefined,
  {selection, facts}: {selection: Selection; facts: Given<"explorer">},
): FigureView {
  if (!explorer) return nothingToExplore;
  const {question, category} = shownAnswer(explorer, selection);
  const explored = breakdown(explorer, selection, facts);
  const {table} = explored;
  const by = byVariable(explorer, selection);
  const said = {table, question, category, hasUnits: explorer.units.populations !== null};
  const ranges = table.rows.map(({code}) => rangeFor(explorer, table, question.name, code));
  const rows = rowsOf(id, table);
  return {
    title: findingText(said),
    subtitle: measuredText(said, by),
    alt: altOf(table, category, by),
    note: marksText(table, {hasRange: ranges.some(Boolean)}),
    rows,
    askSearch: askSearch(table),
    explored,
    table: (options) => exploredTableMarkup(table, {...options, ranges}),
    chart: (options) => answerPanels(panelsOf({table, rows, ranges, category}, options.lang), options),
  };
}

/** A figure of a survey that has none of the page’s questions. */
export const nothingToExplore: FigureView = {
  title: {nb: "Det er ingen svar å utforske her", en: "There are no answers to explore here"},
  subtitle: {
    nb: "Kodeboken har ingen av spørsmålene som siden handler om.",
    en: "The codebook has none of the questions that the page is about.",
  },
  alt: {nb: "Ingen figur.", en: "No figure."},
  note: {nb: "Velg en annen side.", en: "Choose another page."},
  rows: [],
  empty: {nb: "Det er ingen svar å utforske her.", en: "There are no answers to explore here."},
  chart: (options) => answerPanels([], options),
};

/** One row for each cell, by row and then by column. */
export function rowsOf(id: string, table: ExploredTable): Row[] {
  return table.rows.flatMap((row, r) =>
    table.columns.map((column, c) => {
      const cell = table.cells[r][c];
      const n = cell.status === "published" ? cell.unweightedCount : null;
      return {
        quantity: cellQuantity(cell, {table, row, column, id}),
        group: column.label,
        note: inBoth((lang) => `n = ${n === null ? ":" : formatNumber(n, lang)}`),
      };
    }),
  );
}

/** What the summary allows for an answer under the filters that are on; only of none, or of one on a question. */
export function rangeFor(
  {ranges}: PageExplorer,
  {filters}: ExploredTable,
  variable: string,
  category: string,
): SummaryRange | undefined {
  const [first, ...others] = filters;
  if (others.length > 0 || (first && first.categories.length !== 1)) return undefined;
  return ranges.find(
    (range) =>
      range.variable === variable &&
      range.category === category &&
      range.within?.variable === first?.variable &&
      range.within?.category === first?.categories[0].code,
  );
}

/** The question about a single county or size of municipality; of other groups the summary cannot be asked. */
function askSearch({filters: [first, ...others]}: ExploredTable): string | undefined {
  if (!first || others.length > 0 || first.categories.length !== 1) return undefined;
  const [{code}] = first.categories;
  if (first.variable === "county") return `?group=county-${code}`;
  return first.variable === "size" && code !== "countyAuthorities" ? `?group=${code}` : undefined;
}

interface Drawn {
  table: ExploredTable;
  rows: readonly Row[];
  ranges: readonly (SummaryRange | undefined)[];
  category: string;
}

/** By nothing one panel with a row for each answer; by a group a panel for each answer with a row for each group. */
function panelsOf({table, rows, ranges, category}: Drawn, lang: Lang): Panel[] {
  const {columns, columnVariable} = table;
  const rowAt = (r: number, c: number): PanelRow => {
    const cell = table.cells[r][c];
    const isAll = columns[c].code === allColumn;
    return {
      quantity: rows[r * columns.length + c].quantity,
      label: columnVariable ? columns[c].label[lang] : table.rows[r].label[lang],
      shown: hundredText(cell, lang),
      colour: table.rows[r].code === category ? "subject" : "context",
      isAll: isAll && columnVariable !== null,
      ...(isAll && ranges[r] && {range: ranges[r]}),
      ...(!isAll && !table.isProtected && {choose: `${columnVariable?.name}=${columns[c].code}`}),
      ...(!columnVariable && {choose: `${keys.show}=${table.rowVariable.name}.${table.rows[r].code}`}),
    };
  };
  if (!columnVariable) {
    return [{title: null, isChosen: true, rows: table.rows.map((_, r) => rowAt(r, 0))}];
  }
  return table.rows.map(({code, label}, r) => ({
    title: label[lang],
    isChosen: code === category,
    rows: columns.map((_, c) => rowAt(r, c)),
  }));
}

/** The chosen answer in every group, or all answers; a reader who does not see the picture has the table for the rest. */
function altOf(table: ExploredTable, category: string, by: ExploredVariable | null): Text {
  return inBoth((lang) => {
    const chosen = table.rows.findIndex(({code}) => code === category);
    const listed = by
      ? table.columns.map(({label}, c) => `${label[lang]} ${hundredText(table.cells[chosen][c], lang)}`)
      : table.rows.map(({label}, r) => `${label[lang]} ${hundredText(table.cells[r][0], lang)}`);
    const shown = by ? ` ${quoted(table.rows[chosen].label[lang], lang)}` : "";
    return lang === "nb"
      ? `Et punkt med intervall på en linje fra 0 til 100 for hver${by ? " gruppe" : "t svar"}. Av hundre${shown}: ${listed.join("; ")}.`
      : `A dot with its interval on a line from 0 to 100 for each ${by ? "group" : "response"}. Of a hundred${shown}: ${listed.join("; ")}.`;
  });
}
