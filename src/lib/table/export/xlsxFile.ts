import {strToU8, zipSync} from "fflate";
import {type Markup, markup} from "../../markup.js";

/** How a cell of a workbook looks. */
export type CellStyle = "text" | "title" | "head" | "symbol" | "percent" | "count" | "mean";

/** A cell: a number stays a number, and a text is never taken for a formula. */
export interface XlsxCell {
  value: string | number | null;
  /** Default: `text`. */
  style?: CellStyle;
  /** Writes a star after a number. */
  lowPrecision?: boolean;
}

/** A sheet of a workbook. */
export interface XlsxSheet {
  /** At most 31 characters, and none of []:*?/\ */
  name: string;
  rows: readonly (readonly XlsxCell[])[];
  /** Widths of columns, in characters. */
  widths: readonly number[];
  /** Rows that stay in sight at the top. Default: 0. */
  frozenRows?: number;
}

const numberStyles = ["percent", "count", "mean"] as const;

/** How a workbook writes numbers: patterns of the format. */
export type NumberPatterns = Readonly<Record<(typeof numberStyles)[number], string>>;

/** Day and time of every part in the archive: zip knows no earlier day. Like zip’s own it is of whatever zone is here. */
export const fixedTime = () => new Date(1980, 0, 1, 12);

/**
 * A workbook of the .xlsx kind (ECMA-376), with no day, name or random number in it, so that the same sheets are the same
 * bytes.
 */
export function xlsxFile(sheets: readonly XlsxSheet[], patterns: NumberPatterns): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(partsOf(sheets, patterns)).map(([name, {html}]) => [name, strToU8(declaration + html)]);
  return zipSync(Object.fromEntries(parts), {mtime: fixedTime(), level: 6}) as Uint8Array<ArrayBuffer>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function partsOf(sheets: readonly XlsxSheet[], patterns: NumberPatterns): Record<string, Markup> {
  const files = sheets.map((_, at) => `worksheets/sheet${at + 1}`);
  return {
    "[Content_Types].xml": contentTypes(files),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": relationships([
      ...files.map((file) => ["worksheet", `${file}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml(patterns),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/${files[at]}.xml`, sheetXml(sheet)])),
  };
}

function contentTypes(sheets: readonly string[]): Markup {
  const override = (part: string, type: string) =>
    markup`<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`;
  return markup`<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${sheets.map((sheet) => override(sheet, "worksheet"))}</Types>`;
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): Markup {
  return markup`<Relationships xmlns="${packages}/relationships">${targets.map(([kind, target], at) => markup`<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`)}</Relationships>`;
}

function workbookXml(sheets: readonly XlsxSheet[]): Markup {
  return markup`<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({name}, at) => markup`<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)}</sheets></workbook>`;
}

/** What a style looks like: font and border by number, and how a number is written. */
interface Look {
  font?: number;
  border?: number;
  align?: "left" | "right";
  pattern?: string;
}

/** Styles in the order in which cells refer to them: each number twice, plain and with a star. */
function looks(patterns: NumberPatterns): Record<string, Look> {
  const numbers = numberStyles.flatMap((kind): [string, Look][] => [
    [kind, {align: "right", pattern: patterns[kind]}],
    [`${kind}*`, {align: "right", pattern: `${patterns[kind]}"*"`}],
  ]);
  return {
    text: {},
    title: {font: 2},
    head: {font: 1, border: 1},
    symbol: {align: "right"},
    ...Object.fromEntries(numbers),
  };
}

const styleNames = Object.keys(looks({percent: "", count: "", mean: ""}));

/** The number of the first pattern that is not built in. */
const firstPattern = 164;

function stylesXml(patterns: NumberPatterns): Markup {
  const all = Object.values(looks(patterns));
  const own = all.flatMap(({pattern}) => pattern ?? []);
  const formatOf = ({pattern}: Look) => (pattern === undefined ? 0 : firstPattern + own.indexOf(pattern));
  const font = (size: number, isBold: boolean) =>
    markup`<font>${isBold && markup`<b/>`}<sz val="${size}"/><name val="Calibri"/></font>`;
  const border = (bottom: Markup) => markup`<border><left/><right/><top/>${bottom}<diagonal/></border>`;
  return markup`<styleSheet xmlns="${main}"><numFmts count="${own.length}">${own.map((code, at) => markup`<numFmt numFmtId="${firstPattern + at}" formatCode="${code}"/>`)}</numFmts><fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2">${border(markup`<bottom/>`)}${border(markup`<bottom style="thin"/>`)}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${all.length}">${all.map((look) => xfXml(look, formatOf(look)))}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function xfXml({font = 0, border = 0, align}: Look, format: number): Markup {
  return markup`<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${align && markup`<alignment horizontal="${align}"/>`}</xf>`;
}

/** Without widths there are no columns: an empty list of them is a defect to Excel. */
function sheetXml({rows, widths, frozenRows = 0}: XlsxSheet): Markup {
  const view =
    frozenRows > 0 &&
    markup`<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const columns =
    widths.length > 0 &&
    markup`<cols>${widths.map((width, at) => markup`<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)}</cols>`;
  return markup`<worksheet xmlns="${main}">${view}${columns}<sheetData>${rows.map((cells, at) => markup`<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${lettersOf(column)}${at + 1}`))}</row>`)}</sheetData></worksheet>`;
}

function cellXml({value, style = "text", lowPrecision = false}: XlsxCell, at: string): Markup | null {
  if (value === null) return null;
  const s = styleNames.indexOf(lowPrecision ? `${style}*` : style);
  if (typeof value === "number") return markup`<c r="${at}" s="${s}"><v>${value}</v></c>`;
  return markup`<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

/** `A` to `Z`, then `AA`. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** The format’s own escape, `_x000D_`, is itself escaped; what XML cannot hold is left out. */
const cellText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(unprintable, "");

const unprintable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
