import {memoize} from "../memoize.js";
import {meets} from "../respondents/condition.js";
import type {UnitCells} from "../respondents/weighting.js";
import {usualLevel} from "../statistics/interval.js";
import {type Cells, registerCells, sampleCells} from "./counts/cells.js";
import {condensedFor} from "./counts/condensed.js";
import {type Counts, countRespondents, countsByCell, membershipOf, parts} from "./counts/countRespondents.js";
import {columnOf, type ExplorerTally, tallyWith} from "./counts/tally.js";
import type {Explorer} from "./explorer.js";
import {
  allColumn,
  type Cell,
  type ExploredTable,
  type NamedFilter,
  type NamedVariable,
  type TableLine,
} from "./table.js";
import {cellOf, meanCell, publishedCell, sum, weighted, withoutNoise} from "./tableCells.js";
import {countedOnce, countPanel} from "./tablePanel.js";
import {
  type ColumnPlace,
  columnPlaces,
  everybodyLabel,
  inColumn,
  type Making,
  rowPlaces,
  type TableRequest,
} from "./tablePlaces.js";
import {sampleWeights, type TableWeights, tableWeights} from "./tableWeights.js";
import {columnsOf, type ExploredCategory, type ExploredVariable, numberCategory, registerColumns} from "./variable.js";

export type {TableRequest} from "./tablePlaces.js";

/** A table, and the counts and weights that it was made of. */
export interface Tabulated {
  table: ExploredTable;
  /** What was counted: of row per cent the rows as columns and the columns as rows. */
  request: TableRequest;
  /** Null when nobody is left. */
  weights: TableWeights | null;
  /** By column, that of everybody first, the weight of the respondents of each cell. */
  columnWeights: readonly Float64Array[];
  /** Of each part of the rows and each part of the columns, by cell. */
  counted: readonly (readonly Counts[])[];
  /** What each row that was counted is worth; null but for means. */
  numbers: readonly number[] | null;
  /** The same counts by unit; null where nobody is followed. */
  panel: Making["panel"];
}

/**
 * Counts respondents by two variables, and makes the cells of a table: shares, counts or means, with intervals. Who was
 * asked what the rows are about and did not answer counts as one who did not take part: weights are made anew without
 * them, but of a sample with a design of its own, in which they stay. Filters and columns are groups of those that remain, so that a group has one number, whichever way it was chosen.
 *
 * @param tallies among them those with the columns that the table needs
 * @throws Error when there is no such tally, or a mean is asked of what is no number or not counted number by number
 */
export function tabulate(explorer: Explorer, tallies: readonly ExplorerTally[], request: TableRequest): Tabulated {
  return request.measure === "rowPercent"
    ? rowPercentTable(explorer, tallies, request)
    : columnTable(explorer, tallies, request);
}

function columnTable(
  {units, sample, waves, rank, isProtected}: Explorer,
  given: readonly ExplorerTally[],
  request: TableRequest,
): Tabulated {
  const {rows, columns, measure, isWeighted} = request;
  const counting = rowCategories(given, request);
  const tallies = condensedFor({sample, waves}, given, {...request, rows: counting});
  const cellsIn = (tally: ExplorerTally) => (sample ? sampleCells(tally)(sample) : registerCells(tally)(units));
  const count = (cells: (tally: ExplorerTally) => Cells) => countParts(tallies, {units, cells}, request, counting);
  const counted = count(cellsIn);
  const [[{respondents, unanswered}]] = counted;
  const weights = sample
    ? sampleWeights(sampleCells(tallies[0])(sample), respondents, {isWeighted})
    : tableWeights(units, respondents, {isWeighted});
  const numbers = counting.map(({code}) => Number(code));
  const {panel: followed} = waves ?? {};
  const panel =
    weights && followed ? countedOnce(() => countPanel(weights, followed, {tallies, cellsIn, count})) : null;
  const making = weights && {request, weights, counted, numbers, panel};
  const places = making ? columnPlaces(making) : [];
  const found = making ? linesOf(making, places) : emptyLines(request);
  const lines = isWeighted ? found : unweighted(found);
  return {
    request,
    weights,
    columnWeights: places.map(({weight}) => weight),
    ...{counted, panel},
    numbers: measure === "mean" ? numbers : null,
    table: {
      rank,
      isProtected,
      measure,
      isWeighted,
      level: request.level ?? usualLevel,
      rowVariable: named(rows),
      columnVariable: columns && named(columns),
      filters: request.filters.map(namedFilter),
      ...lines,
      unweightedBase: lines.columns[0].unweightedBase,
      unanswered,
      classes: weights?.classes ?? [],
      regions: weights?.regions ?? [],
      ...(sample && {sample}),
      ...(followed && {panel: followed}),
    },
  };
}

/** Counts by each part of the rows and each part of the columns. */
function countParts(
  tallies: readonly ExplorerTally[],
  {units, cells}: Pick<Explorer, "units"> & {cells: (tally: ExplorerTally) => Cells},
  request: TableRequest,
  rows: readonly ExploredCategory[],
): Counts[][] {
  const {columns, filters, measure} = request;
  const columnParts: (ExploredCategory[] | null)[] = columns ? parts(columns.categories) : [null];
  const members = memoize((tally: ExplorerTally) => membershipOf(tally, filters));
  const analysed = measure === "totalPercent" ? "both" : "rows";
  return parts(rows).map((row) =>
    columnParts.map((column) => {
      const tally = tallyFor(tallies, units, request, [row, column ?? []]);
      return countRespondents(tally, cells(tally), members(tally), {rows: row, columns: column, analysed});
    }),
  );
}

const namedFilter = ({of, categories}: TableRequest["filters"][number]): NamedFilter => ({
  variable: of.name,
  label: of.label,
  categories: categories.map(({code, label}) => ({code, label})),
});

const named = ({name, label, type}: ExploredVariable): NamedVariable => ({name, label, type});

/**
 * How the answers of each row are spread over the columns: column per cent the other way about, so that what is analysed
 * are the columns.
 */
function rowPercentTable(explorer: Explorer, tallies: readonly ExplorerTally[], request: TableRequest): Tabulated {
  const {rows, columns} = request;
  if (!columns) return wholeRows(columnTable(explorer, tallies, {...request, measure: "columnPercent"}));
  const turned = columnTable(explorer, tallies, {...request, rows: columns, columns: rows, measure: "columnPercent"});
  const {table} = turned;
  const [all, ...lines] = table.columns;
  return {
    ...turned,
    table: {
      ...table,
      measure: "rowPercent",
      rowVariable: named(rows),
      columnVariable: named(columns),
      rows: lines,
      columns: [all, ...table.rows],
      cells: lines.map((line, r) => [wholeRow(line), ...table.rows.map((_, c) => table.cells[c][r + 1])]),
    },
  };
}

/** Without columns each row is all of itself. */
function wholeRows(made: Tabulated): Tabulated {
  const {rows} = made.table;
  return {...made, table: {...made.table, measure: "rowPercent", cells: rows.map((line) => [wholeRow(line)])}};
}

function wholeRow({unweightedBase, base}: TableLine): Cell {
  const [n, weighted] = [unweightedBase ?? 0, base ?? 0];
  return {...publishedCell({count: [n, weighted], base: [n, weighted]}), estimate: n === 0 ? null : 1};
}

/** The rows to count: of a mean every number by itself. */
function rowCategories(tallies: readonly ExplorerTally[], {rows, measure}: TableRequest): readonly ExploredCategory[] {
  if (measure !== "mean") return rows.categories;
  if (rows.type !== "count") throw new Error(`no mean of what is no number: ${rows.name}`);
  const [{column}] = rows.categories;
  const {categories} = columnOf(tallyWith(tallies, [column]), column);
  if (rows.categories.some(({of}) => of.some((code) => !categories.includes(code))))
    throw new Error(`no mean of numbers that are counted as one: ${rows.name}`);
  return categories.map((code) => numberCategory(code, column));
}

function tallyFor(
  tallies: readonly ExplorerTally[],
  units: UnitCells,
  {filters}: TableRequest,
  shown: readonly (readonly ExploredCategory[])[],
): ExplorerTally {
  const categories = [...shown, ...filters.map((filter) => filter.categories)].flat();
  return tallyWith(tallies, [...registerColumns(units), ...columnsOf({categories})]);
}

/** Rows, columns and cells. */
type Lines = Pick<ExploredTable, "rows" | "columns" | "cells">;

function linesOf(making: Making, columns: readonly ColumnPlace[]): Lines {
  const {request, counted} = making;
  const spread = making.weights.sample?.spread;
  const shownColumns = columns.map((column) => lineOf(column, column, {counts: inColumn(counted[0], column), spread}));
  if (request.measure === "mean")
    return {
      rows: [meanRow],
      columns: shownColumns,
      cells: [columns.map((column) => withoutNoise(meanCell(making, column)))],
    };
  const rows = rowPlaces(making);
  return {
    rows: rows.map((row) => lineOf(row, columns[0], {counts: countsByCell(row.counts[0], row.at, null), spread})),
    columns: shownColumns,
    cells: rows.map((row) =>
      columns.map((column) => (isNotAsked(request, column) ? notAsked : withoutNoise(cellOf(making, row, column)))),
    ),
  };
}

/** Without weights respondents are counted as what they are: weights, all alike, have served their shares alone. */
function unweighted({rows, columns, cells}: Lines): Lines {
  const counted = (line: TableLine): TableLine => ({
    ...line,
    base: line.unweightedBase,
    effectiveBase: line.unweightedBase ?? undefined,
  });
  return {
    rows: rows.map(counted),
    columns: columns.map(counted),
    cells: cells.map((row) =>
      row.map((cell) =>
        cell.status === "published" ? {...cell, count: cell.unweightedCount, base: cell.unweightedBase} : cell,
      ),
    ),
  };
}

/** @param counts by cell */
function lineOf(
  {code, label}: Pick<TableLine, "code" | "label">,
  {weight}: ColumnPlace,
  {counts, spread}: {counts: readonly number[]; spread: Float64Array | undefined},
) {
  const base = weighted(counts, weight);
  const squares = weighted(
    counts,
    weight.map((w, cell) => w * w * (1 + (spread?.[cell] ?? 0))),
  );
  return {code, label, unweightedBase: sum(counts), base, effectiveBase: base === 0 ? 0 : base ** 2 / squares};
}

/** True of a column, or of a table, of those that the question of the rows was never put to. */
function isNotAsked({rows, columns, filters}: TableRequest, {code}: ColumnPlace): boolean {
  const isRuledOut = (name: string | undefined, codes: readonly string[]) =>
    rows.universe.some(
      (asked) => asked.variable === name && codes.length > 0 && !codes.some((each) => meets(each, asked)),
    );
  const byColumn =
    code !== allColumn && columns?.type !== "multiple" && isRuledOut(columns?.name, codesIn(columns, code));
  const byFilter = filters.some(
    ({of, categories}) =>
      of.type !== "multiple" &&
      isRuledOut(
        of.name,
        categories.flatMap((category) => category.of),
      ),
  );
  return byColumn || byFilter;
}

const codesIn = (variable: ExploredVariable | null, code: string) =>
  variable?.categories.find((category) => category.code === code)?.of ?? [];

const notAsked: Cell = {status: "notApplicable"};

/** The only row of a table of means. */
const meanRow: TableLine = {
  code: "mean",
  label: {nb: "Gjennomsnitt", en: "Mean"},
  unweightedBase: null,
  base: null,
};

function emptyLines({rows, columns, measure}: TableRequest): Lines {
  const line = ({code, label}: Pick<TableLine, "code" | "label">) => ({code, label, unweightedBase: 0, base: 0});
  const shown = measure === "mean" ? [meanRow] : rows.categories.map(line);
  const headed = [{code: allColumn, label: everybodyLabel}, ...(columns?.categories ?? [])].map(line);
  const nobody = publishedCell({count: [0, 0], base: [0, 0]});
  return {rows: shown, columns: headed, cells: shown.map(() => headed.map(() => nobody))};
}
