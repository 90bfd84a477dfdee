import {formatNumber} from "../../../lib/language/format.js";
import {type Lang, quoted, type Text} from "../../../lib/language/text.js";
import {restOf} from "../../../lib/statistics/tests/letters.js";
import type {Made} from "../made.js";
import {columnGroup, predicateOf} from "../predicates.js";
import {withComma} from "../sentenceTemplates.js";
import type {Comparison} from "./comparisons.js";

export const noneText: Text = {
  nb: "for få har gitt dette svaret til å sammenligne grupper",
  en: "too few gave this response to compare groups",
};

/** The widest difference that is certain; else the trend, if that is; else how many comparisons there were. */
export function differencesSentence(made: Made, all: readonly Comparison[], lang: Lang): string {
  const {rows, columns, answer, selection} = made;
  const isMean = selection.measure === "mean";
  const own = all.filter(({row}) => isMean || rows.categories[row]?.code === answer);
  if (own.length === 0 || !columns) return noneText[lang];
  const words = templates[lang];
  const what = isMean ? words.mean(quoted(rows.label[lang], lang)) : words.share(predicateOf(rows, answer, lang));
  const certain = own.filter(({isSignificant}) => isSignificant);
  const pair = certain.find(({kind}) => kind === "pair");
  const found = pair ?? certain[0];
  if (!found) {
    const who = isMean ? what : words.who(predicateOf(rows, answer, lang));
    return words.none(who, own.filter(({kind}) => kind === "pair").length);
  }
  const gap = gapOf(found, isMean, lang);
  if (!pair) {
    const [last, first] = [found.a, found.b].map((column) => quoted(columns.categories[column].label[lang], lang));
    return words.trend(what, first, last, gap);
  }
  const others = {nb: "de andre", en: "the others"}[lang];
  const group = (column: number) =>
    column === restOf ? others : columnGroup(columns, columns.categories[column], lang);
  if (isMean) return words.higher(what, group(found.a), group(found.b), gap);
  return words.widest(group(found.a), group(found.b), predicateOf(rows, answer, lang), gap);
}

interface Gap {
  points: string;
  range: string;
  isMore: boolean;
}

function gapOf({kind, difference, low, high}: Comparison, isMean: boolean, lang: Lang): Gap {
  const [scale, digits] = isMean ? [1, 2] : [100, kind === "trend" ? 1 : 0];
  const number = (each: number) => formatNumber(each * scale, lang, digits);
  const ends = difference < 0 ? [-high, -low] : [low, high];
  return {
    points: `${number(Math.abs(difference))}${isMean ? "" : {nb: " prosentpoeng", en: " percentage points"}[lang]}`,
    range: ends.map(number).join("–"),
    isMore: difference > 0,
  };
}

const templates = {
  nb: {
    share: (said: string) => `andelen som ${said}`,
    who: (said: string) => `hvem som ${said}`,
    mean: (asked: string) => `gjennomsnittet for ${asked}`,
    none: (what: string, compared: number) =>
      `ingen signifikante forskjeller i ${what}, av ${compared} ${compared === 1 ? "sammenligning" : "sammenligninger"}`,
    trend: (what: string, first: string, last: string, {points, range, isMore}: Gap) =>
      `${withComma(what)} ${isMore ? "stiger" : "synker"} med ${points} (${range}) for hvert trinn fra ${first} til ${last}, men ingen to grupper skiller seg signifikant fra hverandre`,
    widest: (a: string, b: string, said: string, {points, range, isMore}: Gap) =>
      `${points} (${range}) ${isMore ? "flere" : "færre"} av ${a} enn av ${b} ${said}`,
    higher: (what: string, a: string, b: string, {points, range, isMore}: Gap) =>
      `${what} er ${points} (${range}) ${isMore ? "høyere" : "lavere"} for ${a} enn for ${b}`,
  },
  en: {
    share: (said: string) => `the share that ${said}`,
    who: (said: string) => `who ${said}`,
    mean: (asked: string) => `the mean of ${asked}`,
    none: (what: string, compared: number) =>
      `no significant difference in ${what}, of ${compared} ${compared === 1 ? "comparison" : "comparisons"}`,
    trend: (what: string, first: string, last: string, {points, range, isMore}: Gap) =>
      `${what} ${isMore ? "rises" : "falls"} by ${points} (${range}) for each step from ${first} to ${last}, but no two groups differ significantly`,
    widest: (a: string, b: string, said: string, {points, range, isMore}: Gap) =>
      `${points} (${range}) ${isMore ? "more" : "fewer"} of ${a} than of ${b} ${said}`,
    higher: (what: string, a: string, b: string, {points, range, isMore}: Gap) =>
      `${what} is ${points} (${range}) ${isMore ? "higher" : "lower"} for ${a} than for ${b}`,
  },
};
