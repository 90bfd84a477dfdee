import {gzipSync} from "node:zlib";
import {oneOf} from "../../../tools/stand-in/defects/fileRow.js";
import type {Filed, Format, TextTable} from "./format.js";

type Encode = (text: string) => Uint8Array;

const utf8: Encode = (text) => Buffer.from(text, "utf8");
const utf16le: Encode = (text) => Buffer.from(text, "utf16le");
const utf16be: Encode = (text) => Buffer.from(text, "utf16le").swap16();
const mark = "\ufeff";

/** Bytes 0x80 to 0x9f of Windows-1252; "\0" where it has none. */
const upper = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

function byte1252(character: string): number | null {
  const code = character.codePointAt(0) as number;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return upper.includes(character) ? 0x80 + [...upper].indexOf(character) : null;
}

const windows1252: Encode = (text) => Uint8Array.from([...text].map((character) => byte1252(character) ?? 0x3f));

/** True of a text that Windows-1252 has, and that no one takes for UTF-8. */
function isOf1252(text: string): boolean {
  if ([...text].some((character) => byte1252(character) === null)) return false;
  return !/[\xc2-\xf4][\x80-\xbf]/.test(Buffer.from(windows1252(text)).toString("latin1"));
}

/** Delimited text in every encoding; delimiter and line ends as they fall. */
export const delimitedFormats: readonly Format[] = [
  delimited("UTF-8", utf8),
  delimited("UTF-8, compressed with gzip", (text) => gzipSync(utf8(text))),
  delimited("UTF-8 with a byte-order mark", utf8, {before: mark}),
  delimited("UTF-16 LE", utf16le, {before: mark}),
  delimited("UTF-16 BE", utf16be, {before: mark}),
  delimited("UTF-16 LE without a byte-order mark", utf16le),
  delimited("UTF-16 BE without a byte-order mark", utf16be),
  delimited("Windows-1252", windows1252, {canHold: isOf1252}),
];

function delimited(
  id: string,
  encode: Encode,
  {before = "", canHold = () => true}: {before?: string; canHold?: (text: string) => boolean} = {},
): Format {
  return {
    id,
    canHold: (text) => !text.includes("\r") && canHold(text),
    declaredMissing: null,
    write(table, pick) {
      const {text, rowNumbers} = writeText(table, {
        delimiter: oneOf([";", ",", "\t"], pick),
        lineEnd: oneOf(["\r\n", "\n", "\r"], pick),
        quotesAll: pick(4) === 1,
      });
      return {bytes: encode(before + text), rowNumbers};
    },
  };
}

interface Dialect {
  delimiter: string;
  lineEnd: string;
  quotesAll: boolean;
}

function writeText(
  {header, rows}: TextTable,
  {delimiter, lineEnd, quotesAll}: Dialect,
): Omit<Filed, "bytes"> & {text: string} {
  const quote = (cell: string) => (quotesAll || /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [header, ...rows].map((row) => row.map(quote).join(delimiter) + lineEnd);
  const rowNumbers: number[] = [];
  let line = 1;
  for (const row of [header, ...rows]) {
    rowNumbers.push(line);
    line += 1 + row.join("").split("\n").length - 1;
  }
  return {text: lines.join(""), rowNumbers: rowNumbers.slice(1)};
}
