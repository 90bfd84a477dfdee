import type {Field} from "../../csv.js";
import type {Lang, Text} from "../../language/text.js";
import {words} from "../../language/words.js";
import {rankLabel} from "../../quantities/rank.js";
import {longColumns, longRows} from "./longTable.js";
import {type ShownCell, shownTable} from "./shownTable.js";
import {type ExportOptions, type ExportTable, tableFrame} from "./tableFrame.js";
import {type NumberPatterns, type XlsxCell, type XlsxSheet, xlsxFile} from "./xlsxFile.js";

const sheetNames = {
  table: {nb: "Tabell", en: "Table"},
  long: {nb: "Alle tall", en: "All numbers"},
} satisfies Record<string, Text>;

/** Thousands and decimals are written as the reader’s own program does; only the space before % is of the language. In
 * quotes, % would not multiply by a hundred. */
const patterns: Record<Lang, NumberPatterns> = {
  nb: {percent: "0\\\u00a0%", count: '#,##0;-#,##0;"-"', mean: "0.00"},
  en: {percent: "0%", count: '#,##0;-#,##0;"-"', mean: "0.00"},
};

/** Numbers that are no cells of the tables, such as differences, one line each. */
export interface XlsxList {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly Field[])[];
}

/** Tables as a workbook: first as they are shown, one under another, then a list if there is one, then one line a cell with every number. */
export async function tableXlsx(
  tables: readonly ExportTable[],
  {list, ...options}: ExportOptions & {list?: XlsxList | undefined},
): Promise<Uint8Array<ArrayBuffer>> {
  const shown = tables.map((table) => tableSheet(table, options));
  const rows = shown.flatMap((sheet, at) => (at === 0 ? sheet.rows : [[], ...sheet.rows]));
  const {lang} = options;
  const long = {name: sheetNames.long[lang], columns: longColumns, rows: longRows(tables, lang)};
  return xlsxFile(
    [{...shown[0], rows}, ...(list ? [list] : []).map(listSheet), listSheet(long)],
    patterns[options.lang],
  );
}

function tableSheet(table: ExportTable, options: ExportOptions): XlsxSheet {
  const {lang} = options;
  const {title, measure, filters, base, rank, source, publisher} = tableFrame(table, options);
  const {corner, columns, rows, marks} = shownTable(table, lang);
  const rankCell: XlsxCell = {value: rankLabel[table.rank][lang]};
  const head = [corner, ...columns, words.rankShort[lang]].map((value): XlsxCell => ({value, style: "head"}));
  const line = (text: string): XlsxCell[] => [{value: text}];
  return {
    name: sheetNames.table[lang],
    widths: [widthOf([corner, ...rows.map(({label}) => label)]), ...columns.map((label) => widthOf([label])), 22],
    rows: [
      [{value: title, style: "title"}],
      ...[rank, measure, filters, base, source, publisher].map(line),
      [],
      head,
      ...rows.map(({label, cells}) => [{value: label}, ...cells.map(xlsxCell), rankCell]),
      ...marks.map(line),
    ],
  };
}

/** A number as a number; a symbol, and a share of few, as text. */
function xlsxCell({text, value, kind, lowPrecision}: ShownCell): XlsxCell {
  return value === null ? {value: text, style: "symbol"} : {value, style: kind, lowPrecision};
}

function listSheet({name, columns, rows}: XlsxList): XlsxSheet {
  const head = columns.map((value): XlsxCell => ({value, style: "head"}));
  return {
    name,
    frozenRows: 1,
    widths: columns.map((column) => widthOf([column])),
    rows: [head, ...rows.map((fields) => fields.map((value) => ({value})))],
  };
}

/** Room for the longest text, within reason, in characters. */
const widthOf = (texts: readonly string[]) => Math.min(48, Math.max(10, ...texts.map(({length}) => length + 2)));
