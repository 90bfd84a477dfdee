import {InputError} from "../inputs/inputError.js";

/** Columns that a file may have, as many as Stata lets it have: of each something is kept, be it empty. */
const mostColumns = 120_000;

/** @throws InputError when there are more columns than any survey has */
export function checkWidth(columns: number, file: string): void {
  if (columns > mostColumns) throw new InputError(`over ${mostColumns} columns`, {file, value: columns});
}

/** @throws InputError when two variables of a file have the same name, there are none, or too many */
export function checkNames(names: readonly string[], file: string): void {
  checkWidth(names.length, file);
  if (names.length === 0) throw new InputError("no variables", {file});
  const seen = new Set<string>();
  for (const value of names) {
    if (seen.has(value)) throw new InputError("variable’s name used twice", {file, value});
    seen.add(value);
  }
}
