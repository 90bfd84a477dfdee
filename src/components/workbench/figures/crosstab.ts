import {inBoth, type Text} from "../../../lib/language/text.js";
import type {Selection} from "../../../lib/selection.js";
import {cellText} from "../../../lib/table/cellText.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {protectedTable} from "../../../lib/table/protectedTable.js";
import {type Shown as ShownLines, shownLines, sortAndHide} from "../../../lib/table/sortAndHide.js";
import type {ExploredTable} from "../../../lib/table/table.js";
import {associationOf, differencesOf, type TableTest} from "../../../lib/table/tableTests.js";
import {type TableRequest, tabulate} from "../../../lib/table/tabulate.js";
import {variableByName} from "../../../lib/table/variable.js";
import {type CrosstabChart, crosstabCharts, isStackable} from "../../charts/crosstabCharts.js";
import type {Figure, FigureView, Given} from "../../figure.js";
import {crosstabMarkup, letterOf} from "../../markup/crosstabMarkup.js";
import {nothingToExplore, rowsOf} from "./breakdown.js";
import {exploredOf} from "./breakdownTable.js";
import {marksText, namedMadeUp, quoted} from "./breakdownWords.js";
import {crosstabChoices, none} from "./crosstabChoices.js";
import {crosstabRequest, type Refusal, refusalOf, talliesFor} from "./crosstabRequest.js";
import {
  chartWords,
  crosstabSubtitle,
  crosstabTitle,
  lettersText,
  measureText,
  notStackedText,
  refusalWords,
  symbolsText,
  testText,
} from "./crosstabWords.js";

const id = "crosstab";

/** Any variable by any other, in a table with a chart beside it. */
export const crosstab: Figure<"explorer"> = {
  id,
  page: "crosstab",
  explores: true,
  needs: ["explorer"],
  isTableFirst: true,
  choices: ({explorer}) => crosstabChoices(explorer.crosstab),
  needsTallies: ({explorer}, selection) =>
    explorer.crosstab && !explorer.crosstab.isProtected
      ? talliesFor(explorer.crosstab, crosstabRequest(explorer.crosstab, selection))
      : null,
  view,
};

function view({explorer: {crosstab: explorer}, tallySet}: Given<"explorer">, selection: Selection): FigureView {
  if (!explorer) return nothingToExplore;
  if (explorer.isProtected) return protectedView(explorer, selection);
  const request = crosstabRequest(explorer, selection);
  const refusal = refusalOf(explorer, request);
  if (refusal) return refused(refusal);
  const tabulated = tabulate(explorer, tallySet(talliesFor(explorer, request) ?? ""), request);
  const letters = selection.letters === "on" ? (differencesOf(tabulated)?.letters ?? null) : null;
  return viewOf(explorer, tabulated.table, {
    request,
    selection,
    letters,
    association: associationOf(tabulated),
    hasUnits: explorer.units.populations !== null,
  });
}

interface Shown {
  request: TableRequest;
  selection: Selection;
  /** By [row][column] of the whole table, without the column of everybody. */
  letters: readonly (readonly string[])[] | null;
  association: TableTest | null;
  hasUnits: boolean;
}

function viewOf(
  explorer: PageExplorer,
  whole: ExploredTable,
  {request, selection, letters, association, hasUnits}: Shown,
): FigureView {
  const {order, empty, chart} = selection;
  const shown = shownLines(whole, {order: order as "codebook", hidesEmpty: empty === "hide"});
  const table = sortAndHide(whole, shown);
  const rows = rowsOf(id, table);
  const shownLetters = letters && lettersShown(letters, shown);
  const test = association ? testText(association) : {nb: "", en: ""};
  const legend = [test, ...(shownLetters ? [lettersText] : []), inBoth(symbolsText)];
  return {
    title: crosstabTitle(request, table),
    subtitle: crosstabSubtitle(request, table, hasUnits),
    alt: altOf(table),
    note: inBoth((lang) => [chartText(chart as CrosstabChart, table)[lang], test[lang]].filter(Boolean).join(" ")),
    rows,
    empty: {nb: "Ingen rader å vise.", en: "No rows to show."},
    explored: exploredOf(explorer, table, request),
    ...(association?.test && {tested: JSON.stringify([request.rows.name, request.columns?.name, whole.filters])}),
    table: (options) => crosstabMarkup(table, {...options, caption: captionOf(table), letters: shownLetters, legend}),
    chart: (options) => crosstabCharts(chart as CrosstabChart, {table, rows}, options),
  };
}

/** Letters by the columns as they are shown: A is the first of them. A column that is hidden has nobody in it, and no letter. */
function lettersShown(letters: readonly (readonly string[])[], {rows, columns}: ShownLines): string[][] {
  const renamed = new Map(columns.map((c, at) => [letterOf(c), letterOf(at)]));
  const rename = (cell: string) => [...cell].map((letter) => renamed.get(letter) ?? letter).join("");
  return rows.map((r) => columns.map((c) => (c === 0 ? "" : rename(letters[r]?.[c - 1] ?? ""))));
}

/** What is said of the chart’s marks. */
function chartText(chart: CrosstabChart, table: ExploredTable): Text {
  const dots = marksText(table, {hasRange: false});
  if (table.isProtected) return dots;
  if (chart === "stacked" && !isStackable(table)) return inBoth((lang) => `${notStackedText[lang]} ${dots[lang]}`);
  return chart === "dots" ? dots : chartWords[chart];
}

function captionOf(table: ExploredTable): Text {
  const hasInterval = table.cells.flat().some((cell) => cell.status === "published" && cell.interval !== null);
  return inBoth((lang) => `${measureText(table)[lang]}${hasInterval ? interval[lang] : ""}`);
}

const interval: Text = {nb: ", med 95 % konfidensintervall under", en: ", with 95% confidence interval below"};

function protectedView(explorer: PageExplorer, selection: Selection): FigureView {
  const rows = variableByName(explorer.variables, selection.rows);
  const by = selection.columns === none ? null : selection.columns;
  const columns = by === null ? null : variableByName(explorer.variables, by);
  const request: TableRequest = {rows, columns, filters: [], measure: "columnPercent", isWeighted: false};
  return viewOf(explorer, protectedTable(explorer, {rows, by}), {
    request,
    selection: {...selection, empty: "show"},
    letters: null,
    association: null,
    hasUnits: explorer.units.populations !== null,
  });
}

function refused(refusal: Refusal): FigureView {
  const text = refusalWords[refusal];
  return {
    ...nothingToExplore,
    title: {nb: "Denne tabellen kan ikke lages", en: "This table cannot be made"},
    subtitle: text,
    note: {nb: "Valgene står som de var.", en: "The choices stand as they were."},
    empty: text,
  };
}

/** The first row in every column, or all rows of everybody: the table beside it holds the rest. */
function altOf(table: ExploredTable): Text {
  const {rows, columns, cells, columnVariable, measure} = table;
  return inBoth((lang) => {
    const listed = columnVariable
      ? columns.map(({label}, c) => `${label[lang]} ${cellText(cells[0]?.[c] ?? missing, measure, lang)}`)
      : rows.map(({label}, r) => `${label[lang]} ${cellText(cells[r][0], measure, lang)}`);
    const of = columnVariable && rows[0] ? ` ${quoted(rows[0].label[lang], lang)}` : "";
    const text =
      lang === "nb"
        ? `figuren viser tallene i tabellen${of ? `; her er${of}` : ""}: ${listed.join("; ")}.`
        : `the chart shows the numbers of the table${of ? `; here is${of}` : ""}: ${listed.join("; ")}.`;
    return namedMadeUp(table, text, lang);
  });
}

const missing = {status: "missing"} as const;
