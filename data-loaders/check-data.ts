import {existsSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import type {Codebook} from "../src/lib/respondents/codebook.js";
import {settings as own} from "../src/lib/settings.js";
import {dataReport, reportText} from "./checkData.js";
import {readArguments, runCommand} from "./command.js";
import {InputError} from "./inputs/inputError.js";
import {printable} from "./inputs/printable.js";
import {parseCodebook, readCodebook} from "./inputs/readCodebook.js";
import {type FileSettings, fileSettingsBeside, readFileSettings, settingsFileOf} from "./inputs/readFileSettings.js";
import {readSettings} from "./inputs/readSettings.js";
import {sourceReader} from "./inputs/readSource.js";
import type {Units} from "./inputs/register/units.js";
import {progressBar} from "./progressBar.js";
import {buildSurvey} from "./survey/buildSurvey.js";
import {refuseNoise} from "./survey/noise/refuseNoise.js";
import {surveyFiles, unitsOfWaves} from "./survey/readSurvey.js";
import {refuseEmptyPages} from "./survey/refuseEmptyPages.js";
import {refuseLosses, refuseWithoutColumn} from "./survey/refuseLosses.js";
import {checkForWaves, waveCodebook} from "./survey/waves/waveCodebooks.js";

const usage = "npm run check-data -- FILE [--json] [--codebook CODEBOOK.json]";

/** As long as nothing is said of a file, nothing of it is open. */
const notChosen: FileSettings = {rank: "estimated", access: "protected", received: null, note: null};

/** What the settings of the survey say of its file, if they say it. */
const ofSurvey = (file: string) => (own.access ? readFileSettings(file, own) : null);

/** `npm run check-data -- FILE`: what the build would make of a respondents' file, or of the file of each wave. Writes nothing. */
await runCommand(async () => {
  const {values, positionals} = readArguments({
    usage,
    options: {json: {type: "boolean", default: false}, codebook: {type: "string"}},
    least: own.surveyFile || own.waves.length > 0 ? 0 : 1,
    most: 1,
  });
  readSettings(sourceReader());
  const codebook = values.codebook === undefined ? undefined : codebookIn(values.codebook);
  const files = positionals.length > 0 ? [{file: positionals[0], codebook}] : ownFiles(codebook);
  const codes: number[] = [];
  for (const each of files) codes.push(await check(each, values.json));
  return codes.reduce((worst, code) => Math.max(worst, code), 0);
});

interface Checked {
  file: string;
  /** Default: the survey’s. */
  codebook: Codebook | undefined;
  /** Of a wave of units. Default: the register’s. */
  units?: Units;
  /** Code of the wave that it is of. */
  wave?: string;
}

/** The files that a build would be of, each with its codebook. */
function ownFiles(codebook: Codebook | undefined): Checked[] {
  const read = sourceReader();
  const paths = surveyFiles(own);
  if (own.waves.length === 0) return [{file: paths[0], codebook}];
  const whole = codebook ?? readCodebook(read);
  checkForWaves(whole, own.waves);
  const ofUnits = unitsOfWaves(whole, own, read);
  return own.waves.map((wave, at) => ({
    ...{file: paths[at], codebook: waveCodebook(wave, whole, read), units: ofUnits?.unitsOf[at].units, wave: wave.id},
  }));
}

/** Prints what would be made of a file, or why nothing can be. */
async function check({file, codebook, units, wave: id}: Checked, isJson: boolean): Promise<0 | 1> {
  const {progress, end} = progressBar();
  try {
    const chosen = existsSync(file) ? (fileSettingsBeside(file) ?? ofSurvey(file)) : null;
    const settings = chosen ?? notChosen;
    const wave = id === undefined ? undefined : {id, all: own.waves.map((each) => each.id)};
    const {design, panel} = own;
    const survey = await buildSurvey(file, {codebook, units, progress, settings, design, panel, wave});
    end();
    refuseLosses(survey);
    if (settings.access === "protected" && settings.protection === "noise") refuseNoise({...survey, waves: wave});
    if (process.env.SURVEY) refuseEmptyPages(survey.codebook, own);
    if (own.waves.length === 0) refuseWithoutColumn(survey);
    const report = dataReport(survey, chosen?.access ?? null);
    process.stdout.write(
      isJson
        ? `${JSON.stringify({usable: true, ...report}, null, 2)}\n`
        : printable(`${reportText(report)}\n${usable(file, chosen)}\n`),
    );
    return 0;
  } catch (error) {
    end();
    if (!(error instanceof InputError)) throw error;
    if (isJson) process.stdout.write(`${JSON.stringify({usable: false, error: error.message}, null, 2)}\n`);
    process.stderr.write(`not usable: ${error.message}\n`);
    return 1;
  }
}

/** The last line: whether the file can be used, and what a build needs beside it. */
function usable(file: string, chosen: FileSettings | null): string {
  if (chosen) return "usable";
  return `usable; before it is built, say {"access": "protected"} or {"access": "open"} in ${basename(settingsFileOf(file))}`;
}

function codebookIn(file: string) {
  if (!existsSync(file)) throw new InputError("no such codebook", {file});
  return parseCodebook(readFileSync(file, "utf8"), file);
}
