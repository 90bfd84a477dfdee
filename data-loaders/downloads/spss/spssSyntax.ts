import type {Lang} from "../../../src/lib/language/text.js";
import {byteOrderMark} from "../../../src/lib/table/export/csvLines.js";
import {missingNote, type ScriptOf, standInWarning, weightNote} from "../scriptWords.js";
import {cutLabel, type Level, levels, missingRange, type SpssColumn} from "./spssColumns.js";

/** Bytes that SPSS takes for the label of a variable and of a value. */
const labelBytes = {variable: 255, value: 120};

/**
 * SPSS syntax that reads the table of `spssCsv` and names everything in one language. Runs in SPSS and in PSPP. It begins
 * with a byte-order mark, by which SPSS knows that it is UTF-8.
 */
export function spssSyntax(columns: readonly SpssColumn[], of: ScriptOf, lang: Lang): string {
  const parts = [
    ...head(of, lang).map((line) => `* ${line.replace(/\.$/, "")}.`),
    "",
    "GET DATA",
    "  /TYPE=TXT",
    `  /FILE=${quote(of.csv)}`,
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

function head({title, isStandIn}: ScriptOf, lang: Lang): string[] {
  return [title[lang], ...(isStandIn ? [standInWarning[lang]] : []), missingNote[lang]];
}

/** Sixteen digits hold any weight. */
function format(column: SpssColumn): string {
  if (column.kind === "text") return `A${column.width}`;
  return column.name === "weight" ? "F18.15" : "F8.0";
}

function valueLabels(column: SpssColumn, lang: Lang): string[] {
  if (column.kind === "text" || column.labels.length === 0) return [];
  const labels = column.labels.map(
    ({number, label}) => `  ${number} ${quote(cutLabel(label, lang, labelBytes.value))}`,
  );
  return [`VALUE LABELS ${column.name}`, ...labels, "  .", ""];
}

function missingValues(columns: readonly SpssColumn[]): string[] {
  const [least, greatest] = missingRange;
  const names = columns.filter(hasMissing).map(({name}) => `  ${name}`);
  return ["MISSING VALUES", ...names, `  (${least} THRU ${greatest}).`, ""];
}

function variableLevel(columns: readonly SpssColumn[], level: Level): string[] {
  const names = columns.filter((column) => column.level === level).map(({name}) => `  ${name}`);
  return names.length === 0 ? [] : ["VARIABLE LEVEL", ...names, `  (${level.toUpperCase()}).`];
}

/** True of a column in which a lack of response is a number. */
export function hasMissing(column: SpssColumn): boolean {
  return column.kind === "numbers" && column.labels.some(({number}) => number < 0);
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
