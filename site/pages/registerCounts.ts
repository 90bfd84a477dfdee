import {suggestion} from "../../src/lib/language/nearest.js";
import {facts} from "../facts.js";

const prefix = "register-";
const {municipalities, countyAuthorities, counties, population} = facts.register;

/** Facts of the register, which carry source and date on the method page, and no rank. */
const counts: Readonly<Record<string, number>> = {municipalities, countyAuthorities, counties, population};

/** What `[[id]]` names a fact of the register by. */
export const registerIds: readonly string[] = Object.keys(counts).map((name) => prefix + name);

export function isRegisterId(id: string): boolean {
  return id.startsWith(prefix);
}

/**
 * A fact of the register.
 *
 * @param at where it is named, for the error
 * @throws when there is no such fact
 */
export function registerCount(id: string, at: string): number {
  const name = id.slice(prefix.length);
  const count = counts[name];
  if (count === undefined) {
    throw new Error(`unknown count of the register: ${name}${suggestion(name, Object.keys(counts))} ${at}`);
  }
  return count;
}
