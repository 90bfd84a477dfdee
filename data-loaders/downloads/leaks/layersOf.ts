import {gunzipSync} from "node:zlib";

/** How deep one packing within another is looked into. */
const deepest = 3;

const base64 = /[A-Za-z0-9+/]{32,}={0,2}/g;

/** Bytes, in pieces if there are very many, and those that they hold packed: by gzip, or as Base64 in a text. */
export function* layersOf(bytes: Buffer, depth = 0): Generator<Buffer> {
  for (const piece of piecesOf(bytes)) {
    yield piece;
    if (depth < deepest) yield* packedIn(piece, depth);
  }
  if (depth < deepest && formatOf(bytes) === "gzip") yield* layersOf(unzipped(bytes), depth + 1);
}

function* packedIn(piece: Buffer, depth: number): Generator<Buffer> {
  for (const [run] of piece.toString("latin1").matchAll(base64)) {
    const decoded = Buffer.from(run, "base64");
    if (isTextOrPacked(decoded)) yield* layersOf(decoded, depth + 1);
  }
}

/** Bytes in pieces, of which each begins with the end of the one before. */
export function* piecesOf(bytes: Buffer, {length, overlap} = {length: 2 ** 24, overlap: 2 ** 20}): Generator<Buffer> {
  for (let from = 0; from === 0 || from + overlap < bytes.length; from += length - overlap)
    yield bytes.subarray(from, from + length);
}

function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** A long word or a path of a drawing looks like Base64 too, and decodes to bytes that are nothing. */
function isTextOrPacked(bytes: Buffer): boolean {
  const isText = bytes.subarray(0, 64).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
  return isText || formatOf(bytes) !== undefined;
}

/** Formats that hold rows, or pack what does, by how they begin. */
const formats: readonly [name: string, begins: Buffer][] = [
  ["Parquet", Buffer.from("PAR1")],
  ["Arrow", Buffer.from("ARROW1")],
  ["Arrow", Buffer.from([0xff, 0xff, 0xff, 0xff])],
  ["SPSS", Buffer.from("$FL2")],
  ["SPSS", Buffer.from("$FL3")],
  ["Stata", Buffer.from("<stata_dta>")],
  ["zip", Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ["gzip", Buffer.from([0x1f, 0x8b])],
];

/** What format bytes are in, if it is one in which rows are kept. */
export function formatOf(bytes: Buffer): string | undefined {
  return formats.find(([, begins]) => bytes.subarray(0, begins.length).equals(begins))?.[0];
}

/** How a picture and a font begin, in which no text is to be read. */
const pictures = [Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from("wOF2")];

/** Bytes as the texts that they may be: UTF-8 or Latin-1, and UTF-16 where every other byte is nil. */
export function textsOf(bytes: Buffer): string[] {
  if (pictures.some((begins) => bytes.subarray(0, begins.length).equals(begins))) return [];
  const utf8 = bytes.toString("utf8");
  const sample = bytes.subarray(0, 4096);
  const nils = sample.reduce((sum, byte) => sum + Number(byte === 0), 0);
  if (nils > sample.length / 4)
    return [bytes.toString("utf16le"), Buffer.from(evenly(bytes)).swap16().toString("utf16le")];
  return utf8.includes("\ufffd") ? [utf8, bytes.toString("latin1")] : [utf8];
}

const evenly = (bytes: Buffer) => bytes.subarray(0, bytes.length - (bytes.length % 2));
