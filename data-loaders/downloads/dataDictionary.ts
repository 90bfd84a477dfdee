import type {Text} from "../../src/lib/language/text.js";
import {dataMark} from "../../src/lib/quantities/dataMark.js";
import {
  type Codebook,
  type Condition,
  isAnswered,
  type Reason,
  type VariableType,
} from "../../src/lib/respondents/codebook.js";
import {categoryTexts, columnLabel, missingTexts, variableOf} from "../../src/lib/respondents/codeTexts.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "../../src/lib/respondents/respondents.js";
import {byteOrderMark, csvLines} from "../../src/lib/table/export/csvLines.js";

/** What a code of a column means, in the table of codes and, where there is one, in the table for SPSS and R. */
export interface DictionaryCode {
  code: string;
  /** As in the table for SPSS and R. */
  number: number;
  label: Text;
  /** Why there is no response; null of a valid one. */
  missing: Reason | null;
}

/** A column of the clean table, described. */
export interface DictionaryColumn {
  name: string;
  variable: string;
  option: string | null;
  type: VariableType;
  label: Text;
  question: Text;
  /** Of whom it was asked; empty: of all. */
  universe: readonly Condition[];
  /** Least and greatest of a count; else null. */
  range: {least: number; greatest: number} | null;
  /** Categories, and reasons for a lack of response; units, dates and counts have reasons alone. */
  codes: DictionaryCode[];
}

/** Each column of respondents, as the codebook describes it. */
export function dictionaryColumns(codebook: Codebook, {columns}: Respondents): DictionaryColumn[] {
  return columns.map((column) => {
    const variable = variableOf(codebook, column);
    return {
      name: column.name,
      variable: variable.name,
      option: column.option,
      type: variable.type,
      label: columnLabel(codebook, column),
      question: variable.question,
      universe: variable.universe,
      range: variable.type === "count" ? {least: variable.least, greatest: variable.greatest} : null,
      codes: [...validCodes(codebook, column), ...missingCodes(codebook, column)],
    };
  });
}

/** The data dictionary as JSON. */
export function dictionaryJson(codebook: Codebook, respondents: Respondents): string {
  const {id, title, note, fieldwork} = codebook;
  const document = {
    codebook: id,
    rank: respondents.rank,
    data: dataMark(respondents),
    title,
    note,
    fieldwork,
    columns: dictionaryColumns(codebook, respondents),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The data dictionary as comma-separated text: a line for each code of each column. */
export function dictionaryCsv(codebook: Codebook, respondents: Respondents): string {
  const mark = dataMark(respondents);
  const lines = dictionaryColumns(codebook, respondents).flatMap((column) =>
    column.codes.map(({code, number, label, missing}) => [
      mark,
      column.name,
      column.variable,
      column.option,
      column.type,
      column.label.nb,
      column.label.en,
      column.question.nb,
      column.question.en,
      universeText(column.universe),
      code,
      number,
      missing,
      label.nb,
      label.en,
    ]),
  );
  return byteOrderMark + [...csvLines(header, lines)].join("");
}

const header = [
  "data",
  "column",
  "variable",
  "option",
  "type",
  "label_nb",
  "label_en",
  "question_nb",
  "question_en",
  "universe",
  "code",
  "number",
  "missing",
  "code_label_nb",
  "code_label_en",
];

/** Conditions as one text: `uses_now=yes; strategy=in_place|by_year_end`. */
function universeText(universe: readonly Condition[]): string {
  return universe.map(({variable, codes}) => `${variable}=${codes.join("|")}`).join("; ");
}

function validCodes(codebook: Codebook, column: ResponseColumn): DictionaryCode[] {
  const variable = variableOf(codebook, column);
  if (!isAnswered(variable) || variable.type === "count") return [];
  const first = column.option === null ? 1 : 0;
  return categoryTexts(codebook, column).map(({code, label}, at) => ({code, number: first + at, label, missing: null}));
}

function missingCodes(codebook: Codebook, column: ResponseColumn): DictionaryCode[] {
  return missingTexts(variableOf(codebook, column)).map(({code, label, reason}) => ({
    code,
    number: codeOfReason(reason),
    label,
    missing: reason,
  }));
}
