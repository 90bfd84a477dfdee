import {strToU8, zipSync} from "fflate";
import type {Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {Format, TextTable} from "./format.js";

/** A workbook: numbers, days, moments and truth values as what they are, all other texts as texts of either kind. */
export const xlsx: Format = {
  id: "XLSX",
  canHold: (text) => !/[^\P{Cc}\t\n\u0080-\u009f]/u.test(text),
  declaredMissing: null,
  async write(table, pick) {
    const parts = Object.entries(partsOf(table, pick)).map(([part, text]) => [part, strToU8(text)]);
    return {
      bytes: zipSync(Object.fromEntries(parts), {level: pick(2) === 0 ? 6 : 0}),
      rowNumbers: table.rows.map((row, at) => (row.every((cell) => cell === "") ? null : at + 2)),
    };
  },
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** Styles by number: 1 is a day, 2 a moment. */
const styles = `<styleSheet ${main}><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

function partsOf({header, rows}: TextTable, pick: Pick): Record<string, string> {
  const strings: string[] = [];
  const written = [header, ...rows].map((row, at) => {
    const cells = row.map((text, column) => cellXml(text, `${lettersOf(column)}${at + 1}`, strings, pick));
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return {
    "_rels/.rels": `${declaration}<Relationships ${relationships}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships ${relationships}>${[
      "worksheet:sheet1",
      "sharedStrings:strings",
      "styles:styles",
    ]
      .map((each) => each.split(":"))
      .map(([kind, part], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${part}.xml"/>`)
      .join("")}</Relationships>`,
    "xl/sheet1.xml": `${declaration}<worksheet ${main}><sheetData>${written.join("")}</sheetData></worksheet>`,
    "xl/strings.xml": `${declaration}<sst ${main}>${shared.join("")}</sst>`,
    "xl/styles.xml": declaration + styles,
  };
}

function cellXml(text: string, r: string, strings: string[], pick: Pick): string {
  if (text === "") return pick(8) === 1 ? `<c r="${r}"/>` : "";
  if (pick(3) > 0) {
    if (/^-?(0|[1-9]\d{0,9})(\.\d{0,3}[1-9])?$/.test(text)) return `<c r="${r}"><v>${text}</v></c>`;
    if (text === "TRUE" || text === "FALSE") return `<c r="${r}" t="b"><v>${Number(text === "TRUE")}</v></c>`;
    const serial = serialOf(text);
    if (serial !== null) return `<c r="${r}" s="${Number.isInteger(serial) ? 1 : 2}"><v>${serial}</v></c>`;
  }
  if (pick(2) === 0) return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  strings.push(text);
  return `<c r="${r}" t="s"><v>${strings.length - 1}</v></c>`;
}

/** Days since 30 December 1899, of a day or a moment that is written as such cells come back. */
function serialOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/.test(text)) return null;
  const moment = Date.parse(text.includes("T") ? `${text}Z` : text);
  return Number.isNaN(moment) ? null : moment / 86_400_000 + 25_569;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
