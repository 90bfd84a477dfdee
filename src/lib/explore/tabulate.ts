import {once} from "../once.js";
import {tInterval} from "../statistics/interval.js";
import {mean} from "../statistics/mean.js";
import {type ReportedShare, reportInterval} from "../statistics/reportInterval.js";
import {total} from "../statistics/total.js";
import {mergedCounts, smallTally, type TableClasses, tableClasses} from "./classDesign.js";
import {type Counts, countRespondents, type Filter, type Membership, membershipOf, parts} from "./countRespondents.js";
import type {Explorer} from "./explorer.js";
import {allColumn, type Cell, type ExploredTable, type Measure, type TableLine} from "./table.js";
import {columnOf, type ExplorerTally, tallyWith} from "./tally.js";
import {classColumn, type ExploredCategory, type ExploredVariable} from "./variable.js";

/** What a reader asks for. */
export interface TableRequest {
  rows: ExploredVariable;
  /** Null: everybody in one column. */
  columns: ExploredVariable | null;
  filters: readonly (Filter & {of: ExploredVariable})[];
  measure: Measure;
  isWeighted: boolean;
}

/** A table, and the counts that it was made of. */
export interface Tabulated {
  table: ExploredTable;
  /** Null when nobody is left. */
  classes: TableClasses | null;
  /** Of each part of the rows and each part of the columns, by merged class. */
  counted: readonly (readonly Counts[])[];
}

/** An interval wider than this, in shares, marks a number as uncertain: the line of NCHS for proportions (2017). */
const widest = 0.3;

/**
 * Counts respondents by two variables, and makes the cells of a table: shares, counts or means, with intervals. Who was
 * asked something that the table is about and did not answer counts as one who did not take part: weights are made
 * anew without them.
 *
 * @param tallies among them those with the columns that the table needs
 * @throws Error when there is no such tally, or a mean is asked of what is no number or not counted number by number
 */
export function tabulate(
  {classes: registered, rank, isProtected}: Explorer,
  tallies: readonly ExplorerTally[],
  request: TableRequest,
): Tabulated {
  const {rows, columns, measure, isWeighted} = request;
  const counting = rowCategories(tallies, request);
  const rowParts = parts(counting);
  const columnParts: (ExploredCategory[] | null)[] = columns ? parts(columns.categories) : [null];
  const members = once((tally: ExplorerTally) => membershipOf(tally, request.filters));
  const raw = rowParts.map((row) => columnParts.map((column) => countPart(tallies, request, {row, column, members})));
  const [[first]] = raw;
  const classes = tableClasses(registered, first, {isWeighted});
  const counted = classes ? raw.map((part) => part.map((counts) => mergedCounts(counts, classes))) : raw;
  const numbers = counting.map(({code}) => Number(code));
  const made = classes ? lines(request, classes, {counted, numbers}) : emptyLines(request);
  return {
    classes,
    counted,
    table: {
      rank,
      isProtected,
      measure,
      isWeighted,
      rowVariable: named(rows),
      columnVariable: columns && named(columns),
      filters: request.filters.map(({of, categories}) => ({
        variable: of.name,
        label: of.label,
        categories: categories.map(({code, label}) => ({code, label})),
      })),
      ...made,
      unweightedBase: made.columns[0].unweightedBase,
      unanswered: first.unanswered,
      classes: (classes?.classes ?? []).map(({code, label, population, respondents, weight}) => ({
        code,
        label,
        population,
        respondents,
        weight,
      })),
    },
  };
}

const named = ({name, label, type}: ExploredVariable) => ({name, label, type});

/** The rows to count: of a mean every number by itself. */
function rowCategories(tallies: readonly ExplorerTally[], {rows, measure}: TableRequest): readonly ExploredCategory[] {
  if (measure !== "mean") return rows.categories;
  if (rows.type !== "count") throw new Error(`no mean of what is no number: ${rows.name}`);
  const [{column}] = rows.categories;
  const {categories} = columnOf(tallyWith(tallies, [column]), column);
  if (rows.categories.some(({of}) => of.some((code) => !categories.includes(code))))
    throw new Error(`no mean of numbers that are counted as one: ${rows.name}`);
  return categories.map((code) => ({code, label: {nb: code, en: code}, column, of: [code]}));
}

function countPart(
  tallies: readonly ExplorerTally[],
  {filters}: TableRequest,
  {row: rows, column: columns, members}: Part,
): Counts {
  const filtered = filters.flatMap(({categories}) => categories.map(({column}) => column));
  const tally = tallyWith(tallies, [classColumn, rows[0].column, ...(columns ? [columns[0].column] : []), ...filtered]);
  return countRespondents(tally, members(tally), {rows, columns});
}

/** A row and a column of parts, and whom the filters leave in of a tally. */
interface Part {
  row: readonly ExploredCategory[];
  column: readonly ExploredCategory[] | null;
  members: (tally: ExplorerTally) => Membership;
}

/** Rows, columns and cells. */
type Lines = Pick<ExploredTable, "rows" | "columns" | "cells">;

interface CountedRows {
  /** Of each part of the rows, of each part of the columns. */
  counted: readonly (readonly Counts[])[];
  /** What the rows are worth, where they are numbers. */
  numbers: readonly number[];
}

function lines(request: TableRequest, classes: TableClasses, {counted, numbers}: CountedRows): Lines {
  const {measure} = request;
  const columns = columnPlaces(request, counted[0]);
  const lineOf = (place: {code: string; label: TableLine["label"]}, byClass: readonly number[]): TableLine => ({
    code: place.code,
    label: place.label,
    unweightedBase: sum(byClass),
    base: sum(byClass.map((n, h) => n * classes.classes[h].weight)),
  });
  const headed = columns.map((column) => lineOf(column, column.byClass(counted[0])));
  if (measure === "mean")
    return {
      rows: [meanRow],
      columns: headed,
      cells: [columns.map(({part, at}) => meanCell(classes, counted[0][part], at, numbers))],
    };
  const places = rowPlaces(request, counted);
  return {
    rows: places.map((row) => lineOf(row, rowByClass(row, columns[0]))),
    columns: headed,
    cells: places.map((row) =>
      columns.map((column) => (isNotAsked(request, column) ? notAsked : cellOf(request, classes, row, column))),
    ),
  };
}

/** True of a column, or of a table, of those that the question of the rows was never put to. */
function isNotAsked({rows, columns, filters}: TableRequest, {code}: ColumnPlace): boolean {
  const isRuledOut = (name: string | undefined, codes: readonly string[]) =>
    rows.universe.some(
      (asked) =>
        asked.variable === name &&
        !asked.codes.some((each) => /[!+]/.test(each)) &&
        codes.length > 0 &&
        !codes.some((each) => asked.codes.includes(each)),
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

/** A column of the table: where it is counted, and among which columns there; null is all of them. */
interface ColumnPlace {
  code: string;
  label: TableLine["label"];
  part: number;
  at: number | null;
  byClass: (rowPart: readonly Counts[]) => number[];
}

const everybodyLabel = {nb: "Alle", en: "All"};

function columnPlaces({columns}: TableRequest, rowPart: readonly Counts[]): ColumnPlace[] {
  const place = (code: string, label: TableLine["label"], part: number, at: number | null): ColumnPlace => ({
    code,
    label,
    part,
    at,
    byClass: (counts) => countsByClass(counts[part], null, at),
  });
  const all = place(allColumn, everybodyLabel, 0, null);
  if (!columns) return [all];
  const isOneColumn = rowPart.length === 1;
  return [
    all,
    ...columns.categories.map(({code, label}, index) =>
      place(code, label, isOneColumn ? 0 : index, isOneColumn ? index : 0),
    ),
  ];
}

/** A row of the table: the counts that it stands in, and where there. */
interface RowPlace {
  code: string;
  label: TableLine["label"];
  counts: readonly Counts[];
  at: number;
}

function rowPlaces({rows}: TableRequest, counted: readonly (readonly Counts[])[]): RowPlace[] {
  const isOneColumn = counted.length === 1;
  return rows.categories.map(({code, label}, index) => ({
    code,
    label,
    counts: counted[isOneColumn ? 0 : index],
    at: isOneColumn ? index : 0,
  }));
}

function rowByClass({counts, at}: RowPlace, {part}: ColumnPlace): number[] {
  return countsByClass(counts[part], at, null);
}

/** By class how many are in a row and a column; null is any. */
export function countsByClass(counts: Counts, row: number | null, column: number | null): number[] {
  const {classes, rows, columns, inside} = counts;
  const byClass = new Array<number>(classes).fill(0);
  const [firstRow, lastRow] = row === null ? [0, rows - 1] : [row, row];
  const [firstColumn, lastColumn] = column === null ? [0, columns - 1] : [column, column];
  for (let h = 0; h < classes; h++)
    for (let r = firstRow; r <= lastRow; r++)
      for (let c = firstColumn; c <= lastColumn; c++) byClass[h] += inside[(h * rows + r) * columns + c];
  return byClass;
}

function cellOf({measure, isWeighted}: TableRequest, classes: TableClasses, row: RowPlace, column: ColumnPlace): Cell {
  const counts = row.counts[column.part];
  const inCell = countsByClass(counts, row.at, column.at);
  const inBase =
    measure === "rowPercent"
      ? countsByClass(counts, row.at, null)
      : countsByClass(counts, null, measure === "totalPercent" ? null : column.at);
  const answered = inCell.map((n, h) => [n, inBase[h] - n]);
  const {design, answers, domain} = smallTally(classes, answered, [1, 0]);
  const [count, base] = [weighted(inCell, classes), weighted(inBase, classes)];
  const common = {
    status: "published",
    unweightedCount: sum(inCell),
    unweightedBase: sum(inBase),
    count,
    base,
  } as const;
  if (common.unweightedBase === 0)
    return {...common, estimate: null, interval: null, standardError: null, lowPrecision: false};
  if (measure === "count") {
    const shown = isWeighted ? countInterval(total(design, answers, {domain})) : asCounted;
    return {...common, estimate: count / base, ...shown, lowPrecision: false};
  }
  if (measure === "rowPercent" && column.at === null)
    return {...common, estimate: 1, interval: null, standardError: null, lowPrecision: false};
  const share = reportInterval(design, answers, {domain});
  return {...common, ...shownShare(share), lowPrecision: isUncertain(share)};
}

function shownShare(share: ReportedShare) {
  return {
    estimate: "proportion" in share ? share.proportion : null,
    interval: "interval" in share ? share.interval : null,
    standardError: "standardError" in share ? share.standardError : null,
  };
}

function isUncertain(share: ReportedShare): boolean {
  return share.rule === "none" || ("interval" in share && share.interval.high - share.interval.low > widest);
}

/** How many answered is a fact. */
const asCounted = {interval: null, standardError: null};

/** Never fewer than none. */
function countInterval(found: ReturnType<typeof total>) {
  if (found.degreesOfFreedom < 1) return {interval: null, standardError: null};
  const {low, high, level} = tInterval(found);
  return {interval: {low: Math.max(0, low), high, level}, standardError: found.standardError};
}

function meanCell(classes: TableClasses, counts: Counts, column: number | null, values: readonly number[]): Cell {
  const byValue = values.map((_, row) => countsByClass(counts, row, column));
  const answered = classes.classes.map((_, h) => byValue.map((byClass) => byClass[h]));
  const inBase = countsByClass(counts, null, column);
  const common = {
    status: "published",
    unweightedCount: sum(inBase),
    unweightedBase: sum(inBase),
    count: weighted(inBase, classes),
    base: weighted(inBase, classes),
    lowPrecision: false,
  } as const;
  if (common.unweightedBase === 0) return {...common, estimate: null, interval: null, standardError: null};
  const {design, answers, domain} = smallTally(classes, answered, values);
  const found = mean(design, answers, {domain});
  const interval = found.degreesOfFreedom < 1 ? null : tInterval(found);
  return {...common, estimate: found.estimate, interval, standardError: interval && found.standardError};
}

function emptyLines({rows, columns, measure}: TableRequest): Lines {
  const line = ({code, label}: Pick<TableLine, "code" | "label">) => ({code, label, unweightedBase: 0, base: 0});
  const shown = measure === "mean" ? [meanRow] : rows.categories.map(line);
  const headed = [{code: allColumn, label: everybodyLabel}, ...(columns?.categories ?? [])].map(line);
  const nobody: Cell = {
    status: "published",
    unweightedCount: 0,
    unweightedBase: 0,
    count: 0,
    base: 0,
    estimate: null,
    interval: null,
    standardError: null,
    lowPrecision: false,
  };
  return {rows: shown, columns: headed, cells: shown.map(() => headed.map(() => nobody))};
}

const sum = (values: readonly number[]) => values.reduce((whole, n) => whole + n, 0);
const weighted = (byClass: readonly number[], {classes}: TableClasses) =>
  sum(byClass.map((n, h) => n * classes[h].weight));
