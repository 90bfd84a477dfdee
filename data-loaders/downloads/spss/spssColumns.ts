import type {Lang, Text} from "../../../src/lib/language/text.js";
import type {Codebook, Variable} from "../../../src/lib/respondents/codebook.js";
import {
  answeredColumns,
  categoryTexts,
  columnLabel,
  missingTexts,
  textOfCode,
  variableOf,
} from "../../../src/lib/respondents/codeTexts.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../../src/lib/respondents/weighting.js";
import {type LeadingColumn, leadingColumns} from "../leadingColumns.js";

/** A number in a column, and what it means. */
export interface NumberLabel {
  number: number;
  label: Text;
}

/** A column as statistics packages want it: a name that SPSS takes, and numbers with labels, or text. */
export type SpssColumn = {
  name: string;
  label: Text;
  level: Level;
  valueAt: (row: number) => number | string;
} & ({kind: "text"; width: number} | {kind: "numbers"; labels: NumberLabel[]});

/** Levels of measurement, as SPSS names them. */
export const levels = ["nominal", "ordinal", "scale"] as const;
export type Level = (typeof levels)[number];

/** The numbers that stand for a lack of response, as a range: below all that is answered, counts included. */
export const missingRange = [-4, -1] as const;

/** Words that SPSS keeps for itself. */
const reserved = new Set(["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"]);

/** Bytes that SPSS takes for a name; names are ASCII. */
const longestName = 64;

/**
 * A codebook’s columns for SPSS and R: categories are 1, 2 ... in the codebook’s order, options of a multiple response 0
 * and 1, counts themselves, and reasons for a lack of response -1 to -4 (`codeOfReason`). Units and dates are text.
 */
export function spssColumns(codebook: Codebook, respondents: Respondents, weighting: Weighting): SpssColumn[] {
  const answered = new Set(answeredColumns(codebook, respondents));
  const columns = [
    ...leadingColumns(respondents, weighting).map(leadingOf),
    ...respondents.columns.map((column) =>
      answered.has(column) ? numbersOf(codebook, column) : textOf(codebook, column),
    ),
  ];
  const names = spssNames(columns.map(({name}) => name));
  const marked = respondents.rank === "standIn" ? columns.map(markStandIn) : columns;
  return marked.map((column, at) => ({...column, name: names[at]}));
}

/** Names that SPSS takes: it minds length, reserved words, what they begin and end with, and no case. */
export function spssNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const whole = /^[a-z]/i.test(name) && !reserved.has(name.toLowerCase()) ? name : `v_${name}`;
    let free = whole.slice(0, longestName).replace(/[._]+$/, "");
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      const ending = `_${number}`;
      free = whole.slice(0, longestName - ending.length) + ending;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

/** A label as one line for a script’s quotes: SPSS takes 255 bytes for a variable, 120 for a value. */
export function cutLabel(text: Text, lang: Lang, bytes: number): string {
  const line = text[lang].replace(/\s+/g, " ");
  if (Buffer.byteLength(line) <= bytes) return line;
  const characters = [...line];
  while (Buffer.byteLength(`${characters.join("")}…`) > bytes) characters.pop();
  return `${characters.join("")}…`;
}

function leadingOf({name, label, type, categories, valueAt}: LeadingColumn): SpssColumn {
  if (type !== "text") return {name, label, kind: "numbers", level: "scale", labels: [], valueAt};
  if (!categories) return {name, label, kind: "text", level: "nominal", width: String(valueAt(0)).length, valueAt};
  return {
    name,
    label,
    kind: "numbers",
    level: "nominal",
    labels: categories.map((category, at) => ({number: at + 1, label: category.label})),
    valueAt: (row) => categories.findIndex(({code}) => code === valueAt(row)) + 1,
  };
}

function numbersOf(codebook: Codebook, column: ResponseColumn): SpssColumn {
  const variable = variableOf(codebook, column);
  const isCount = variable.type === "count";
  const numbers = column.categories.map((code, at) => (isCount ? Number(code) : column.option === null ? at + 1 : at));
  const valid = categoryTexts(codebook, column).map(({label}, at) => ({number: numbers[at], label}));
  const missing = missingTexts(variable).map(({reason, label}) => ({number: codeOfReason(reason), label}));
  return {
    name: column.name,
    label: columnLabel(codebook, column),
    kind: "numbers",
    level: levelOf(variable),
    labels: [...(isCount ? [] : valid), ...missing],
    valueAt: (row) => (column.codes[row] < 0 ? column.codes[row] : numbers[column.codes[row]]),
  };
}

function levelOf(variable: Variable): Level {
  if (variable.type === "count") return "scale";
  return variable.type === "single" && variable.isOrdered ? "ordinal" : "nominal";
}

function textOf(codebook: Codebook, column: ResponseColumn): SpssColumn {
  const text = textOfCode(codebook, column);
  const missing = missingTexts(variableOf(codebook, column)).map(({code}) => code);
  return {
    name: column.name,
    label: columnLabel(codebook, column),
    kind: "text",
    level: "nominal",
    width: [...column.categories, ...missing].reduce((widest, each) => Math.max(widest, Buffer.byteLength(each)), 0),
    valueAt: (row) => text(column.codes[row]),
  };
}

function markStandIn(column: SpssColumn): SpssColumn {
  const {nb, en} = column.label;
  return {...column, label: {nb: `[konstruerte svar] ${nb}`, en: `[made-up respondents] ${en}`}};
}
