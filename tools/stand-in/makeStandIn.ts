import {randomLcg} from "d3";
import {dataHeader, standInMark} from "../../data-loaders/cleaning/matchColumns.js";
import {readAssumptions} from "../../data-loaders/inputs/readAssumptions.js";
import {readClaims} from "../../data-loaders/inputs/readClaims.js";
import {readCodebook} from "../../data-loaders/inputs/readCodebook.js";
import type {SourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister, type Units} from "../../data-loaders/inputs/register/readRegister.js";
import {buildWeighting, unitCells, unitClasses} from "../../data-loaders/survey/buildWeighting.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Random} from "./allocate.js";
import {columnsOf} from "./defects/columnsOf.js";
import type {FileRow, Trace} from "./defects/fileRow.js";
import {isJoined, makeMess} from "./defects/makeMess.js";
import type {MadeUp} from "./madeUp.js";
import {makeRespondents, type StandInSources} from "./makeRespondents.js";
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
  const made = reproducing({codebook, summary, assumptions, register}, random);
  const pick = (count: number) => Math.floor(random() * count);
  const rows = makeMess(made, {codebook, register, random, pick});
  const columns = [...columnsOf(codebook, isJoined), [dataHeader, dataHeader] as [string, string]];
  const {text, lines} = writeCsv(
    columns.map(([, header]) => header),
    rows.map(({cells}) => columns.map(([column]) => (column === dataHeader ? standInMark : (cells.get(column) ?? "")))),
  );
  const clean = toRespondents(ownRespondents(rows), codebook, ownLines(rows, lines));
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

interface RegisterSources extends Omit<StandInSources, "classes"> {
  register: Units;
}

/** How often respondents are made before it is given up. */
const mostTries = 100;

/** Respondents that reproduce every stated figure as printed: of those made one after the other the first that do. */
function reproducing({register, ...sources}: RegisterSources, random: Random): MadeUp[] {
  const {codebook, summary} = sources;
  const units = unitCells(register);
  let figures: Reproduced[] = [];
  for (let tries = 0; tries < mostTries; tries++) {
    const made = makeRespondents({...sources, classes: unitClasses(register)}, random);
    const respondents = toRespondents(made, codebook);
    const {cellOf} = buildWeighting(codebook, respondents, register);
    figures = reproduced(respondents, {codebook, summary, units, cellOf});
    if (figures.every(({isSame}) => isSame)) return made;
  }
  const wrong = figures.filter(({isSame}) => !isSame);
  const named = wrong.map(({claim, stated, proportion}) => `${claim} = ${stated}, not ${proportion.toFixed(4)}`);
  throw new Error(`stated figures that the stand-in respondents do not reproduce: ${named.join("; ")}`);
}
