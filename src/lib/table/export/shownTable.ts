import {formatNumber} from "../../language/format.js";
import {capital, inBoth, type Lang, type Text} from "../../language/text.js";
import {lackSymbol} from "../../language/words.js";
import {rankLabel} from "../../quantities/rank.js";
import {cellText, intervalText, isOfFew, isShown, levelText} from "../shown/cellText.js";
import type {Cell, ExploredTable, Measure} from "../table.js";
import {type PlacedCell, placedCells, shownEstimate, symbolOf} from "./metrics.js";
import type {ExportTable} from "./tableFrame.js";

/** How a number is written. */
export type NumberKind = "percent" | "count" | "mean";

/** What stands in one place of a table that is shown. */
export interface ShownCell {
  /** As it is read. */
  text: string;
  /** The number behind it; null where the text says more than it, or there is none. */
  value: number | null;
  kind: NumberKind;
  lowPrecision: boolean;
}

/** A table as a reader sees it. */
export interface ShownTable {
  /** What stands over the rows: the variable, and that respondents are made up. */
  corner: string;
  columns: readonly string[];
  /** A row of intervals and letters follows each row that has them. The bases are the last row, or, of row percentages, the last column. */
  rows: readonly {label: string; cells: readonly ShownCell[]}[];
  /** What was tested, and what the marks in its cells mean, those that occur. */
  marks: readonly string[];
}

const basesText: Text = {nb: "Antall som svarte (n)", en: "Unweighted base (n)"};

/** A table as it is read, in one language. Its denominators stand where they are: under columns, or after rows. */
export function shownTable(table: ExportTable, lang: Lang): ShownTable {
  const {columns, measure} = table;
  const isByRow = measure === "rowPercent";
  const all = placedCells(table);
  const shown = all.map((placed) => shownCell(placed.cell, {measure, lang, symbol: symbolOf(placed, table)}));
  const rows = table.rows.flatMap(({label, unweightedBase}, r) => {
    const [from, to] = [r * columns.length, (r + 1) * columns.length];
    const cells = shown.slice(from, to);
    const found = all.slice(from, to).map((placed) => shownText(foundText(placed, measure, lang)));
    const under = found.some(({text}) => text) ? [{label: foundLabel(table.level, lang), cells: found}] : [];
    return [{label: label[lang], cells: isByRow ? [...cells, shownBase(unweightedBase, lang)] : cells}, ...under];
  });
  const bases = {label: basesText[lang], cells: columns.map((column) => shownBase(column.unweightedBase, lang))};
  return {
    corner: cornerOf(table, lang),
    columns: [
      ...all.slice(0, columns.length).map((placed) => headOf(placed, lang)),
      ...(isByRow ? [basesText[lang]] : []),
    ],
    rows: isByRow ? rows : [...rows, bases],
    marks: [...(table.legend ?? []), ...marksOf(shown)].map((mark) => mark[lang]).filter(Boolean),
  };
}

const foundLabel = (level: number, lang: Lang) =>
  `– ${levelText(level, lang)} ${{nb: "konfidensintervall", en: "confidence interval"}[lang]}`;

function headOf({column, letter}: PlacedCell, lang: Lang): string {
  return letter ? `${column.label[lang]} (${letter})` : column.label[lang];
}

/** The interval of a cell, and the letters of the columns that it is above. */
function foundText({cell, above}: PlacedCell, measure: Measure, lang: Lang): string {
  const interval = isShown(cell) ? intervalText(cell, measure, lang) : null;
  return [interval, above].filter(Boolean).join(" ");
}

const shownText = (text: string): ShownCell => ({text, value: null, kind: "count", lowPrecision: false});

function cornerOf({rowVariable, rank}: ExploredTable, lang: Lang): string {
  const label = rowVariable.label[lang];
  return rank === "standIn" ? `${label} (${rankLabel.standIn[lang]})` : label;
}

/** A base that is hidden is no zero. */
function shownBase(base: number | null, lang: Lang): ShownCell {
  const text = base === null ? lackSymbol.suppressed : formatNumber(base, lang);
  return {text, value: base, kind: "count", lowPrecision: false};
}

/**
 * A cell as it is read: `54 %`, `3 av 4` where few respondents are behind it, or the symbol for why it is not there.
 *
 * @param symbol as of `symbolOf`
 */
export function shownCell(
  cell: Cell,
  {measure, lang, symbol}: {measure: Measure; lang: Lang; symbol: string},
): ShownCell {
  const kind = kindOf(measure);
  const value = cell.status === "published" ? shownEstimate(cell, measure) : null;
  if (cell.status !== "published" || value === null) return {text: symbol, value: null, kind, lowPrecision: false};
  const text = cellText(cell, measure, lang);
  if (isOfFew(cell, measure)) return {text, value: null, kind, lowPrecision: false};
  const mark = cell.lowPrecision ? lowPrecisionMark : "";
  return {text: `${text}${mark}`, value, kind, lowPrecision: cell.lowPrecision};
}

const kindOf = (measure: Measure): NumberKind => (measure === "count" || measure === "mean" ? measure : "percent");

/** Put after a number that few respondents give, or that has a wide interval. */
export const lowPrecisionMark = "*";

const lowPrecisionText: Text = {
  nb: `${lowPrecisionMark} Usikkert tall: få svar eller bredt konfidensintervall.`,
  en: `${lowPrecisionMark} Low precision: few respondents or a wide confidence interval.`,
};

type Lack = keyof typeof lackSymbol;
const lacks: readonly Lack[] = ["suppressed", "missing", "notApplicable"];

const lackTexts: Record<Lack, Text> = {
  suppressed: {nb: "skjult av hensyn til personvern", en: "suppressed to protect privacy"},
  missing: {nb: "ingen svar", en: "no answers"},
  notApplicable: {nb: "ikke stilt", en: "not asked"},
};

function marksOf(cells: readonly ShownCell[]): Text[] {
  const found = lacks.filter((lack) => cells.some(({text}) => text === lackSymbol[lack]));
  return [...(cells.some(({lowPrecision}) => lowPrecision) ? [lowPrecisionText] : []), ...found.map(symbolText)];
}

function symbolText(lack: Lack): Text {
  return inBoth((lang) => `${lackSymbol[lack]} ${capital(lackTexts[lack][lang])}.`);
}
