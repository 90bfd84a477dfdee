import {type Lang, textLanguages} from "../../../src/lib/language/text.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {dataHeader} from "../../cleaning/matchColumns.js";
import {understands} from "../../cleaning/understands.js";
import type {RawColumn} from "../../files/rawTable.js";
import type {ReadSurvey} from "../../survey/buildSurvey.js";
import {type TableColumn, tableColumns} from "../tableColumns.js";
import type {Traces} from "./leakFinder.js";

/** Respondents that are looked for: whoever publishes a table publishes more than one. */
const mostRows = 2000;

/**
 * What must not turn up in what is published of a survey: of any file texts that may say anything, such as comments,
 * unknown answers and columns that are not in the codebook; of a protected one its respondents in every form too.
 *
 * @param file gives the bytes of the respondents' file, which nothing but a protected one is compared with
 */
export function respondentTraces(survey: ReadSurvey, file: () => Buffer): Traces {
  const {settings} = survey;
  const texts = new Map<string, string>();
  for (const [text, place] of privateTexts(survey)) if (!texts.has(text)) texts.set(text, place);
  return settings.access === "open"
    ? {texts, rows: [], file: Buffer.alloc(0)}
    : {texts, rows: [...rowsOf(survey)], file: file()};
}

/** What must not turn up of any of several files. */
export function joinTraces(traces: readonly Traces[]): Traces {
  if (traces.length === 1) return traces[0];
  return {
    texts: new Map(traces.flatMap(({texts}) => [...texts])),
    rows: traces.flatMap(({rows}) => rows),
    file: Buffer.concat(traces.map(({file}) => file)),
  };
}

/** Each with its place, which does not say what stands there: what a build says may be read by others than the owner. */
function* privateTexts({codebook, raw, record, settings}: ReadSurvey): Generator<[text: string, place: string]> {
  const isKnown = understands(codebook);
  for (const [index, column] of raw.columns.entries()) {
    const {readAs: name, design} = record.columns[index];
    // Weights and sizes are published, strata are named in the settings; of clusters and of units of a panel there are only numbers.
    const isPrivatePart = design === "clusters" || design === "panel";
    if (name === dataHeader || (name === null && design !== undefined && !isPrivatePart)) continue;
    const place = `column ${index + 1} of the respondents’ file`;
    if (name === null && !design) yield [column.header, `the header of ${place}`];
    const isPrivate = name === null || isOfFreeText(name, codebook, settings.access);
    const firstRows = firstRowsOf(column);
    for (const [code, value] of column.values.entries()) {
      const meaning = column.valueLabels.get(value) ?? value;
      if (isPrivate || !isKnown(name, meaning)) yield [meaning, `row ${raw.rowNumbers[firstRows[code]]}, ${place}`];
    }
  }
}

/** For each value of a column the first row that has it. */
function firstRowsOf({codes, values}: RawColumn): Int32Array {
  const rows = new Int32Array(values.length);
  for (let row = codes.length - 1; row >= 0; row--) rows[codes[row]] = row;
  return rows;
}

/** Of an open file the ids are published. */
function isOfFreeText(name: string, {variables}: Codebook, access: "open" | "protected"): boolean {
  const type = variables.find((variable) => variable.name === name)?.type;
  return type === "text" || type === "unitName" || (type === "id" && access === "protected");
}

/**
 * Some respondents, each as codes, as numbers, as labels in each language, and as it stood in the file. Codes and labels
 * are of answers alone: what the register says of a class is published.
 */
function* rowsOf(survey: ReadSurvey): Generator<string[]> {
  const {respondents, raw} = survey;
  const columns = tableColumns(survey);
  const answers = columns.filter(({response, width}) => response && width === null);
  for (let row = 0; row < respondents.count; row += Math.ceil(respondents.count / mostRows)) {
    yield answers.map(({valueAt}) => String(valueAt(row)));
    for (const lang of textLanguages()) yield answers.map((column) => labelAt(column, row, lang));
    yield columns.map(({numberAt}) => String(numberAt(row)));
  }
  for (let row = 0; row < raw.rows; row += Math.ceil(raw.rows / mostRows))
    yield raw.columns.map(({codes, values}) => values[codes[row]]);
}

function labelAt({codes, valueAt}: TableColumn, row: number, lang: Lang): string {
  const text = String(valueAt(row));
  return codes.find(({code}) => code === text)?.label[lang] ?? text;
}
