import type {ChangeGroup} from "../../src/lib/cleaning.js";
import {allHold, truth} from "./conditions.js";
import {type Draft, noAnswerValue, withColumns} from "./draft.js";
import {replaceWhere} from "./replaceWhere.js";
import type {Rule} from "./rule.js";

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
      const holds = allHold(when, draft, codebook);
      const replaced = unanswer.flatMap((name) => {
        const column = current.columns.get(name);
        const of = {value: noAnswerValue, rule: "contradiction", rowNumbers: draft.rowNumbers};
        return column ? [replaceWhere(column, (row) => holds[row] === truth.yes, of)] : [];
      });
      current = withColumns(
        current,
        replaced.map(({column}) => column),
      );
      changes.push(...replaced.flatMap((each) => each.changes));
    }
    return {draft: current, changes, setAside: []};
  },
};
