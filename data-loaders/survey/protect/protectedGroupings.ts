import {waveVariable} from "../../../src/lib/respondents/waves.js";
import type {Survey} from "../buildSurvey.js";
import {type RespondentGrouping, registerGroupings} from "../registerGroupings.js";

/** What tables of a protected file are broken down by: what the register knows, and the wave, which is no answer. */
export function protectedGroupings({
  codebook,
  respondents,
  weighting,
}: Pick<Survey, "codebook" | "respondents" | "weighting">): RespondentGrouping[] {
  const wave = codebook.variables.find(({name}) => name === waveVariable);
  const column = respondents.columns.find(({name}) => name === waveVariable);
  const register = registerGroupings(weighting);
  if (!wave || !column || !("categories" in wave)) return register;
  const groups = wave.categories.map(({code, label}) => ({code, label, population: null}));
  return [...register, {id: waveVariable, label: wave.label, groups, groupOf: column.codes}];
}
