import {getOrMake} from "../memoize.js";
import type {Approximation, Quantity} from "../quantities/quantity.js";
import {type Lang, locale, type Text} from "./text.js";
import {lackText} from "./words.js";

const nbsp = "\u00a0";

/** Absorbs the last bits of floating-point products, so that 0.58 × 100 is not floored to 57. */
const epsilon = 1e-9;

/** A number by the language's rules: `4 920 305`, `4,920,305`. */
export function formatNumber(value: number, lang: Lang, digits = 0): string {
  return numberFormat(lang, "decimal", digits).format(value);
}

/** A proportion as per cent: `58 %` with a no-break space in Norwegian, `58%` in English. */
export function formatPercent(proportion: number, lang: Lang, digits = 1): string {
  return numberFormat(lang, "percent", digits).format(proportion);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** The formatter of numbers, memoised: it takes far longer to make one than to use it. */
function numberFormat(lang: Lang, style: "decimal" | "percent", digits: number): Intl.NumberFormat {
  const make = () => new Intl.NumberFormat(locale[lang], {style, maximumFractionDigits: digits});
  return getOrMake(numberFormats, `${lang} ${style} ${digits}`, make);
}

/** Whole numbers out of a hundred, rounded outward: never a narrower range than is known. */
export function outwardOf100({low, high}: {low: number; high: number}): {low: number; high: number} {
  return {low: Math.floor(low * 100 + epsilon), high: up(high * 100)};
}

/** The next whole number; none is 0 and not the -0 that rounding up from below makes of it. */
const up = (value: number) => Math.ceil(value - epsilon) + 0;

/** A quantity as per cent, with its range where the value is not printed in the source. */
export function formatQuantity(quantity: Quantity, lang: Lang): string {
  if (quantity.lack) return lackText[quantity.lack][lang];
  if (quantity.rank === "unknown") return lang === "nb" ? "ikke tallfestet" : "not quantified";
  if (quantity.unit !== "proportion") return formatAmount(quantity, lang);
  if (hasPrintedValue(quantity)) return hedge(quantity, lang) + formatPercent(quantity.value, lang);
  if (isEstimate(quantity)) return `${formatPercent(quantity.value, lang)}${formatInterval(quantity, lang)}`;
  const {low, high} = outwardTenths(quantity);
  if (low === high) return formatPercent(low / 100, lang);
  const range = `${formatNumber(low, lang, 1)}–${formatNumber(high, lang, 1)}`;
  return lang === "nb" ? `${range}${nbsp}%` : `${range}%`;
}

/** A quantity as a natural frequency: `58 av 100`, `54 til 57 av 100`. */
export function formatOf100(quantity: Quantity, lang: Lang): string {
  return lang === "nb" ? `${formatCount(quantity, lang)} av${nbsp}100` : `${formatCount(quantity, lang)} of${nbsp}100`;
}

/** The count alone, out of a hundred: `58`, `54 til 57`. */
export function formatCount(quantity: Quantity, lang: Lang): string {
  if (quantity.lack) return lackText[quantity.lack][lang];
  if (quantity.unit !== "proportion") return formatAmount(quantity, lang);
  if (hasPrintedValue(quantity)) return hedge(quantity, lang) + formatNumber(quantity.value * 100, lang, 1);
  if (isEstimate(quantity)) return `${formatNumber(quantity.value * 100, lang)}${formatInterval(quantity, lang, 0)}`;
  const {low, high} = outwardOf100(quantity);
  if (low === high) return String(low);
  return lang === "nb" ? `${low} til${nbsp}${high}` : `${low} to${nbsp}${high}`;
}

/** A count or a mean, with its interval where it is an estimate. */
function formatAmount(quantity: Quantity, lang: Lang): string {
  if (!isEstimate(quantity)) return hedge(quantity, lang) + formatNumber(quantity.low, lang, 1);
  const {value, low, high, unit} = quantity;
  const digits = unit === "mean" ? 2 : 0;
  const shown = formatNumber(value, lang, digits);
  return low === high ? shown : `${shown} (${formatRange(low, high, lang, digits)})`;
}

/** Out of a hundred in the least room: the printed value, or the ends of a range: `58`, `5–81`. */
export function formatEnds(range: Pick<Quantity, "rank" | "value" | "low" | "high">, lang: Lang): string {
  if (range.rank === "stated" && range.value !== null) return formatNumber(range.value * 100, lang, 1);
  const {low, high} = outwardOf100(range);
  return low === high ? String(low) : `${low}–${high}`;
}

/** The source’s own hedge, as it stands before the number. */
const hedges: Record<Approximation, Text> = {
  nearly: {nb: "nær", en: "nearly"},
  about: {nb: "ca.", en: "about"},
  justOver: {nb: "vel", en: "just over"},
  over: {nb: "over", en: "over"},
};

function hedge({approximate}: Quantity, lang: Lang): string {
  return approximate ? `${hedges[approximate][lang]}${nbsp}` : "";
}

/** A day by the language's rules: `15. januar 2011`, `15 January 2011`. */
export function formatDate(iso: string, lang: Lang): string {
  return new Intl.DateTimeFormat(locale[lang], {dateStyle: "long", timeZone: "UTC"}).format(new Date(`${iso}T00:00Z`));
}

type Printed = Quantity & {value: number};

/** True of a number that its source prints; derived and bounded numbers are shown as ranges. */
export function hasPrintedValue(quantity: Quantity): quantity is Printed {
  return quantity.value !== null && (quantity.rank === "stated" || quantity.rank === "context");
}

/** True of a number computed from a respondents’ file: it has a value and an interval, which is a point in a census. */
export function isEstimate(quantity: Quantity): quantity is Printed {
  return quantity.value !== null && (quantity.rank === "estimated" || quantity.rank === "standIn");
}

/** An interval in parentheses after its estimate, in per cent; nothing where it is a point. */
function formatInterval({low, high}: Quantity, lang: Lang, digits = 1): string {
  if (low === high) return "";
  return ` (${formatRange(low * 100, high * 100, lang, digits)})`;
}

/** From end to end: `48–60`; with as many decimals more, two at most, as tell the ends apart: `19.9–20.1`. */
export function formatRange(low: number, high: number, lang: Lang, digits: number): string {
  const written = [0, 1, 2].map((more) => [low, high].map((end) => formatNumber(end, lang, digits + more)));
  const [from, to] = written.find(([first, last]) => first !== last) ?? written[0];
  return `${from}–${to}`;
}

function outwardTenths({low, high}: Quantity): {low: number; high: number} {
  return {low: Math.floor(low * 1000 + epsilon) / 10, high: up(high * 1000) / 10};
}
