import {
  type AnsweredVariable,
  type Codebook,
  isAnswered,
  type MultipleVariable,
  type Variable,
} from "../../../src/lib/respondents/codebook.js";
import {columnName, noAnswer, notAsked} from "../../../src/lib/respondents/respondents.js";
import {whoColumns} from "./cellsOf.js";
import type {Defect, Dirtied, OwnRow} from "./defect.js";
import {oneOf, type Pick} from "./fileRow.js";

/** Ways in which answers do not agree with the questionnaire, or are written in another form. */
export const answerDefects: readonly Defect[] = [
  {id: "commas", rule: "joined", times: 6, dirty: commas},
  {id: "decimals", rule: "number", times: 4, dirty: (row, _, codebook) => page(row, codebook, (text) => `${text},0`)},
  {
    id: "tooManyPages",
    rule: "range",
    times: 2,
    dirty: (row, pick, codebook) => outOfRange(row, "2+", oneOf(["250", "2011"], pick), codebook),
  },
  {id: "noPages", rule: "range", times: 1, dirty: (row, _, codebook) => outOfRange(row, "1", "0", codebook)},
  {id: "notAsked", rule: "routing", times: 9, dirty: answerNotAsked},
  {id: "pagesWithoutFacebook", rule: "contradiction", times: 1, dirty: contradict},
  {
    id: "otherDate",
    rule: "date",
    times: 6,
    dirty: (row, pick, codebook) => date(row, oneOf(dateForms, pick), codebook),
  },
  {id: "otherYear", rule: "fieldwork", times: 3, dirty: otherYear},
];

/** Options separated by commas, in capitals. */
function commas({cells}: OwnRow, pick: Pick, {variables}: Codebook): Dirtied | null {
  const joined = variables.filter(({name, type}) => type === "multiple" && (cells.get(name) ?? "").includes(";"));
  if (joined.length === 0) return null;
  const {name} = oneOf(joined, pick);
  return {cells: [[name, (cells.get(name) ?? "").replaceAll(";", ",").toUpperCase()]], column: name};
}

/** The number of pages, written otherwise. */
function page({cells}: OwnRow, codebook: Codebook, rewrite: (text: string) => string): Dirtied | null {
  const count = pagesOf(codebook);
  const text = cells.get(count?.name ?? "") ?? "";
  return count && /^\d+$/.test(text) ? {cells: [[count.name, rewrite(text)]], column: count.name} : null;
}

/** The number that another answer can contradict; without one the first number. */
function pagesOf({variables, contradictions}: Codebook): Variable | undefined {
  const counts = variables.filter(({type}) => type === "count");
  const contradicting = contradictions.flatMap(({when}) => when.map(({variable}) => variable));
  return counts.find(({name}) => contradicting.includes(name)) ?? counts[0];
}

/** From one page and from several in their proportion, so that the stated share of these stays as it is. */
function outOfRange(row: OwnRow, from: "1" | "2+", text: string, codebook: Codebook): Dirtied | null {
  const dirtied = page(row, codebook, () => text);
  const pages = dirtied && row.cells.get(dirtied.column);
  if (!dirtied || (pages === "1") !== (from === "1")) return null;
  return {...dirtied, lost: [[dirtied.column, noAnswer]]};
}

/** An answer to a question that the row was not to be asked. */
function answerNotAsked(
  {respondent: {answers}}: OwnRow,
  pick: Pick,
  {variables, contradictions}: Codebook,
): Dirtied | null {
  const contradicting = contradictions.flatMap(({when}) => when.map(({variable}) => variable));
  const spared = variables
    .filter(isAnswered)
    .filter((variable) => answers.get(firstColumn(variable)) === notAsked && !contradicting.includes(variable.name))
    .filter((variable): variable is Extract<AnsweredVariable, {type: "single"}> => variable.type === "single");
  if (spared.length === 0) return null;
  const {name, categories} = oneOf(spared, pick);
  return {cells: [[name, oneOf(categories, pick).label.nb]], column: name};
}

function firstColumn(variable: AnsweredVariable): string {
  return columnName(variable.name, variable.type === "multiple" ? variable.categories[0].code : null);
}

/** A number of pages beside channels without the one that they are on. */
function contradict(
  {cells, respondent: {answers}}: OwnRow,
  _: Pick,
  {variables, contradictions}: Codebook,
): Dirtied | null {
  const [without, having] = contradictions[0]?.when ?? [];
  const channels = variables.find(
    (each): each is MultipleVariable => each.type === "multiple" && each.name === without?.variable,
  );
  if (!channels || !(Number(cells.get(having.variable)) >= 2)) return null;
  const option = without.comparisons[0].code;
  const rest = channels.categories.filter(
    ({code}) => code !== option && answers.get(columnName(channels.name, code)) === "yes",
  );
  if (rest.length === 0) return null;
  return {
    cells: [[channels.name, rest.map(({label}) => label.nb).join("; ")]],
    column: having.variable,
    lost: [
      [columnName(channels.name, option), noAnswer],
      [having.variable, noAnswer],
    ],
  };
}

/** Moments of which each part is a capture group: year, month, day, hour and minute. */
type Moment = readonly [year: string, month: string, day: string, hour: string, minute: string];

const dateForms: readonly ((moment: Moment) => string)[] = [
  ([year, month, day, hour, minute]) => `${Number(day)}.${Number(month)}.${year.slice(2)} kl. ${hour}.${minute}`,
  ([year, month, day]) => `${day}.${month}.${year.slice(2)}`,
  ([year, month, day]) => String(serialDay(Number(year), Number(month), Number(day))),
];

/** Days since 30 December 1899, as a spreadsheet leaves a date that has lost its form. */
function serialDay(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function date(row: OwnRow, write: (moment: Moment) => string, codebook: Codebook): Dirtied {
  const {submitted} = whoColumns(codebook);
  return {cells: [[submitted, write(row.moment.split(/[-T:]/) as unknown as Moment)]], column: submitted};
}

/** The year before: a clock that was wrong. */
function otherYear(row: OwnRow, _: Pick, codebook: Codebook): Dirtied {
  const earlier = ([year, month, day, hour, minute]: Moment) => `${day}.${month}.${Number(year) - 1} ${hour}:${minute}`;
  const dirtied = date(row, earlier, codebook);
  return {...dirtied, lost: [[dirtied.column, noAnswer]]};
}
