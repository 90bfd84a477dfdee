import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import type {FileRow} from "./fileRow.js";

/** Names of the row’s columns with answers, in the order of the questions. */
export function answerCells({variables}: Codebook, row: FileRow): string[] {
  const names = variables.filter(isAnswered).map(({name}) => name);
  return [...row.cells.keys()].filter((column) => names.includes(column.split(".")[0]));
}
