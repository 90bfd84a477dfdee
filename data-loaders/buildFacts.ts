import {solve} from "yalps";
import {derivedQuantities} from "../src/lib/derived.js";
import type {PublishedFacts} from "../src/lib/facts.js";
import {buildMunicipalities, buildRegister} from "./buildRegister.js";
import {readClaims} from "./readClaims.js";
import {readContext} from "./readContext.js";
import {readRegister} from "./readRegister.js";
import type {SourceReader} from "./readSource.js";
import {sourceReader} from "./readSource.js";

/**
 * Everything the report knows from what is published, checked.
 *
 * @throws InputError at the first defect in an input
 * @throws Error naming the claims, when numbers of the summary contradict each other
 */
export function buildFacts(read: SourceReader = sourceReader()): PublishedFacts {
  const summary = readClaims(read);
  const units = readRegister(read);
  return {
    summary,
    context: readContext(read),
    register: buildRegister(units),
    municipalities: buildMunicipalities(units),
    derived: derivedQuantities({summary, solve}),
    solve,
  };
}
