import type {Rule} from "./rule.js";
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

/**
 * The rules in the order in which they are applied: first what is written, then who wrote it, then what it says
 * together. Contradictions come before routing, which would take one of the two answers away: no pages without Facebook;
 * duplicates come last, for which of two answers is complete is known only then.
 */
export const rules: readonly Rule[] = [
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
