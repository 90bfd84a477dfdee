import {type Codebook, isAnswered} from "../../../src/lib/codebook.js";
import {whoColumns} from "./cellsOf.js";
import {type FileRow, oneOf, type Pick} from "./fileRow.js";
import type {OwnRow} from "./way.js";

/** Rows in which no respondent is to be found, though something is written in some. */
interface Stray {
  way: string;
  rule: string;
  number: string;
  name: string;
  /** True where the questions are answered. */
  hasAnswers: boolean;
}

const strays: readonly Stray[] = [
  {way: "blankRow", rule: "unit", number: "", name: "", hasAnswers: false},
  {way: "blankRow", rule: "unit", number: "", name: "", hasAnswers: false},
  {way: "blankRow", rule: "unit", number: "", name: "", hasAnswers: false},
  {way: "testRow", rule: "unit", number: "9999", name: "TEST", hasAnswers: true},
  {way: "testRow", rule: "unit", number: "", name: "test test", hasAnswers: true},
  {way: "noUnit", rule: "unit", number: "", name: "", hasAnswers: true},
  {way: "unknownName", rule: "unit", number: "", name: "Kommunen vår", hasAnswers: true},
  {way: "sharedName", rule: "unit", number: "", name: "Nes", hasAnswers: true},
  {way: "mergedNumber", rule: "unit", number: "0710", name: "", hasAnswers: true},
];

/** Rows that are to be set aside: blank ones, trials of the form, and answers of nobody knows whom. */
export function strayRows(rows: readonly OwnRow[], codebook: Codebook, pick: Pick): FileRow[] {
  const columns = whoColumns(codebook);
  return strays.map(({way, rule, number, name, hasAnswers}) => {
    const {cells, moment} = oneOf(rows, pick);
    const who: [string, string][] = [
      [columns.number, number],
      [columns.name, name],
    ];
    return {
      cells: new Map([...(hasAnswers ? cells : []), ...who]),
      moment,
      respondent: null,
      traces: [{way, rule, column: null}],
    };
  });
}

/** Rows of units that opened the form and answered nothing. */
export function unansweredRows(
  units: readonly {code: string; name: string}[],
  rows: readonly OwnRow[],
  codebook: Codebook,
  pick: Pick,
): FileRow[] {
  const {number, name} = whoColumns(codebook);
  return units.map((unit) => ({
    cells: new Map([
      [number, unit.code],
      [name, unit.name],
    ]),
    moment: oneOf(rows, pick).moment,
    respondent: null,
    traces: [{way: "openedOnly", rule: "empty", column: null}],
  }));
}

/** Names of the columns with answers, in the order of the questions. */
export function answerCells({variables}: Codebook, row: FileRow): string[] {
  const names = variables.filter(isAnswered).map(({name}) => name);
  return [...row.cells.keys()].filter((column) => names.includes(column.split(".")[0]));
}
