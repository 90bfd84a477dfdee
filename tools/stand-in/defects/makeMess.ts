import {shuffler} from "d3";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {withAnswers} from "../answerItems.js";
import type {MadeUp} from "../madeUp.js";
import {type NamedUnit, namedUnits} from "../units/namedUnits.js";
import {answerDefects} from "./answerDefects.js";
import {cellsOf, momentText, type Writings, whoColumns} from "./cellsOf.js";
import type {Defect, OwnRow} from "./defect.js";
import {duplicateRows} from "./duplicateRows.js";
import {type FileRow, oneOf, withCells} from "./fileRow.js";
import type {Making} from "./making.js";
import {remarks} from "./remarks.js";
import {strayRows} from "./strayRows.js";
import {textDefects} from "./textDefects.js";
import {hopelessDefects, unitDefects} from "./unitDefects.js";

/** How the survey tool of the stand-in file exports its questions with several boxes. */
const writings: Writings = {channels: "joined", challenges: "joined", success_criteria: "crosses"};

/** True of a question whose boxes stand joined in one column. */
export function isJoined(variable: string): boolean {
  return writings[variable] === "joined";
}

/**
 * Respondents as rows of an untidy export, in the order in which they came in, among rows that are no respondents. No
 * row is untidy in more than one way, so that each is on record for itself. Where something cannot be got back the
 * respondent in the row has lost it.
 */
export function makeMess(respondents: readonly MadeUp[], making: Making): FileRow[] {
  const {codebook, register, random} = making;
  const units = new Map(namedUnits(register).map((unit) => [unit.code, unit]));
  const tidy = respondents.map((respondent) => tidyRow(respondent, units, making));
  const ways = [...answerDefects, ...unitDefects(register, units), ...textDefects];
  const dirty = ways.reduce<readonly OwnRow[]>((rows, way) => dirtySome(rows, way, making), tidy);
  const answering = new Set(respondents.map(({unit}) => unit));
  const silent = shuffler(random)([...units.values()].filter(({code}) => !answering.has(code)));
  const strays = strayRows(dirty, {silent, hopeless: hopelessDefects(register)}, making);
  const all = [...dirty, ...duplicateRows(dirty, making), ...strays];
  return all
    .map((row) => dated(row, codebook))
    .sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}

function tidyRow(respondent: MadeUp, units: ReadonlyMap<string, NamedUnit>, {codebook, pick}: Making): OwnRow {
  const {number, name, submitted} = whoColumns(codebook);
  const minutes = 8 * 60 + pick(8 * 60);
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const comment = codebook.variables.find(({type}) => type === "text");
  const cells = new Map([
    [number, respondent.unit],
    [name, units.get(respondent.unit)?.name ?? ""],
    ...cellsOf(respondent.answers, codebook, writings),
  ]);
  if (comment && pick(20) === 0) cells.set(comment.name, oneOf(remarks, pick));
  return {cells, moment: `${respondent.answers.get(submitted)}T${time}`, respondent, traces: []};
}

/** Does a way to as many rows as it says, of those that are tidy yet. */
function dirtySome(rows: readonly OwnRow[], way: Defect, {codebook, random, pick}: Making): OwnRow[] {
  const done = new Map<OwnRow, OwnRow>();
  for (const row of shuffler(random)(rows.filter(({traces}) => traces.length === 0))) {
    const dirtied = done.size < way.times ? way.dirty(row, pick, codebook) : null;
    if (!dirtied) continue;
    const {cells, column, rule = way.rule, lost = []} = dirtied;
    const respondent = withAnswers(row.respondent, lost);
    done.set(row, {...row, ...withCells(row, cells), respondent, traces: [{way: way.id, rule, column}]});
  }
  return rows.map((row) => done.get(row) ?? row);
}

/** The moment as the export writes it, where nothing else is written. */
function dated(row: FileRow, codebook: Codebook): FileRow {
  const {submitted} = whoColumns(codebook);
  const isBlank = row.cells.size <= 2;
  return row.cells.get(submitted) || isBlank ? row : withCells(row, [[submitted, momentText(row.moment)]]);
}
