import {InputError} from "../../inputs/inputError.js";
import type {RawFile} from "../rawFile.js";
import {Utf8Census} from "./utf8Census.js";
import {utf16Census} from "./utf16Census.js";

/** An encoding of text, by the names that `TextDecoder` knows. */
export type Encoding = "utf-8" | Utf16 | "windows-1252";
type Utf16 = "utf-16le" | "utf-16be";

/** What is said of a text: its encoding, and how many of its characters are not in it. */
export interface TextEncoding {
  encoding: Encoding;
  unreadable: number;
  /** The line of the first; null without one. */
  lineOfUnreadable: number | null;
}

/** For one that looks like UTF-8 by chance (such as Å and » in Windows-1252), a text of another encoding has this many that do not. */
const defectsPerChance = 4;

/**
 * The encoding of a text, told from all its bytes: a byte-order mark, the pattern of UTF-16, else UTF-8 where every byte
 * or nearly every byte fits, else Windows-1252.
 *
 * @throws InputError naming the first line at fault when a text is partly UTF-8 or UTF-16 and partly not
 */
export async function encodingOf({read, head, file}: RawFile): Promise<TextEncoding> {
  const inUtf16 = async (encoding: Utf16) => ({encoding, ...(await utf16Census(read(), encoding, file))});
  const byMark = encodingByMark(head);
  if (byMark === "utf-16le" || byMark === "utf-16be") return inUtf16(byMark);
  const byPattern = encodingByPattern(head);
  if (byPattern !== null) return inUtf16(byPattern);
  if (await isAllUtf8(read())) return allReadable("utf-8");
  return encodingByCensus(await takeCensus(read()), byMark, file);
}

const allReadable = (encoding: Encoding): TextEncoding => ({encoding, unreadable: 0, lineOfUnreadable: null});

function encodingByMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null;
}

/** In UTF-16 every other byte of Latin text is zero; in no other encoding of text is any. */
function encodingByPattern(head: Uint8Array): Utf16 | null {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]++;
  const [even, odd] = zeros;
  const isMany = (count: number, other: number) => count > 4 * other && count * 10 > head.length;
  if (isMany(odd, even)) return "utf-16le";
  return isMany(even, odd) ? "utf-16be" : null;
}

async function isAllUtf8(pieces: AsyncIterable<Buffer>): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  try {
    for await (const bytes of pieces) decoder.decode(bytes, {stream: true});
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof InputError) throw error;
    return false;
  }
}

async function takeCensus(pieces: AsyncIterable<Buffer>): Promise<Utf8Census> {
  const census = new Utf8Census();
  for await (const bytes of pieces) census.add(bytes);
  census.finish();
  return census;
}

function encodingByCensus(census: Utf8Census, byMark: Encoding | null, file: string): TextEncoding {
  const {sequences, defects, lineOfDefect} = census;
  if (byMark === null && sequences * defectsPerChance <= defects) return allReadable("windows-1252");
  if (defects <= Math.max(1, sequences))
    return {encoding: "utf-8", unreadable: defects, lineOfUnreadable: lineOfDefect};
  throw new InputError("text that is UTF-8 but for many bytes: save it again as UTF-8", {file, row: lineOfDefect});
}
