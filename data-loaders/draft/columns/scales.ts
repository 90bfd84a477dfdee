import {fold} from "../../../src/lib/language/fold.js";

/** Words for the steps of usual scales, from least to most; words for one step stand together. */
const scales: readonly string[] = [
  "strongly disagree, completely disagree|disagree|somewhat disagree, slightly disagree, tend to disagree|neither agree nor disagree, neither, neutral, undecided|somewhat agree, slightly agree, tend to agree|agree|strongly agree, completely agree",
  "very dissatisfied, extremely dissatisfied|dissatisfied|somewhat dissatisfied, fairly dissatisfied|neither satisfied nor dissatisfied, neither, neutral|somewhat satisfied, fairly satisfied|satisfied|very satisfied, extremely satisfied",
  "never|rarely, seldom, hardly ever|sometimes, occasionally, now and then|often, frequently, usually|very often, almost always|always",
  "very poor, very bad, terrible|poor, bad|fair, ok, average, neither good nor bad|good|very good|excellent",
  "not at all|a little, slightly, to a small extent, not much|somewhat, moderately, to some extent|a lot, quite a bit, very, very much, to a large extent, a great deal|extremely, completely, to a very large extent",
  "not at all important|not important, not very important, not so important, unimportant|slightly important|somewhat important, moderately important, fairly important|important|very important|extremely important",
  "very unlikely|unlikely|neither likely nor unlikely, neither, neutral|likely|very likely",
  "very low|low|medium, moderate, average|high|very high",
  "very small|small|medium|large, big|very large",
  "much worse|worse|about the same, the same, unchanged|better|much better",
  "less|about the same, the same, unchanged|more",
  "helt uenig, svært uenig|uenig|delvis uenig, litt uenig|verken enig eller uenig, hverken enig eller uenig, verken eller, nøytral|delvis enig, litt enig|enig|helt enig, svært enig",
  "svært misfornøyd, meget misfornøyd|misfornøyd|litt misfornøyd, ganske misfornøyd|verken fornøyd eller misfornøyd, verken eller, nøytral|litt fornøyd, ganske fornøyd|fornøyd|svært fornøyd, meget fornøyd",
  "aldri|sjelden, sjeldan|av og til, noen ganger, nokre gonger, iblant|ofte|svært ofte|alltid",
  "svært dårlig, meget dårlig|dårlig|middels, verken god eller dårlig|god, bra, godt|svært god, svært bra, meget god, svært godt",
  "ikke i det hele tatt, ikke|i svært liten grad|i liten grad|i noen grad, til en viss grad|i stor grad|i svært stor grad",
  "ikke viktig i det hele tatt|ikke viktig, lite viktig|litt viktig, noe viktig|ganske viktig, viktig|svært viktig, meget viktig",
  "svært lite sannsynlig|lite sannsynlig|verken eller|sannsynlig|svært sannsynlig",
];

const stepsOf = scales.map(
  (scale) =>
    new Map(scale.split("|").flatMap((words, step) => words.split(", ").map((word): [string, number] => [word, step]))),
);

/** The number that a text begins with, or that stands after words such as “under”. */
const beginsWith = /^(under|below|less than|up to|over|above|more than|mindre enn|opp til|mer enn)?\s*(\d[\d\s.,]*)/i;
const isBelow = /^(under|below|less than|up to|mindre enn|opp til)/i;

/**
 * The order of answers that have one: their places from least to most; null if they have none that is known.
 *
 * @returns for each text a number to sort by, and why
 */
export function orderOf(texts: readonly string[]): {places: number[]; because: string} | null {
  if (texts.length < 3) return null;
  const steps = stepsOf.map((scale) => texts.map((text) => scale.get(fold(text)) ?? -1));
  const known = steps.find((places) => !places.includes(-1) && new Set(places).size === places.length);
  if (known) return {places: known, because: "the answers are steps of a usual scale"};
  const numbers = texts.map((text) => beginsWith.exec(text.trim()));
  if (numbers.includes(null)) return null;
  const places = numbers.map((found) => numberOf(found?.[2] ?? "") - (isBelow.test(found?.[1] ?? "") ? 0.5 : 0));
  return new Set(places).size === places.length ? {places, because: "each answer begins with a number"} : null;
}

/** With spaces, points and commas between thousands. */
const numberOf = (text: string) => Number(text.replace(/[\s.,]+(?=\d{3})/g, "").replace(/[\s.,].*$/, ""));

const plainAnswers = new Set(
  "yes|no|maybe|true|false|male|female|man|woman|non-binary|ja|nei|nej|kanskje|mann|kvinne|gutt|jente".split("|"),
);

/** True of a step of a usual scale, or another answer that many questions have: no one's own words. */
export function isUsualAnswer(text: string): boolean {
  return plainAnswers.has(fold(text)) || stepsOf.some((scale) => scale.has(fold(text)));
}
