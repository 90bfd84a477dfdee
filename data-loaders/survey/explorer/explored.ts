import type {Text} from "../../../src/lib/language/text.js";
import {
  type AnsweredVariable,
  type Codebook,
  isAnswered,
  variableOfType,
} from "../../../src/lib/respondents/codebook.js";
import type {Respondents, ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import type {UnitCells} from "../../../src/lib/respondents/weighting.js";
import type {TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {
  classColumn,
  type ExploredCategory,
  type ExploredVariable,
  regionColumn,
  type registerVariables,
} from "../../../src/lib/table/variable.js";
import type {Units} from "../../inputs/readRegister.js";
import {countyAuthoritiesLabel, unitCells, withoutUnits} from "../buildWeighting.js";
import {registerGroupings} from "../protect/registerGroupings.js";

/** All that respondents can be counted by: what readers are shown of it, and the codes, row by row. Node only. */
export interface Explored {
  variables: readonly ExploredVariable[];
  /** By name, the columns of all variables and of the class. */
  columns: ReadonlyMap<string, TallyColumn>;
  units: UnitCells;
  count: number;
}

/** Numbers of a count that are shown one by one; the rest are one category. */
const mostNumbers = 7;

/** What a codebook and the register let respondents be counted by. A count that nobody gave has nothing to count. */
export function explored(codebook: Codebook, respondents: Respondents, units: Units): Explored {
  const register = registered(codebook, respondents, units);
  const answered = codebook.variables.filter(isAnswered);
  const columns = [...register.columns, ...answered.flatMap((variable) => columnsOf(variable, respondents))];
  const questions = answered.map((variable) => exploredVariable(variable, respondents));
  return {
    ...register,
    variables: [...register.variables, ...questions.filter(({categories}) => categories.length > 0)],
    columns: new Map(columns.map((column) => [column.name, column])),
    count: respondents.count,
  };
}

type Registered = Pick<Explored, "variables" | "units"> & {columns: TallyColumn[]};

/** County, size and kind of unit; without units all are in one class, of which nobody knows how many did not answer. */
function registered(codebook: Codebook, respondents: Respondents, units: Units): Registered {
  if (!variableOfType(codebook, "unitNumber")) return unregistered(respondents.count);
  const [county, size] = registerGroupings(codebook, respondents, units);
  const column = (name: string, {groups, groupOf}: typeof county): TallyColumn => ({
    name,
    categories: groups.map(({code}) => code),
    codes: groupOf,
  });
  const categories = (name: string, {groups}: typeof county) =>
    groups.map(({code, label}): ExploredCategory => ({code, label, column: name, of: [code]}));
  const cells = unitCells(units);
  return {
    units: cells,
    columns: [column(regionColumn, county), column(classColumn, size)],
    variables: [
      registerVariable("county", {nb: "Fylke", en: "County"}, categories(regionColumn, county)),
      registerVariable("size", {nb: "Størrelse", en: "Size"}, categories(classColumn, size), {isOrdered: true}),
      registerVariable("kind", {nb: "Type enhet", en: "Kind of unit"}, kinds(cells.classes.map(({code}) => code))),
    ],
  };
}

function unregistered(count: number): Registered {
  return {
    units: withoutUnits,
    columns: [{name: classColumn, categories: ["all"], codes: new Int32Array(count)}],
    variables: [],
  };
}

function registerVariable(
  name: (typeof registerVariables)[number],
  label: Text,
  categories: ExploredCategory[],
  {isOrdered = false} = {},
): ExploredVariable {
  return {name, label, question: null, type: "register", isOrdered, origin: null, universe: [], categories};
}

/** Municipalities are every class but that of the county authorities. */
function kinds(classes: readonly string[]): ExploredCategory[] {
  const authority = "countyAuthorities";
  const municipalities: Text = {nb: "Kommuner", en: "Municipalities"};
  return [
    {
      code: "municipality",
      label: municipalities,
      column: classColumn,
      of: classes.filter((code) => code !== authority),
    },
    {code: "countyAuthority", label: countyAuthoritiesLabel, column: classColumn, of: [authority]},
  ];
}

const ownColumns = (variable: AnsweredVariable, {columns}: Respondents) =>
  columns.filter((column) => column.variable === variable.name);

/** The columns of a question; of a multiple response, who left one option unanswered has answered none. */
function columnsOf(variable: AnsweredVariable, respondents: Respondents): TallyColumn[] {
  const own = ownColumns(variable, respondents);
  const lack = lackOfAnswer(own, respondents.count);
  return own.map((column) => ({
    name: column.name,
    categories: column.categories,
    codes: own.length === 1 ? column.codes : column.codes.map((code, row) => (lack[row] < 0 ? lack[row] : code)),
  }));
}

/** Row by row why a question has no answer, as a code below zero; 0 where it has one. */
function lackOfAnswer(own: readonly ResponseColumn[], count: number): Int32Array {
  const lack = new Int32Array(count);
  for (const {codes} of own)
    for (let row = 0; row < count; row++) if (lack[row] === 0 && codes[row] < 0) lack[row] = codes[row];
  return lack;
}

function exploredVariable(variable: AnsweredVariable, respondents: Respondents): ExploredVariable {
  const {name, label, question, type, origin, universe} = variable;
  const isOrdered = type === "count" || (type === "single" && variable.isOrdered);
  return {name, label, question, type, isOrdered, origin, universe, categories: categoriesOf(variable, respondents)};
}

function categoriesOf(variable: AnsweredVariable, respondents: Respondents): ExploredCategory[] {
  if (variable.type === "count") return numbers(variable.name, ownColumns(variable, respondents)[0].categories);
  return variable.categories.map(({code, label}) =>
    variable.type === "multiple"
      ? {code, label, column: optionColumn(variable, respondents, code), of: ["yes"]}
      : {code, label, column: variable.name, of: [code]},
  );
}

function optionColumn(variable: AnsweredVariable, respondents: Respondents, option: string): string {
  const column = ownColumns(variable, respondents).find((each) => each.option === option);
  if (!column) throw new Error(`no column of an option: ${option} (${variable.name})`);
  return column.name;
}

/** The first numbers one by one, and all others as one. */
function numbers(column: string, codes: readonly string[]): ExploredCategory[] {
  const single = codes.length <= mostNumbers + 1 ? codes : codes.slice(0, mostNumbers);
  const rest = codes.slice(single.length);
  const one = single.map((code) => ({code, label: {nb: code, en: code}, column, of: [code]}));
  if (rest.length === 0) return one;
  const label = {nb: `${rest[0]} eller flere`, en: `${rest[0]} or more`};
  return [...one, {code: `${rest[0]}+`, label, column, of: rest}];
}
