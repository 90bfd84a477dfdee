import type {ChangeGroup} from "../../../src/lib/respondents/cleaning.js";
import {isAnswered} from "../../../src/lib/respondents/codebook.js";
import {allHold, truth} from "../conditions.js";
import {
  answerColumns,
  constantColumn,
  type Draft,
  type DraftColumn,
  noAnswerValue,
  notAskedValue,
  withColumns,
} from "../draft.js";
import {replaceWhere} from "../replaceWhere.js";
import type {CleaningContext, Rule} from "../rule.js";

export const routing: Rule = {
  texts: [
    {
      id: "routing",
      label: {nb: "Spørsmål som ikke ble stilt", en: "Questions that were not asked"},
      does: {
        nb: "Et svar på et spørsmål respondenten ikke skulle ha, blir til «ikke stilt». Kan ingen vite om spørsmålet ble stilt, blir det ubesvart.",
        en: "A response to a question that the respondent was not to be asked becomes ‘not asked’. If no one can tell whether it was asked, it becomes unanswered.",
      },
    },
  ],
  /** Question by question in the codebook's order, for one question's universe rests on the responses to others. */
  apply(draft, context) {
    const changes: ChangeGroup[] = [];
    let current = draft;
    for (const {variable, columns} of answerColumns(context.codebook)) {
      const routed = routeQuestion(variable, columns, current, context);
      current = withColumns(
        current,
        routed.map(({column}) => column),
      );
      for (const each of routed) for (const change of each.changes) changes.push(change);
    }
    return {draft: current, changes, setAside: []};
  },
};

/** Blanks become what they are: not asked, or asked and not answered. */
function routeQuestion(variable: string, columns: readonly string[], draft: Draft, {codebook}: CleaningContext) {
  const universe = codebook.variables.filter(isAnswered).find(({name}) => name === variable)?.universe ?? [];
  const asked = allHold(universe, draft, codebook);
  return columns.map((name) =>
    routeColumn(draft.columns.get(name) ?? constantColumn(name, "", asked.length), asked, draft.rowNumbers),
  );
}

function routeColumn(
  column: DraftColumn,
  asked: Uint8Array,
  rowNumbers: Int32Array,
): {column: DraftColumn; changes: ChangeGroup[]} {
  const isUnanswered = column.values.map((value) => value === "" || value === notAskedValue);
  const options = {rule: "routing", rowNumbers};
  const spared = replaceWhere(column, (row) => asked[row] === truth.no, {...options, value: notAskedValue});
  const unsure = replaceWhere(
    spared.column,
    (row) => asked[row] === truth.unknown || (asked[row] === truth.yes && isUnanswered[column.codes[row]]),
    {...options, value: noAnswerValue},
  );
  return {column: unsure.column, changes: [...spared.changes, ...unsure.changes]};
}
