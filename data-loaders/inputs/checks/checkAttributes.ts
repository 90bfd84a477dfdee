import {solve} from "yalps";
import {conflict} from "../../../src/lib/bounds/conflict.js";
import {allReadings, boundsModel} from "../../../src/lib/bounds/model.js";
import type {Attribute, Event, NamedQuestion, Reading, Summary} from "../../../src/lib/claims/claim.js";
import {InputError} from "../inputError.js";
import {checkKnown} from "../readTable.js";

/** Every code is an attribute, or stands for one in each reading of the claim that uses it; implications end. */
export function checkAttributes({attributes, claims, readings}: Summary): void {
  const codes = attributes.map(({code}) => code);
  for (const {code, implies} of attributes) {
    const at = {file: "claims/attributes.json", row: code, column: "implies"};
    checkKnown("unknown attribute", implies, codes, at);
    if (impliedBy(code, attributes).has(code)) throw new InputError("implies itself", {...at, value: code});
  }
  for (const {id: row, options} of readings)
    for (const {code, standsFor} of options) {
      const at = {file: "claims/readings.json", row, column: `options.${code}.standsFor`};
      checkKnown("unknown attribute", Object.values(standsFor), codes, at);
    }
  for (const {id: row, attribute} of claims) {
    const known = [...codes, ...codesReadIn(readings.filter(({claim}) => claim === row))];
    for (const [column, event] of Object.entries(attribute ?? {})) {
      const at = {file: "claims/claims.json", row, column: `attribute.${column}`};
      checkKnown("unknown attribute", codesOf(event), known, at);
    }
  }
}

/** A question asks only for attributes, readings and options that the summary has. */
export function checkQuestion(
  {id: row, event, given, timeOf, reading = {}}: NamedQuestion,
  {attributes, readings}: Summary,
  file: string,
): void {
  const codes = attributes.map(({code}) => code);
  for (const [column, asked] of Object.entries({event, given, timeOf: [timeOf]}))
    checkKnown("unknown attribute", codesOf(asked), codes, {file, row, column});
  const ids = readings.map(({id}) => id);
  checkKnown("unknown reading", Object.keys(reading), ids, {file, row, column: "reading"});
  for (const {id: key, options} of readings) {
    const at = {file, row, column: `reading.${key}`};
    const known = options.map(({code}) => code);
    if (key in reading) checkKnown("unknown option of a reading", [reading[key]], known, at);
  }
}

/** However the sentences are read, some distribution of the answers fits every number. */
export function checkNoContradiction(summary: Summary): void {
  for (const reading of allReadings(summary)) {
    const claims = conflict(boundsModel({summary, solve}, reading));
    if (claims.length === 0) continue;
    const value = claims.map((id) => `${id} = ${summary.claims.find((claim) => claim.id === id)?.value}`).join(", ");
    const how = new URLSearchParams(reading).toString();
    const at = {file: "claims/claims.json", row: claims.join(", "), column: "value"};
    throw new InputError(`numbers contradict each other when read as ${how}`, {...at, value});
  }
}

const codesOf = (event: Event) => event.map((literal) => literal.replace("!", ""));

/** Codes that stand for an attribute whichever way the readings go. */
function codesReadIn(readings: readonly Reading[]): string[] {
  return readings.flatMap(({options: [first, ...others]}) =>
    Object.keys(first.standsFor).filter((code) => others.every(({standsFor}) => code in standsFor)),
  );
}

/** All that a code implies, and what that implies in turn. */
function impliedBy(code: string, attributes: readonly Attribute[], found = new Set<string>()): Set<string> {
  for (const next of attributes.find((attribute) => attribute.code === code)?.implies ?? []) {
    if (!found.has(next)) impliedBy(next, attributes, found.add(next));
  }
  return found;
}
