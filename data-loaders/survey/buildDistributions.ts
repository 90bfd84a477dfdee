import {type AnsweredVariable, type Codebook, isAnswered, type Reason} from "../../src/lib/respondents/codebook.js";
import type {Distribution} from "../../src/lib/respondents/distribution.js";
import {codeOfReason, type Respondents, reasons} from "../../src/lib/respondents/respondents.js";
import {respondentsTally} from "../../src/lib/table/counts/tally.js";
import type {ExploredTable} from "../../src/lib/table/table.js";
import {tabulate} from "../../src/lib/table/tabulate.js";
import type {ExploredVariable} from "../../src/lib/table/variable.js";
import type {Units} from "../inputs/readRegister.js";
import type {Survey} from "./buildSurvey.js";
import {explorerOf} from "./explorer/buildExplorer.js";
import {explored} from "./explorer/explored.js";

/**
 * The answers to every question of a codebook, in its order: what the explorer shows of all. Of a multiple response: the
 * share of respondents, not of mentions.
 */
export function buildDistributions({codebook, respondents, settings}: Survey, units: Units): Distribution[] {
  const found = explored(codebook, respondents, units);
  const explorer = explorerOf(found, {rank: respondents.rank, isProtected: settings.access === "protected"});
  const tallies = [respondentsTally([...found.columns.values()], found.count)];
  return questionsOf(codebook).map((question) => {
    const variable = found.variables.find(({name}) => name === question.name);
    const table = variable && tabulate(explorer, tallies, askedOfAll(variable)).table;
    return {
      variable: question.name,
      label: question.label,
      unweightedBase: table?.unweightedBase ?? 0,
      missing: missingBy(question, respondents),
      cells: table ? cellsOf(table) : [],
    };
  });
}

const questionsOf = ({variables}: Codebook): AnsweredVariable[] => variables.filter(isAnswered);

const askedOfAll = (rows: ExploredVariable) =>
  ({rows, columns: null, filters: [], measure: "columnPercent", isWeighted: true}) as const;

function cellsOf({rows, cells}: ExploredTable): Distribution["cells"] {
  return rows.map(({code, label}, r) => {
    const [cell] = cells[r];
    if (cell.status !== "published") throw new Error(`not counted: ${code}`);
    return {code, label, count: cell.unweightedCount, proportion: cell.estimate, interval: cell.interval};
  });
}

/** Respondents without an answer to some part of a question, by the first reason. */
function missingBy({name}: AnsweredVariable, {columns, count}: Respondents): Distribution["missing"] {
  const own = columns.filter((column) => column.variable === name);
  const codes = Array.from({length: count}, (_, row) => own.find((column) => column.codes[row] < 0)?.codes[row]);
  const counts = reasons.map((reason): [Reason, number] => [
    reason,
    codes.filter((code) => code === codeOfReason(reason)).length,
  ]);
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
