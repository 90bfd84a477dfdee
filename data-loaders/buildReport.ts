import {readFileSync} from "node:fs";
import type {Facts} from "../src/lib/facts.js";
import {variableOfType} from "../src/lib/respondents/codebook.js";
import {has} from "../src/lib/settings.js";
import {buildFacts} from "./buildFacts.js";
import type {Traces} from "./downloads/leaks/leakFinder.js";
import {joinTraces, respondentTraces} from "./downloads/leaks/respondentTraces.js";
import {publishedRecord} from "./downloads/publishedRecord.js";
import {respondentsColumns} from "./downloads/respondentsColumns.js";
import {checkCodebookReferences} from "./inputs/checks/checkReferences.js";
import {InputError} from "./inputs/inputError.js";
import {checkFieldwork, readSettings} from "./inputs/readSettings.js";
import {sourceReader} from "./inputs/readSource.js";
import {readCountyTiles} from "./inputs/register/readCountyTiles.js";
import {readRegister} from "./inputs/register/readRegister.js";
import type {Survey} from "./survey/buildSurvey.js";
import {buildSurveyFacts} from "./survey/buildSurveyFacts.js";
import {
  askingOf,
  type ExplorerInput,
  explorerInput,
  pageExplorers,
  talliesNamed,
  wholeExplorer,
  withColumnFiles,
} from "./survey/explorer/explorerInput.js";
import {withTold} from "./survey/explorer/withTold.js";
import {protectByNoise} from "./survey/noise/protectByNoise.js";
import {readSurvey} from "./survey/readSurvey.js";

/** What a respondent wrote is told to the owner who checks the file, and not to all who read what a build says. */
function withoutAnswers(error: unknown): never {
  if (!(error instanceof InputError)) throw error;
  const shown = error.withoutValue();
  if (shown !== error) shown.message += "; npm run check-data shows what stands there";
  throw shown;
}

/** Everything a build knows. */
export interface Report {
  facts: Facts;
  survey: Survey;
  /** Path of the respondents' file; of several waves, of the last. */
  surveyPath: string;
  explorerInput: ExplorerInput;
  /** The files that pages count more than a few variables in, by column; empty where they are sent the respondents. */
  columnFiles: ReadonlyMap<string, Uint8Array>;
  /** What the file's respondents can be recognised by. */
  traces: () => Traces;
}

/**
 * Everything the report knows, and the respondents' file that part of it was computed from.
 *
 * @throws InputError at the first defect in an input, or when the respondents' file cannot be used
 */
export async function buildReport(): Promise<Report> {
  const read = sourceReader();
  const settings = readSettings(read);
  const units = readRegister(read);
  const {survey: whole, files} = await readSurvey(settings, {read, units}).catch(withoutAnswers);
  const survey: Survey = {...whole, record: publishedRecord(whole.record, whole.codebook)};
  const published = buildFacts(read);
  checkFieldwork(settings, published.summary.claims);
  checkCodebookReferences(survey.codebook, published.summary);
  const isNoisy = survey.settings.access === "protected" && survey.settings.protection === "noise";
  const noise = isNoisy ? protectByNoise(files[files.length - 1].path, survey) : undefined;
  const input = explorerInput(survey, {noise});
  const columnFiles = input.explorer.inCombinations && respondentsColumns(survey, input.countable);
  const found = columnFiles ? withColumnFiles(input, columnFiles) : input;
  const tiles = variableOfType(survey.codebook, "unitNumber") ? readCountyTiles(read, units.counties) : [];
  const surveyFacts = buildSurveyFacts(survey, found);
  const pages = pageExplorers(found, {...askingOf(published, survey), tiles});
  const byPage = has("claims") ? pages : withTold(pages, surveyFacts);
  const explorer = {...byPage, explore: wholeExplorer(found, {tiles, topics: Object.values(byPage)})};
  const tallySet = (name: string) => talliesNamed(found, name);
  return {
    facts: {...published, survey: surveyFacts, explorer, tallySet},
    survey,
    surveyPath: files[files.length - 1].path,
    explorerInput: found,
    columnFiles: columnFiles ?? new Map(),
    traces: () => ({
      ...joinTraces(files.map(({path, survey: read}) => respondentTraces(read, () => readFileSync(path)))),
      ...(noise && {secret: noise.secret, trueCounts: noise.trueCounts}),
    }),
  };
}
