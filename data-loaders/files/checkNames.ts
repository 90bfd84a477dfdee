import {InputError} from "../inputs/inputError.js";

/** @throws InputError when two variables of a file have the same name, or there are none */
export function checkNames(names: readonly string[], file: string): void {
  if (names.length === 0) throw new InputError("no variables", {file});
  const seen = new Set<string>();
  for (const value of names) {
    if (seen.has(value)) throw new InputError("variable’s name used twice", {file, value});
    seen.add(value);
  }
}
