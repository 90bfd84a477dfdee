import {solve} from "yalps";
import {derivedQuantities} from "../src/lib/claims/derived.js";
import type {PublishedFacts} from "../src/lib/facts.js";
import {has} from "../src/lib/settings.js";
import {buildMunicipalities, buildRegister} from "./buildRegister.js";
import {readClaims, readQuestions} from "./inputs/readClaims.js";
import {readContext} from "./inputs/readContext.js";
import type {SourceReader} from "./inputs/readSource.js";
import {sourceReader} from "./inputs/readSource.js";
import {readRegister, type Units} from "./inputs/register/readRegister.js";

/**
 * Everything the report knows from what is published, checked.
 *
 * @throws InputError at the first defect in an input
 * @throws Error naming the claims, when numbers of the summary contradict each other
 */
export function buildFacts(read: SourceReader = sourceReader()): PublishedFacts {
  const {claims, register, context} = factReaders;
  const {questions, ...facts} = {
    ...(has("claims") ? claims(read) : withoutClaims),
    ...register(read),
    ...(has("context") ? context(read) : {context: {records: [], values: []}}),
  };
  return {...facts, derived: derivedQuantities({...facts, solve}, questions), solve};
}

/** What each folder of inputs holds, checked. The readers throw an `InputError` at the first defect. */
export const factReaders = {
  claims: (read: SourceReader) => {
    const summary = readClaims(read);
    return {summary, questions: readQuestions(read, summary)};
  },
  register: (read: SourceReader) => registerFacts(readRegister(read)),
  context: (read: SourceReader) => ({context: readContext(read)}),
};

/** Of a survey without a published summary. */
const withoutClaims: ReturnType<typeof factReaders.claims> = {
  summary: {claims: [], universes: [], attributes: [], readings: [], corrections: [], doubts: [], successLinks: []},
  questions: [],
};

const registerFacts = (units: Units) => ({register: buildRegister(units), municipalities: buildMunicipalities(units)});
