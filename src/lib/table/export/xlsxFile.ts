import {strToU8, zipSync} from "fflate";

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

/** How a workbook writes numbers: patterns of the format. */
export type NumberPatterns = Readonly<Record<"percent" | "count" | "mean", string>>;

/** Day and time of every part in the archive: zip knows no earlier day. Like zip’s own it is of whatever zone is here. */
const fixedTime = () => new Date(1980, 0, 1, 12);

/**
 * A workbook of the .xlsx kind (ECMA-376), with no day, name or random number in it, so that the same sheets are the same
 * bytes.
 */
export function xlsxFile(sheets: readonly XlsxSheet[], patterns: NumberPatterns): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(partsOf(sheets, patterns)).map(([name, xml]) => [name, strToU8(declaration + xml)]);
  return zipSync(Object.fromEntries(parts), {mtime: fixedTime(), level: 6}) as Uint8Array<ArrayBuffer>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function partsOf(sheets: readonly XlsxSheet[], patterns: NumberPatterns): Record<string, string> {
  const ofSheets = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)]);
  return {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml(patterns),
    ...Object.fromEntries(ofSheets),
  };
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`;
  const ofSheets = Array.from({length: sheets}, (_, at) => override(`worksheets/sheet${at + 1}`, "worksheet"));
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${ofSheets.join("")}</Types>`;
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly XlsxSheet[]): string {
  const each = sheets.map(({name}, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join("")}</sheets></workbook>`;
}

/** What a style looks like: font and border by number, and how a number is written. */
interface Look {
  font: number;
  border: number;
  align: "left" | "right" | null;
  pattern: string | null;
}

const plain: Look = {font: 0, border: 0, align: null, pattern: null};

/** Styles in the order in which cells refer to them: each number twice, plain and with a star. */
function looks(patterns: NumberPatterns): {name: string; look: Look}[] {
  const numbers = (["percent", "count", "mean"] as const).flatMap((kind) => [
    {name: kind, look: {...plain, align: "right" as const, pattern: patterns[kind]}},
    {name: `${kind}*`, look: {...plain, align: "right" as const, pattern: `${patterns[kind]}"*"`}},
  ]);
  return [
    {name: "text", look: plain},
    {name: "title", look: {...plain, font: 2}},
    {name: "head", look: {...plain, font: 1, border: 1}},
    {name: "symbol", look: {...plain, align: "right"}},
    ...numbers,
  ];
}

const styleNames = looks({percent: "", count: "", mean: ""}).map(({name}) => name);

/** The number of the first pattern that is not built in. */
const firstPattern = 164;

function stylesXml(patterns: NumberPatterns): string {
  const all = looks(patterns).map(({look}) => look);
  const own = [...new Set(all.flatMap(({pattern}) => pattern ?? []))];
  const formats = own.map((code, at) => `<numFmt numFmtId="${firstPattern + at}" formatCode="${xmlText(code)}"/>`);
  const font = (size: number, isBold: boolean) =>
    `<font>${isBold ? "<b/>" : ""}<sz val="${size}"/><name val="Calibri"/></font>`;
  const border = (bottom: string) => `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
  const xfs = all.map((look) => xfXml(look, look.pattern === null ? 0 : firstPattern + own.indexOf(look.pattern)));
  return `<styleSheet xmlns="${main}"><numFmts count="${own.length}">${formats.join("")}</numFmts><fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2">${border("<bottom/>")}${border('<bottom style="thin"/>')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function xfXml({font, border, align}: Look, format: number): string {
  const alignment = align === null ? "" : `<alignment horizontal="${align}"/>`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}

function sheetXml({rows, widths, frozenRows = 0}: XlsxSheet): string {
  const each = rows.map(
    (cells, at) =>
      `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${lettersOf(column)}${at + 1}`)).join("")}</row>`,
  );
  return `<worksheet xmlns="${main}">${viewXml(frozenRows)}${columnsXml(widths)}<sheetData>${each.join("")}</sheetData></worksheet>`;
}

/** Left out when there are none: an empty list is a defect to Excel. */
function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return "";
  const each = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${each.join("")}</cols>`;
}

function viewXml(frozenRows: number): string {
  if (frozenRows === 0) return "";
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
}

function cellXml({value, style = "text", lowPrecision = false}: XlsxCell, at: string): string {
  if (value === null) return "";
  const s = styleNames.indexOf(lowPrecision ? `${style}*` : style);
  if (typeof value === "number") return `<c r="${at}" s="${s}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

/** `A` to `Z`, then `AA`. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** The format’s own escape, `_x000D_`, is itself escaped; what XML cannot hold is left out. */
const cellText = (text: string) =>
  xmlText(
    text
      .replace(/\r\n?/g, "\n")
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replace(unprintable, ""),
  );

const unprintable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
