import {InputError} from "../../inputs/inputError.js";
import {Utf8Census} from "../csv/utf8Census.js";
import type {RawColumn} from "../rawTable.js";

type Encoding = "utf-8" | "windows-1252";

/** Turns bytes read as Latin-1 into the text that they are. */
type Decode = (bytes: string, place: {column?: string; row?: () => number}) => string;

/** For one that looks like UTF-8 by chance, a text of Windows-1252 has this many that do not. */
const defectsPerChance = 4;
const beyondAscii = /[\x80-\xff]/;
/** Bytes that Windows-1252 leaves open. */
const undefinedCharacters = /[\x81\x8d\x8f\x90\x9d]/;

interface Decoded {
  /** One, or two when long texts are in another. */
  encodings: Encoding[];
  columns: RawColumn[];
}

interface DecodeOptions {
  release: string;
  file: string;
  /** Column by column whether its texts are of any length (strL). */
  isLong: readonly boolean[];
}

/**
 * Columns with their texts decoded: as UTF-8 from release 118 on. Release 117 does not say what it is in: Stata wrote the
 * system's encoding, haven writes UTF-8, and pandas long texts alone as UTF-8.
 *
 * @throws InputError naming row and column of a text that is not in the file's encoding
 */
export function decodeDta(columns: readonly RawColumn[], {release, file, isLong}: DecodeOptions): Decoded {
  const valuesOf = (long: boolean) => columns.filter((_, at) => isLong[at] === long).flatMap(({values}) => values);
  const encodingFor = (texts: string[]) => (release === "117" ? encodingOf(texts, file) : "utf-8");
  const encoding = encodingFor([...columns.flatMap(textsAbout), ...valuesOf(false)]);
  const ofLong = isLong.includes(true) ? encodingFor(valuesOf(true)) : encoding;
  const decode = decoderOf(encoding, file);
  const decodeLong = decoderOf(ofLong, file);
  return {
    encodings: [...new Set([encoding, ofLong])],
    columns: columns.map((column, at) => decodeColumn(column, decode, isLong[at] ? decodeLong : decode)),
  };
}

const textsAbout = ({header, label, valueLabels}: RawColumn) => [header, label ?? "", ...valueLabels.values()];

function decodeColumn(raw: RawColumn, decode: Decode, decodeValue: Decode): RawColumn {
  const {header, label, codes, values, valueLabels, userMissing} = raw;
  const column = decode(header, {});
  const place = {column};
  return {
    header: column,
    label: label && decode(label, place),
    codes,
    values: values.map((value, code) => decodeValue(value, {column, row: () => codes.indexOf(code) + 1})),
    valueLabels: new Map([...valueLabels].map(([value, text]) => [value, decode(text, place)])),
    userMissing,
  };
}

function encodingOf(texts: readonly string[], file: string): Encoding {
  const census = new Utf8Census();
  for (const text of texts) if (beyondAscii.test(text)) census.add(Buffer.from(`${text}\n`, "latin1"));
  census.finish();
  const {sequences, defects} = census;
  if (defects === 0) return "utf-8";
  if (sequences * defectsPerChance <= defects) return "windows-1252";
  throw new InputError("text that is UTF-8 but for some bytes: save it again for Stata 14 or later", {file});
}

function decoderOf(encoding: Encoding, file: string): Decode {
  const decoder = new TextDecoder(encoding, {fatal: true, ignoreBOM: true});
  const isWrong = (bytes: string) => encoding === "windows-1252" && undefinedCharacters.test(bytes);
  return (bytes, {column, row}) => {
    if (!beyondAscii.test(bytes)) return bytes;
    try {
      if (isWrong(bytes)) throw new Error("not in Windows-1252");
      // Piece by piece for Node 20, which otherwise takes Windows-1252 for Latin-1.
      return decoder.decode(Buffer.from(bytes, "latin1"), {stream: true}) + decoder.decode();
    } catch {
      const at = {file, column, row: row?.(), value: bytes};
      throw new InputError(`text that is not in the file’s encoding, ${encoding}`, at);
    }
  };
}
