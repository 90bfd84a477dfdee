import {formatNumber, formatPercent} from "../../../src/lib/language/format.js";
import {suggestion} from "../../../src/lib/language/nearest.js";
import type {Lang} from "../../../src/lib/language/text.js";
import {usualLevel} from "../../../src/lib/statistics/interval.js";
import {facts} from "../../facts.js";

const ofRegister = "register-";
const {municipalities, countyAuthorities, counties, population} = facts.register;
/** Facts of the register, which carry source and date on the method page. */
const counts: Readonly<Record<string, number>> = {municipalities, countyAuthorities, counties, population};
const level = "interval-level";

/** The numbers that prose can name and that carry neither rank nor note. */
export const plainIds: readonly string[] = [level, ...Object.keys(counts).map((name) => ofRegister + name)];

/**
 * Such a number as text.
 *
 * @param at where it is named, for the error
 * @returns undefined where the id is of no such number
 * @throws when there is no such count of the register
 */
export function plainNumber(id: string, lang: Lang, at = ""): string | undefined {
  if (id === level) return formatPercent(usualLevel, lang, 0);
  if (!id.startsWith(ofRegister)) return undefined;
  const name = id.slice(ofRegister.length);
  const count = counts[name];
  if (count === undefined)
    throw new Error(`unknown count of the register: ${name}${suggestion(name, Object.keys(counts))} ${at}`);
  return formatNumber(count, lang);
}
