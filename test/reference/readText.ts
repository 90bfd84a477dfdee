import {existsSync, readFileSync} from "node:fs";
import {InputError} from "../../data-loaders/inputs/inputError.js";

/** @throws InputError naming the file when it is not there */
export function readText(file: string): string {
  if (!existsSync(file)) throw new InputError("file cannot be read", {file});
  return readFileSync(file, "utf8");
}
