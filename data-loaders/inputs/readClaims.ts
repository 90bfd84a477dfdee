import type {z} from "zod";
import type {Claim, NamedQuestion, Summary} from "../../src/lib/claims/claim.js";
import {checkAttributes, checkNoContradiction, checkQuestion} from "./checks/checkAttributes.js";
import {numbersOf} from "./checks/numbersOf.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {checkKnown, readJsonTable} from "./readTable.js";
import {attribute, claim, correction, doubt, namedQuestion, reading, successLink, universe} from "./schemas/claims.js";

/** Longest quotation, in words: enough to find the place, too little to replace the source. */
const longestQuote = 12;

/**
 * Everything the summary states.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readClaims(read: SourceReader): Summary {
  const table = <T>(name: string, schema: z.ZodType<T>, unique?: keyof T & string) =>
    readJsonTable(read(`claims/${name}`), `claims/${name}`, schema, unique);
  const summary = {
    claims: table("claims.json", claim, "id"),
    universes: table("universes.json", universe, "code"),
    attributes: table("attributes.json", attribute, "code"),
    readings: table("readings.json", reading, "id"),
    corrections: table("corrections.json", correction, "id"),
    doubts: table("doubts.json", doubt, "id"),
    successLinks: table("success-links.json", successLink),
  };
  for (const each of summary.claims) checkClaim(each, summary);
  checkReferences(summary);
  checkAttributes(summary);
  checkNoContradiction(summary);
  return summary;
}

/**
 * The questions that the report asks the summary by name.
 *
 * @throws InputError when one asks for an attribute or a reading that the summary does not have
 */
export function readQuestions(read: SourceReader, summary: Summary): NamedQuestion[] {
  const file = "claims/questions.json";
  const questions = readJsonTable(read(file), file, namedQuestion, "id");
  for (const each of questions) checkQuestion(each, summary, file);
  return questions;
}

function checkClaim(claim: Claim, {claims, universes}: Summary): void {
  const at = {file: "claims/claims.json", row: claim.id};
  const {text} = claim.quote;
  const codes = universes.map(({code}) => code);
  checkKnown("unknown universe", [claim.universe], codes, {...at, column: "universe"});
  if (text.split(/\s+/).length > longestQuote)
    throw new InputError(`quotation of more than ${longestQuote} words`, {...at, column: "quote.text", value: text});
  checkNumber(claim);
  const unknown = unstatedNumber(claim, claims);
  if (unknown !== undefined)
    throw new InputError("number of the quotation is stated nowhere", {...at, column: "quote.text", value: unknown});
}

/** A number of a quotation that neither the claim in our own words has nor another claim on the topic states. */
function unstatedNumber({topic, text, quote}: Claim, claims: readonly Claim[]): number | undefined {
  const stated = claims.filter((each) => each.topic === topic).map(({value}) => value);
  const known = new Set([...stated, ...numbersOf(text.nb)]);
  return numbersOf(quote.text).find((number) => !known.has(number));
}

/** A number has a value, a unit and an attribute, and its quotation shows the value; other claims have none of the three. */
function checkNumber({id: row, kind, value, valueUnit, attribute, quote}: Claim): void {
  const file = "claims/claims.json";
  const parts = {value, unit: valueUnit, attribute};
  for (const [name, part] of Object.entries(parts)) {
    const at = {file, row, column: name === "unit" ? "valueUnit" : name, value: part};
    if ((part !== null) !== (kind === "number")) throw new InputError(`${name} does not fit the kind`, at);
  }
  if (value !== null && !numbersOf(quote.text).includes(value))
    throw new InputError("value is not in the quotation", {file, row, column: "value", value});
}

function checkReferences({claims, readings, successLinks}: Summary): void {
  const ids = claims.map(({id}) => id);
  for (const {id: row, claim: value} of readings)
    checkKnown("unknown claim", [value], ids, {file: "claims/readings.json", row, column: "claim"});
  const linked = new Set<string>();
  for (const [index, {factor, criterion}] of successLinks.entries()) {
    const at = {file: "claims/success-links.json", row: index + 1};
    const pair = `${factor} ${criterion}`;
    if (linked.has(pair)) throw new InputError("linked twice", {...at, value: pair});
    linked.add(pair);
    checkKnown("unknown claim", [factor], ids, {...at, column: "factor"});
    checkKnown("unknown claim", [criterion], ids, {...at, column: "criterion"});
  }
}
