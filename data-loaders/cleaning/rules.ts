import {blankOptions} from "./blankOptions.js";
import {contradictions} from "./contradictions.js";
import {dates} from "./dates.js";
import {duplicates} from "./duplicates.js";
import {emptyRows} from "./emptyRows.js";
import {numbers} from "./numbers.js";
import {routing} from "./routing.js";
import type {Rule} from "./rule.js";
import {spellings} from "./spellings.js";
import {splitOptions} from "./splitOptions.js";
import {tidyText} from "./tidyText.js";
import {units} from "./units.js";

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
