import {noAnswer, type Responses} from "../../src/lib/statistics/column.js";

/** Numbers row by row as responses; null is no response. */
export function responsesOf(numbers: ArrayLike<number | null>): Responses {
  return {
    codes: Int32Array.from(numbers, (number, row) => (number === null ? noAnswer : row)),
    values: Float64Array.from(numbers, (number) => number ?? 0),
  };
}
