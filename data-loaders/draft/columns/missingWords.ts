import {fold} from "../../../src/lib/language/fold.js";
import type {Reason} from "../../../src/lib/respondents/respondents.js";

/** Words by which an answer says that it is none, as they begin. In English, Norwegian, Danish, Swedish and German. */
const words: Readonly<Record<Reason, readonly string[]>> = {
  dontKnow: [
    "(i )?(do not|don't|dont|does not|doesn't) know",
    "(i )?(can't|cannot|can not) (say|tell|remember)",
    "not sure",
    "unsure",
    "(vet|veit|ved) (ikke|ikkje|inte|ej)",
    "(ikke sikker|usikker|osäker)",
    "(weiß|weiss) nicht",
  ],
  refused: [
    "refus(ed|al)",
    "refuses? to",
    "(i )?(would )?(prefer|rather) not",
    "prefers not",
    "(ønsker|vil|ynskjer) (ikke|ikkje) (å )?(svare|oppgi|si)",
    "keine angabe",
  ],
  notAsked: ["not asked", "not applicable", "inapplicable", "ikke (stilt|aktuelt|relevant)", "ikkje aktuelt"],
  noAnswer: [
    "no answer",
    "not (answered|ascertained|stated)",
    "missing( value| data| answer)?$",
    "ubesvart",
    "ikke (besvart|oppgitt|svart)",
    "ikkje svart",
  ],
};

/** What programs write into an empty cell. */
const marks = new Set([
  "na",
  "n/a",
  "nan",
  "null",
  "#null!",
  "#n/a",
  "#div/0!",
  "#num!",
  "#value!",
  "#ref!",
  "#name?",
  "-",
  "–",
  ".",
]);

/** The longest text that is taken for no answer: longer ones begin so and say more. */
const longest = 40;

const patterns = Object.entries(words).map(
  ([reason, texts]) => [reason as Reason, new RegExp(`^\\(?(${texts.join("|")})`, "u")] as const,
);

/** True of what a program writes into an empty cell, such as `NA`. */
export function isEmptyMark(text: string): boolean {
  return marks.has(text.trim().toLowerCase()) || marks.has(fold(text));
}

/** Why a text is no answer, by its words; null if it is one. */
export function missingReason(text: string): Reason | null {
  if (isEmptyMark(text)) return "noAnswer";
  const folded = fold(text);
  if (folded.length > longest) return null;
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
