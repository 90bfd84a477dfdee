import {randomLcg} from "d3";
import type {Respondents} from "../../src/lib/respondents.js";
import {buildWeighting, unitClasses} from "../buildWeighting.js";
import {dataHeader, standInMark} from "../cleaning/matchColumns.js";
import {readAssumptions} from "../readAssumptions.js";
import {readClaims} from "../readClaims.js";
import {readCodebook} from "../readCodebook.js";
import {readRegister} from "../readRegister.js";
import type {SourceReader} from "../readSource.js";
import {makeRespondents} from "./makeRespondents.js";
import {columnsOf} from "./mess/columnsOf.js";
import type {FileRow, Trace} from "./mess/fileRow.js";
import {isJoined, makeMess} from "./mess/makeMess.js";
import {type Reproduced, reproduced} from "./reproduced.js";
import {toRespondents} from "./toRespondents.js";
import {writeCsv} from "./writeCsv.js";

/** The file of stand-in respondents, and its settings beside it. */
export const standInFile = "microdata/stand-in.csv";
export const standInSettingsFile = "microdata/stand-in.settings.json";

/** The committed file's seed, 0 to 1. d3's `randomLcg` is the 32-bit generator of Numerical Recipes. */
const seed = 0.2011;

/** One thing done to a row of the file. */
export interface Mess extends Trace {
  /** Line on which the row starts. */
  row: number;
}

/** A file of stand-in respondents, and what cleaning is to make of it. */
export interface StandIn {
  /** The file’s text. */
  text: string;
  clean: Respondents;
  mess: readonly Mess[];
  /** Rows that are no respondents. */
  setAside: number;
}

/**
 * Stand-in respondents as an untidy export. The same seed gives the same bytes.
 *
 * @throws Error naming the stated figures that they do not reproduce
 */
export function makeStandIn(read: SourceReader, from = seed): StandIn {
  const codebook = readCodebook(read);
  const summary = readClaims(read);
  const register = readRegister(read);
  const assumptions = readAssumptions(read, {codebook, claims: summary.claims});
  const random = randomLcg(from);
  const made = makeRespondents({codebook, summary, assumptions, classes: unitClasses(register)}, random);
  const pick = (count: number) => Math.floor(random() * count);
  const rows = makeMess(made, {codebook, register, random, pick});
  const columns = [...columnsOf(codebook, isJoined), [dataHeader, dataHeader] as [string, string]];
  const {text, lines} = writeCsv(
    columns.map(([, header]) => header),
    rows.map(({cells}) => columns.map(([column]) => (column === dataHeader ? standInMark : (cells.get(column) ?? "")))),
  );
  const clean = toRespondents(ownRespondents(rows), codebook, ownLines(rows, lines));
  checkReproduced(reproduced(clean, buildWeighting(codebook, clean, register), {codebook, summary}));
  return {
    text,
    clean,
    mess: rows.flatMap(({traces}, index) => traces.map((trace) => ({...trace, row: lines[index]}))),
    setAside: rows.length - clean.count,
  };
}

/** Settings that lie beside the file. */
export const standInSettings = {
  $schema: "../../../docs/schemas/file-settings.json",
  rank: "standIn",
  access: "open",
  received: "2026-11-23",
  note: {
    nb: "Konstruerte svar. Ingen kommune har svart dette.",
    en: "Made-up respondents. No municipality has answered this.",
  },
} as const;

function ownRespondents(rows: readonly FileRow[]) {
  return rows.flatMap(({respondent}) => respondent ?? []);
}

function ownLines(rows: readonly FileRow[], lines: readonly number[]): Int32Array {
  return Int32Array.from(lines.filter((_, index) => rows[index].respondent !== null));
}

function checkReproduced(figures: readonly Reproduced[]): void {
  const wrong = figures.filter(({isSame}) => !isSame);
  if (wrong.length === 0) return;
  const named = wrong.map(({claim, stated, proportion}) => `${claim} = ${stated}, not ${proportion.toFixed(4)}`);
  throw new Error(`stated figures that the stand-in respondents do not reproduce: ${named.join("; ")}`);
}
