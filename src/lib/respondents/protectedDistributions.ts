import {type AnsweredVariable, type Category, type Codebook, isAnswered, type MultipleVariable} from "./codebook.js";
import type {Distribution, DistributionCell} from "./distribution.js";
import type {ProtectedGrouping, ProtectedTable, ProtectedTables} from "./protectedTables.js";

/** The answers to every question of a protected file, from its published tables alone: unweighted, and some suppressed. */
export function protectedDistributions(codebook: Codebook, {tables, groupings}: ProtectedTables): Distribution[] {
  return codebook.variables.filter(isAnswered).map((variable) => {
    const grouping = groupings.find(({id}) => id === variable.name);
    if (grouping) return sizesOf(grouping);
    return distribution(
      variable,
      tables.filter((table) => table.variable === variable.name),
    );
  });
}

/** How many are in each group, where that is no answer, as the wave. */
function sizesOf({id, label, groups}: ProtectedGrouping): Distribution {
  const whole = groups.reduce((sum, {respondents}) => sum + (respondents ?? 0), 0);
  const cells = groups.map(({code, label: name, respondents}) => ({
    ...{code, label: name, count: respondents, interval: null},
    proportion: respondents === null || whole === 0 ? null : respondents / whole,
  }));
  return {variable: id, label, unweightedBase: whole, missing: {}, cells};
}

function distribution(variable: AnsweredVariable, tables: readonly ProtectedTable[]): Distribution {
  const cells = variable.type === "multiple" ? optionCells(variable, tables) : tables.flatMap(categoryCells);
  const bases = tables.map(({all}) => (all.status === "published" ? all.unweightedBase : null));
  const isHidden = bases.every((base) => base === null);
  return {
    variable: variable.name,
    label: variable.label,
    unweightedBase: isHidden ? null : bases.reduce<number>((most, base) => Math.max(most, base ?? 0), 0),
    missing: {},
    cells,
  };
}

/** Of each option how many chose it: the second of its table's categories. */
function optionCells({categories}: MultipleVariable, tables: readonly ProtectedTable[]): DistributionCell[] {
  return tables.map((table) => {
    const option = categories.find(({code}) => code === table.option) as Category;
    return {...categoryCells(table)[1], code: option.code, label: option.label};
  });
}

function categoryCells({all, categories}: ProtectedTable): DistributionCell[] {
  return categories.map(({code, label}, index) => {
    const shown = all.status === "published" ? {count: all.unweightedCounts[index], base: all.unweightedBase} : null;
    return {
      code,
      label,
      count: shown?.count ?? null,
      proportion: shown === null || shown.base === 0 ? null : shown.count / shown.base,
      interval: null,
    };
  });
}
