import {type Response, responseRate, worstCaseBand} from "../statistics/nonresponse.js";
import {weightingClasses} from "../weighting.js";
import type {Explorer} from "./explorer.js";
import {countsByClass, type TableRequest, type Tabulated} from "./tabulate.js";
import {classColumn, type ExploredCategory, type ExploredVariable} from "./variable.js";

/** Why nothing is told of those who did not answer. */
export type NoSilence =
  /** The table does not show weighted shares of its columns. */
  | "notColumnPercent"
  /** The register knows the rows of everybody: nobody is silent about them. */
  | "knownRows"
  /** The codebook has no units, so nobody knows how many did not answer. */
  | "noUnits"
  /** A filter or the column is a question: of those who did not answer, nobody knows who is in the group. */
  | "groupNotKnown"
  /** The question was not asked of all, and nobody knows of which silent units it would have been. */
  | "notAskedOfAll"
  /** The group has no units. */
  | "noPopulation"
  /** The cell is not published. */
  | "notPublished";

/** What the silence of some leaves open of one cell. */
export type Silence =
  | {
      status: "known";
      /** Units of the group, and those of them that answered. */
      population: number;
      respondents: number;
      /** 0 to 1. */
      responseRate: number;
      /** The least and the greatest share that the group can have. */
      band: {low: number; high: number};
      /** What `shareIfSilentDiffer` takes; null when nobody in the group answered. */
      classes: readonly Response[] | null;
    }
  | {status: "unknown"; reason: NoSilence};

/** A cell’s row and column in its table; column 0 is everybody. */
export interface Place {
  row: number;
  column: number;
}

/**
 * What the units that did not answer could make of a share, of a group that the register knows. Who answered the survey
 * but not the question is as silent as who answered nothing.
 *
 * Those who differ do so class by class, in the table’s own classes. In a small group a class may have nobody that
 * answered, or so few that their share is 0 or 1, which no odds can move. Its classes are therefore merged further by the
 * rule that merges those of all units, among the group alone: that a group’s silent units are like the respondents of
 * the next class is what weights suppose too, while another county’s respondents would bring in another group.
 * Of everybody the classes are those of the table, so that the share at odds of 1 is the table’s. Of a part it is
 * near the table’s, not equal to it: here the group’s own number of units is known and used.
 */
export function silenceOf(
  explorer: Explorer,
  request: TableRequest,
  tabulated: Tabulated,
  {row, column}: Place,
): Silence {
  const reason = reasonAgainst(explorer, request, tabulated, {row, column});
  if (reason) return {status: "unknown", reason};
  const populations = merged(populationsOf(explorer, conditionsOf(request, column)), tabulated);
  const counted = cellByClass(tabulated, {row, column});
  const named = tabulated.classes?.classes ?? explorer.classes;
  const answers = populations.map((population, h) => ({name: named[h].code, population, ...counted(h)}));
  const population = answers.reduce((sum, each) => sum + each.population, 0);
  if (population === 0) return {status: "unknown", reason: "noPopulation"};
  const respondents = answers.reduce((sum, each) => sum + each.respondents, 0);
  return {
    status: "known",
    population,
    respondents,
    responseRate: responseRate(answers),
    band: worstCaseBand(answers),
    classes: respondents === 0 ? null : sufficientClasses(answers.filter((each) => each.population > 0)),
  };
}

function reasonAgainst(
  {populations}: Explorer,
  {rows, columns, filters, measure, isWeighted}: TableRequest,
  {table}: Tabulated,
  {row, column}: Place,
): NoSilence | null {
  if (measure !== "columnPercent" || !isWeighted) return "notColumnPercent";
  if (rows.type === "register") return "knownRows";
  if (!populations) return "noUnits";
  if (table.cells[row][column].status !== "published") return "notPublished";
  const groupedBy: ExploredVariable[] = filters.map(({of}) => of);
  if (columns && column > 0) groupedBy.push(columns);
  if (groupedBy.some(({type}) => type !== "register")) return "groupNotKnown";
  return rows.universe.length > 0 ? "notAskedOfAll" : null;
}

/** What units of the group have in common: each list names categories of which a unit is in one. */
function conditionsOf({columns, filters}: TableRequest, column: number): (readonly ExploredCategory[])[] {
  const filtered = filters.map(({categories}) => categories);
  return columns && column > 0 ? [...filtered, [columns.categories[column - 1]]] : filtered;
}

/** Units of the group by class of the register. */
function populationsOf(
  {classes, populations}: Explorer,
  conditions: readonly (readonly ExploredCategory[])[],
): number[] {
  const ofClass = conditions.filter((categories) => categories.every(({column}) => column === classColumn));
  const ofCounty = conditions.filter((categories) => categories.every(({column}) => column !== classColumn));
  const counties = Object.entries(populations ?? {}).filter(([county]) => meets(county, ofCounty));
  return classes.map(({code}, h) =>
    meets(code, ofClass) ? counties.reduce((sum, [, byClass]) => sum + byClass[h], 0) : 0,
  );
}

function meets(code: string, conditions: readonly (readonly ExploredCategory[])[]): boolean {
  return conditions.every((categories) => categories.some(({of}) => of.includes(code)));
}

/** Numbers by class of the register, as numbers by class of the table. */
function merged(numbers: readonly number[], {classes}: Tabulated): number[] {
  if (!classes) return [...numbers];
  const sums = classes.classes.map(() => 0);
  for (const [h, n] of numbers.entries()) sums[classes.classOf[h]] += n;
  return sums;
}

/** By class how many are in a cell, and in its column. */
function cellByClass({counted}: Tabulated, {row, column}: Place) {
  const isOneColumn = counted.length === 1;
  const [counts] = counted[isOneColumn ? 0 : row];
  const at = column === 0 ? null : column - 1;
  const inCell = countsByClass(counts, isOneColumn ? row : 0, at);
  const inColumn = countsByClass(counts, null, at);
  return (h: number) => ({count: inCell[h], respondents: inColumn[h]});
}

/** Classes merged until each tells enough of its silent units, or one is left. */
function sufficientClasses(classes: readonly (Response & {name: string})[]): Response[] {
  const counted = classes.map(({name, ...each}) => ({...each, code: name, label: {nb: name, en: name}}));
  const {classes: sufficient, classOf} = weightingClasses(counted);
  return sufficient.map(({code}, h) => {
    const parts = classes.filter((_, at) => classOf[at] === h);
    const sum = (value: (part: Response) => number) => parts.reduce((whole, part) => whole + value(part), 0);
    return {
      name: code,
      count: sum(({count}) => count),
      respondents: sum(({respondents}) => respondents),
      population: sum(({population}) => population),
    };
  });
}
