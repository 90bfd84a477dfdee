import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {csvLines} from "../../src/lib/csv.js";
import {leisureCodebook} from "./leisureCodebook.js";
import {leisureHeader, leisureRows} from "./leisureRows.js";

/** Writes a file of made-up respondents, never held whole. */
export async function writeRespondents(
  path: string,
  rows: number,
  {seed = 0.2014, questions}: {seed?: number; questions?: number} = {},
): Promise<void> {
  const codebook = leisureCodebook(questions);
  const lines = csvLines(leisureHeader(codebook), leisureRows(codebook, rows, seed));
  await pipeline(Readable.from(lines), createWriteStream(path));
}
