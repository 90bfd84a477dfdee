import type {ExploredTable} from "../../src/lib/table/table.js";
import {type Conditions, populationWith} from "../../src/lib/table/tableWeights.js";
import type {TableRequest} from "../../src/lib/table/tabulate.js";
import {type ExploredCategory, type ExploredVariable, variableByName} from "../../src/lib/table/variable.js";
import type {Counted} from "./madeUpSurvey.js";
import {tableOf} from "./tables.js";

/** What a table says of a group that the register knows, against what the register says. */
export interface Checked {
  groups: number;
  estimates: number;
  intervals: number;
  /** Sentences on what contradicts the register, or leaves what is possible. */
  defects: string[];
}

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/**
 * Every question of all groups that the register knows: each county and each size, and each size within each county, as
 * columns and under filters.
 */
export function checkGroups(survey: Counted): Checked {
  const {variables, units} = survey.explorer;
  const [county, size] = ["county", "size"].map((name) => variableByName(variables, name));
  const questions = variables.filter(({type, universe}) => type !== "register" && universe.length === 0);
  const checked: Checked = {groups: 0, estimates: 0, intervals: 0, defects: []};
  for (const rows of questions) {
    checkTable(request(rows, county, []));
    for (const category of county.categories) checkTable(request(rows, size, [[county, category]]));
  }
  return checked;

  function request(
    rows: ExploredVariable,
    columns: ExploredVariable,
    chosen: readonly [ExploredVariable, ExploredCategory][],
  ): TableRequest {
    const filters = chosen.map(([of, category]) => ({variable: of.name, of, categories: [category]}));
    return {rows, columns, filters, measure: "columnPercent", isWeighted: true};
  }

  function checkTable(of: TableRequest): void {
    const {table} = tableOf(survey, of);
    const filters = of.filters.map(({categories}) => categories);
    checkColumn(of, table, 0, filters);
    for (const [c, category] of (of.columns?.categories ?? []).entries())
      checkColumn(of, table, c + 1, [...filters, [category]]);
  }

  function checkColumn({rows}: TableRequest, table: ExploredTable, column: number, conditions: Conditions): void {
    const population = populationWith(units, conditions) ?? 0;
    const {unweightedBase, base} = table.columns[column];
    if (!unweightedBase || population === 0) return;
    checked.groups++;
    const at = `${rows.name}, ${conditions.map((each) => each.map(({code}) => code).join(" or ")).join(" and ") || "all"}`;
    const say = (defect: string) => checked.defects.push(`${at}: ${defect}`);
    if (!close(base ?? 0, population)) say(`weights add up to ${base}, not to ${population} units`);
    for (const [r, line] of table.rows.entries()) {
      const cell = table.cells[r][column];
      if (cell.status !== "published" || cell.estimate === null || cell.interval === null) continue;
      const {estimate, interval, unweightedCount: k} = cell;
      const [least, greatest] = [k / population, (k + population - unweightedBase) / population];
      checked.estimates++;
      checked.intervals++;
      if (estimate < least - 1e-9 || estimate > greatest + 1e-9)
        say(`${line.code} ${estimate} of ${least} to ${greatest}`);
      if (interval.low < least - 1e-9 || interval.high > greatest + 1e-9)
        say(`${line.code} ${interval.low} to ${interval.high} leaves ${least} to ${greatest}`);
      if (population === unweightedBase && !(close(interval.low, estimate) && close(interval.high, estimate)))
        say(`${line.code} is a fact, with an interval`);
    }
  }
}

/** A number of a group by three ways of choosing it: as a column, under a filter, and both ways round. */
export function checkPaths(survey: Counted, pairs: readonly (readonly [string, string])[]): string[] {
  const {variables} = survey.explorer;
  return pairs.flatMap(([row, group]) => {
    const [rows, columns] = [variableByName(variables, row), variableByName(variables, group)];
    const common = {measure: "columnPercent", isWeighted: true} as const;
    const byColumn = tableOf(survey, {rows, columns, filters: [], ...common}).table;
    const turned = tableOf(survey, {rows: columns, columns: rows, filters: [], ...common, measure: "rowPercent"}).table;
    return columns.categories.flatMap((category, c) => {
      const filters = [{variable: group, of: columns, categories: [category]}];
      const byFilter = tableOf(survey, {rows, columns: null, filters, ...common}).table;
      return rows.categories.flatMap(({code}, r) => {
        const shown = [byColumn.cells[r][c + 1], byFilter.cells[r][0], turned.cells[c][r + 1]].map((cell) =>
          JSON.stringify(cell),
        );
        return new Set(shown).size === 1 ? [] : [`${row} ${code} of ${group} ${category.code}: ${shown.join(" / ")}`];
      });
    });
  });
}

/** Every question by every other and by what the register knows. */
export function everyPair({explorer: {variables}}: Counted): [string, string][] {
  const questions = variables.filter(({type}) => type !== "register");
  return questions.flatMap((rows) =>
    variables.filter((group) => group !== rows).map((group): [string, string] => [rows.name, group.name]),
  );
}
