import {formatOf100} from "../../../lib/language/format.js";
import type {Lang} from "../../../lib/language/text.js";
import {words} from "../../../lib/language/words.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {rankLabel} from "../../../lib/quantities/rank.js";

/** A range as it is said to those who do not see the bar: with its rank, and without ends where there are none. */
export function saidRange(quantity: Quantity, lang: Lang): string {
  const range = quantity.rank === "unknown" ? words.noLimit[lang] : formatOf100(quantity, lang);
  return `${range} (${rankLabel[quantity.rank][lang]})`;
}
