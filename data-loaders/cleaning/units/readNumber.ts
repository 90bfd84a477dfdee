import type {UnitDirectory} from "./unitDirectory.js";
import {type UnitMatch, unitMatchOf} from "./unitMatch.js";
import type {UnitStep} from "./unitSteps.js";

/** A rule that brings a number nearer to how the register writes it; gives it back as it is where it does not apply. */
interface NumberRule {
  step: UnitStep;
  mend(number: string, directory: UnitDirectory): string;
}

/** In the order in which they are tried, each on what the one before it left. */
export const numberRules: readonly NumberRule[] = [
  {step: "numberPrefix", mend: withoutPrefix},
  {step: "spreadsheetNumber", mend: fromSpreadsheet},
  {step: "lostZero", mend: withLeadingZero},
  {step: "authorityNumber", mend: asAuthority},
];

/**
 * The unit that a number names. A number of 2011 is taken as such, also where a municipality had it later; a later one leads
 * to the unit or units it was given to; one that the tables do not have, as those of 2020, is unknown.
 */
export function readNumber(text: string, directory: UnitDirectory): UnitMatch {
  const {number, steps} = mendNumber(text, directory);
  if (directory.units.has(number)) return {status: "found", code: number, steps};
  return unitMatchOf(directory.laterNumbers.get(number) ?? [], {
    steps: [...steps, "laterNumber"],
    several: "merged",
    none: "unknownNumber",
  });
}

/** A number with what is around it taken away, and the rules that were needed. */
export function mendNumber(text: string, directory: UnitDirectory): {number: string; steps: readonly UnitStep[]} {
  const steps: UnitStep[] = [];
  let number = text;
  for (const {step, mend} of numberRules) {
    if (directory.units.has(number)) break;
    const mended = mend(number, directory);
    if (mended !== number) steps.push(step);
    number = mended;
  }
  return {number, steps};
}

/** "K-0301", "knr. 0301": letters that say that a number follows. */
function withoutPrefix(text: string): string {
  return text.replace(/^\s*(?:(?:komm?une|fylkes?|k|f)[\s.-]*(?:nummer|nr|no)?|nummer|nr|no)[\s.:-]*(?=\d)/i, "");
}

/**
 * "0301.0", "301,00", " 0301 ", "1 902", "1.902", "'0301", '="0301"'. "1.000" stays: it may be 1 with three decimals.
 */
function fromSpreadsheet(text: string): string {
  const bare = text.replace(/^\s*(?:="?|["'])?\s*|\s*"?\s*$/g, "").replace(/[.,]0{1,2}$/, "");
  if (/^\d[.,]000$/.test(bare)) return bare;
  return bare.replace(/^(\d)[.,](?=\d{3}$)/, "$1").replace(/\s/g, "");
}

/** "301" for 0301, "5" for 05, "500" for 0500: three digits are a municipality's or an authority's, one an authority's. */
function withLeadingZero(number: string): string {
  return /^(?:\d|\d{3})$/.test(number) ? `0${number}` : number;
}

/** "0500", as Statistics Norway writes counties among municipalities; no municipality's number ends in two zeros. */
function asAuthority(number: string, {units}: UnitDirectory): string {
  const code = /^(\d{2})00$/.exec(number)?.[1];
  return code !== undefined && units.has(code) ? code : number;
}
