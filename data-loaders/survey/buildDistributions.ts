import {isAnswered} from "../../src/lib/respondents/codebook.js";
import type {Distribution} from "../../src/lib/respondents/distribution.js";
import {protectedDistributions} from "../../src/lib/respondents/protectedDistributions.js";
import type {CountedColumn} from "../../src/lib/respondents/respondents.js";
import {waveVariable} from "../../src/lib/respondents/waves.js";
import {tallySetFor} from "../../src/lib/table/counts/tallySets.js";
import {noisyTable} from "../../src/lib/table/protected/noisyTable.js";
import type {ExploredTable} from "../../src/lib/table/table.js";
import {tabulate} from "../../src/lib/table/tabulate.js";
import type {CountedSurvey} from "./buildSurvey.js";
import {talliesNamed} from "./explorer/combinations.js";
import {missingIn} from "./explorer/counts.js";
import type {ExplorerInput} from "./explorer/explorerInput.js";

/**
 * The answers to every question of a codebook, in its order: what the explorer shows of all. Of a multiple response: the
 * share of respondents, not of mentions.
 */
export function buildDistributions({codebook, respondents}: CountedSurvey, input: ExplorerInput): Distribution[] {
  if (input.noise) return noisyDistributions(codebook, input);
  if (input.protectedTables) return protectedDistributions(codebook, input.protectedTables);
  return codebook.variables.filter(isAnswered).map((question) => {
    const rows = input.explorer.variables.find(({name}) => name === question.name);
    const request = {columns: null, filters: [], measure: "columnPercent", isWeighted: true} as const;
    const tallies = rows ? talliesNamed(input, tallySetFor(input.explorer, {variables: [rows]})) : [];
    const table = rows && tabulate(input.explorer, tallies, {rows, ...request}).table;
    return {
      variable: question.name,
      label: question.label,
      unweightedBase: table?.unweightedBase ?? 0,
      missing: missingOf(
        respondents.columns.find(({variable}) => variable === question.name),
        input,
      ),
      cells: table
        ? cellsOf(table).map((cell) => (question.name === waveVariable ? {...cell, interval: null} : cell))
        : [],
    };
  });
}

/** Of a file protected by noise what its tables of all show. */
function noisyDistributions(
  codebook: CountedSurvey["codebook"],
  {explorer, protectedTables}: ExplorerInput,
): Distribution[] {
  const shown = {...explorer, questions: [], ranges: [], tiles: [], protectedTables};
  return codebook.variables.filter(isAnswered).map(({name, label}) => {
    const rows = explorer.variables.find((each) => each.name === name);
    const table = rows && noisyTable(shown, {rows, by: null, measure: "columnPercent", isWeighted: true});
    const cells = (table?.rows ?? []).map((line, r): Distribution["cells"][number] => {
      const [cell] = table?.cells[r] ?? [];
      const {code, label: answer} = line;
      if (cell.status !== "published") return {code, label: answer, count: null, proportion: null, interval: null};
      return {code, label: answer, count: cell.unweightedCount, proportion: cell.estimate, interval: cell.interval};
    });
    return {variable: name, label, unweightedBase: table?.unweightedBase ?? null, missing: {}, cells};
  });
}

function cellsOf({rows, cells}: ExploredTable): Distribution["cells"] {
  return rows.map(({code, label}, r) => {
    const [cell] = cells[r];
    if (cell.status !== "published") throw new Error(`not counted: ${code}`);
    return {code, label, count: cell.unweightedCount, proportion: cell.estimate, interval: cell.interval};
  });
}

/** Respondents without an answer to a question, by reason; all its columns agree on who they are. */
function missingOf(column: CountedColumn | undefined, {countable}: ExplorerInput): Distribution["missing"] {
  return column ? missingIn(countable.counts, column.name) : {};
}
