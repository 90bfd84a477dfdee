import {randomLcg} from "d3";
import type {CountableRows} from "../../../data-loaders/survey/explorer/countable.js";
import {countsOfRows} from "../../../data-loaders/survey/explorer/countsOfRows.js";
import {type ExplorerInput, mostRespondentsSent} from "../../../data-loaders/survey/explorer/explorerInput.js";
import {meets} from "../../../src/lib/respondents/condition.js";
import {codeOfReason} from "../../../src/lib/respondents/respondents.js";
import {combinedOf} from "../../../src/lib/table/counts/combinations.js";
import type {TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../../../src/lib/table/variable.js";
import type {Random} from "../../../tools/leisure/pick.js";

/** Of a hundred respondents who were asked something, how many left it unanswered and how many did not know. */
const unansweredInHundred = 3;
const unknownInHundred = 1;
/** How much of each class answered. */
const answeredPart = 0.96;

/**
 * As many made-up respondents as wanted, of the same codebook: in each county and class as many as the register's units
 * let one expect, to each question an answer by chance that knows nothing of the others, but for the routing. So hardly a
 * combination of answers is missing among many: nothing is larger to send.
 *
 * @param seed 0 to 1; of the same seed come the same respondents
 */
export function madeUpExplored(found: CountableRows, count: number, seed = 0.2011): CountableRows {
  const random = randomLcg(seed);
  const columns = new Map(
    [...found.columns].map(([name, column]) => [name, {...column, codes: new Int32Array(count)}]),
  );
  placeRespondents(found, columns, random);
  for (const variable of found.variables)
    if (variable.type !== "register") answerQuestion(variable, {columns, variables: found.variables, random});
  return {...scaled(found, count), columns, count};
}

/** What a file is explored with, its respondents at hand. */
export type RowsInput = ExplorerInput & {rows: CountableRows};

/** The same with what pages are told of it. */
export function madeUpExploring({rows: found, explorer, ...rest}: RowsInput, count: number): RowsInput {
  const rows = madeUpExplored(found, count);
  const countable = {...rows, counts: countsOfRows(rows)};
  const {variables, filters} = explorer;
  const isLarge = count > mostRespondentsSent;
  const inCombinations = isLarge ? {inCombinations: {...combinedOf(variables, filters), bytes: {}}} : {};
  return {
    ...rest,
    rows,
    countable,
    explorer: {...explorer, units: countable.units, respondents: count, ...inCombinations},
  };
}

/** Units by class and county, as many times more as there are more respondents. */
function scaled({units, ...found}: CountableRows, count: number): CountableRows {
  const all = (units.populations ?? []).reduce((sum, n) => sum + n, 0);
  const times = count / answeredPart / (all || 1);
  const populations = units.populations?.map((n) => Math.round(n * times)) ?? null;
  return {...found, units: {...units, populations}};
}

type Columns = ReadonlyMap<string, TallyColumn>;

function placeRespondents({units: {populations, regions}}: CountableRows, columns: Columns, random: Random): void {
  const {codes: counties} = columnOf(columns, regionColumn);
  const {codes: classes} = columnOf(columns, classColumn);
  const units = (populations ?? []).flatMap((n, cell) => new Array<number>(n).fill(cell));
  for (let row = 0; row < classes.length; row++) {
    const cell = units[Math.floor(random() * units.length)];
    counties[row] = cell % regions.length;
    classes[row] = Math.floor(cell / regions.length);
  }
}

interface Answering {
  columns: Columns;
  variables: readonly ExploredVariable[];
  random: Random;
}

const [noAnswer, notAsked, dontKnow] = (["noAnswer", "notAsked", "dontKnow"] as const).map((reason) =>
  codeOfReason(reason),
);

function answerQuestion(variable: ExploredVariable, {columns, variables, random}: Answering): void {
  const own = columnsOf(variable).map((name) => columnOf(columns, name));
  const isAsked = askedOf(variable, columns, variables);
  for (let row = 0; row < own[0].codes.length; row++) {
    const lack = isAsked(row) ? lackOfAnswer(random) : notAsked;
    for (const [at, {codes, categories}] of own.entries())
      codes[row] = lack ?? answer(categories.length, variable.type === "multiple", at, random);
  }
}

function lackOfAnswer(random: Random): number | null {
  const drawn = random() * 100;
  if (drawn < unansweredInHundred) return noAnswer;
  return drawn < unansweredInHundred + unknownInHundred ? dontKnow : null;
}

/** Of a multiple response the first options are chosen more often than the last; of a single one the first categories. */
function answer(categories: number, isOption: boolean, at: number, random: Random): number {
  if (isOption) return random() < 0.8 / (1 + at / 4) ? 1 : 0;
  return Math.floor(random() ** 1.5 * categories);
}

/** By row whether all conditions for a question hold. */
function askedOf(
  {universe}: ExploredVariable,
  columns: Columns,
  variables: readonly ExploredVariable[],
): (row: number) => boolean {
  const conditions = universe.map((condition) =>
    (variables.find(({name}) => name === condition.variable)?.categories ?? [])
      .filter(({code}) => meets(code, condition))
      .map(({column, of}) => {
        const {categories, codes: given} = columnOf(columns, column);
        return {given, allowed: of.map((code) => categories.indexOf(code))};
      }),
  );
  return (row) => conditions.every((anyOf) => anyOf.some(({given, allowed}) => allowed.includes(given[row])));
}

function columnOf(columns: Columns, name: string): TallyColumn {
  const column = columns.get(name);
  if (!column) throw new Error(`no such column: ${name}`);
  return column;
}
