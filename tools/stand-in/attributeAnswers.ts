import type {AskedAttribute} from "../../src/lib/respondents/codebook.js";
import {anyHolds} from "../../src/lib/respondents/condition.js";
import {codeOfReason, type Respondents} from "../../src/lib/respondents/respondents.js";

/** Respondent by respondent 1 if something holds, 0 if not, the code of a missing response where no one can tell. */
export type Truth = Int32Array;

/**
 * Who has the attribute. What was not asked does not hold.
 *
 * @throws Error when the respondents lack a column that the attribute asks for
 */
export function attributeAnswers({count, columns}: Respondents, {anyOf}: AskedAttribute): Truth {
  const holds = anyHolds(anyOf, (variable, code) => {
    const column = columns.find((each) => each.variable === variable && (each.option ?? code) === code);
    if (!column) throw new Error(`respondents without a response: ${variable}, ${code}`);
    return column;
  });
  return Int32Array.from({length: count}, (_, row) => Number(holds(row) ?? codeOfReason("noAnswer")));
}
