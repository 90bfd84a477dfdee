import type {CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Response} from "../../src/lib/respondents/response.js";
import type {Waves} from "../../src/lib/respondents/waves.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import {cleanTable} from "../cleaning/cleanTable.js";
import {unitDirectory} from "../cleaning/units/unitDirectory.js";
import type {RawTable} from "../files/rawTable.js";
import {readRawTable} from "../files/readRawTable.js";
import {readCodebook} from "../inputs/readCodebook.js";
import {type FileSettings, readFileSettings} from "../inputs/readFileSettings.js";
import {type SourceReader, sourceReader} from "../inputs/readSource.js";
import {readRegister, type Units} from "../inputs/register/readRegister.js";
import {buildWeighting} from "./buildWeighting.js";
import {responseOf} from "./registerGroupings.js";

/** A respondents' file, clean, with its codebook, its record and its weights. Node only: it holds respondents. */
export interface Survey {
  codebook: Codebook;
  settings: FileSettings;
  respondents: Respondents;
  record: CleaningRecord;
  weighting: Weighting;
  /** Of a survey that was made several times. */
  waves?: Waves;
  /** Null for a codebook without units. */
  response: Response | null;
}

/** A survey with the table that it was made of; its record says of each column what it was read as. */
export interface ReadSurvey extends Survey {
  raw: RawTable;
}

/** What is done to the file just now, and how far it is, 0 to 1. */
export type Progress = (step: "reading" | "cleaning" | "drafting", share: number) => void;

export interface SurveyOptions {
  read?: SourceReader;
  codebook?: Codebook;
  units?: Units;
  progress?: Progress;
  /** What the owner says of the file, by default in the settings beside it. */
  settings?: FileSettings;
}

/**
 * A respondents' file from its bytes to clean and weighted respondents.
 *
 * @param path the file, in any format that `readRawTable` reads
 * @throws InputError when the file cannot be used, saying why
 */
export async function buildSurvey(
  path: string,
  {
    read = sourceReader(),
    codebook = readCodebook(read),
    units = readRegister(read),
    progress = () => {},
    settings = readFileSettings(path),
  }: SurveyOptions = {},
): Promise<ReadSurvey> {
  const raw = await readRawTable(path, {
    progress: (done, total) => progress("reading", total === 0 ? 1 : done / total),
  });
  const {respondents: cleaned, record} = cleanTable(
    raw,
    {codebook, directory: unitDirectory(units)},
    {progress: (done, total) => progress("cleaning", done / total)},
  );
  const rank = cleaned.rank === "standIn" ? "standIn" : settings.rank;
  const respondents = {...cleaned, rank};
  const weighting = buildWeighting(codebook, respondents, units);
  return {
    raw,
    codebook,
    settings: {...settings, rank},
    respondents,
    record,
    weighting,
    response: responseOf(weighting),
  };
}
