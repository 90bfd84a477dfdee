import {deflateRawSync, deflateSync} from "node:zlib";
import {strToU8, zipSync} from "fflate";
import {delimitedFormats} from "../roundTrip/delimited.js";
import {dtaFormats} from "../roundTrip/dta.js";
import type {Format} from "../roundTrip/format.js";
import {parquet} from "../roundTrip/parquet.js";
import {savFormats} from "../roundTrip/sav.js";
import {xlsx} from "../roundTrip/xlsx.js";

/** A file that somebody made to do harm, and what has to come of it: rows and columns, or what the error says. */
export interface HostileFile {
  name: string;
  bytes: () => Uint8Array | Promise<Uint8Array>;
  outcome: string | RegExp;
}

const formats: readonly Format[] = [...delimitedFormats.slice(0, 2), xlsx, ...savFormats, dtaFormats[0], parquet];
const second = (count: number) => Math.min(1, count - 1);
const megabyte = 1 << 20;

const written = async (format: Format, header: string[], rows: string[][]) =>
  (await format.write({header, rows, missing: []}, second)).bytes;

/** Wide tables and cells of 10 MB, in each format; a text of SPSS is shorter. */
function large(format: Format): HostileFile[] {
  const header = Array.from({length: 5000}, (_, at) => `q${at}`);
  const wide = {
    name: `${format.id}: 5,000 columns`,
    bytes: () => written(format, header, [header.map(() => "1"), header.map(() => "2")]),
    outcome: "2 x 5000",
  };
  if (savFormats.includes(format)) return [wide];
  const bytes = () => written(format, ["a", "b"], [["1", "x".repeat(10 * megabyte)]]);
  return [wide, {name: `${format.id}: a cell of 10 MB`, bytes, outcome: "1 x 2"}];
}

/** As many bytes of one kind as one likes, deflated to a thousandth, without ever being in memory. */
function deflated(byte: number, megabytes: number, end = Buffer.of(3, 0)): Buffer {
  const block = deflateRawSync(Buffer.alloc(megabyte, byte), {finishFlush: 3});
  return Buffer.concat([...Array<Buffer>(megabytes).fill(block), end]);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationship = (attributes: string) => `<Relationships><Relationship Id="rId1" ${attributes}/></Relationships>`;
const toSheet = relationship('Type="x/worksheet" Target="sheet1.xml"');

function workbook(sheet: string, {relations = toSheet}: {relations?: string} = {}): Buffer {
  const parts = {
    "xl/workbook.xml": `<workbook ${main} xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations,
    "xl/sheet1.xml": sheet,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

const sheetOf = (rows: string) => `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const small = row(1, cell("A1", "a")) + row(2, cell("A2", "1"));

/** The workbook with another content in place of its sheet, packed already. */
function withPacked(packed: Buffer, length: number): Buffer {
  const bytes = workbook("");
  const name = "xl/sheet1.xml";
  const start = bytes.lastIndexOf(name, bytes.indexOf("PK\x01\x02", 0, "latin1"));
  const directory = bytes.indexOf("PK\x01\x02", 0, "latin1");
  const head = Buffer.from(bytes.subarray(0, start + name.length));
  const list = Buffer.from(bytes.subarray(directory));
  const entry = list.lastIndexOf(name) - 46;
  for (const [of, at] of [
    [head, start - 30 + 18],
    [list, entry + 20],
  ] as const) {
    of.writeUInt32LE(packed.length, at);
    of.writeUInt32LE(length, at + 4);
  }
  head.writeUInt16LE(8, start - 30 + 8);
  list.writeUInt16LE(8, entry + 10);
  list.writeUInt32LE(head.length + packed.length, list.length - 6);
  return Buffer.concat([head, packed, list]);
}

const entities = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({length: 9}, (_, at) => `<!ENTITY ${"bcdefghij"[at]} "${`&${"abcdefghi"[at]};`.repeat(10)}">`).join("")}]>`;

function workbooks(): HostileFile[] {
  const wide = () => Array.from({length: 60_000}, (_, at) => row(at + 2, cell(`A${at + 2}`, "1"))).join("");
  const top = row(1, cell("A1", "a") + cell("XFD1", "b"));
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const refused = (name: string, outcome: RegExp, bytes: () => Uint8Array) => ({name: `XLSX: ${name}`, bytes, outcome});
  const withSheet = (name: string, outcome: RegExp, rows: string, before = "") =>
    refused(name, outcome, () => workbook(before + sheetOf(rows)));
  const withRelation = (name: string, outcome: RegExp, attributes: string) =>
    refused(name, outcome, () => workbook(sheetOf(small), {relations: relationship(attributes)}));
  return [
    refused("60,000 rows under XFD", /more cells than a file/, () => workbook(sheetOf(top + wide()))),
    refused("a part of 350 MB", /unpacks to more than a table/, () => withPacked(deflated(32, 350), 350 * megabyte)),
    withSheet("entities", /damaged XML/, row(1, cell("A1", "&j;")) + small, entities),
    withSheet("an entity from outside", /damaged XML/, row(1, cell("A1", "&x;")), outside),
    withSheet("a cell in a cell", /in another cell/, row(1, '<c r="A1"><c r="B1"/></c>')),
    withSheet("a row in a row", /row out of order/, `<row r="1">${cell("A1", "a")}${small}</row>`),
    withSheet("a cell outside of rows", /cell outside of a row/, cell("A1", "a")),
    withRelation("a relationship without a type", /no sheet/, 'Target="sheet1.xml"'),
    withRelation("a relationship without a target", /part missing/, 'Type="x/worksheet"'),
  ];
}

const int32 = (...numbers: number[]) => Buffer.from(Int32Array.from(numbers).buffer);
const int64 = (number: number) => Buffer.from(BigInt64Array.of(BigInt(number)).buffer);

/** The dictionary of a system file with so many variables, each with labels of its own. */
function dictionary(compression: number, variables: number): Buffer {
  const records = Array.from({length: variables}, (_, at) =>
    Buffer.concat([int32(2, 0, 0, 0, 0x50800, 0x50800), Buffer.from(at.toString(36).padEnd(8))]),
  );
  const labels = Array.from({length: variables}, (_, at) =>
    Buffer.concat([int32(3, 1), Buffer.alloc(8), Buffer.of(1, 97, 0, 0, 0, 0, 0, 0), int32(4, 1, at + 1)]),
  );
  return Buffer.concat([
    Buffer.from(compression === 2 ? "$FL3" : "$FL2"),
    Buffer.alloc(60, 32),
    int32(2, variables, compression, 0, -1),
    Buffer.from(Float64Array.of(100).buffer),
    Buffer.alloc(84, 32),
    ...records,
    ...labels,
    int32(999, 0),
  ]);
}

/** A .zsav file of blocks, each packed bytes and how many they stand for. */
function zsav(blocks: readonly {packed: Buffer; length: number}[]): Buffer {
  const head = dictionary(2, 1);
  let at = head.length + 24;
  const entries = blocks.map(({packed, length}) => {
    at += packed.length;
    return Buffer.concat([int64(0), int64(at - packed.length), int32(length, packed.length)]);
  });
  const trailer = Buffer.concat([int64(-100), int64(0), int32(megabyte, blocks.length), ...entries]);
  return Buffer.concat([
    head,
    int64(head.length),
    int64(at),
    int64(trailer.length),
    ...blocks.map(({packed}) => packed),
    trailer,
  ]);
}

/** Nothing but missing values: a byte of a thousand values. */
function missingValues(blocks: number): Buffer {
  const packed = deflateSync(Buffer.alloc(16 * megabyte, 255));
  return zsav(Array(blocks).fill({packed, length: 16 * megabyte}));
}

function systemFiles(): HostileFile[] {
  const noBytes = deflateSync(Buffer.alloc(0));
  const file = (name: string, outcome: string | RegExp, bytes: () => Uint8Array) => ({
    name: `SPSS: ${name}`,
    bytes,
    outcome,
  });
  const withVariables = (count: number) => Buffer.concat([dictionary(0, count), Buffer.alloc(8 * count)]);
  return [
    file("50,000 variables", "1 x 50000", () => withVariables(50_000)),
    file("130,000 variables", /over 120000 columns/, () => withVariables(130_000)),
    file("100,000 empty blocks", /no rows/, () => zsav(Array(100_000).fill({packed: noBytes, length: 0}))),
    file("data of 128 MB", /unpack to more than a table/, () => missingValues(8)),
    file("data of 64 MB", /more cells than a file/, () => missingValues(4)),
  ];
}

/** A Parquet description in which lists of 30 million lists stand in one another. */
function nestedLists(): Buffer {
  const nested = Buffer.concat(Array<Buffer>(500).fill(Buffer.of(0xf9, 0x80, 0x87, 0xa7, 0x0e)));
  const description = Buffer.concat([Buffer.of(0x29), nested]);
  return Buffer.concat([Buffer.from("PAR1"), description, int32(description.length), Buffer.from("PAR1")]);
}

/** Value labels of Stata, each of which goes on to the end of all texts. */
function sharedLabels(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file);
  const [count, length] = [100_000, megabyte];
  const table = Buffer.concat([
    int32(count, length),
    Buffer.alloc(4 * count),
    Buffer.alloc(4 * count),
    Buffer.alloc(length, 97),
  ]);
  const labels = Buffer.concat([
    Buffer.from("<lbl>"),
    int32(table.length),
    Buffer.alloc(129 + 3, 0),
    table,
    Buffer.from("</lbl>"),
  ]);
  const at = bytes.indexOf("</value_labels>");
  return Buffer.concat([bytes.subarray(0, at), labels, bytes.subarray(at)]);
}

/** Files that are small and would take all time or memory, or that programs have been broken by. */
export function hostileFiles(): HostileFile[] {
  const gzipHead = Buffer.from("H4sIAAAAAAAAAw==", "base64");
  return [
    ...formats.flatMap(large),
    ...workbooks(),
    ...systemFiles(),
    {
      name: "Text: 8 million columns",
      bytes: () => Buffer.concat([Buffer.alloc(8 * megabyte, ";"), Buffer.from("a\n1\n")]),
      outcome: /over 120000 columns/,
    },
    {
      name: "gzip: 600 MB",
      bytes: () => Buffer.concat([gzipHead, deflated(59, 600)]),
      outcome: /unpacks to over|row of over/,
    },
    {name: "Parquet: lists in lists", bytes: nestedLists, outcome: /damaged Parquet file: list of more items/},
    {
      name: "Stata: labels without end",
      bytes: async () => sharedLabels(await written(dtaFormats[0], ["a"], [["1"]])),
      outcome: /damaged value labels/,
    },
  ];
}
