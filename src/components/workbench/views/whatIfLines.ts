import type {Text} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import type {Selection} from "../../../lib/selection.js";
import {shareIfAsOften} from "../../../lib/statistics/nonresponse.js";
import {type NonresponseBounds, nonresponseBounds, type Place} from "../../../lib/table/nonresponseBounds.js";
import type {Cell, ExploredTable, TableLine} from "../../../lib/table/table.js";
import type {Row} from "../../figure.js";
import type {Made, Section} from "../made.js";
import {cellQuantity} from "../tableNumbers.js";

/** A cell with what those that did not answer leave open of it. */
export interface Line {
  answer: TableLine;
  group: TableLine;
  cell: Cell;
  bounds: NonresponseBounds;
  /** The share under the supposition that is chosen; null where nothing can be supposed. */
  supposed: number | null;
  rows: Row[];
}

/** A table’s cells by answer: the chosen answer is among them though nobody gave it, and before the others of groups. */
export function linesOf(made: Made, {tabulated, request, shown, table}: Section, s: number): Line[][] {
  if (!tabulated) return [];
  const id = s === 0 ? `${made.id}-whatif` : `${made.id}-whatif-${s + 1}`;
  const lineAt = ({row, column}: Place): Line => {
    const [answer, group] = [tabulated.table.rows[row], tabulated.table.columns[column]];
    const cell = tabulated.table.cells[row][column];
    const bounds = nonresponseBounds(made.explorer, request, tabulated, {row, column});
    const response = bounds.status === "known" ? bounds.response : null;
    const supposed = response && Math.round(1000 * shareIfAsOften([response], timesOf(made.selection))) / 1000;
    const rows = rowsOf(cell, {table, row: answer, column: group, id}, bounds, supposed);
    return {answer, group, cell, bounds, supposed, rows};
  };
  const chosen = tabulated.table.rows.findIndex(({code}) => code === made.answer);
  const others = shown.rows.filter((row) => row !== chosen);
  const isListed = !made.columns && shown.rows.includes(chosen);
  const answers = isListed ? shown.rows : [chosen, ...others];
  return answers.map((row) => (made.columns ? shown.columns : [0]).map((column) => lineAt({row, column})));
}

/** How many times as often as those that answered. */
export function timesOf({others, often}: Selection): number {
  return {same: 1, half: 0.5, double: 2, never: 0, always: Number.POSITIVE_INFINITY}[others] ?? Number(often) / 100;
}

function rowsOf(
  cell: Cell,
  place: {table: ExploredTable; row: TableLine; column: TableLine; id: string},
  bounds: NonresponseBounds,
  supposed: number | null,
): Row[] {
  const answered = cellQuantity(cell, place);
  const group = place.column.label;
  if (bounds.status === "unknown") return [{quantity: answered, group, note: kinds.answered}];
  const base: Quantity = {...answered, lack: undefined, isWithoutInterval: false};
  const possible = {...base, id: `${answered.id}-possible`, value: null, ...bounds.band};
  const thought: Quantity = {
    ...base,
    id: `${answered.id}-supposed`,
    value: supposed,
    low: supposed ?? 0,
    high: supposed ?? 1,
    lack: supposed === null ? "missing" : undefined,
  };
  return [
    {quantity: answered, group, note: kinds.answered},
    {quantity: possible, group, note: kinds.possible},
    {quantity: thought, group, note: kinds.supposed},
  ];
}

const kinds = {
  answered: {
    nb: "hvis de som ikke svarte, ligner dem som svarte",
    en: "if non-respondents are like respondents",
  },
  possible: {
    nb: "uansett hva de som ikke svarte, ville ha svart",
    en: "whatever non-respondents would have answered",
  },
  supposed: {
    nb: "med det du antar om dem som ikke svarte",
    en: "on your assumption about non-respondents",
  },
} satisfies Record<string, Text>;
