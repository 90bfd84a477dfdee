import {InputError} from "../../inputs/inputError.js";
import {Utf8Census} from "../csv/utf8Census.js";
import type {RawColumn} from "../rawTable.js";
import {CellDecoder} from "../text/textDecoder.js";

type Encoding = "utf-8" | "windows-1252";

/** Turns bytes read as Latin-1 into the text that they are. */
type Decode = (bytes: string) => string;

/** For one that looks like UTF-8 by chance, a text of Windows-1252 has this many that do not. */
const defectsPerChance = 4;
const beyondAscii = /[\x80-\xff]/;

interface Decoded {
  /** One, or two when long texts are in another. */
  encodings: Encoding[];
  columns: RawColumn[];
  unreadableTexts?: string;
}

interface DecodeOptions {
  release: string;
  file: string;
  /** Column by column whether its texts are of any length (strL). */
  isLong: readonly boolean[];
}

/**
 * Columns with their texts decoded: as UTF-8 from release 118 on. Older ones do not say what they are in: Stata wrote the
 * system's encoding, haven writes UTF-8, and pandas long texts alone as UTF-8.
 *
 * @throws InputError when no encoding is that of most texts
 */
export function decodeDta(columns: readonly RawColumn[], {release, file, isLong}: DecodeOptions): Decoded {
  const valuesOf = (long: boolean) => columns.filter((_, at) => isLong[at] === long).flatMap(({values}) => values);
  const encodingFor = (texts: string[]) => (release < "118" ? encodingOf(texts, file) : "utf-8");
  const encoding = encodingFor([...columns.flatMap(textsAbout), ...valuesOf(false)]);
  const ofLong = isLong.includes(true) ? encodingFor(valuesOf(true)) : encoding;
  const decoder = new CellDecoder(encoding);
  const decoderOfLong = ofLong === encoding ? decoder : new CellDecoder(ofLong);
  const by = (used: CellDecoder) => (text: string) =>
    beyondAscii.test(text) ? used.decode(Buffer.from(text, "latin1")) : text;
  const decoded = columns.map((column, at) =>
    decodeColumn(column, by(decoder), by(isLong[at] ? decoderOfLong : decoder)),
  );
  return {
    encodings: [...new Set([encoding, ofLong])],
    columns: decoded,
    ...decoderOfLong.details(file),
    ...decoder.details(file),
  };
}

const textsAbout = ({header, label, valueLabels}: RawColumn) => [header, label ?? "", ...valueLabels.values()];

function decodeColumn(raw: RawColumn, decode: Decode, decodeValue: Decode): RawColumn {
  const {header, label, codes, values, valueLabels, userMissing} = raw;
  return {
    header: decode(header),
    label: label && decode(label),
    codes,
    values: values.map(decodeValue),
    valueLabels: new Map([...valueLabels].map(([value, text]) => [value, decode(text)])),
    userMissing,
  };
}

function encodingOf(texts: readonly string[], file: string): Encoding {
  const census = new Utf8Census();
  for (const text of texts) if (beyondAscii.test(text)) census.add(Buffer.from(`${text}\n`, "latin1"));
  census.finish();
  const {sequences, defects} = census;
  if (sequences * defectsPerChance <= defects) return defects === 0 ? "utf-8" : "windows-1252";
  if (defects <= sequences) return "utf-8";
  throw new InputError("texts that are UTF-8 but for many bytes: save it again for Stata 14 or later", {file});
}
