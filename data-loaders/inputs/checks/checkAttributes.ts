import {solve} from "yalps";
import {conflict} from "../../../src/lib/bounds/conflict.js";
import {allReadings, boundsModel} from "../../../src/lib/bounds/model.js";
import type {Attribute, Event, Reading, Summary} from "../../../src/lib/claims/claim.js";
import {InputError} from "../inputError.js";

/** Every code is an attribute, or stands for one in each reading of the claim that uses it; implications end. */
export function checkAttributes({attributes, claims, readings}: Summary): void {
  const codes = new Set(attributes.map(({code}) => code));
  for (const {code, implies} of attributes) {
    const at = {file: "claims/attributes.json", row: code, column: "implies"};
    const unknown = implies.find((each) => !codes.has(each));
    if (unknown !== undefined) throw new InputError("unknown attribute", {...at, value: unknown, known: codes});
    if (impliedBy(code, attributes).has(code)) throw new InputError("implies itself", {...at, value: code});
  }
  for (const {id, options} of readings) {
    for (const {code, standsFor} of options) {
      const unknown = Object.values(standsFor).find((each) => !codes.has(each));
      const at = {file: "claims/readings.json", row: id, column: `options.${code}.standsFor`};
      if (unknown !== undefined) throw new InputError("unknown attribute", {...at, value: unknown, known: codes});
    }
  }
  for (const {id, attribute} of claims) {
    const known = new Set([...codes, ...codesReadIn(readings.filter(({claim}) => claim === id))]);
    for (const column of ["event", "given"] as const) {
      const unknown = codesOf(attribute?.[column] ?? []).find((code) => !known.has(code));
      const at = {file: "claims/claims.json", row: id, column: `attribute.${column}`};
      if (unknown !== undefined) throw new InputError("unknown attribute", {...at, value: unknown, known});
    }
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
