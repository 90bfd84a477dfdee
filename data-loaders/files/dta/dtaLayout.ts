import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";
import {checkWidth} from "../checkNames.js";

/** How wide the fields of a release are, in bytes. */
export interface DtaLayout {
  release: string;
  variables: number;
  rows: number;
  /** The length of the dataset's label. */
  textLength: number;
  name: number;
  format: number;
  label: number;
  sorting: number;
  /** The number of an observation, where a long text is stored. */
  observation: number;
  /** Of the eight bytes that refer to a long text, those that name the variable. */
  variableOfReference: number;
  /** Whether each part stands between tags, as from release 117 on. */
  isTagged: boolean;
}

const of118 = {rows: 8, textLength: 2, name: 129, format: 57, label: 321, observation: 8, isTagged: true};

/** Layout: help dta of Stata 13, 14 and 15, https://www.stata.com/help.cgi?dta */
const layouts: readonly DtaLayout[] = [
  {
    release: "117",
    variables: 2,
    rows: 4,
    textLength: 1,
    name: 33,
    format: 49,
    label: 81,
    sorting: 2,
    observation: 4,
    variableOfReference: 4,
    isTagged: true,
  },
  {release: "118", variables: 2, sorting: 2, variableOfReference: 2, ...of118},
  {release: "119", variables: 4, sorting: 4, variableOfReference: 3, ...of118},
];

/** @throws InputError when a tag does not stand where it has to */
export function expectTag(bytes: Bytes, tag: string): void {
  const value = bytes.take(tag.length).toString("latin1");
  if (value !== tag) throw new InputError(`damaged .dta file: no ${tag} where it belongs`, {file: bytes.file, value});
}

/** What stands between two tags. */
export function readBetween<T>(bytes: Bytes, name: string, read: () => T): T {
  expectTag(bytes, `<${name}>`);
  const content = read();
  expectTag(bytes, `</${name}>`);
  return content;
}

export interface DtaHeader {
  layout: DtaLayout;
  variables: number;
  rows: number;
}

/** Widths of the label of the dataset and of the moment at which it was written. */
const [datasetLabel, timestamp] = [81, 18];

/** Layout: help dta of Stata 6 to 12, https://www.stata.com/help.cgi?dta_115 */
function untaggedLayout(release: number): DtaLayout {
  const name = release < 110 ? 9 : 33;
  const format = release < 114 ? 12 : 49;
  const widths = {variables: 2, rows: 4, textLength: 0, observation: 0, variableOfReference: 0};
  return {...widths, release: String(release), name, format, label: 81, sorting: 2, isTagged: false};
}

/** The head of a file of Stata 6 to 12, whose first bytes have told that it is one. */
function readUntaggedHeader(bytes: Bytes): DtaHeader {
  const layout = untaggedLayout(bytes.uint8());
  bytes.isLittleEndian = bytes.uint8() === 2;
  bytes.take(2);
  const [variables, rows] = [bytes.uint(layout.variables), bytes.uint(layout.rows)];
  bytes.take(datasetLabel + timestamp);
  return {layout, variables, rows};
}

/** The file's head. From then on numbers are read in its byte order. */
export function readDtaHeader(bytes: Bytes): DtaHeader {
  const {file} = bytes;
  if (bytes.peek(1)[0] !== 0x3c) return readUntaggedHeader(bytes);
  expectTag(bytes, "<stata_dta>");
  return readBetween(bytes, "header", () => {
    const release = readBetween(bytes, "release", () => bytes.take(3).toString("latin1"));
    const layout = layouts.find((each) => each.release === release);
    if (!layout) {
      throw new InputError("unknown release of .dta file: save it for Stata 13, 14 or 15", {file, value: release});
    }
    const order = readBetween(bytes, "byteorder", () => bytes.take(3).toString("latin1"));
    if (order !== "LSF" && order !== "MSF")
      throw new InputError("unknown byte order of .dta file", {file, value: order});
    bytes.isLittleEndian = order === "LSF";
    const variables = readBetween(bytes, "K", () => bytes.uint(layout.variables));
    checkWidth(variables, file);
    const rows = readBetween(bytes, "N", () => bytes.uint(layout.rows));
    readBetween(bytes, "label", () => bytes.take(bytes.uint(layout.textLength)));
    readBetween(bytes, "timestamp", () => bytes.take(bytes.uint8()));
    return {layout, variables, rows};
  });
}
