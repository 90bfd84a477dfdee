import {sum} from "d3";
import {getOrMake} from "../../../src/lib/memoize.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import type {CountedColumn} from "../../../src/lib/respondents/respondents.js";
import type {Settings} from "../../../src/lib/settings.js";
import {InputError} from "../../inputs/inputError.js";
import {columnsOfTable, type DatabaseColumn, isNumberOf} from "./countedColumns.js";
import {type FrequenciesByColumn, readFilesOfTable, wholeNumbers} from "./countsFolder.js";

/** Lines of the table of values that are of no column. */
export const ofAll = {column: "*", respondents: "respondents", partial: "partial"} as const;

/** What stands in each column of a clean table in a database. */
export interface CountedValues {
  respondents: number;
  /** Respondents that left a question they were asked without any answer. */
  partial: number;
  frequencies: FrequenciesByColumn;
  columns: readonly ValuedColumn[];
  /** Texts that the codebook does not have, which count as no answer since the owner accepts it. */
  accepted: readonly UnknownText[];
}

/** A column with the answers that occur, of numbers, or can occur. */
export type ValuedColumn = DatabaseColumn & CountedColumn;

/** A text that the codebook does not have for a column. */
export interface UnknownText {
  column: string;
  variable: string;
  text: string;
  respondents: number;
}

/**
 * What a database counted in each column: `values.csv`, with a line for each text.
 *
 * @throws InputError naming a column that is missing, or does not have every respondent; every text that the codebook does
 * not have, with how many have it, unless the settings accept that
 */
export async function readValues(
  folder: string,
  codebook: Codebook,
  {accept}: Pick<Settings, "accept">,
): Promise<CountedValues> {
  const frequencies = new Map<string, Map<string, number>>();
  for await (const read of readFilesOfTable(folder, "values", ["name", "value", "respondents"])) {
    const {name, value} = read.columns;
    for (const [row, count] of wholeNumbers(read, "respondents").entries()) {
      const counts = getOrMake(frequencies, name.values[name.codes[row]], () => new Map<string, number>());
      const text = value.values[value.codes[row]];
      counts.set(text, (counts.get(text) ?? 0) + count);
    }
  }
  const all = frequencies.get(ofAll.column);
  const [respondents, partial] = [ofAll.respondents, ofAll.partial].map((name) => all?.get(name));
  if (respondents === undefined || partial === undefined)
    throw new InputError("counts without how many respondents there are", {file: `${folder}/values`, column: "name"});
  if (respondents === 0) throw new InputError("no respondents", {file: `${folder}/values`});
  const columns = columnsOfTable(codebook);
  for (const {name} of columns) refuseIncomplete(frequencies.get(name), {folder, name, respondents});
  const unknown = columns.flatMap((column) => unknownIn(column, frequencies.get(column.name) ?? new Map()));
  const refused = unknown.filter(({variable}) => !accept.includes(variable));
  if (refused.length > 0) throw unknownTexts(refused, folder);
  return {
    respondents,
    partial,
    frequencies,
    accepted: unknown,
    columns: columns.map((column) => ({
      ...column,
      categories: column.codes ?? numbersIn(column, frequencies.get(column.name) ?? new Map()),
    })),
  };
}

function refuseIncomplete(
  counts: ReadonlyMap<string, number> | undefined,
  {folder, name, respondents}: {folder: string; name: string; respondents: number},
): void {
  const where = {file: `${folder}/values`, column: name};
  if (!counts) throw new InputError("counts of another codebook, which lack a column", where);
  const counted = sum(counts.values());
  if (counted !== respondents)
    throw new InputError(
      `counts that disagree: ${counted} respondents in this column, and ${respondents} in all`,
      where,
    );
}

const isKnown = ({codes, missing, of}: DatabaseColumn, text: string) =>
  missing.includes(text) || (codes ? codes.includes(text) : isNumberOf(text, of));

const unknownIn = (column: DatabaseColumn, counts: ReadonlyMap<string, number>): UnknownText[] =>
  [...counts]
    .filter(([text]) => !isKnown(column, text))
    .map(([text, respondents]) => ({column: column.name, variable: column.variable, text, respondents}));

function unknownTexts(unknown: readonly UnknownText[], folder: string): InputError {
  const names = [...new Set(unknown.map(({variable}) => variable))];
  return new InputError(
    `values that the codebook does not have: add them there, or say {"accept": ["${names.join('", "')}"]} in the settings, and they count as no answer`,
    {
      file: `${folder}/values`,
      column: names.join(", "),
      value: unknown.map(
        ({column, text, respondents}) => `${column}: ${text === "" ? "(nothing)" : text} (${respondents})`,
      ),
    },
  );
}

const numbersIn = ({of, missing}: DatabaseColumn, counts: ReadonlyMap<string, number>): string[] =>
  [...counts.keys()]
    .filter((text) => isNumberOf(text, of) && !missing.includes(text))
    .sort((a, b) => Number(a) - Number(b));
