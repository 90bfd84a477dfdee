import {countLineBreaks} from "./countLineBreaks.js";

/** A character of more than one byte (Unicode 15, table 3-7), in bytes read as Latin-1. */
const character =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g;
const defect = /[\x80-\xff]/g;

/** What may go on in the next bytes: a character, or a line break. */
const openEnd = /(?:[\xc0-\xff][\x80-\xbf]{0,2}|\r)$/;

/** Counts what in a run of bytes is UTF-8 beyond ASCII and what is not, to tell UTF-8 from an older encoding and from damage. */
export class Utf8Census {
  /** Characters of more than one byte. */
  sequences = 0;
  /** Bytes that belong to no character. */
  defects = 0;
  /** The line of the first defect, counted from 1; 0 when there is none. */
  lineOfDefect = 0;
  #line = 1;
  #rest = "";

  add(bytes: Uint8Array): void {
    const text = this.#rest + Buffer.from(bytes).toString("latin1");
    const end = text.search(openEnd);
    this.#rest = end < 0 ? "" : text.slice(end);
    this.#count(end < 0 ? text : text.slice(0, end));
  }

  /** To be called after the last byte. */
  finish(): void {
    this.#count(this.#rest);
  }

  #count(text: string): void {
    const others = text.replace(character, "");
    this.sequences += text.match(character)?.length ?? 0;
    this.defects += others.match(defect)?.length ?? 0;
    const first = others.search(defect);
    if (first >= 0 && this.lineOfDefect === 0) this.lineOfDefect = this.#line + countLineBreaks(others.slice(0, first));
    this.#line += countLineBreaks(others);
  }
}
