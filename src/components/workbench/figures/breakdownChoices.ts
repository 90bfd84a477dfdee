import type {Choice, Selection} from "../../../lib/selection.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {type ExploredVariable, variableByName} from "../../../lib/table/variable.js";

/** Keys of a breakdown's choices; each filter has the name of its variable. */
export const keys = {show: "show", by: "by"} as const;

/** The code of no breakdown. */
export const nothing = "none";

/** What a reader can choose of a page's answers: which to look at, by what, and whom; of a protected file less. */
export function breakdownChoices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer) return [];
  return [showChoice(explorer), byChoice(explorer), ...filterChoices(explorer)];
}

/** Every answer, under its question: one choice for both. */
function showChoice(explorer: PageExplorer): Choice {
  const options = explorer.questions.flatMap((name) => {
    const variable = variableByName(explorer.variables, name);
    return variable.categories.map(({code, label}) => ({
      code: answerCode(variable, code),
      label,
      group: variable.label,
    }));
  });
  return {
    key: keys.show,
    label: {nb: "Vis svaret", en: "Show the answer"},
    kind: "one",
    control: "menu",
    initial: options[0].code,
    options,
  };
}

const answerCode = ({name}: ExploredVariable, category: string) => `${name}.${category}`;

function byChoice({variables, filters, protectedTables}: PageExplorer): Choice {
  const groupings = protectedTables?.groupings.map(({id, label}) => ({code: id, label}));
  const offered = groupings ?? filters.map((name) => ({code: name, label: variableByName(variables, name).label}));
  return {
    key: keys.by,
    label: {nb: "Fordelt etter", en: "Broken down by"},
    kind: "one",
    control: "menu",
    initial: nothing,
    options: [{code: nothing, label: {nb: "Ingenting: alle samlet", en: "Nothing: all together"}}, ...offered],
  };
}

/** Nothing of a protected file can be filtered: no more is published than its tables. */
function filterChoices({variables, filters, isProtected}: PageExplorer): Choice[] {
  if (isProtected) return [];
  return filters.map((name) => {
    const {label, categories} = variableByName(variables, name);
    return {
      key: name,
      label,
      kind: "some",
      initial: "all",
      options: categories.map(({code, label: each}) => ({code, label: each})),
    };
  });
}

/** The question and the answer that a selection is about. */
export function shownAnswer(
  {variables}: PageExplorer,
  {[keys.show]: shown}: Selection,
): {question: ExploredVariable; category: string} {
  const [name, category] = shown.split(".");
  return {question: variableByName(variables, name), category};
}
