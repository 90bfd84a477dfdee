import {csvText} from "../../src/lib/csv.js";
import {type Text, textLanguages} from "../../src/lib/language/text.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {serializeCondition, type WrittenCondition} from "../../src/lib/respondents/condition.js";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {DescribedColumn} from "./tableColumns.js";

/** Each column of responses, as the codebook describes it. */
export function dictionaryColumns(columns: readonly DescribedColumn[]) {
  return columns.flatMap(({name, label, codes, response}) => {
    if (!response) return [];
    const {variable, option} = response;
    const {type, question} = variable;
    const universe = variable.universe.map(serializeCondition);
    const range = type === "count" ? {least: variable.least, greatest: variable.greatest} : null;
    return [{name, variable: variable.name, option, type, label, question, universe, range, codes}];
  });
}

/** The data dictionary as JSON. */
export function dictionaryJson(
  {id, title, note, fieldwork}: Codebook,
  {rank}: Pick<Respondents, "rank">,
  columns: readonly DescribedColumn[],
): string {
  const about = {codebook: id, rank, data: dataMark({rank}), title, note, fieldwork};
  return `${JSON.stringify({...about, columns: dictionaryColumns(columns)}, null, 2)}\n`;
}

/** The data dictionary as comma-separated text: a line for each code of each column. */
export function dictionaryCsv(of: Pick<Respondents, "rank">, columns: readonly DescribedColumn[]): string {
  const lines = dictionaryColumns(columns).flatMap((column) =>
    column.codes.map(({code, number, label, missing}) => [
      ...[dataMark(of), column.name, column.variable, column.option, column.type],
      ...inEach(column.label),
      ...inEach(column.question),
      ...[universeText(column.universe), code, number, missing],
      ...inEach(label),
    ]),
  );
  return csvText(header, lines);
}

const inEach = (text: Text) => textLanguages().map((lang) => text[lang]);
const namesInEach = (name: string) => textLanguages().map((lang) => `${name}_${lang}`);

const header = [
  ...["data", "column", "variable", "option", "type"],
  ...namesInEach("label"),
  ...namesInEach("question"),
  ...["universe", "code", "number", "missing"],
  ...namesInEach("code_label"),
];

/** Conditions as one text: `uses_now=yes; strategy=in_place|by_year_end`. */
function universeText(universe: readonly WrittenCondition[]): string {
  return universe.map(({variable, codes}) => `${variable}=${codes.join("|")}`).join("; ");
}
