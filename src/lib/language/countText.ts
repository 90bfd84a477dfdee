import type {Reason} from "../respondents/respondents.js";
import {formatNumber} from "./format.js";
import type {Lang} from "./text.js";
import {missingReason, suppressed} from "./words.js";

/** A count of respondents, or the sign of one that is suppressed. */
export function countText(count: number | null, lang: Lang): string {
  return count === null ? suppressed[lang] : formatNumber(count, lang);
}

/** Why there is no response, and how often: "not asked 12, no answer 3"; "" when there is nothing to tell. */
export function missingText(missing: Partial<Record<Reason, number>>, lang: Lang): string {
  return Object.entries(missing)
    .map(([reason, count]) => `${missingReason[reason as Reason][lang]} ${formatNumber(count, lang)}`)
    .join(", ");
}
