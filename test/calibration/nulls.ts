import {randomLcg, shuffler} from "d3";
import type {TallyColumn} from "../../src/lib/table/counts/tally.js";
import {associationOf, differencesOf} from "../../src/lib/table/tableTests.js";
import {classColumn, columnsOf, type ExploredVariable} from "../../src/lib/table/variable.js";
import type {Counted} from "./madeUpSurvey.js";
import {tableOf} from "./tables.js";

/** What the tables of one kind found in populations in which there is nothing to find. */
export interface FalseFinds {
  /** Such as “question by county”. */
  kind: string;
  /** Tables with a test, and those of them with p below 0.05. */
  tested: number;
  significant: number;
  /** Tables with pairs of columns compared, and those of them with a letter. */
  compared: number;
  lettered: number;
}

export interface NullOptions {
  /** How many populations are made. */
  populations: number;
  /** 0 to 1. */
  seed: number;
  /** How often a permutation test deals the answers, default as in the report. */
  draws?: number;
}

/**
 * Tables of populations in which nothing is associated: the answers to every question are dealt anew among those who
 * answered it within their class, or, for tables by class, among all. Every question by every other and by what the
 * register knows.
 */
export function falseFinds(survey: Counted, {populations, seed, draws}: NullOptions): FalseFinds[] {
  const random = randomLcg(seed);
  const found = new Map<string, FalseFinds>();
  const questions = survey.explorer.variables.filter(({type}) => type !== "register");
  const register = survey.explorer.variables.filter(({type}) => type === "register");
  for (let made = 0; made < populations; made++) {
    const within = dealt(survey, questions, {random, isWithin: true});
    const among = dealt(survey, questions, {random, isWithin: false});
    for (const [at, rows] of questions.entries()) {
      for (const columns of register)
        look(isByClass(columns) ? among : within, rows, columns, `question by ${columns.name}`);
      for (const columns of questions.slice(at + 1)) look(within, rows, columns, "question by question");
    }
  }
  return [...found.values()];

  function look(population: Counted, rows: ExploredVariable, columns: ExploredVariable, kind: string): void {
    const request = {rows, columns, filters: [], measure: "columnPercent", isWeighted: true} as const;
    const tabulated = tableOf(population, request);
    const finds = found.get(kind) ?? {kind, tested: 0, significant: 0, compared: 0, lettered: 0};
    found.set(kind, finds);
    const {test} = associationOf(tabulated, {draws});
    if (test) finds.tested++;
    if (test && test.p < 0.05) finds.significant++;
    const differences = differencesOf(tabulated);
    if (differences && differences.pairs.length > 0) finds.compared++;
    if (differences?.letters.some((row) => row.some(Boolean))) finds.lettered++;
  }
}

const isByClass = ({categories}: ExploredVariable) => categories.some(({column}) => column === classColumn);

/** The same respondents, with the answers to each question dealt anew among those who answered it. */
function dealt(
  survey: Counted,
  questions: readonly ExploredVariable[],
  {random, isWithin}: {random: () => number; isWithin: boolean},
): Counted {
  const {codes: classOf} = survey.columns.get(classColumn) as TallyColumn;
  const shuffle = shuffler(random);
  const columns = new Map(survey.columns);
  for (const question of questions) {
    const own = columnsOf(question).map((name) => survey.columns.get(name) as TallyColumn);
    const answered = Array.from(own[0].codes.keys()).filter((row) => own[0].codes[row] >= 0);
    const groups = isWithin
      ? [...new Set(classOf)].map((h) => answered.filter((row) => classOf[row] === h))
      : [answered];
    const codes = own.map((column) => column.codes.slice());
    for (const rows of groups) {
      const from = shuffle([...rows]);
      for (const [at, row] of rows.entries())
        for (const [option, column] of own.entries()) codes[option][row] = column.codes[from[at]];
    }
    for (const [option, column] of own.entries()) columns.set(column.name, {...column, codes: codes[option]});
  }
  return {...survey, columns};
}

/**
 * How often a planted difference is found: respondents are halved by chance, and one half says yes more often than the
 * other.
 *
 * @param difference in shares, such as 0.2
 */
export function power(survey: Counted, difference: number, {populations, seed, draws}: NullOptions): number {
  const random = randomLcg(seed);
  const [half, answer] = ["half", "answer"].map((name) => twoCategories(name));
  let found = 0;
  for (let made = 0; made < populations; made++) {
    const halves = Int32Array.from({length: survey.count}, (_, row) => row % 2);
    shuffler(random)(halves);
    const answers = halves.map((code) => {
      const share = 0.5 + (code === 0 ? difference : -difference) / 2;
      return Number(random() >= share);
    });
    const columns = new Map(survey.columns)
      .set("half", {name: "half", categories: ["a", "b"], codes: halves})
      .set("answer", {name: "answer", categories: ["a", "b"], codes: answers});
    const request = {rows: answer, columns: half, filters: [], measure: "columnPercent", isWeighted: true} as const;
    const {test} = associationOf(tableOf({...survey, columns}, request), {draws});
    if (test && test.p < 0.05) found++;
  }
  return found / populations;
}

function twoCategories(name: string): ExploredVariable {
  const label = (text: string) => ({nb: text, en: text});
  return {
    name,
    label: label(name),
    question: label(name),
    type: "single",
    isOrdered: false,
    origin: null,
    universe: [],
    categories: ["a", "b"].map((code) => ({code, label: label(code), column: name, of: [code]})),
  };
}
