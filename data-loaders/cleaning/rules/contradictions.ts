import type {ChangeGroup} from "../../../src/lib/respondents/cleaning.js";
import type {Codebook, Condition} from "../../../src/lib/respondents/codebook.js";
import {allHold, truth} from "../conditions.js";
import {type Draft, noAnswerValue, withColumns} from "../draft.js";
import {replaceWhere} from "../replaceWhere.js";
import type {Rule} from "../rule.js";

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
    asked.push(...others);
  }
  return asked;
}

export const contradictions: Rule = {
  texts: [
    {
      id: "contradiction",
      label: {nb: "Motsigelser", en: "Contradictions"},
      does: {
        nb: "Svar som ikke kan være riktige begge to, blir ubesvart, for ingen kan vite hvilket som er galt.",
        en: "Responses that cannot both be right become unanswered, for no one can tell which is wrong.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const changes: ChangeGroup[] = [];
    let current: Draft = draft;
    for (const {when, unanswer} of codebook.contradictions) {
      const holds = allHold([...when, ...askedOf(when, codebook)], draft, codebook);
      const replaced = unanswer.flatMap((name) => {
        const column = current.columns.get(name);
        const of = {value: noAnswerValue, rule: "contradiction", rowNumbers: draft.rowNumbers};
        return column ? [replaceWhere(column, (row) => holds[row] === truth.yes, of)] : [];
      });
      current = withColumns(
        current,
        replaced.map(({column}) => column),
      );
      for (const each of replaced) for (const change of each.changes) changes.push(change);
    }
    return {draft: current, changes, setAside: []};
  },
};
