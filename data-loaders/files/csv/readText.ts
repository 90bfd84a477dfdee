import {InputError} from "../../inputs/inputError.js";
import {countLineBreaks} from "./countLineBreaks.js";
import type {Encoding} from "./encodingOf.js";

/** Bytes that Windows-1252 leaves open, and the NUL that no text has. */
const undefinedCharacters = /[\0\x81\x8d\x8f\x90\x9d]/;
const nul = /\0/;

/**
 * A file's text, piece by piece, without its byte-order mark.
 *
 * @throws InputError naming the line of the first byte that is no text
 */
export async function* readText(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<string> {
  const decode = decoderOf(encoding, file);
  for await (const bytes of pieces) yield decode(bytes);
  yield decode();
}

/** Decodes piece by piece, and keeps count of lines to name the one at fault. */
function decoderOf(encoding: Encoding, file: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  const wrong = encoding === "windows-1252" ? undefinedCharacters : nul;
  let line = 1;
  let isAfterReturn = false;
  return (bytes) => {
    const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, {stream: true});
    const alreadyCounted = isAfterReturn && text.startsWith("\n") ? 1 : 0;
    const at = text.search(wrong);
    if (at >= 0) {
      const row = line + countLineBreaks(text.slice(0, at)) - alreadyCounted;
      throw new InputError(`byte that is no text in ${encoding}`, {file, row, value: text[at]});
    }
    line += countLineBreaks(text) - alreadyCounted;
    isAfterReturn = text.endsWith("\r");
    return text;
  };
}
