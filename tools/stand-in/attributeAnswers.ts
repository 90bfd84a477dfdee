import type {AskedAttribute, Condition} from "../../src/lib/respondents/codebook.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "../../src/lib/respondents/respondents.js";
import type {Answers} from "../../src/lib/statistics/domain.js";

/**
 * Respondent by respondent 1 if it has the attribute, 0 if not, NaN if no one can tell for want of a response. What was
 * not asked does not hold.
 *
 * @throws Error when the respondents lack a column that the attribute asks for
 */
export function attributeAnswers(respondents: Respondents, {anyOf}: AskedAttribute): Answers {
  const conditions = anyOf.flatMap((condition) => conditionAnswers(respondents, condition));
  return Float64Array.from({length: respondents.count}, (_, row) => either(conditions.map((answers) => answers[row])));
}

/** Yes if any is, unknown if any is and none is yes. */
function either(values: readonly number[]): number {
  if (values.includes(1)) return 1;
  return values.some(Number.isNaN) ? Number.NaN : 0;
}

/** For each code of the condition whether it is the response, or is among those chosen. */
function conditionAnswers({columns}: Respondents, {variable, codes}: Condition): Answers[] {
  return codes.map((code) => {
    const bare = code.replace(/^!/, "");
    const column = columns.find((each) => each.variable === variable && (each.option === null || each.option === bare));
    if (!column) throw new Error(`respondents without a response: ${variable}, ${code}`);
    const wanted = column.option === null ? code : code.startsWith("!") ? "no" : "yes";
    return columnAnswers(column, wanted);
  });
}

function columnAnswers({codes, categories}: ResponseColumn, wanted: string): Answers {
  const answerOf = categories.map((category) => Number(isMet(category, wanted)));
  const notAsked = codeOfReason("notAsked");
  return Float64Array.from(codes, (code) => (code >= 0 ? answerOf[code] : code === notAsked ? 0 : Number.NaN));
}

/** `2+` is a count of two or more, `!code` any other response. */
function isMet(category: string, wanted: string): boolean {
  if (wanted.startsWith("!")) return category !== wanted.slice(1);
  return /^\d+\+$/.test(wanted) ? Number(category) >= Number(wanted.slice(0, -1)) : category === wanted;
}
