import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {type Codebook, variableOfType} from "../../../src/lib/respondents/codebook.js";
import type {Settings} from "../../../src/lib/settings.js";
import type {RawColumn, RawTable} from "../../files/rawTable.js";
import {readRawTable} from "../../files/readRawTable.js";
import {InputError} from "../../inputs/inputError.js";

/** What a database found in each column of a table of respondents: by column, each text with how many have it. */
export type FrequenciesByColumn = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The tables of a folder of counts: each a file of a format that is read, `values.csv`, or a folder of its parts. */
export type TableName = "values" | "combinations";

/**
 * The folder that `COUNTS` names, from which a build takes its counts in place of a file of responses; null if it names none.
 *
 * @throws InputError when there is none, or a file of responses is named too
 */
export function countsFolder(
  {waves, design}: Pick<Settings, "waves" | "design">,
  {COUNTS: folder, SURVEY_FILE: file}: NodeJS.ProcessEnv = process.env,
): string | null {
  if (!folder) return null;
  if (file)
    throw new InputError("COUNTS names counts, and SURVEY_FILE a file of responses", {file: folder, value: file});
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError("no such folder of counts", {file: folder});
  if (waves.length > 0) throw notCounted("waves", folder);
  if (design) throw notCounted("design", folder);
  return folder;
}

const notCounted = (column: string, value: string) =>
  new InputError("counts of a database are of one survey whose respondents count the same", {
    ...{file: "settings.json", column, value},
  });

/** @throws InputError when respondents are units of a register, of which there are too few to be counted elsewhere */
export function refuseUnits(codebook: Codebook): void {
  const unit = variableOfType(codebook, "unitNumber");
  if (unit)
    throw new InputError("counts of a database are of individuals, and the codebook has units of a register", {
      ...{file: "codebook.json", column: unit.name},
    });
}

/** The files of a table, in order of their names; empty where there is none. */
export function filesOfTable(folder: string, table: TableName): string[] {
  const isOfTable = new RegExp(`^${table}(\\.|$)`);
  return readdirSync(folder)
    .filter((name) => isOfTable.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? partsIn(path) : [path];
    })
    .sort();
}

/** What is no part begins with a point or a low line, as `_SUCCESS`. */
const partsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !/^[._]/.test(name))
    .map((name) => join(folder, name));

/** A file of a table of counts: its columns by their names. */
export interface CountsFile<Name extends string> {
  file: string;
  rows: number;
  rowNumbers: Int32Array;
  columns: Record<Name, RawColumn>;
}

/**
 * The files of a table, one after another.
 *
 * @throws InputError when it has no file, or a file that lacks a column
 */
export async function* readFilesOfTable<Name extends string>(
  folder: string,
  table: TableName,
  headers: readonly Name[],
): AsyncGenerator<CountsFile<Name>> {
  const files = filesOfTable(folder, table);
  if (files.length === 0) throw new InputError(`counts that are missing: ${table}.csv`, {file: folder});
  for (const path of files) {
    const {file, rows, rowNumbers, ...raw} = await readRawTable(path);
    const columns = Object.fromEntries(headers.map((header) => [header, columnOf(raw, header, file)]));
    yield {file, rows, rowNumbers, columns: columns as Record<Name, RawColumn>};
  }
}

function columnOf({columns}: Pick<RawTable, "columns">, header: string, file: string): RawColumn {
  const found = columns.find((column) => column.header === header);
  if (found) return found;
  throw new InputError("counts without a column", {file, column: header, value: columns.map((each) => each.header)});
}

/**
 * Whole numbers of a column, row by row.
 *
 * @throws InputError naming the first row with another text
 */
export function wholeNumbers<Name extends string>(
  {columns, file, rowNumbers}: CountsFile<Name>,
  name: Name,
): Float64Array {
  const {codes, values} = columns[name];
  const numbers = values.map((text) => (/^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN));
  const wrong = numbers.findIndex((number) => !Number.isSafeInteger(number));
  if (wrong >= 0)
    throw new InputError("no count", {
      ...{file, row: rowNumbers[codes.indexOf(wrong)], column: name, value: values[wrong]},
    });
  return Float64Array.from(codes, (code) => numbers[code]);
}
