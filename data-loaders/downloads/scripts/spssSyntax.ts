import {byteOrderMark} from "../../../src/lib/csv.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import type {TableColumn} from "../tableColumns.js";
import {hasMissing, missingRange, type ScriptOf, scriptHead} from "./spssColumns.js";

/** Bytes that SPSS takes for the label of a variable and of a value. */
const labelBytes = {variable: 255, value: 120};

/**
 * SPSS syntax that reads the table of `spssColumns` and names everything in one language. Runs in SPSS and in PSPP. It begins
 * with a byte-order mark, by which SPSS knows that it is UTF-8.
 */
export function spssSyntax(columns: readonly TableColumn[], of: ScriptOf, lang: Lang): string {
  const parts = [
    ...scriptHead(of, lang).map((line) => `* ${line.replace(/\.$/, "")}.`),
    ...(of.csv.endsWith(".gz") ? [`* ${unpackNote[lang]}: ${of.csv}.`] : []),
    "",
    "GET DATA",
    "  /TYPE=TXT",
    `  /FILE=${quote(of.csv.replace(/\.gz$/, ""))}`,
    "  /ENCODING='UTF8'",
    "  /ARRANGEMENT=DELIMITED",
    "  /DELIMITERS=','",
    "  /QUALIFIER='\"'",
    "  /FIRSTCASE=2",
    "  /VARIABLES=",
    ...columns.map((column) => `    ${column.name} ${format(column)}`),
    "  .",
    "",
    "VARIABLE LABELS",
    ...columns.map(({name, label}) => `  ${name} ${quote(cutLabel(label, lang, labelBytes.variable))}`),
    "  .",
    "",
    ...columns.flatMap((column) => valueLabels(column, lang)),
    ...missingValues(columns),
    ...levels.flatMap((level) => variableLevel(columns, level)),
    "",
    `* ${weightNote[lang]}`,
    "* WEIGHT BY weight.",
    "",
    "EXECUTE.",
    "",
  ];
  return byteOrderMark + parts.join("\r\n");
}

const unpackNote: Text = {nb: "Pakk først ut filen", en: "Unpack the file first"};

const weightNote: Text = {
  nb: "Ta bort stjernen foran neste linje for å vekte.",
  en: "Remove the asterisk before the next line to weight.",
};

/** Sixteen digits hold any weight. */
function format({type, width}: TableColumn): string {
  if (width !== null) return `A${width}`;
  return type === "number" ? "F18.15" : "F8.0";
}

function valueLabels({name, width, codes}: TableColumn, lang: Lang): string[] {
  if (width !== null || codes.length === 0) return [];
  const labels = codes.map(({number, label}) => `  ${number} ${quote(cutLabel(label, lang, labelBytes.value))}`);
  return [`VALUE LABELS ${name}`, ...labels, "  .", ""];
}

function missingValues(columns: readonly TableColumn[]): string[] {
  const [least, greatest] = missingRange;
  const names = columns.filter(hasMissing).map(({name}) => `  ${name}`);
  return ["MISSING VALUES", ...names, `  (${least} THRU ${greatest}).`, ""];
}

/** Levels of measurement, as SPSS names them. */
const levels = ["nominal", "ordinal", "scale"] as const;

function variableLevel(columns: readonly TableColumn[], level: (typeof levels)[number]): string[] {
  const names = columns.filter((column) => levelOf(column) === level).map(({name}) => `  ${name}`);
  return names.length === 0 ? [] : ["VARIABLE LEVEL", ...names, `  (${level.toUpperCase()}).`];
}

export function levelOf({type, response}: TableColumn): (typeof levels)[number] {
  if (type === "integer" || type === "number") return "scale";
  return response?.variable.type === "single" && response.variable.isOrdered ? "ordinal" : "nominal";
}

/** A label as one line for a script’s quotes: SPSS takes 255 bytes for a variable, 120 for a value. */
export function cutLabel(text: Text, lang: Lang, bytes: number): string {
  const line = text[lang].replace(/\s+/g, " ");
  if (Buffer.byteLength(line) <= bytes) return line;
  const characters = [...line];
  while (Buffer.byteLength(`${characters.join("")}…`) > bytes) characters.pop();
  return `${characters.join("")}…`;
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
