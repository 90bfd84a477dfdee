import type {RuleText} from "../../src/lib/respondents/cleaning.js";
import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import type {CleaningContext} from "./cleaningContext.js";
import type {Draft} from "./draft.js";
import {blankOptions} from "./rules/blankOptions.js";
import {contradictions} from "./rules/contradictions.js";
import {dates} from "./rules/dates.js";
import {duplicates} from "./rules/duplicates.js";
import {emptyRows} from "./rules/emptyRows.js";
import {numbers} from "./rules/numbers.js";
import {routing} from "./rules/routing.js";
import {spellings} from "./rules/spellings.js";
import {splitOptions} from "./rules/splitOptions.js";
import {tidyText} from "./rules/tidyText.js";
import {units} from "./rules/units.js";
import texts from "./rules.json" with {type: "json"};
import {unitStepText} from "./units/unitSteps.js";

/**
 * The rules in the order in which they are applied: first what is written, then who wrote it, then what it says
 * together. Contradictions come before routing, which would take one of the two answers away: no pages without Facebook;
 * duplicates come last, for which of two answers is complete is known only then. `rules.json` says what each does.
 */
export const rules: readonly ((draft: Draft, context: CleaningContext) => void)[] = [
  tidyText,
  splitOptions,
  spellings,
  numbers,
  dates,
  units,
  blankOptions,
  contradictions,
  routing,
  emptyRows,
  duplicates,
];

/** What readers are told of each rule, and of the steps by which units are found, in the order of their use. */
const ruleTexts: readonly RuleText[] = Object.entries(texts).flatMap(([id, text]) => [
  ...(id === "unit" ? Object.entries(unitStepText).map(([step, each]) => ({id: step, ...each})) : []),
  {id, ...text},
]);

/** Those of the rules that can do something: without units, or an answer for own words, some cannot. */
export function ruleTextsFor(codebook: Codebook): readonly RuleText[] {
  const hasUnits = variableOfType(codebook, "unitNumber") ?? variableOfType(codebook, "unitName");
  const hasOwnWords = codebook.variables.some(
    (each) => "categories" in each && each.categories.some(({ownWords}) => ownWords),
  );
  const isOfUnits = (id: string) => id === "unit" || id in unitStepText;
  return ruleTexts.filter(({id}) => (hasUnits || !isOfUnits(id)) && (hasOwnWords || id !== "ownWords"));
}
