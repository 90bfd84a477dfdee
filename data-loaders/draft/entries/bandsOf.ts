import {sum} from "d3";
import {formatNumber} from "../../../src/lib/language/format.js";
import {valueOfNumber} from "../../files/text/numberOfText.js";
import type {Answer} from "../columns/columnProfile.js";
import {type DraftLanguage, type DraftText, ourText} from "./inLanguages.js";

export interface DraftBand {
  from: number;
  code: string;
  label: DraftText;
}

interface Range {
  least: number;
  decimals?: true;
}

/** Numbers are shown one by one up to so many different ones. */
const mostShown = 12;
const parts = [0.2, 0.4, 0.6, 0.8];
const steps = [1, 2, 5, 10];

/**
 * Bands that each hold about a fifth of the answers and begin at round numbers; null where there are few different ones, or
 * nearly all answers are the same.
 *
 * @param answers numbers
 */
export function bandsOf(answers: readonly Answer[], {least, decimals}: Range, lang: DraftLanguage): DraftBand[] | null {
  if (answers.length <= mostShown) return null;
  const sorted = answers
    .map(({text, count}) => ({value: valueOfNumber(text), count}))
    .sort((a, b) => a.value - b.value);
  const total = sum(sorted, ({count}) => count);
  const cuts = parts.map((part) => valueAt(sorted, part * total));
  const step = roundStep((cuts[3] - cuts[0]) / 4, decimals);
  const starts = [least, ...new Set(cuts.map((cut) => rounded(Math.round(cut / step) * step)))].filter(
    (start, at, all) => at === 0 || (start > all[at - 1] && start > least && start <= sorted[sorted.length - 1].value),
  );
  if (starts.length < 2) return null;
  return starts.map((from, at) => ({
    from,
    code: `from_${String(from).replace("-", "minus_").replace(".", "_")}`,
    label: ourText(labelOf({from, next: starts[at + 1], isOpen: from < sorted[0].value, decimals}), lang),
  }));
}

/** The number below which so many answers are. */
function valueAt(sorted: readonly {value: number; count: number}[], rows: number): number {
  let seen = 0;
  for (const {value, count} of sorted) {
    seen += count;
    if (seen >= rows) return value;
  }
  return sorted[sorted.length - 1].value;
}

/** The greatest round number that is no more than a number: 1, 2 or 5 times a power of ten. */
function roundStep(number: number, decimals: true | undefined): number {
  if (number <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(number));
  const step = [...steps].reverse().find((each) => each * power <= number) ?? 1;
  return decimals ? step * power : Math.max(1, Math.round(step * power));
}

/** Without what sums of fractions leave behind. */
const rounded = (number: number) => Number(number.toPrecision(10));

interface Ends {
  from: number;
  /** Where the next band begins; undefined of the last. */
  next: number | undefined;
  /** Whether no answer is as low as the band begins, as with years from 0. */
  isOpen: boolean;
  decimals: true | undefined;
}

function labelOf({from, next, isOpen, decimals}: Ends): Record<DraftLanguage, string> {
  if (next === undefined) return inBoth((lang, number) => `${number(from)} ${lang === "nb" ? "eller mer" : "or more"}`);
  if (isOpen) return inBoth((_, number) => `under ${number(next)}`);
  if (decimals)
    return inBoth((lang, number) => `${number(from)} ${lang === "nb" ? "til under" : "to under"} ${number(next)}`);
  if (next - from === 1) return inBoth((_, number) => number(from));
  const dash = (lang: DraftLanguage) => (from < 0 ? {nb: " til ", en: " to "}[lang] : "–");
  return inBoth((lang, number) => `${number(from)}${dash(lang)}${number(next - 1)}`);
}

const inBoth = (say: (lang: DraftLanguage, number: (value: number) => string) => string) => ({
  nb: say("nb", (value) => numberText(value, "nb")),
  en: say("en", (value) => numberText(value, "en")),
});

/**
 * Years and smaller numbers have nothing between their thousands. Three decimals stand after a point in Norwegian too: after a
 * comma they would be read as thousands.
 */
function numberText(value: number, lang: DraftLanguage): string {
  if (Number.isInteger(value) && Math.abs(value) >= 10_000) return formatNumber(value, lang);
  const text = String(value).replace("-", "−");
  const sign = formatNumber(0.5, lang, 1).charAt(1);
  return /\.\d{3}$/.test(text) ? text : text.replace(".", sign);
}
