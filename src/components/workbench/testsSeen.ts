import {formatNumber} from "../../lib/language/format.js";
import type {Lang} from "../../lib/language/text.js";

/** Tests that a reader has looked at while this page stands; stored nowhere. */
const seen = new Set<string>();

/** From so many on a reader is told what chance alone would make of them. */
const many = 10;
/** Of a hundred tests of what is not associated so many are significant. */
const level = 0.05;

/**
 * Counts a test, and says how many of those looked at would be significant by chance alone.
 *
 * @param test names the test; the same test again counts once
 * @returns nothing as long as they are few
 */
export function testsSeenText(test: string, lang: Lang): string {
  seen.add(test);
  if (seen.size < many) return "";
  const expected = formatNumber(seen.size * level, lang, 1);
  return lang === "nb"
    ? `Du har nå sett ${seen.size} tabeller med test. Av så mange vil om lag ${expected} være signifikant ved en ren tilfeldighet.`
    : `You have now looked at ${seen.size} tested tables. Of so many about ${expected} will be significant by chance alone.`;
}
