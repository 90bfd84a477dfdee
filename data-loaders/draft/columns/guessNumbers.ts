import {extent} from "d3";
import {fold} from "../../../src/lib/language/fold.js";
import {isPlainNumber, valueOfNumber} from "../../files/text/numberOfText.js";
import type {ColumnProfile} from "./columnProfile.js";
import {counted, type Guess, leftOut} from "./guess.js";

/** Headers of a column of weights, of ids, of what is counted. */
const weightHeader =
  /^w\d*$|(^|[^a-z])(wt|wgt|pweight|vekt|vekter|raking)([^a-z]|$)|weight|vekt$|(^|[^a-z])w(t|gt)[a-z]/;
const designHeaders = {
  strata: /(^|[^a-z])(strat|strats)([^a-z]|$)|strata|stratum|mvstra/,
  clusters: /(^|[^a-z])(psu|psus|klynge)([^a-z]|$)|primary sampling unit|cluster|mvpsu/,
} as const;
const idHeader =
  /(^|[^a-z])(id|ids|nr|no|number|serial|caseid|respid|uuid|guid|løpenr|løpenummer|key|token|code)([^a-z]|$)|_id$|^(resp\w*|case|person|user|participant|household|hh|subject|record|survey|u|p)id$|^(case|resp|serial|record)[ _-]?(no|nr|num)/;
const countHeader =
  /how many|number of|antall|hvor mange|(^|[^a-z])(age|alder|years?|år|hours?|timer|count|days?|dager)([^a-z]|$)/;

/** Part of the rows in which a weight or an id stands. */
const mostlyFilled = 0.95;

/** Codes of a scale or of answers go no further. */
const greatestCode = 11;

/** True of a column in which every answer is a number. */
export function isNumeric({answers}: ColumnProfile): boolean {
  return answers.length > 0 && answers.every(({text}) => isPlainNumber(text));
}

/** What a column of numbers without labels is. */
export function guessNumbers(profile: ColumnProfile): Guess {
  const {answers, filled, column} = profile;
  const values = answers.map(({text}) => valueOfNumber(text));
  const [least = 0, greatest = 0] = extent(values);
  const range = `from ${least} to ${greatest}`;
  const isWhole = values.every(Number.isInteger);
  const part = designPart(profile, values);
  if (part)
    return leftOut(
      `${part} by its name, ${range}; say "design": {"${part}": ${JSON.stringify(column.header)}} in settings.json to use it`,
    );
  if (isId(profile)) return {type: "id", because: [`a different number in each of ${filled} rows`]};
  const header = fold(column.label ?? column.header);
  if (isWhole && isCodes(values, {least, greatest}) && !countHeader.test(header)) return codes(profile, range);
  const kind = isWhole ? "different whole number" : "different number";
  return {
    type: "count",
    least: Math.min(0, least),
    greatest,
    ...(!isWhole && {decimals: true}),
    numbers: answers,
    because: [`${counted(answers.length, kind)}, ${range}${isWhole ? "" : ", with decimals"}`],
  };
}

/** What part of a sample's design a column seems to be. */
function designPart(profile: ColumnProfile, values: readonly number[]): "weight" | "strata" | "clusters" | null {
  if (isWeight(profile, values)) return "weight";
  const {column, filled, rows} = profile;
  const texts = [column.header, column.label ?? ""].map(fold);
  const isNamed = (part: keyof typeof designHeaders) => texts.some((text) => designHeaders[part].test(text));
  if (filled < rows * mostlyFilled || !values.every(Number.isInteger)) return null;
  return isNamed("strata") ? "strata" : isNamed("clusters") ? "clusters" : null;
}

function isWeight({column, filled, rows}: ColumnProfile, values: readonly number[]): boolean {
  const named = [column.header, column.label ?? ""].some((text) => weightHeader.test(fold(text)));
  return (
    named &&
    filled >= rows * mostlyFilled &&
    values.every((value) => value >= 0) &&
    values.some((value) => !Number.isInteger(value))
  );
}

/** True of a column in which no two rows are the same, if its name says so, or it counts the rows. */
export function isId({answers, filled, rows, column}: ColumnProfile): boolean {
  if (filled < rows * mostlyFilled || answers.length < filled || rows < 3) return false;
  const header = fold(column.header);
  if (idHeader.test(header) && !countHeader.test(header)) return true;
  const numbers = answers.map(({text}) => Number(text)).sort((a, b) => a - b);
  return rows >= 20 && numbers.every((value, at) => value === numbers[0] + at) && numbers[0] <= 1;
}

/** Codes of answers: few small whole numbers without a gap. */
function isCodes(values: readonly number[], {least, greatest}: {least: number; greatest: number}): boolean {
  const isWithin = least >= 0 && greatest <= greatestCode && values.every(Number.isInteger);
  return isWithin && values.length > 1 && values.length === greatest - least + 1;
}

function codes({answers}: ColumnProfile, range: string): Guess {
  const isOrdered = answers.length > 4;
  const because = [`whole numbers ${range} without a gap: codes of answers, whose meaning the file does not say`];
  if (isOrdered) because.push("has an order: so many steps are a scale");
  return {
    type: "single",
    isOrdered,
    answers: [...answers].sort((a, b) => valueOfNumber(a.text) - valueOfNumber(b.text)),
    because,
  };
}
