import {isPlainNumber} from "./text/numberOfText.js";

/** What stands above the rows of a table. */
export interface Header {
  texts: readonly string[];
  /** What the file calls each column beside its header, where it has a row for that. */
  labels: readonly (string | null)[];
  /** How many rows it takes. */
  rows: number;
}

/** Rows that are looked at to tell where the header is. */
export const rowsLookedAt = 20;

/** What Qualtrics writes in its third row. */
const importId = /^\{"ImportId":/;
/** Columns of Qualtrics that its second row names anew. */
const qualtrics = ["startdate", "enddate", "status", "progress", "finished", "recordeddate", "responseid"];
/** What SurveyMonkey writes below a question that has one column. */
const oneColumn = /^(open-ended )?response$/i;

/**
 * The header of a table: its first row, or with it the second and third in which some survey tools go on.
 * Qualtrics writes names, questions and ids. SurveyMonkey writes questions, and below them the options.
 *
 * @param rows the first rows of the table; a row may lack empty cells at its end
 */
export function headerOf(rows: readonly (readonly string[])[]): Header {
  const [first, second, third] = rows;
  const alone = {texts: first, labels: first.map(() => null), rows: 1};
  if (second === undefined) return alone;
  if (third && isAll(third, (cell) => importId.test(cell))) return withQuestions(first, second, 3);
  if (isQualtrics(first, second)) return withQuestions(first, second, 2);
  return isSurveyMonkey(first, second) ? {...alone, ...withOptions(first, second)} : alone;
}

/**
 * How many rows stand above the header, such as a title: where the first row fills less than half of the table's width, those
 * above the first row of different words, without a gap, that is as wide as the rows below it, if numbers are among these, or
 * an empty row stands above it and single cells above that.
 *
 * @param rows the first rows of the file, up to `rowsLookedAt`
 * @param isAfterGap true of a row above which an empty one stands; default none
 */
export function rowsAboveHeader(
  rows: readonly (readonly string[])[],
  isAfterGap: (at: number) => boolean = () => false,
): number {
  const widths = rows.map((row) => row.findLastIndex(Boolean) + 1);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const filled = rows[0].filter(Boolean).length;
  if (widths[0] === widest || 2 * filled > widest || headerOf(rows).rows > 1) return 0;
  const isApart = (at: number) =>
    isAfterGap(at) && at + 1 < rows.length && rows.slice(0, at).every((above) => above.filter(Boolean).length === 1);
  const isHeader = (row: readonly string[], at: number) =>
    at > 0 &&
    widths[at] === widest &&
    isAllWords(row) &&
    (rows.slice(at + 1).some((below) => below.some(isNumber)) || isApart(at));
  return Math.max(0, rows.findIndex(isHeader));
}

const isNumber = (cell: string) => isPlainNumber(cell.trim());

/** True of a row of two cells or more, all different, of which none is a number and none is empty but before the first. */
function isAllWords(row: readonly string[]): boolean {
  const cells = row.slice(row.findIndex(Boolean), row.findLastIndex(Boolean) + 1);
  return cells.length > 1 && new Set(cells).size === cells.length && !cells.includes("") && !cells.some(isNumber);
}

/** True if a row has cells, and all are of a kind. */
function isAll(row: readonly string[], isOfKind: (cell: string) => boolean): boolean {
  const cells = row.filter(Boolean);
  return cells.length > 0 && cells.every(isOfKind);
}

const plain = (text: string) => text.replace(/\s/g, "").toLowerCase();

function isQualtrics(first: readonly string[], second: readonly string[]): boolean {
  const known = first.flatMap((text, at) => (qualtrics.includes(plain(text)) ? [at] : []));
  return known.length > 2 && known.every((at) => plain(second[at] ?? "").startsWith(plain(first[at]).slice(0, 6)));
}

function withQuestions(names: readonly string[], questions: readonly string[], rows: number): Header {
  return {texts: names, labels: names.map((_, at) => questions[at]?.trim() || null), rows};
}

/** The second row names no respondent, and options where the first has gaps, or says that there are none. */
function isSurveyMonkey(first: readonly string[], second: readonly string[]): boolean {
  if (first[0] === "" || second[0] !== "") return false;
  const hasGap = second.some((text, at) => at > 0 && text !== "" && (first[at] ?? "") === "");
  return (hasGap && isAll(second, (cell) => !/^[\d.,]+$/.test(cell))) || isAll(second, (cell) => oneColumn.test(cell));
}

function withOptions(first: readonly string[], second: readonly string[]): Pick<Header, "texts" | "labels" | "rows"> {
  const length = Math.max(first.length, second.length);
  let question = "";
  const texts = Array.from({length}, (_, at) => {
    question = first[at] || question;
    const option = second[at] ?? "";
    if (option === "") return first[at] ?? "";
    return oneColumn.test(option) ? question : `${question} - ${option}`;
  });
  return {texts, labels: texts.map(() => null), rows: 2};
}
