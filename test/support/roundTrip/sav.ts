import {deflateSync} from "node:zlib";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {Format, TextTable} from "./format.js";

/** A number that every column declares missing and no codebook knows. */
const missingNumber = -77;

/**
 * SPSS system files, as the PSPP developers' manual describes them under "System File Format". A column is a number, with or
 * without labels, a date, or a text, short or long, as its texts allow.
 */
export const savFormats: readonly Format[] = [sav("uncompressed", 0), sav("byte codes", 1), sav("zlib", 2)];

type Compression = 0 | 1 | 2;

const systemMissing = -Number.MAX_VALUE;

function sav(kind: string, compression: Compression): Format {
  return {
    id: `SPSS, ${kind}`,
    canHold: (text) => !/[\0\r]| $/.test(text),
    declaredMissing: String(missingNumber),
    write: (table, pick) => ({
      bytes: writeSav(table, compression, pick),
      rowNumbers: table.rows.map((_, at) => at + 1),
    }),
  };
}

/** One variable of the file, and each row's value in runs of eight bytes. */
interface SavVariable {
  shortName: string;
  longName: string;
  label: string;
  /** 0: a number; else the bytes of the text. */
  width: number;
  format: number;
  valueLabels: readonly [value: number, label: string][];
  values: readonly Buffer[];
}

const int32 = (...numbers: number[]) => {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeInt32LE(number, 4 * at);
  return bytes;
};
const int64 = (number: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(number));
  return bytes;
};
const float64 = (number: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
};
/** A text filled up with spaces. */
const filled = (text: string | Buffer, length: number) =>
  Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, length - Buffer.byteLength(text)), " ")]);
const roundUp = (number: number, step: number) => Math.ceil(number / step) * step;

function writeSav({header, rows, missing}: TextTable, compression: Compression, pick: Pick): Buffer {
  const variables = header.map((text, at) =>
    variableOf(
      text,
      at,
      rows.map((row) => row[at]),
      pick,
    ),
  );
  const words = variables.reduce((sum, {width}) => sum + wordsOf(width), 0);
  const head = Buffer.concat([
    Buffer.from(compression === 2 ? "$FL3" : "$FL2"),
    filled("@(#) SPSS DATA FILE - round trip", 60),
    int32(2, words, compression, 0, rows.length),
    float64(100),
    filled("01 Apr 1112:00:00", 17),
    filled("", 67),
    ...variables.flatMap((each) => variableRecords(each, [...missing.map(Number), missingNumber])),
    ...valueLabelRecords(variables),
    extension(3, 4, int32(1, 0, 0, -1, 1, 1, 2, 65001)),
    extension(4, 8, Buffer.concat([float64(systemMissing), float64(Number.MAX_VALUE), float64(-Number.MAX_VALUE)])),
    extension(13, 1, Buffer.from(variables.map(({shortName, longName}) => `${shortName}=${longName}`).join("\t"))),
    ...longTextRecords(variables),
    extension(20, 1, Buffer.from("UTF-8")),
    int32(999, 0),
  ]);
  const cases = rows.map((_, row) => Buffer.concat(variables.map(({values}) => values[row])));
  const data = Buffer.concat(cases);
  if (compression === 0) return Buffer.concat([head, data]);
  const coded = byteCodes(data, textWords(variables));
  return compression === 1 ? Buffer.concat([head, coded]) : Buffer.concat([head, zlibBlocks(coded, head.length)]);
}

/** How a column is filed; its texts come back the same from each way that is possible. */
function variableOf(header: string, at: number, texts: readonly string[], pick: Pick): SavVariable {
  const isName = /^\p{L}[\p{L}\d_.]*$/u.test(header) && Buffer.byteLength(header) <= 64;
  const named = {shortName: `V${at}`, longName: isName ? header : `V${at}`, label: isName ? "" : header};
  const given = [...new Set(texts)].filter((text) => text !== "" && text !== String(missingNumber));
  const possible = [asText];
  if (given.length <= 30 && given.every((text) => Buffer.byteLength(text) <= 120)) possible.push(asLabelled);
  if (given.every((text) => /^-?(0|[1-9]\d{0,9})(\.\d?[1-9])?$/.test(text))) possible.push(asNumber, asNumber);
  if (given.every((text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))))
    possible.push(asDate, asDate);
  return {...named, ...oneOf(possible, pick)(texts, given)};
}

type Filing = (
  texts: readonly string[],
  given: readonly string[],
) => Omit<SavVariable, "shortName" | "longName" | "label">;

const numeric = (texts: readonly string[], numberOf: (text: string) => number) =>
  texts.map((text) =>
    float64(text === "" ? systemMissing : text === String(missingNumber) ? missingNumber : numberOf(text)),
  );

const asNumber: Filing = (texts) => ({width: 0, format: 5, valueLabels: [], values: numeric(texts, Number)});

const asDate: Filing = (texts) => ({
  width: 0,
  format: 20,
  valueLabels: [],
  values: numeric(texts, (text) => Date.parse(text) / 1000 + 12_219_379_200),
});

/** Each text is the label of a number; the last of many are too great for a byte code. */
const asLabelled: Filing = (texts, given) => ({
  width: 0,
  format: 5,
  valueLabels: given.map((text, at): [number, string] => [labelled(at), text]),
  values: numeric(texts, (text) => labelled(given.indexOf(text))),
});

const labelled = (at: number) => 60 * at + 1;

const asText: Filing = (texts) => {
  const width = Math.max(3, ...texts.map((text) => Buffer.byteLength(text)));
  return {width, format: 1, valueLabels: [], values: texts.map((text) => textBytes(text, width))};
};

/** Widths of the variables as which a text is stored: one, or of a long one several, each but the last with room for 252. */
function segmentsOf(width: number): number[] {
  if (width <= 255) return [width];
  const count = Math.ceil(width / 252);
  return Array.from({length: count}, (_, at) => (at < count - 1 ? 255 : width - 252 * (count - 1)));
}

const wordsOf = (width: number) =>
  width === 0 ? 1 : segmentsOf(width).reduce((sum, each) => sum + roundUp(each, 8) / 8, 0);

/** A long text in runs of 255 bytes, each filled up to a multiple of eight. */
function textBytes(text: string, width: number): Buffer {
  const whole = filled(text, width);
  return Buffer.concat(
    segmentsOf(width).map((each, at) => {
      const part = width <= 255 ? whole : whole.subarray(at * 255, Math.min(width, (at + 1) * 255));
      return filled(part, roundUp(each, 8));
    }),
  );
}

function variableRecords({shortName, label, width, format}: SavVariable, declared: readonly number[]): Buffer[] {
  return segmentsOf(width).flatMap((each, at) => {
    const isFirst = at === 0;
    const shown = (format << 16) | (Math.min(255, each || 8) << 8);
    const isMissingDeclared = isFirst && width <= 8;
    const missing = width === 0 ? declared.map(float64) : [filled(String(missingNumber), 8)];
    const text = Buffer.from(label);
    return [
      int32(2, each, Number(isFirst && label !== ""), isMissingDeclared ? missing.length : 0, shown, shown),
      filled(isFirst ? shortName : `${shortName}S${at}`, 8),
      ...(isFirst && label !== "" ? [int32(text.length), filled(text, roundUp(text.length, 4))] : []),
      ...(isMissingDeclared ? missing : []),
      ...Array.from({length: roundUp(each || 8, 8) / 8 - 1}, () =>
        Buffer.concat([int32(2, -1, 0, 0, 0, 0), filled("", 8)]),
      ),
    ];
  });
}

function valueLabelRecords(variables: readonly SavVariable[]): Buffer[] {
  let word = 1;
  return variables.flatMap(({width, valueLabels}) => {
    const index = word;
    word += wordsOf(width);
    if (valueLabels.length === 0) return [];
    const labels = valueLabels.map(([value, label]) => {
      const text = Buffer.from(label);
      return Buffer.concat([float64(value), Buffer.from([text.length]), filled(text, roundUp(text.length + 1, 8) - 1)]);
    });
    return [int32(3, labels.length), ...labels, int32(4, 1, index)];
  });
}

/** What of long texts stands in records of their own: widths over 255 bytes, and missing values where there are over eight. */
function longTextRecords(variables: readonly SavVariable[]): Buffer[] {
  const veryLong = variables.filter(({width}) => width > 255);
  const long = variables.filter(({width}) => width > 8);
  const widths = veryLong.map(({shortName, width}) => `${shortName}=${String(width).padStart(5, "0")}\0\t`);
  const missing = long.map(({longName}) => {
    const name = Buffer.from(longName);
    return Buffer.concat([int32(name.length), name, Buffer.from([1]), int32(8), filled(String(missingNumber), 8)]);
  });
  return [
    ...(widths.length > 0 ? [extension(14, 1, Buffer.from(widths.join("")))] : []),
    ...(missing.length > 0 ? [extension(22, 1, Buffer.concat(missing))] : []),
  ];
}

function extension(subtype: number, size: number, content: Buffer): Buffer {
  return Buffer.concat([int32(7, subtype, size, content.length / size), content]);
}

/** For each eight bytes of a case, whether they are of a text. */
function textWords(variables: readonly SavVariable[]): boolean[] {
  return variables.flatMap(({width}) => Array<boolean>(wordsOf(width)).fill(width > 0));
}

function byteCodes(data: Buffer, isText: readonly boolean[]): Buffer {
  const words = Array.from({length: data.length / 8}, (_, at) =>
    codeOf(data.subarray(at * 8, at * 8 + 8), isText[at % isText.length]),
  );
  words.push({code: 252, bytes: Buffer.alloc(0)});
  const parts: Buffer[] = [];
  for (let at = 0; at < words.length; at += 8) {
    const group = words.slice(at, at + 8);
    const codes = Buffer.alloc(8);
    for (const [place, {code}] of group.entries()) codes[place] = code;
    parts.push(codes, ...group.map(({bytes}) => bytes));
  }
  return Buffer.concat(parts);
}

function codeOf(word: Buffer, isText: boolean): {code: number; bytes: Buffer} {
  const none = Buffer.alloc(0);
  if (isText) return word.toString("latin1") === "        " ? {code: 254, bytes: none} : {code: 253, bytes: word};
  const number = word.readDoubleLE();
  if (number === systemMissing) return {code: 255, bytes: none};
  const isSmall = Number.isInteger(number) && number >= -99 && number <= 151;
  return isSmall ? {code: number + 100, bytes: none} : {code: 253, bytes: word};
}

/** In blocks of 4,000 bytes, for small files are to have several. */
function zlibBlocks(coded: Buffer, start: number): Buffer {
  const size = 4000;
  const blocks = Array.from({length: Math.ceil(coded.length / size)}, (_, at) =>
    coded.subarray(at * size, (at + 1) * size),
  );
  const packed = blocks.map((block) => deflateSync(block));
  const trailerStart = start + 24 + packed.reduce((sum, {length}) => sum + length, 0);
  let [from, place] = [start, start + 24];
  const entries = blocks.map(({length}, at) => {
    const entry = Buffer.concat([int64(from), int64(place), int32(length, packed[at].length)]);
    from += length;
    place += packed[at].length;
    return entry;
  });
  return Buffer.concat([
    int64(start),
    int64(trailerStart),
    int64(24 + 24 * blocks.length),
    ...packed,
    int64(-100),
    int64(0),
    int32(size, blocks.length),
    ...entries,
  ]);
}
