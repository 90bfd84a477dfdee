import type {z} from "zod";
import type {Claim, Summary, Universe} from "../../src/lib/claims/claim.js";
import {locale} from "../../src/lib/language/text.js";
import {checkAttributes, checkNoContradiction} from "./checks/checkAttributes.js";
import {numbersOf} from "./checks/numbersOf.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {checkUnique, readJsonTable} from "./readTable.js";
import {attribute, claim, correction, doubt, reading, successLink, universe} from "./schemas/claims.js";

/** Longest quotation, in words: enough to find the place, too little to replace the source. */
const longestQuote = 12;

/**
 * Everything the summary states.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readClaims(read: SourceReader): Summary {
  const table = <T>(name: string, schema: z.ZodType<T>) =>
    readJsonTable(read(`claims/${name}`), `claims/${name}`, schema);
  const summary = {
    claims: table("claims.json", claim),
    universes: table("universes.json", universe),
    attributes: table("attributes.json", attribute),
    readings: table("readings.json", reading),
    corrections: table("corrections.json", correction),
    doubts: table("doubts.json", doubt),
    successLinks: table("success-links.json", successLink),
  };
  checkUnique(summary.claims, "claims/claims.json", "id");
  checkUnique(summary.universes, "claims/universes.json", "code");
  checkUnique(summary.attributes, "claims/attributes.json", "code");
  checkUnique(summary.readings, "claims/readings.json", "id");
  checkUnique(summary.corrections, "claims/corrections.json", "id");
  checkUnique(summary.doubts, "claims/doubts.json", "id");
  for (const each of summary.claims) checkClaim(each, summary.universes);
  for (const each of summary.claims) checkQuotedNumbers(each, summary.claims);
  checkReferences(summary);
  checkAttributes(summary);
  checkNoContradiction(summary);
  return summary;
}

function checkClaim(claim: Claim, universes: readonly Universe[]): void {
  const at = {file: "claims/claims.json", row: claim.id};
  if (!universes.some(({code}) => code === claim.universe)) {
    const known = universes.map(({code}) => code);
    throw new InputError("unknown universe", {...at, column: "universe", value: claim.universe, known});
  }
  if (claim.quote.text.split(/\s+/).length > longestQuote) {
    throw new InputError(`quotation of more than ${longestQuote} words`, {
      ...at,
      column: "quote.text",
      value: claim.quote.text,
    });
  }
  if (claim.dates && claim.dates.from > claim.dates.to) {
    throw new InputError("ends before it begins", {...at, column: "dates", value: claim.dates});
  }
  checkDates(claim);
  checkNumber(claim);
}

/** First and last day stand in the quotation in that order, as its language writes them. */
function checkDates({id: row, dates, quote}: Claim): void {
  if (!dates) return;
  const day = new Intl.DateTimeFormat(locale[quote.lang], {day: "numeric", month: "long", timeZone: "UTC"});
  let after = 0;
  for (const [end, date] of Object.entries(dates)) {
    const written = new RegExp(`(?<!\\d)${day.format(new Date(date))}`);
    const at = quote.text.slice(after).search(written);
    if (at < 0 || !numbersOf(quote.text).includes(Number(date.slice(0, 4)))) {
      const column = `dates.${end}`;
      throw new InputError("date is not in the quotation", {file: "claims/claims.json", row, column, value: date});
    }
    after += at + 1;
  }
}

/** A number in a quotation stands in the claim in our own words too, or is stated by another claim on the topic. */
function checkQuotedNumbers({id: row, topic, text, quote}: Claim, claims: readonly Claim[]): void {
  const stated = claims.filter((each) => each.topic === topic).map(({value}) => value);
  const known = new Set([...stated, ...numbersOf(text.nb)]);
  const unknown = numbersOf(quote.text).find((number) => !known.has(number));
  if (unknown !== undefined) {
    const at = {file: "claims/claims.json", row, column: "quote.text"};
    throw new InputError("number of the quotation is stated nowhere", {...at, value: unknown});
  }
}

/** A number has a value, a unit and an attribute, and its quotation shows the value; other claims have none of the three. */
function checkNumber({id: row, kind, value, valueUnit, attribute, quote}: Claim): void {
  const at = {file: "claims/claims.json", row};
  const isNumber = kind === "number";
  if ((value !== null) !== isNumber)
    throw new InputError("value does not fit the kind", {...at, column: "value", value});
  if ((valueUnit !== null) !== isNumber) {
    throw new InputError("unit does not fit the kind", {...at, column: "valueUnit", value: valueUnit});
  }
  if ((attribute !== null) !== isNumber) {
    throw new InputError("attribute does not fit the kind", {...at, column: "attribute", value: attribute});
  }
  if (value !== null && !numbersOf(quote.text).includes(value)) {
    throw new InputError("value is not in the quotation", {...at, column: "value", value});
  }
}

function checkReferences({claims, readings, successLinks}: Summary): void {
  const ids = new Set(claims.map((each) => each.id));
  const check = (file: string, row: string | number, column: string, value: string) => {
    if (!ids.has(value)) throw new InputError("unknown claim", {file, row, column, value, known: ids});
  };
  for (const each of readings) check("claims/readings.json", each.id, "claim", each.claim);
  const linked = new Set<string>();
  for (const [index, {factor, criterion}] of successLinks.entries()) {
    const pair = `${factor} ${criterion}`;
    if (linked.has(pair)) {
      throw new InputError("linked twice", {file: "claims/success-links.json", row: index + 1, value: pair});
    }
    linked.add(pair);
    check("claims/success-links.json", index + 1, "factor", factor);
    check("claims/success-links.json", index + 1, "criterion", criterion);
  }
}
