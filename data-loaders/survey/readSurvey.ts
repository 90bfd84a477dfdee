import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import type {Settings} from "../../src/lib/settings.js";
import {InputError} from "../inputs/inputError.js";
import {readCodebook} from "../inputs/readCodebook.js";
import {readFileSettings} from "../inputs/readFileSettings.js";
import type {SourceReader} from "../inputs/readSource.js";
import {readDatedRegister} from "../inputs/register/datedRegister.js";
import type {Units} from "../inputs/register/units.js";
import {unitsOn} from "../inputs/register/unitsOn.js";
import {buildSurvey, type ReadSurvey, type Survey} from "./buildSurvey.js";
import {refuseEmptyPages} from "./refuseEmptyPages.js";
import {refuseLosses, refuseWithoutColumn} from "./refuseLosses.js";
import {surveyFile} from "./surveyFile.js";
import {joinWaves} from "./waves/joinWaves.js";
import {checkForWaves, waveCodebook} from "./waves/waveCodebooks.js";

/** A file of responses, and what was made of it. */
export interface ReadFile {
  path: string;
  survey: ReadSurvey;
}

/** The files of responses of a build: one, or one for each wave, the earliest first. */
export function surveyFiles({surveyFile: setting, waves}: Pick<Settings, "surveyFile" | "waves">): string[] {
  if (waves.length === 0) return [surveyFile({setting})];
  if (process.env.SURVEY_FILE)
    throw new InputError("SURVEY_FILE names one file, and the survey has a file for each wave", {
      ...{file: "settings.json", column: "waves", value: process.env.SURVEY_FILE},
    });
  return waves.map(({file}) => surveyFile({environment: "", setting: file}));
}

/**
 * The survey that a build is of, from its file, or from the files of its waves.
 *
 * @throws InputError when a file cannot be used, or loses answers, or the waves do not go together
 */
export async function readSurvey(
  settings: Settings,
  {read, units}: {read: SourceReader; units: Units},
): Promise<{survey: Survey; files: readonly ReadFile[]}> {
  const {waves, design, panel} = settings;
  const codebook = readCodebook(read);
  refuseEmptyPages(codebook, settings);
  const paths = surveyFiles(settings);
  const fileOf = async (path: string, own: Codebook, ofWave = units, id?: string): Promise<ReadFile> => {
    const wave = id === undefined ? undefined : {id, all: waves.map((each) => each.id)};
    const given = {read, wave, units: ofWave, codebook: own, settings: readFileSettings(path, settings), design, panel};
    const survey = await buildSurvey(path, given);
    refuseLosses(survey);
    return {path, survey};
  };
  if (waves.length === 0) {
    if (panel !== null)
      throw new InputError("a panel without waves to be followed through", {
        ...{file: "settings.json", column: "panel", value: panel},
      });
    const file = await fileOf(paths[0], codebook);
    const {raw: _, ...survey} = file.survey;
    refuseWithoutColumn(survey);
    return {survey, files: [file]};
  }
  checkForWaves(codebook, waves);
  const ofUnits = unitsOfWaves(codebook, settings, read);
  if (ofUnits && panel !== null)
    throw new InputError("a panel beside units of a register, which are followed by their numbers", {
      ...{file: "settings.json", column: "panel", value: panel},
    });
  const files: ReadFile[] = [];
  for (const [at, path] of paths.entries())
    files.push(await fileOf(path, waveCodebook(waves[at], codebook, read), ofUnits?.unitsOf[at].units, waves[at].id));
  const joined = waves.map((wave, at) => ({wave, survey: files[at].survey}));
  const survey = joinWaves(codebook, joined, ofUnits);
  refuseWithoutColumn({...survey, codebook});
  return {survey, files};
}

/**
 * The units of each wave on its first day; undefined of a survey whose respondents are no units.
 *
 * @throws InputError where the register does not say when they were
 */
export function unitsOfWaves(codebook: Codebook, {waves, fieldwork}: Settings, read: SourceReader) {
  if (!variableOfType(codebook, "unitNumber")) return undefined;
  const register = readDatedRegister(read);
  if (!register)
    throw new InputError("waves of units need a register that says when they were: register/municipalities.csv", {
      ...{file: "settings.json", column: "waves"},
    });
  const days = waves.map((wave) => (wave.fieldwork ?? fieldwork).from);
  return {register, unitsOf: days.map((day) => ({day, units: unitsOn(register, day)}))};
}
