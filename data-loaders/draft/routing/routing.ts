import type {WrittenCondition} from "../../../src/lib/respondents/condition.js";
import {empty} from "../columns/columnProfile.js";
import {counted} from "../columns/guess.js";
import type {Question} from "../question.js";
import type {Marks} from "../sets/marks.js";
import {isFilled, type Selector, says, selectorsOf} from "./routedQuestion.js";

/** Of those that were asked, the part that may have given no answer. */
const mostUnanswered = 0.2;
/** Fewer rows than this, and this part of all, are no pattern. */
const fewestRows = 3;
const leastPart = 0.02;

export interface Routing {
  condition: WrittenCondition;
  because: string;
  /** Rows that were asked and are empty, by this routing. */
  unanswered: number;
}

/**
 * Which questions were asked only of those with certain answers to an earlier one: empty in every row with another answer
 * and without an answer in every row with none, and filled in nearly all others. Of several such the one that leaves the fewest gaps.
 *
 * @param questions in the order in which they were asked
 * @returns by name of the question
 */
export function findRouting(questions: readonly Question[], rows: number, marks: Marks): Map<string, Routing> {
  const found = new Map<string, Routing>();
  const filled = questions.map((question) => isFilled(question, rows));
  const isGappy = filled.map(
    (each, at) => counts(questions[at]) && each.includes(says.nothing) && each.includes(says.answer),
  );
  for (const [at, question] of questions.entries()) {
    if (!isGappy.includes(true, at + 1)) break;
    for (const selector of selectorsOf(question, rows, marks))
      for (let later = at + 1; later < questions.length; later++) {
        const {name} = questions[later].entry;
        const routing = isGappy[later] ? routingBy(selector, filled[later]) : null;
        const before = found.get(name);
        if (routing && (!before || routing.unanswered < before.unanswered)) found.set(name, routing);
      }
  }
  return found;
}

const counts = ({entry: {type}}: Question) => type === "single" || type === "multiple" || type === "count";

function routingBy({variable, codes, answers}: Selector, filled: Uint8Array): Routing | null {
  const given = new Int32Array(codes.length);
  const without = new Int32Array(codes.length);
  for (let row = 0; row < filled.length; row++) {
    const answer = answers[row];
    if (answer === empty) {
      if (filled[row] === says.answer) return null;
    } else if (filled[row]) given[answer]++;
    else without[answer]++;
  }
  const asked = codes.flatMap((_, at) => (given[at] > 0 ? [at] : []));
  const others = codes.flatMap((_, at) => (given[at] === 0 && without[at] > 0 ? [at] : []));
  const sum = (counts: Int32Array, of: readonly number[]) => of.reduce((total, at) => total + counts[at], 0);
  const [answered, unanswered, notAsked] = [sum(given, asked), sum(without, asked), sum(without, others)];
  const least = Math.max(fewestRows, filled.length * leastPart);
  if (answered < fewestRows || notAsked < least || unanswered > (answered + unanswered) * mostUnanswered) return null;
  const named = asked.map((at) => codes[at]);
  if (named.some((code) => code.startsWith("!"))) return null;
  return {
    condition: {variable, codes: named},
    unanswered,
    because: `asked only of those with ${named.join(" or ")} to ${variable}: empty in ${each(notAsked)} with another answer, filled in ${
      unanswered > 0 ? `${answered} of the ` : ""
    }${counted(answered + unanswered, "row")} with that`,
  };
}

/** `the one row`, `all 12 rows`. */
const each = (rows: number) => (rows === 1 ? "the one row" : `all ${rows} rows`);
