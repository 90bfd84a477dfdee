import {solve} from "yalps";
import {boundsModel, type StatedShare} from "../../src/lib/bounds/model.js";
import type {Event, Summary} from "../../src/lib/claims/claim.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {type UnitCells, weightRespondents} from "../../src/lib/respondents/weighting.js";
import {buildDesign} from "../../src/lib/statistics/design.js";
import {share} from "../../src/lib/statistics/mean.js";
import {attributeAnswers, type Truth} from "./attributeAnswers.js";
import {standInReading} from "./makeRespondents.js";
import {respondedTo} from "./respondedTo.js";

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

function eventAnswers(event: Event, respondents: Respondents, codebook: Codebook): Truth {
  const literals = event.map((literal) => {
    const attribute = codebook.attributes.find(({code}) => code === literal.replace("!", ""));
    if (!attribute) throw new Error(`attribute without a question: ${literal}`);
    const answers = attributeAnswers(respondents, attribute);
    return literal.startsWith("!") ? answers.map((each) => (each < 0 ? each : 1 - each)) : answers;
  });
  return Int32Array.from({length: respondents.count}, (_, row) => all(literals.map((answers) => answers[row])));
}

/** Three-valued AND. */
function all(values: readonly number[]): number {
  return values.includes(0) ? 0 : Math.min(1, ...values);
}

/** Weights made anew for those that responded. */
function shareGiven(event: Truth, given: Truth, {units, cellOf}: ReproducedOf) {
  const values = [0, 1];
  const keep = respondedTo([{codes: event}], {codes: given, values});
  const isKept = (_: number, row: number) => keep[row] === 1;
  const {weight} = weightRespondents(units, cellOf.filter(isKept));
  const design = buildDesign(new Float64Array(weight.length).fill(1), {weight});
  return share(design, {codes: event.filter(isKept), values}, {domain: Uint8Array.from(given.filter(isKept))});
}
