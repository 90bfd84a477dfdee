import {closeSync, openSync} from "node:fs";
import {sum} from "d3";
import {InputError} from "../../inputs/inputError.js";
import {Bytes} from "../bytes.js";
import {checkNames} from "../checkNames.js";
import {countedRows} from "../codeList.js";
import type {RawFile} from "../rawFile.js";
import type {RawTable} from "../rawTable.js";
import {decodeDta} from "./decodeDta.js";
import {type DtaColumn, dtaColumn, longText} from "./dtaColumn.js";
import {type DtaHeader, expectTag, readDtaHeader} from "./dtaLayout.js";
import {type DtaVariable, readDtaVariables} from "./dtaVariables.js";
import {LongTexts} from "./longTexts.js";
import {readValueLabels} from "./valueLabels.js";

const rowsPerReport = 4096;

/**
 * A file of Stata 6 or later (.dta, releases 108 to 119). Numbers are written as the shortest text, dates and times as
 * ISO 8601; `.` is "", and `.a` to `.z` are missing values with perhaps a label.
 *
 * @throws InputError when the file is damaged or cut short, or holds what Stata does not have
 */
export async function readDta(raw: RawFile): Promise<RawTable> {
  const descriptor = openSync(raw.path, "r");
  try {
    return readStataFile(Bytes.ofFile(descriptor, raw), raw);
  } finally {
    closeSync(descriptor);
  }
}

function readStataFile(bytes: Bytes, {file, size, progress}: RawFile): RawTable {
  const header = readDtaHeader(bytes);
  const variables = readDtaVariables(bytes, header);
  const {layout, rows} = header;
  const {release} = layout;
  const columns = readColumns(bytes, {header, variables, report: () => progress(bytes.position, size)});
  const isLong = variables.map(({type}) => type === longText);
  const decoded = decodeDta(columns, {release, file, isLong});
  checkNames(
    decoded.columns.map((column) => column.header),
    file,
  );
  return {
    file,
    format: "dta",
    details: {
      encoding: decoded.encodings.join(", "),
      release,
      byteOrder: bytes.isLittleEndian ? "little-endian" : "big-endian",
      ...(decoded.unreadableTexts && {unreadableTexts: decoded.unreadableTexts}),
    },
    rows,
    columns: decoded.columns,
    rowNumbers: countedRows(rows),
  };
}

interface Dictionary {
  header: DtaHeader;
  variables: readonly DtaVariable[];
  report: () => void;
}

/** The data, the texts that they refer to, and the labels, to the end of the file. */
function readColumns(bytes: Bytes, {header: {layout, rows}, variables, report}: Dictionary) {
  const {file, isLittleEndian} = bytes;
  const longTexts = new LongTexts(layout);
  const {release, isTagged} = layout;
  const columns = variables.map((variable) => dtaColumn(variable, {file, release, isLittleEndian, longTexts}));
  const width = sum(columns, ({width}) => width);
  if (rows === 0 || width === 0) throw new InputError(rows === 0 ? "no rows" : "no variables", {file});
  const tag = (name: string) => isTagged && expectTag(bytes, name);
  tag("<data>");
  const start = bytes.position;
  if (width * rows > bytes.left) throw new InputError("file is cut short or damaged", {file});
  bytes.moveTo(start + width * rows);
  tag("</data>");
  if (isTagged) longTexts.read(bytes, layout);
  const labels = readValueLabels(bytes, layout);
  tag("</stata_dta>");
  checkEnd(bytes);
  bytes.moveTo(start);
  readRows(bytes, {columns, width, rows, report});
  return columns.map((column) => column.finish(labels));
}

/** Line breaks at the end, as tools for texts add them, do no harm. */
export function checkEnd(bytes: Bytes): void {
  const {file, left} = bytes;
  if (bytes.take(left).toString("latin1").trim() !== "")
    throw new InputError("bytes after the end of the data", {file, value: left});
}

interface Rows {
  columns: readonly DtaColumn[];
  width: number;
  rows: number;
  report: () => void;
}

function readRows(bytes: Bytes, {columns, width, rows, report}: Rows): void {
  for (let row = 1; row <= rows; row++) {
    const cells = bytes.take(width);
    let start = 0;
    for (const column of columns) {
      column.push(cells, start, row);
      start += column.width;
    }
    if (row % rowsPerReport === 0) report();
  }
}
