import {fold} from "../../../src/lib/language/fold.js";

/** Words for the steps of usual scales, from least to most; words for one step stand together. */
const scales: readonly string[] = [
  "strongly disagree, completely disagree|disagree|somewhat disagree, slightly disagree, tend to disagree|neither agree nor disagree, neither, neutral, undecided|somewhat agree, slightly agree, tend to agree|agree|strongly agree, completely agree",
  "very dissatisfied, extremely dissatisfied|dissatisfied|somewhat dissatisfied, fairly dissatisfied|neither satisfied nor dissatisfied, neither, neutral|somewhat satisfied, fairly satisfied|satisfied|very satisfied, extremely satisfied",
  "never|rarely, seldom, hardly ever|sometimes, occasionally, now and then|often, frequently, usually|very often, almost always|always",
  "very poor, very bad, terrible|poor, bad|not good|fair, ok, average, indifferent, neither good nor bad|good|very good|excellent",
  "very unhappy|unhappy, not happy, not too happy, not very happy|neither happy nor unhappy, neither|somewhat happy, fairly happy, rather happy, pretty happy|happy|very happy",
  "none|mild, minor, slight|moderate, medium|severe, major, substantial|very severe, extreme",
  "too little, too few, not enough|about right, just right, about the right amount|too much, too many",
  "no education, none, never attended school, ingen utdanning|primary, primary school, elementary school, barneskole|lower secondary, junior high school, ungdomsskole, grunnskole|secondary, secondary school, upper secondary, high school, senior high school, videregående skole, videregående, vidaregåande skule|vocational, fagskole, junior college|college, university, tertiary, higher, høyskole eller universitet",
  "not at all|a little, slightly, to a small extent, not much|somewhat, moderately, to some extent|a lot, quite a bit, very, very much, to a large extent, a great deal|extremely, completely, to a very large extent",
  "not at all important|not important, not very important, not so important, unimportant|slightly important|somewhat important, moderately important, fairly important|important|very important|extremely important",
  "very unlikely, extremely unlikely|unlikely|fairly unlikely|somewhat unlikely|neither likely nor unlikely, neither, neutral|somewhat likely|fairly likely|likely|very likely, extremely likely",
  "strongly oppose|oppose|moderately oppose, somewhat oppose, tend to oppose|neither support nor oppose, neither, neutral|moderately support, somewhat support, tend to support|support|strongly support",
  "strongly against|against|neither, neutral|in favour, in favor, for|strongly in favour, strongly in favor",
  "never|less often, rarely, less than yearly|yearly, annually, once a year|quarterly|monthly, once a month|weekly, once a week|daily, every day",
  "aldri|sjeldnere, sjelden|årlig|kvartalsvis|månedlig|ukentlig|daglig",
  "not at all, not|not very|slightly, a little|somewhat, moderately|fairly, quite, rather|very|extremely, completely",
  "very low|low, fairly low, rather low|medium, moderate, average, intermediate|high, fairly high, rather high|very high",
  "svært lav, svært lavt|lav, lavt, nokså lav, nokså lavt|middels|høy, høyt, nokså høy, nokså høyt|svært høy, svært høyt",
  "for lite, for få|passe, omtrent passe|for mye, for mange",
  "very small|small|medium|large, big|very large",
  "much worse|worse|about the same, the same, unchanged|better|much better",
  "less|about the same, the same, unchanged|more",
  "helt uenig, svært uenig|uenig|delvis uenig, litt uenig, ganske uenig, nokså uenig, noe uenig|verken enig eller uenig, hverken enig eller uenig, verken eller, nøytral|delvis enig, litt enig, ganske enig, nokså enig, noe enig|enig|helt enig, svært enig",
  "svært misfornøyd, meget misfornøyd|misfornøyd|litt misfornøyd, ganske misfornøyd, nokså misfornøyd, noe misfornøyd|verken fornøyd eller misfornøyd, verken eller, nøytral|litt fornøyd, ganske fornøyd, nokså fornøyd, noe fornøyd|fornøyd|svært fornøyd, meget fornøyd",
  "aldri|sjelden, sjeldan|av og til, noen ganger, nokre gonger, iblant|ofte|svært ofte|alltid",
  "svært dårlig, meget dårlig|dårlig|middels, verken god eller dårlig|god, bra, godt|svært god, svært bra, meget god, svært godt",
  "ikke i det hele tatt, ikke|i svært liten grad|i liten grad|i noen grad, til en viss grad|i stor grad|i svært stor grad",
  "ikke viktig i det hele tatt|ikke viktig, lite viktig|litt viktig, noe viktig|ganske viktig, viktig|svært viktig, meget viktig",
  "svært lite sannsynlig|lite sannsynlig|verken eller|sannsynlig|svært sannsynlig",
];

/** Without spaces: programs write `notvery` for “not very”. */
const joined = (words: string) => words.replaceAll(" ", "");

const stepsOf = scales.map(
  (scale) =>
    new Map(
      scale
        .split("|")
        .flatMap((words, step) => words.split(", ").map((word): [string, number] => [joined(word), step])),
    ),
);

/** The number that a text begins with, or that stands after words such as “under”, or signs. */
const beginsWith =
  /^(under|below|less than|up to|over|above|more than|mindre enn|opp til|mer enn|<=?|≤|>=?|≥|\[|\()?\s*[$€£]?(\d[\d\s.,]*)/i;
const isBelow = /^(under|below|less than|up to|mindre enn|opp til|<|≤)/i;
const isAbove = /^(over|above|more than|mer enn|>|≥)/i;

/** Numbers in words, from nought; words for one stand together. */
const numberWords = new Map(
  "zero|one, en, ett|two, to|three, tre|four, fire|five, fem|six, seks|seven, sju, syv|eight, åtte|nine, ni|ten, ti|eleven, elleve|twelve, tolv"
    .split("|")
    .flatMap((words, number) => words.split(", ").map((word): [string, number] => [word, number])),
);

/**
 * The order of answers that have one: their places from least to most; null if they have none that is known.
 *
 * @returns for each text a number to sort by, and why
 */
export function orderOf(texts: readonly string[]): {places: number[]; because: string} | null {
  if (texts.length < 3) return null;
  const words = texts.map((text) => fold(text.replaceAll("_", " ")));
  const known = stepsIn(words) ?? stepsIn(withoutCommon(words));
  if (known) return {places: known, because: "the answers are steps of a usual scale"};
  const places = words.map(placeByNumber);
  const isOrder = !places.includes(undefined) && new Set(places).size === places.length;
  return isOrder ? {places: places as number[], because: "each answer begins with a number"} : null;
}

/** The steps of texts that all are of one scale. */
function stepsIn(texts: readonly string[]): number[] | undefined {
  const steps = stepsOf.map((scale) => texts.map((text) => scale.get(joined(text)) ?? -1));
  return steps.find((places) => !places.includes(-1) && new Set(places).size === places.length);
}

/** Texts without the words that all of them have: “low level” and “high level” are “low” and “high”. */
function withoutCommon(texts: readonly string[]): string[] {
  const [first, ...others] = texts.map((text) => text.split(" "));
  const common = first.filter((word) => others.every((words) => words.includes(word)));
  return [first, ...others].map((words) => words.filter((word) => !common.includes(word)).join(" "));
}

/** Where a text stands among others by the number that it begins with; undefined if it begins with none. */
function placeByNumber(text: string): number | undefined {
  const [, before = "", digits] = beginsWith.exec(text) ?? [];
  const number = digits === undefined ? numberWords.get(text.split(/[\s-]/)[0]) : numberOf(digits);
  const beside = isBelow.test(before) ? -0.5 : isAbove.test(before) ? 0.5 : 0;
  return number === undefined ? undefined : number + beside;
}

/** With spaces, points and commas between thousands, and before decimals. */
const numberOf = (text: string) => Number.parseFloat(text.replace(/[\s.,]+(?=\d{3})/g, "").replace(",", "."));

const plainAnswers = new Set(
  "yes|no|maybe|true|false|male|female|man|woman|non-binary|ja|nei|nej|kanskje|mann|kvinne|gutt|jente".split("|"),
);

/** True of a step of a usual scale, or another answer that many questions have: no one's own words. */
export function isUsualAnswer(text: string): boolean {
  return plainAnswers.has(fold(text)) || stepsOf.some((scale) => scale.has(joined(fold(text))));
}
