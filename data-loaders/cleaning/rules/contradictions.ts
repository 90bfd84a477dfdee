import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {allHold, type Condition} from "../../../src/lib/respondents/condition.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft} from "../draft.js";

/**
 * What has to hold for the questions of these conditions to have been asked, beside the conditions themselves: an answer to
 * a question that was not asked contradicts nothing.
 */
function askedOf(when: readonly Condition[], {variables}: Codebook): Condition[] {
  const named = new Set(when.map(({variable}) => variable));
  const asked: Condition[] = [];
  for (const name of named) {
    const universe = variables.find((each) => each.name === name)?.universe ?? [];
    const others = universe.filter(({variable}) => !named.has(variable));
    for (const {variable} of others) named.add(variable);
    for (const other of others) asked.push(other);
  }
  return asked;
}

export function contradictions(draft: Draft, {codebook}: CleaningContext): void {
  const found = codebook.contradictions.map(({when, unanswer}) => ({
    holds: allHold([...when, ...askedOf(when, codebook)], draft.find),
    unanswer,
  }));
  for (const {holds, unanswer} of found)
    for (const name of unanswer)
      draft.replaceWhere(name, (row) => holds(row) === true, {rule: "contradiction", reason: noAnswer});
}
