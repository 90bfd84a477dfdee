import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import {answerCells} from "./answerCells.js";
import {whoColumns} from "./cellsOf.js";
import type {OwnRow} from "./defect.js";
import {type FileRow, oneOf, withCells} from "./fileRow.js";
import type {Making} from "./making.js";

/** Hours by which one row of a unit comes before or after the other. */
const apart = 3;

/**
 * Second rows of units that answered in full: begun before and given up, begun again after, and answered before by
 * someone else. The complete answer counts, the later of two.
 */
export function duplicateRows(rows: readonly OwnRow[], {codebook, pick}: Making): FileRow[] {
  const complete = rows.filter(({respondent, traces}) => {
    return traces.length === 0 && [...respondent.answers.values()].every((said) => said !== noAnswer);
  });
  const kinds = [givenUp, givenUp, givenUp, begunAgain, begunAgain, someoneElse, someoneElse];
  return kinds.map((kind) => {
    const [row] = complete.splice(pick(complete.length), 1);
    return {...kind(row, codebook, oneOf(complete, pick)), respondent: null};
  });
}

function givenUp(row: FileRow, codebook: Codebook): FileRow {
  return second(firstAnswers(row, codebook), -apart, "givenUp", codebook);
}

function begunAgain(row: FileRow, codebook: Codebook): FileRow {
  return second(firstAnswers(row, codebook), apart, "begunAgain", codebook);
}

function someoneElse(row: FileRow, codebook: Codebook, other: FileRow): FileRow {
  const answers = answerCells(codebook, other).map((column): [string, string] => [
    column,
    other.cells.get(column) ?? "",
  ]);
  return second(withCells(row, answers), -apart, "someoneElse", codebook);
}

/** The row as far as the second question. */
function firstAnswers(row: FileRow, codebook: Codebook): FileRow {
  const left = answerCells(codebook, row).slice(2);
  return withCells(
    row,
    left.map((column) => [column, ""]),
  );
}

function second(row: FileRow, hours: number, way: string, codebook: Codebook): FileRow {
  const moment = new Date(Date.parse(`${row.moment}Z`) + hours * 3_600_000).toISOString().slice(0, 16);
  const moved = {...row, moment, traces: [{way, rule: "duplicate", column: null}]};
  return withCells(moved, [[whoColumns(codebook).submitted, ""]]);
}
