import {createHash} from "node:crypto";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {missingCodes, type PackedTally} from "../../../src/lib/table/counts/tally.js";
import {classColumn, type ExploredVariable} from "../../../src/lib/table/variable.js";
import {withoutUnits} from "../buildWeighting.js";
import {combinationFiles, combinationsNamed} from "../explorer/combinations.js";
import {type Countable, shownOf} from "../explorer/countable.js";
import {bandCodes, type Counts} from "../explorer/counts.js";
import {exploredVariable} from "../explorer/exploredVariable.js";
import {explorerInputOfCounts} from "../explorer/explorerInput.js";
import type {CountedValues, ValuedColumn} from "./readValues.js";

/** A column as combinations have it: a digit for each reason for no response, and then one for each category. */
export interface PlannedColumn {
  name: string;
  column: ValuedColumn;
  /** Codes of the categories; of numbers the first of each band. Null of numbers one by one, from `least` on. */
  categories: readonly string[] | null;
  least: number;
  /** How many digits there are. */
  places: number;
}

/** What a database is to count, so that every page can be made. */
export interface CountsPlan {
  /** By which counts are known to be of this codebook and these values. */
  id: string;
  variables: readonly ExploredVariable[];
  columns: ReadonlyMap<string, PlannedColumn>;
  /** Names of columns that are counted by each other, in their order. */
  sets: readonly (readonly string[])[];
  /** By question answered with a number, how many numbers occur, where they are counted one by one. */
  numbers: Readonly<Record<string, number>>;
}

/** The name of the column that has a question's numbers one by one. */
export const numberColumn = (name: string) => `${name}__number`;

/** A set of columns as tables of combinations name it. */
export const setName = (columns: readonly string[]) => columns.join("+");

/** What a build will ask for of a survey with these values: whatever its pages may show, found by asking for all of it. */
export function countsPlan(codebook: Codebook, {columns: valued}: Pick<CountedValues, "columns">): CountsPlan {
  const {variables} = shownOf(codebook, exploredVariables(valued));
  const columns = plannedColumns(valued, variables);
  const numbers = numbersOf(valued);
  const sets = setsAsked(codebook, variables, numbers);
  const described = [...columns.values()].map(({name, categories, least, places, column: {missing}}) => {
    return {name, categories, least, places, missing};
  });
  const id = createHash("sha256")
    .update(JSON.stringify([described, sets.map(setName)]))
    .digest("hex")
    .slice(0, 12);
  return {id, variables, columns, sets, numbers};
}

function exploredVariables(columns: readonly ValuedColumn[]): ExploredVariable[] {
  const questions = [...new Set(columns.map(({of}) => of))];
  return questions.map((variable) =>
    exploredVariable(
      variable,
      columns.filter(({of}) => of === variable),
    ),
  );
}

function plannedColumns(
  valued: readonly ValuedColumn[],
  variables: readonly ExploredVariable[],
): Map<string, PlannedColumn> {
  const found = valued.flatMap((column): PlannedColumn[] => {
    const {name, of, categories} = column;
    const variable = variables.find((each) => each.name === column.variable);
    if (!variable) return [];
    const shown = of.type === "count" ? bandCodes(variable.categories) : categories;
    const plain = {name, column, categories: shown, least: 0, places: missingCodes + shown.length};
    if (of.type !== "count" || of.decimals) return [plain];
    const places = missingCodes + of.greatest - of.least + 1;
    return [plain, {name: numberColumn(name), column, categories: null, least: of.least, places}];
  });
  return new Map(found.map((each) => [each.name, each]));
}

/** Numbers with decimals are counted in their bands alone. */
const numbersOf = (columns: readonly ValuedColumn[]): Record<string, number> =>
  Object.fromEntries(
    columns.flatMap(({name, of, categories}) =>
      of.type === "count" && !of.decimals && categories.length > 0 ? [[name, categories.length]] : [],
    ),
  );

/** All that pages can ask for, by asking for it. */
function setsAsked(
  codebook: Codebook,
  variables: readonly ExploredVariable[],
  numbers: CountsPlan["numbers"],
): string[][] {
  const asked = new Map<string, string[]>();
  const note = (columns: readonly string[]): PackedTally => {
    const own = columns.filter((name) => name !== classColumn);
    if (own.length > 0) asked.set(setName(own), own);
    return {columns: [], steps: [], counts: []};
  };
  const place = inOrder(variables);
  const counts: Counts = {
    combination: (columns) => note(place(columns)),
    byNumber: (column, other) => note([numberColumn(column), ...(other ? [other] : [])]),
    answered: () => 0,
  };
  const found: Countable = {...shownOf(codebook, variables), units: withoutUnits, count: 0, counts};
  const input = explorerInputOfCounts({rank: "estimated"}, found, numbers);
  for (const file of combinationFiles(input)) combinationsNamed(input, file);
  return [...asked.values()];
}

/** Puts columns, each once, in the order of the codebook. */
export function inOrder(variables: readonly ExploredVariable[]): (columns: readonly string[]) => string[] {
  const names = variables.flatMap(({categories}) => categories.map(({column}) => column));
  const place = new Map([...new Set(names)].map((name, at) => [name, at]));
  return (columns) => [...new Set(columns)].sort((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1));
}
