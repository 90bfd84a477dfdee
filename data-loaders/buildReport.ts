import {readFileSync} from "node:fs";
import type {Facts} from "../src/lib/facts.js";
import {variableOfType} from "../src/lib/respondents/codebook.js";
import type {Settings} from "../src/lib/settings.js";
import {has} from "../src/lib/settings.js";
import {buildFacts} from "./buildFacts.js";
import type {Traces} from "./downloads/leaks/leakFinder.js";
import {joinTraces, respondentTraces} from "./downloads/leaks/respondentTraces.js";
import {publishedRecord} from "./downloads/publishedRecord.js";
import {respondentsColumns} from "./downloads/respondentsColumns.js";
import {checkCodebookReferences} from "./inputs/checks/checkReferences.js";
import {InputError} from "./inputs/inputError.js";
import {checkFieldwork, readSettings} from "./inputs/readSettings.js";
import type {SourceReader} from "./inputs/readSource.js";
import {sourceReader} from "./inputs/readSource.js";
import {readCountyTiles} from "./inputs/register/readCountyTiles.js";
import type {Units} from "./inputs/register/readRegister.js";
import {readRegister} from "./inputs/register/readRegister.js";
import type {CountedSurvey, Survey} from "./survey/buildSurvey.js";
import {buildSurveyFacts} from "./survey/buildSurveyFacts.js";
import {countsFolder, type FrequenciesByColumn} from "./survey/counts/countsFolder.js";
import {readCounts} from "./survey/counts/readCounts.js";
import {talliesNamed} from "./survey/explorer/combinations.js";
import type {CountableRows} from "./survey/explorer/countable.js";
import {
  askingOf,
  type ExplorerInput,
  explorerInput,
  pageExplorers,
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
  if (shown !== error)
    shown.message += `; npm run ${process.env.COUNTS ? "counts-sql" : "check-data"} shows what stands there`;
  throw shown;
}

/** Everything a build knows. */
export interface Report extends SurveySource {
  facts: Facts;
}

/**
 * Everything the report knows, and the survey that part of it was computed from.
 *
 * @throws InputError at the first defect in an input, or when the respondents' file cannot be used
 */
export async function buildReport(): Promise<Report> {
  const read = sourceReader();
  const settings = readSettings(read);
  const units = readRegister(read);
  const source = await readSurveySource(settings, {read, units}).catch(withoutAnswers);
  const {survey, explorerInput} = source;
  const published = buildFacts(read);
  checkFieldwork(settings, published.summary.claims);
  checkCodebookReferences(survey.codebook, published.summary);
  const tiles = variableOfType(survey.codebook, "unitNumber") ? readCountyTiles(read, units.counties) : [];
  const surveyFacts = buildSurveyFacts(survey, explorerInput);
  const pages = pageExplorers(explorerInput, {...askingOf(published, survey), tiles});
  const byPage = has("claims") ? pages : withTold(pages, surveyFacts);
  const explorer = {...byPage, explore: wholeExplorer(explorerInput, {tiles, topics: Object.values(byPage)})};
  const tallySet = (name: string) => talliesNamed(explorerInput, name);
  return {...source, facts: {...published, survey: surveyFacts, explorer, tallySet}};
}

/** A survey and what it is explored with: read from files of responses, or from what a database counted. */
export interface SurveySource {
  survey: CountedSurvey;
  /** Path of the respondents' file, of several waves of the last; or of the folder of counts. */
  surveyPath: string;
  explorerInput: ExplorerInput;
  /** The respondents row by row, or what a database counted of each column. */
  answers: {survey: Survey; rows: CountableRows} | {frequencies: FrequenciesByColumn};
  /** The files that pages count more than a few variables in, by column; empty where they are sent the respondents, or counts alone. */
  columnFiles: ReadonlyMap<string, Uint8Array>;
  /** What the file's respondents can be recognised by. */
  traces: () => Traces;
}

/**
 * The survey of a build.
 *
 * @throws InputError when its files, or the counts that `COUNTS` names, cannot be used
 */
async function readSurveySource(settings: Settings, given: {read: SourceReader; units: Units}): Promise<SurveySource> {
  const folder = countsFolder(settings);
  return folder === null ? fromFiles(settings, given) : fromCounts(folder, settings, given.read);
}

async function fromFiles(settings: Settings, given: {read: SourceReader; units: Units}): Promise<SurveySource> {
  const {survey: whole, files} = await readSurvey(settings, given);
  const survey: Survey = {...whole, record: publishedRecord(whole.record, whole.codebook)};
  const surveyPath = files[files.length - 1].path;
  const isNoisy = survey.settings.access === "protected" && survey.settings.protection === "noise";
  const noise = isNoisy ? protectByNoise(surveyPath, survey) : undefined;
  const input = explorerInput(survey, {noise});
  const columnFiles = input.explorer.inCombinations && respondentsColumns(survey, input.rows);
  const found = columnFiles ? withColumnFiles(input, columnFiles) : input;
  return {
    survey,
    surveyPath,
    explorerInput: found,
    answers: {survey, rows: found.rows},
    columnFiles: columnFiles ?? new Map(),
    traces: () => ({
      ...joinTraces(files.map(({path, survey: read}) => respondentTraces(read, () => readFileSync(path)))),
      ...(noise && {secret: noise.secret, trueCounts: noise.trueCounts}),
    }),
  };
}

/** Counts have nothing that a respondent alone can have written. */
async function fromCounts(folder: string, settings: Settings, read: SourceReader): Promise<SurveySource> {
  const {survey, explorerInput: found, frequencies} = await readCounts(folder, settings, read);
  return {
    survey,
    surveyPath: folder,
    explorerInput: found,
    answers: {frequencies},
    columnFiles: new Map(),
    traces: () => ({texts: new Map(), rows: [], file: Buffer.alloc(0)}),
  };
}
