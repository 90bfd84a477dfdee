import {closeSync, openSync} from "node:fs";
import {InputError} from "../../inputs/inputError.js";
import {Bytes} from "../bytes.js";
import {checkNames} from "../checkNames.js";
import {countedRows} from "../codeList.js";
import type {RawFile} from "../rawFile.js";
import type {RawTable} from "../rawTable.js";
import {CellDecoder} from "../text/textDecoder.js";
import {checkCells} from "../unpack.js";
import {encodingOfSav, withoutFill} from "./encodingOfSav.js";
import {readSavHeader} from "./readSavHeader.js";
import {readSavRecords, type SavRecords} from "./readSavRecords.js";
import {bytecodeCases, plainCases, type ReadCase} from "./savCases.js";
import {numberColumn, type SavColumn, textColumn} from "./savColumn.js";
import {savMultipleSets} from "./savMultipleSets.js";
import {savVariables} from "./savVariables.js";
import {zlibBytes} from "./zlibBytes.js";

const floatRecord = 4;
const caseCountRecord = 16;
const casesPerReport = 4096;

/**
 * An SPSS system file, .sav or .zsav. Numbers are written as the shortest text, dates and times as ISO 8601, values that
 * the system says are missing as "". Texts lose the spaces that fill them up.
 *
 * @throws InputError when the file is damaged or cut short, or has another number of cases than it says
 */
export async function readSav(raw: RawFile): Promise<RawTable> {
  const descriptor = openSync(raw.path, "r");
  try {
    return readSystemFile(Bytes.ofFile(descriptor, raw), raw);
  } finally {
    closeSync(descriptor);
  }
}

function readSystemFile(bytes: Bytes, {file, size, progress}: RawFile): RawTable {
  const {isLittleEndian, compression, product, cases, bias, weightRecord} = readSavHeader(bytes);
  const records = readSavRecords(bytes);
  const encoding = encodingOfSav(records, isLittleEndian, file);
  const byteOrder = isLittleEndian ? "little-endian" : "big-endian";
  const decoder = new CellDecoder(encoding);
  const decode = (text: Uint8Array) => decoder.decode(withoutFill(text));
  const systemMissing = systemMissingOf(records, isLittleEndian);
  const variables = savVariables(records, {bytes, decode});
  const columns = variables.map((variable) =>
    variable.format === null
      ? textColumn(variable, decode)
      : numberColumn(variable, variable.format, {isLittleEndian, systemMissing}),
  );
  checkNames(
    columns.map(({name}) => name),
    file,
  );
  const readCase =
    compression === "none"
      ? plainCases(bytes)
      : bytecodeCases(compression === "zlib" ? zlibBytes(bytes) : bytes, {bias, systemMissing});
  const multipleSets = savMultipleSets(records, variables, decode);
  const weightedBy = variables.find(({record}) => record === weightRecord)?.name;
  const report = () => progress(bytes.position, size);
  const rows = readCases(readCase, {bytes: Buffer.alloc(records.variables.length * 8), columns, file, size, report});
  checkCount(rows, cases ?? casesSaid(records, isLittleEndian), file);
  return {
    file,
    format: compression === "zlib" ? "zsav" : "sav",
    details: {encoding, compression, byteOrder, writtenBy: product, ...decoder.details(file)},
    rows,
    columns: columns.map((column) => column.finish()),
    rowNumbers: countedRows(rows),
    ...(multipleSets.length > 0 && {multipleSets}),
    ...(weightedBy !== undefined && {weightedBy}),
  };
}

interface Cases extends Pick<RawFile, "file" | "size"> {
  /** Room for one. */
  bytes: Buffer;
  columns: readonly SavColumn[];
  report: () => void;
}

function readCases(readCase: ReadCase, {bytes, columns, report, ...of}: Cases): number {
  let rows = 0;
  while (readCase(bytes)) {
    checkCells((rows + 1) * columns.length, of);
    for (const column of columns) column.push(bytes);
    if (++rows % casesPerReport === 0) report();
  }
  return rows;
}

function checkCount(rows: number, said: number | null, file: string): void {
  if (said !== null && rows !== said) {
    throw new InputError(`${rows} rows read where the file says it has ${said}`, {file});
  }
  if (rows === 0) throw new InputError("no rows", {file});
}

function systemMissingOf({extensions}: SavRecords, isLittleEndian: boolean): number {
  const floats = extensions.get(floatRecord);
  if (floats === undefined || floats.length < 8) return -Number.MAX_VALUE;
  return isLittleEndian ? floats.readDoubleLE() : floats.readDoubleBE();
}

/** The count of cases in its own record, which has room for more than the header. */
function casesSaid({extensions}: SavRecords, isLittleEndian: boolean): number | null {
  const counts = extensions.get(caseCountRecord);
  if (counts === undefined || counts.length < 16) return null;
  const cases = Number(isLittleEndian ? counts.readBigInt64LE(8) : counts.readBigInt64BE(8));
  return cases < 0 ? null : cases;
}
