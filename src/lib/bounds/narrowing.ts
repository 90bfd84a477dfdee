import type {Attribute} from "../claims/claim.js";
import {type Ends, extremesOf, type Question} from "./answer.js";
import {type Asked, pairs} from "./askedQuantity.js";
import {type BoundsModel, distinguished} from "./model.js";

/** A range that narrows: what it was, what it would be, and the question that it answers. */
export interface Narrowed {
  question: Question;
  before: Ends;
  after: Ends;
}

/** Ranges that narrow by less are left out. */
const leastGain = 0.01;

/**
 * The ranges that one more number would narrow, those that it would narrow most first; of ranges that are the same
 * before and after, one.
 *
 * @param supposed the question that the number answers, which is left out
 * @param more the model with the number in it
 */
export function narrowest(supposed: Question, {summary, model, more}: Asked & {more: BoundsModel}): Narrowed[] {
  const attributes = distinguished(model, summary.attributes);
  const questions = [...withoutEachOther(attributes), ...pairs(attributes)];
  return questions
    .filter((each) => !isSameQuestion(each, supposed))
    .flatMap((question) => changeOf(question, model, more))
    .filter(({before, after}) => width(before) - width(after) > leastGain)
    .sort((a, b) => width(b.before) - width(b.after) - (width(a.before) - width(a.after)))
    .filter((each, index, sorted) => sorted.findIndex((other) => isSameChange(other, each)) === index);
}

/** Before and after; nothing where a range is missing at either time. */
function changeOf(question: Question, model: BoundsModel, more: BoundsModel): Narrowed[] {
  const [before, after] = [extremesOf(model, question), extremesOf(more, question)];
  return before.status === "range" && after.status === "range" ? [{question, before, after}] : [];
}

const width = ({low, high}: Ends) => high - low;

/** Each attribute without each other, of all that answered. */
function withoutEachOther(attributes: readonly Attribute[]): Question[] {
  const codes = attributes.map(({code}) => code);
  return codes.flatMap((a) => codes.filter((b) => b !== a).map((b) => ({event: [a, `!${b}`], given: []})));
}

function isSameQuestion(a: Question, b: Question): boolean {
  return String(a.event) === String(b.event) && String(a.given) === String(b.given);
}

function isSameChange(a: Narrowed, b: Narrowed): boolean {
  const ends = ({before, after}: Narrowed) => [before.low, before.high, after.low, after.high];
  return ends(a).every((end, index) => Math.abs(end - ends(b)[index]) < 1e-6);
}
