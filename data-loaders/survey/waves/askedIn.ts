import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import type {Waves} from "../../../src/lib/respondents/waves.js";
import type {WaveSettings} from "../../../src/lib/settings.js";
import type {ReadSurvey} from "../buildSurvey.js";
import {codesOf} from "./waveCodebooks.js";

/** A wave, and what was made of its file by its codebook. */
export interface WaveSurvey {
  wave: WaveSettings;
  survey: ReadSurvey;
}

/** True of a wave that asked a question, or of a multiple response offered an option: its codebook and its file have it. */
export function isAskedIn(
  {survey: {codebook, record}}: WaveSurvey,
  name: string,
  option: string | null = null,
): boolean {
  const variable = codebook.variables.find((each) => each.name === name);
  if (!variable || (option !== null && !codesOf(variable).includes(option))) return false;
  const read = record.columns.flatMap(({readAs}) => readAs ?? []);
  if (read.includes(name)) return true;
  return option === null ? read.some((each) => each.startsWith(`${name}.`)) : read.includes(`${name}.${option}`);
}

/** By question and wave the answers that could not be given, where others could. */
export function notOffered({variables}: Codebook, waves: readonly WaveSurvey[]): Waves["notOffered"] {
  const found = variables.filter(isAnswered).flatMap((variable) => {
    const {name} = variable;
    const lacking = waves
      .filter((each) => isAskedIn(each, name))
      .map((each): [string, string[]] => [
        each.wave.id,
        codesOf(variable).filter((code) => !isOffered(each, name, code)),
      ])
      .filter(([, codes]) => codes.length > 0);
    return lacking.length > 0 ? [[name, Object.fromEntries(lacking)] as const] : [];
  });
  return Object.fromEntries(found);
}

function isOffered(wave: WaveSurvey, name: string, code: string): boolean {
  const variable = wave.survey.codebook.variables.find((each) => each.name === name);
  if (variable?.type === "multiple") return isAskedIn(wave, name, code);
  return variable !== undefined && codesOf(variable).includes(code);
}
