import {formatOf100} from "../../lib/format.js";
import type {Quantity} from "../../lib/quantity.js";
import {rankLabel} from "../../lib/rank.js";
import type {Lang} from "../../lib/text.js";
import {words} from "../../lib/words.js";

/** A range as it is said to those who do not see the bar: with its rank, and without ends where there are none. */
export function saidRange(quantity: Quantity, lang: Lang): string {
  const range = quantity.rank === "unknown" ? words.noLimit[lang] : formatOf100(quantity, lang);
  return `${range} (${rankLabel[quantity.rank][lang]})`;
}
