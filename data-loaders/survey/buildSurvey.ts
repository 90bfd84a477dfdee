import type {CleaningRecord, ColumnRead} from "../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {CountedRespondents, Respondents} from "../../src/lib/respondents/respondents.js";
import type {Response} from "../../src/lib/respondents/response.js";
import type {Waves} from "../../src/lib/respondents/waves.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import type {DesignSettings} from "../../src/lib/settings.js";
import {cleanTable} from "../cleaning/cleanTable.js";
import {unitDirectory} from "../cleaning/units/unitDirectory.js";
import type {RawTable} from "../files/rawTable.js";
import {readRawTable} from "../files/readRawTable.js";
import {InputError} from "../inputs/inputError.js";
import {readCodebook} from "../inputs/readCodebook.js";
import {type FileSettings, readFileSettings} from "../inputs/readFileSettings.js";
import {type SourceReader, sourceReader} from "../inputs/readSource.js";
import {readRegister, type Units} from "../inputs/register/readRegister.js";
import {buildWeighting} from "./buildWeighting.js";
import {responseOf} from "./registerGroupings.js";
import {buildSample, type Sample} from "./sample/buildSample.js";
import type {DesignColumn} from "./sample/designColumn.js";
import {followedColumn} from "./sample/followedColumn.js";
import type {OneWave} from "./sample/readMargins.js";
import type {Panel} from "./waves/panel.js";

/** A survey with its codebook, its record and its weights, as far as counts of it go. */
export interface CountedSurvey {
  codebook: Codebook;
  settings: FileSettings;
  respondents: CountedRespondents;
  record: CleaningRecord;
  weighting: Pick<Weighting, "units" | "classes" | "regions">;
  /** Of a survey that was made several times. */
  waves?: Waves;
  /** Who answered in several of them, where that is known. */
  panel?: Panel;
  /** How respondents were drawn and weighted; left out where the owner says nothing of it. */
  sample?: Sample;
  /** Null for a codebook without units. */
  response: Response | null;
}

/** A respondents' file, clean. Node only: it holds respondents. */
export interface Survey extends CountedSurvey {
  respondents: Respondents;
  weighting: Weighting;
}

/** A survey with the table that it was made of; its record says of each column what it was read as. */
export interface ReadSurvey extends Survey {
  raw: RawTable;
  /** Of a wave whose respondents are followed: what each is called in all waves. */
  followed?: DesignColumn;
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
  /** What the survey's settings say of how respondents were drawn; default nothing. */
  design?: DesignSettings | null;
  /** Header of the column that says who answered in several waves; default none. */
  panel?: string | null;
  /** The wave that the file is of; default none. */
  wave?: OneWave;
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
    design = null,
    panel = null,
    wave,
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
  if (design && weighting.units.populations)
    throw new InputError("a design beside units of a register, by which respondents are weighted", {
      file: "settings.json",
      column: "design",
    });
  const sample = design && buildSample(design, {raw, columns: record.columns, codebook, respondents, read, wave});
  const followed =
    panel === null
      ? undefined
      : followedColumn(panel, {raw, columns: record.columns, rowNumbers: respondents.rowNumbers});
  const parts = new Map([...(sample?.columns ?? []), ...(followed ? [[followed.index, "panel"] as const] : [])]);
  return {
    raw,
    codebook,
    settings: {...settings, rank},
    respondents,
    record: {...record, columns: withDesign(record.columns, parts)},
    weighting,
    ...(sample && {sample}),
    ...(followed && {followed}),
    response: responseOf(weighting),
  };
}

/** What columns were read as, and what the design says of them. */
function withDesign(read: readonly ColumnRead[], parts: Sample["columns"]): ColumnRead[] {
  return read.map((column, index) => {
    const design = parts.get(index);
    return design ? {...column, design} : column;
  });
}
