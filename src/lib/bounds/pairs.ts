import type {Attribute} from "../claims/claim.js";
import type {Question} from "./answer.js";

/** Every attribute of all, then of those with each other attribute. */
export function pairs(attributes: readonly Attribute[]): Question[] {
  const codes = attributes.map(({code}) => code);
  const given = [[], ...codes.map((code) => [code])];
  return given.flatMap((of) => codes.filter((code) => !of.includes(code)).map((code) => ({event: [code], given: of})));
}
