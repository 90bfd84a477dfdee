import {isAnswered, type Variable} from "../../../src/lib/respondents/codebook.js";
import {answeredColumns} from "../../../src/lib/respondents/codeTexts.js";
import {meets} from "../../../src/lib/respondents/condition.js";
import {notAsked, type ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import {InputError} from "../../inputs/inputError.js";
import type {Survey} from "../buildSurvey.js";
import {countedCategories} from "../protect/countedCategories.js";
import {type RespondentGrouping, respondentsIn} from "../registerGroupings.js";

/** Cells of which each respondent is in one or in none: the answers to a question, or one option of it. */
export interface Measured {
  /** Name of the column; of the non-response to a multiple response its question's name and `:noAnswer`. */
  name: string;
  variable: string;
  cells: number;
  /** What each cell stands for: the code of an answer or option; of the non-response nothing. */
  codes: readonly string[];
  /** Respondent by respondent the cell; -1 of whoever is in none. */
  cellOf: Int32Array;
  /** The cell of those that were asked and did not answer; null where it is counted elsewhere. */
  noAnswer: number | null;
}

/** What tables are broken down by. */
export interface Axis {
  /** `all`, `county`, `size`, or the name of a question. */
  id: string;
  groups: number;
  /** Code of each group; nothing of those that did not answer, who are in no table that is shown. */
  codes: readonly string[];
  /** Respondent by respondent the group; -1 of whoever is in none. */
  groupOf: Int32Array;
  /** How many are in each group, where that is no answer and published; null of a question. */
  sizes: readonly number[] | null;
}

/** One table of the family: its true counts, which never leave the build. */
export interface TrueTable {
  /** `MEASURED by AXIS`. */
  id: string;
  measured: Measured;
  axis: Axis;
  /** Respondents by group and cell: `group * measured.cells + cell`. */
  counts: readonly number[];
  /** True of a count that is 0 whatever anybody answers, as those that were not asked have no answer: it gets no noise. */
  isZero: readonly boolean[];
}

/** Who is asked a question: those in some cells of another; null is everybody. */
export interface Gate {
  measured: Measured;
  isOpen: readonly boolean[];
}

/** All that is counted of a protected file, and nothing else: closed, since no other table is ever made. */
export interface Family {
  respondents: number;
  measured: readonly Measured[];
  axes: readonly Axis[];
  tables: readonly TrueTable[];
  /** Of each variable who is asked it; undefined where that takes more than one question to tell. */
  gates: ReadonlyMap<string, Gate | null | undefined>;
}

export const everybody = "all";

/**
 * The closed family of tables: each question of all; by what the register knows, or in a survey without a register by each
 * attribute that its codebook lets readers group by; and the pairs of questions that the owner lists.
 *
 * @param pairs names of two questions each
 * @throws InputError naming a pair that cannot be counted
 */
export function tableFamily(
  {codebook, respondents}: Pick<Survey, "codebook" | "respondents">,
  groupings: readonly RespondentGrouping[],
  pairs: readonly (readonly [string, string])[],
): Family {
  const columns = answeredColumns(codebook, respondents);
  const variables = codebook.variables.filter(isAnswered);
  const counted = variables.flatMap((variable) => measuredOf(variable, columns, codebook));
  const gates = new Map(variables.map((each) => [each.name, gateOf(each, columns, counted)]));
  const measured = counted.filter(({name, variable}) =>
    gates.get(variable) === undefined ? name !== silenceOf(variable) : name !== answeredOf(variable),
  );
  const single = (name: string) => measured.find((each) => each.name === name && each.noAnswer !== null);
  const all: Axis = {
    id: everybody,
    groups: 1,
    codes: [everybody],
    groupOf: new Int32Array(respondents.count),
    sizes: [respondents.count],
  };
  const register = groupings.map(({id, groups, groupOf}): Axis => {
    return {
      id,
      groups: groups.length,
      codes: groups.map(({code}) => code),
      groupOf,
      sizes: respondentsIn(groups.length, groupOf),
    };
  });
  const attributes = register.length > 0 ? [] : codebook.explored.filters;
  const listed = [
    ...variables.flatMap(({name}) => attributes.map((by) => [name, by] as const)),
    ...pairs.map((pair) => orderedPair(pair, variables)),
  ];
  const crossed = new Map<string, readonly [string, string]>();
  for (const [rows, by] of listed)
    if (rows !== by && !crossed.has(`${by} ${rows}`) && single(by)) crossed.set(`${rows} ${by}`, [rows, by]);
  const axisOf = new Map(
    [...new Set([...crossed.values()].map(([, by]) => by))].map((by) => [by, questionAxis(single(by) as Measured)]),
  );
  const tables = measured.flatMap((each) => {
    const own = [...crossed.values()]
      .filter(([rows]) => rows === each.variable)
      .map(([, by]) => axisOf.get(by) as Axis);
    return [all, ...register, ...own].map((axis) => trueTable(each, axis, gates));
  });
  return {respondents: respondents.count, measured, axes: [all, ...register, ...axisOf.values()], tables, gates};
}

/** A question with its non-response as a last cell; of a multiple response each option, and the non-response by itself. */
function measuredOf(variable: Variable, columns: readonly ResponseColumn[], codebook: Survey["codebook"]): Measured[] {
  const own = columns.filter((column) => column.variable === variable.name);
  if (variable.type !== "multiple") return own.map((column) => measuredQuestion(column, codebook));
  const isSilent = (row: number) => own.some(({codes}) => codes[row] < 0 && codes[row] !== notAsked);
  const one = (name: string, code: string, isIn: (row: number) => boolean): Measured => {
    const cellOf = Int32Array.from(own[0].codes, (_, row) => (isIn(row) ? 0 : -1));
    return {name, variable: variable.name, cells: 1, codes: [code], cellOf, noAnswer: null};
  };
  const options = own.map(({name, option, codes, categories}) =>
    one(name, option ?? "", (row) => categories[codes[row]] === "yes" && !isSilent(row)),
  );
  if (own.length === 0) return [];
  const hasAnswered = (row: number) => own[0].codes[row] !== notAsked && !isSilent(row);
  return [...options, one(silenceOf(variable.name), "", isSilent), one(answeredOf(variable.name), "", hasAnswered)];
}

function measuredQuestion(column: ResponseColumn, codebook: Survey["codebook"]): Measured {
  const {bandOf, categories} = countedCategories(codebook, column);
  const noAnswer = categories.length;
  return {
    name: column.name,
    variable: column.variable,
    cells: noAnswer + 1,
    codes: [...categories.map(({code}) => code), ""],
    cellOf: column.codes.map((code) => (code >= 0 ? bandOf[code] : code === notAsked ? -1 : noAnswer)),
    noAnswer,
  };
}

/** The column of those that did not answer a multiple response; where nothing tells how many were asked, of those that did. */
export const silenceOf = (variable: string) => `${variable}:noAnswer`;
export const answeredOf = (variable: string) => `${variable}:answered`;

/** A pair with the question that has single answers as what it is broken down by. */
function orderedPair(pair: readonly [string, string], variables: readonly Variable[]): readonly [string, string] {
  const types = pair.map((name) => variables.find((each) => each.name === name)?.type);
  const defect = (text: string) => new InputError(text, {file: "noise.pairs", value: pair.join(" by ")});
  if (types.includes(undefined)) throw defect("a pair of questions that the codebook does not have");
  if (types[0] === "multiple" && types[1] === "multiple") throw defect("a pair of which both take several answers");
  return types[1] === "multiple" ? [pair[1], pair[0]] : pair;
}

/** Everybody by the answer to a question, those that did not answer in a group of their own. */
const questionAxis = ({name, cells, codes, cellOf}: Measured): Axis => ({
  id: name,
  groups: cells,
  codes,
  groupOf: cellOf,
  sizes: null,
});

/** The cells of the one column that say who is asked; the respondents have to bear it out. */
function gateOf(
  {name, universe}: Variable,
  columns: readonly ResponseColumn[],
  measured: readonly Measured[],
): Gate | null | undefined {
  const own = columns.find((column) => column.variable === name);
  if (!own || universe.length === 0) return null;
  const isAsked = (row: number) => own.codes[row] !== notAsked;
  const gates = universe.flatMap((condition) =>
    measured
      .filter(({variable}) => variable === condition.variable)
      .map((each): Gate => {
        const isOpen = each.codes.map((code) => code !== "" && meets(code, condition));
        if (each.noAnswer !== null)
          isOpen[each.noAnswer] = each.cellOf.some((cell, row) => cell === each.noAnswer && isAsked(row));
        return {measured: each, isOpen};
      }),
  );
  return gates.find(({measured: {cellOf}, isOpen}) =>
    cellOf.every((cell, row) => isAsked(row) === (cell >= 0 && isOpen[cell])),
  );
}

function trueTable(measured: Measured, axis: Axis, gates: Family["gates"]): TrueTable {
  const {cells, cellOf} = measured;
  const counts = new Array<number>(axis.groups * cells).fill(0);
  for (const [row, cell] of cellOf.entries()) {
    const group = axis.groupOf[row];
    if (cell >= 0 && group >= 0) counts[group * cells + cell]++;
  }
  const isZero = counts.map((_, at) => isRuledOut(measured, at % cells, {axis, group: Math.floor(at / cells), gates}));
  return {id: tableId(measured.name, axis.id), measured, axis, counts, isZero};
}

export const tableId = (measured: string, axis: string) => `${measured} by ${axis}`;

/** True of a group of nobody, of one that was not asked the question, and of an answer of those who were not asked of their group. */
function isRuledOut(
  measured: Measured,
  cell: number,
  {axis, group, gates}: {axis: Axis; group: number; gates: Family["gates"]},
): boolean {
  if (axis.sizes?.[group] === 0) return true;
  const [own, ofAxis] = [gates.get(measured.variable), gates.get(axis.id)];
  if (own?.measured.name === axis.id && !own.isOpen[group]) return true;
  return ofAxis?.measured === measured && !ofAxis.isOpen[cell];
}
