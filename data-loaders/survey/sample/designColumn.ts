import {fold} from "../../../src/lib/language/fold.js";
import type {ColumnRead, DesignPart} from "../../../src/lib/respondents/cleaning.js";
import type {RawTable} from "../../files/rawTable.js";
import {InputError} from "../../inputs/inputError.js";

/** A column of the file that says how respondents were drawn. */
export interface DesignColumn {
  /** Its place among the file's columns. */
  index: number;
  /** What stands there, respondent by respondent; never empty. */
  texts: readonly string[];
  /** An error that names the respondent's row and what stands there. */
  defect(what: string, respondent: number): InputError;
}

/** A file, what its columns were read as, and which rows of it are respondents. */
export interface DrawnFrom {
  raw: RawTable;
  columns: readonly ColumnRead[];
  /** As `Respondents.rowNumbers`. */
  rowNumbers: Int32Array;
}

/**
 * The column of a header, of a label, or of a question of the codebook.
 *
 * @throws InputError when there is none, or naming the first row in which nothing stands
 */
export function designColumn(part: DesignPart, name: string, {raw, columns, rowNumbers}: DrawnFrom): DesignColumn {
  const index = placeOf(name, raw, columns);
  if (index < 0)
    throw new InputError(`no column for the ${part === "panel" ? part : `design’s ${part}`} in ${raw.file}`, {
      file: "settings.json",
      column: part === "panel" ? part : `design.${part}`,
      value: name,
      known: raw.columns.map(({header}) => header),
    });
  const {header, codes, values, userMissing} = raw.columns[index];
  const rowOf = new Map(Array.from(raw.rowNumbers, (number, row) => [number, row]));
  const texts = Array.from(rowNumbers, (number) => values[codes[rowOf.get(number) ?? -1]] ?? "");
  const defect = (what: string, respondent: number) =>
    new InputError(what, {file: raw.file, row: rowNumbers[respondent], column: header, value: texts[respondent]});
  const missing = texts.findIndex((text) => text.trim() === "" || userMissing.has(text));
  if (missing >= 0) throw defect(`missing ${named[part]}`, missing);
  return {index, texts: texts.map((text) => text.trim()), defect};
}

/** What one row has of a part of the design. */
const named: Record<DesignPart, string> = {
  weight: "weight",
  strata: "stratum",
  clusters: "cluster",
  populations: "population of a stratum",
  panel: "unit",
};

function placeOf(name: string, {columns}: RawTable, read: readonly ColumnRead[]): number {
  const isNamed = (text: string | null) => text !== null && fold(text) === fold(name);
  const found = [
    columns.findIndex(({header}) => isNamed(header)),
    columns.findIndex(({label}) => isNamed(label)),
    read.findIndex(({readAs}) => readAs === name),
  ];
  return found.find((index) => index >= 0) ?? -1;
}

/** Digits, decimals after a point or a comma, and a power of ten. */
const written = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;

/**
 * A column as numbers.
 *
 * @throws InputError naming the first row whose value is no number, or less than `least`
 */
export function designNumbers({texts, defect}: DesignColumn, what: string, least: number): Float64Array {
  return Float64Array.from(texts, (text, respondent) => {
    if (!written.test(text)) throw defect(`${what} that is not a number`, respondent);
    const number = Number(text.replace(",", "."));
    if (number < 0) throw defect(`negative ${what}`, respondent);
    if (number < least) throw defect(`${what} below ${least}`, respondent);
    return number;
  });
}
