import type {Answer, ColumnProfile} from "./columnProfile.js";
import {counted, type Guess} from "./guess.js";
import {orderOf} from "./scales.js";

/** Unlabelled numbers beside labelled ones that may still be steps of one scale, of which the ends alone have words. */
const mostSteps = 20;

/** What a column is for some of whose values the file has words; null if it has words only for those that are no answer. */
export function guessLabelled(profile: ColumnProfile): Guess | null {
  const {answers, column} = profile;
  const {valueLabels, measure} = column;
  const isLabelled = ({value}: Answer) => Boolean(valueLabels.get(value));
  const labelled = answers.filter(isLabelled);
  const others = answers.filter((answer) => !isLabelled(answer));
  if (labelled.length === 0 || answers.length < 2 || (others.length > mostSteps && others.length > labelled.length))
    return null;
  const sorted = [...answers].sort(byValue);
  const because = [`the file has words for ${counted(labelled.length, "value")}`];
  if (others.length > 0) because.push(`${counted(others.length, "value")} without words beside them`);
  const order = orderOf(sorted.map(({text}) => text));
  const isOrdered = answers.length > 2 && (measure === "ordinal" || order !== null || others.length > 1);
  if (isOrdered && measure === "ordinal") because.push("has an order: the file says its measure is ordinal");
  else if (isOrdered && order) because.push(`has an order: ${order.because}`);
  else if (isOrdered) because.push("has an order: only some of its steps have words");
  return {type: "single", isOrdered, answers: sorted, because};
}

/** By number; texts by letter. */
function byValue(a: Answer, b: Answer): number {
  const difference = Number(a.value) - Number(b.value);
  return Number.isNaN(difference) ? a.value.localeCompare(b.value, "en") : difference;
}
