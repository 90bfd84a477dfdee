import {solve} from "yalps";
import {boundsModel, type StatedShare} from "../../src/lib/bounds/model.js";
import type {Event, Summary} from "../../src/lib/claims/claim.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {type UnitCells, weightRespondents} from "../../src/lib/respondents/weighting.js";
import {buildDesign} from "../../src/lib/statistics/design.js";
import type {Answers} from "../../src/lib/statistics/domain.js";
import {respondedTo} from "../../src/lib/statistics/domain.js";
import {share} from "../../src/lib/statistics/share.js";
import {attributeAnswers} from "./attributeAnswers.js";
import {standInReading} from "./makeRespondents.js";

/** A stated figure beside what respondents give. Proportions, 0 to 1. */
export interface Reproduced {
  claim: string;
  stated: number;
  proportion: number;
  /** Respondents that it is a share of. */
  unweightedBase: number;
  /** True when it is printed as stated. */
  isSame: boolean;
}

/** The cells that respondents are weighted in, and of each respondent its own. */
export interface ReproducedOf {
  units: UnitCells;
  cellOf: Int32Array;
}

/** Every stated figure as respondents give it, weighted, those without a response to it left out as nonresponse. */
export function reproduced(
  respondents: Respondents,
  {codebook, summary, ...cells}: ReproducedOf & {codebook: Codebook; summary: Summary},
): Reproduced[] {
  return boundsModel({summary, solve}, standInReading).stated.map((stated) => {
    const event = eventAnswers(stated.event, respondents, codebook);
    const given = eventAnswers(stated.given, respondents, codebook);
    const {proportion, unweightedBase} = shareGiven(event, given, cells);
    return {
      claim: stated.claim,
      stated: stated.value,
      proportion,
      unweightedBase,
      isSame: isPrintedAs(proportion, stated),
    };
  });
}

function isPrintedAs(proportion: number, {value}: StatedShare): boolean {
  return Math.round(proportion * 100) === Math.round(value * 100);
}

function eventAnswers(event: Event, respondents: Respondents, codebook: Codebook): Answers {
  const literals = event.map((literal) => {
    const attribute = codebook.attributes.find(({code}) => code === literal.replace("!", ""));
    if (!attribute) throw new Error(`attribute without a question: ${literal}`);
    const answers = attributeAnswers(respondents, attribute);
    return literal.startsWith("!") ? answers.map((each) => 1 - each) : answers;
  });
  return Float64Array.from({length: respondents.count}, (_, row) => all(literals.map((answers) => answers[row])));
}

function all(values: readonly number[]): number {
  if (values.includes(0)) return 0;
  return values.some(Number.isNaN) ? Number.NaN : 1;
}

/** Weights made anew for those that responded. */
function shareGiven(event: Answers, given: Answers, {units, cellOf}: ReproducedOf) {
  const keep = respondedTo([event], given);
  const isKept = (_: number, row: number) => keep[row] === 1;
  const {weight} = weightRespondents(units, cellOf.filter(isKept));
  const design = buildDesign(new Float64Array(weight.length).fill(1), {weight});
  return share(design, event.filter(isKept), {domain: Uint8Array.from(given.filter(isKept))});
}
