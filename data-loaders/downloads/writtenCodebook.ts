import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {type Condition, serializeCondition} from "../../src/lib/respondents/condition.js";

/** The codebook with its conditions as files write them. */
export function writtenCodebook(codebook: Codebook) {
  const written = (conditions: readonly Condition[]) => conditions.map(serializeCondition);
  return {
    ...codebook,
    variables: codebook.variables.map((each) => ({...each, universe: written(each.universe)})),
    contradictions: codebook.contradictions.map((each) => ({...each, when: written(each.when)})),
    attributes: codebook.attributes.map((each) => ({...each, anyOf: written(each.anyOf)})),
  };
}
