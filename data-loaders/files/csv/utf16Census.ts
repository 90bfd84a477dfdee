import {InputError} from "../../inputs/inputError.js";
import {countLineBreaks} from "./countLineBreaks.js";

const defect = /\ufffd/g;
const beyondAscii = /[^\0-\x7f\ufffd]/g;

/**
 * Counts what in a text of UTF-16 is no character: halves of a pair that stand alone.
 *
 * @throws InputError naming the line at fault, when they are more than the letters beyond ASCII, or the text ends within a character
 */
export async function utf16Census(
  pieces: AsyncIterable<Uint8Array>,
  encoding: "utf-16le" | "utf-16be",
  file: string,
): Promise<{unreadable: number; lineOfUnreadable: number | null}> {
  const decoder = new TextDecoder(encoding);
  let [bytes, line, unreadable, readable] = [0, 1, 0, 0];
  let lineOfUnreadable: number | null = null;
  for await (const piece of pieces) {
    const text = decoder.decode(piece, {stream: true});
    bytes += piece.length;
    const first = text.search(defect);
    if (first >= 0) lineOfUnreadable ??= line + countLineBreaks(text.slice(0, first));
    unreadable += text.match(defect)?.length ?? 0;
    readable += text.match(beyondAscii)?.length ?? 0;
    line += countLineBreaks(text);
  }
  unreadable += decoder.decode().length;
  if (bytes % 2 === 1) throw new InputError(`text that ends within a character of ${encoding}`, {file, row: line});
  if (unreadable > Math.max(1, readable))
    throw new InputError("text that is UTF-16 but for many characters: save it again", {
      file,
      row: lineOfUnreadable ?? line,
    });
  return {unreadable, lineOfUnreadable};
}
