import {answeredIn, everyone} from "../statistics/column.js";
import {type Interval, tInterval, usualLevel} from "../statistics/interval.js";
import {mean, total} from "../statistics/mean.js";
import {isCensus, reportInterval} from "../statistics/reportInterval.js";
import {sampleInterval} from "../statistics/sampleInterval.js";
import {countsByCell} from "./counts/countRespondents.js";
import {type Cell, fewestForMean, type PublishedCell} from "./table.js";
import {tallyOf} from "./tablePanel.js";
import {type ColumnPlace, inColumn, type Making, type RowPlace} from "./tablePlaces.js";
import {isOfRegister, populationWith, type SmallTally} from "./tableWeights.js";

/** A 95% interval wider than this, in shares, marks a number as uncertain: the line of NCHS for proportions (2017). */
export const widest = 0.3;

const isWide = (interval: Interval | null) => interval === null || interval.high - interval.low > widest;

/** The cell of a row and a column: a share or a number of units with its interval. */
export function cellOf(making: Making, row: RowPlace, column: ColumnPlace): Cell {
  const {measure, isWeighted, level = usualLevel} = making.request;
  const counts = row.counts[column.part];
  const inCell = countsByCell(counts, row.at, column.at);
  const ofBase = measure === "totalPercent" ? null : column.at;
  const inBase = countsByCell(counts, null, ofBase);
  const cell = publishedCell({
    count: [sum(inCell), weighted(inCell, column.weight)],
    base: [sum(inBase), weighted(inBase, column.weight)],
  });
  if (cell.unweightedBase === 0) return cell;
  if (isOfRegister(row.category) && column.conditions && (!column.category || isOfRegister(column.category)))
    return registerCell(making, cell, row, column);
  if (measure === "count" && !isWeighted) return {...cell, estimate: cell.count / cell.base};
  const answered = (counted: Making["counted"]) => {
    const counts = counted[row.part][column.part];
    const yes = countsByCell(counts, row.at, column.at);
    return [yes, countsByCell(counts, null, ofBase).map((n, cell) => n - yes[cell])];
  };
  const {design, responses} = tallyOf(making, column, answered, [1, 0]);
  const population = populationOf(making, column);
  if (measure === "count" && population === null) {
    const found = total(design, responses);
    // Of weights below 1 a sum may be less than the respondents that were seen.
    const least = making.weights.sample ? 0 : cell.unweightedCount;
    const interval = found.degreesOfFreedom < 1 ? null : atLeast(least, tInterval(found, {level}));
    return {...cell, estimate: cell.count / cell.base, interval, standardError: interval && found.standardError};
  }
  return {...cell, ...shareOf(making, {design, responses}, population)};
}

/** A share with its interval, or a count of so many units; uncertain where the interval is wide at the usual level. */
function shareOf(
  {request: {measure, level = usualLevel}, weights}: Making,
  {design, responses}: SmallTally,
  population: number | null,
): Partial<PublishedCell> {
  const reported = (at: number) =>
    weights.sample || design.clusterOf
      ? sampleInterval(design, responses, {level: at})
      : reportInterval(design, responses, population === null ? {level: at} : {level: at, population});
  const share = reported(level);
  if (share.rule === "empty") return {};
  const {proportion, interval, standardError, degreesOfFreedom} = share;
  const shown = {
    estimate: proportion,
    interval,
    standardError: degreesOfFreedom < 1 ? null : standardError,
  };
  if (measure === "count") return timesUnits(shown, population ?? 1);
  const usual = level === usualLevel ? share : reported(usualLevel);
  return {...shown, lowPrecision: isWide(usual.rule === "empty" ? null : usual.interval)};
}

/** Units of a column, whether they answered or not; null where nobody knows, as of whom a question was put to. */
function populationOf({request: {rows, columns, measure}, weights}: Making, {conditions}: ColumnPlace): number | null {
  const asked = measure === "totalPercent" ? [rows, ...(columns ? [columns] : [])] : [rows];
  const isPutToAll = asked.every(({universe}) => universe.length === 0);
  return conditions && isPutToAll ? populationWith(weights.units, conditions) : null;
}

/** What the register says of all units, those that did not answer included; without weights, of those that answered. */
function registerCell(
  {request: {measure, isWeighted, level = usualLevel}, weights}: Making,
  cell: PublishedCell,
  row: RowPlace,
  column: ColumnPlace,
): Cell {
  const conditions = column.conditions ?? [];
  const base = populationWith(weights.units, conditions);
  const chosen = [row.category, ...(column.category ? [column.category] : [])];
  const count = populationWith(weights.units, [...conditions, ...chosen.map((category) => [category])]);
  if (!isWeighted || base === null || count === null) return {...cell, estimate: cell.count / cell.base};
  const estimate = count / base;
  const shown = measure === "count" ? count : estimate;
  return {...cell, count, base, estimate, interval: {low: shown, high: shown, level}, standardError: 0};
}

/** A cell with its counts, and no number yet. */
export function publishedCell({
  count,
  base,
}: Record<"count" | "base", [unweighted: number, weighted: number]>): PublishedCell {
  return {
    status: "published",
    unweightedCount: count[0],
    unweightedBase: base[0],
    count: count[1],
    base: base[1],
    estimate: null,
    interval: null,
    standardError: null,
    lowPrecision: false,
  };
}

/** The interval of a share as one of a number of units. */
function timesUnits(
  {estimate, interval, standardError}: Pick<PublishedCell, "estimate" | "interval" | "standardError">,
  units: number,
) {
  return {
    estimate,
    interval: interval && {...interval, low: interval.low * units, high: interval.high * units},
    standardError: standardError === null ? null : standardError * units,
  };
}

/** A cell without the last digits of its numbers, which are noise of binary fractions, so that a half is rounded as a half. */
export function withoutNoise(cell: Cell): Cell {
  if (cell.status !== "published") return cell;
  const {estimate, interval} = cell;
  return {
    ...cell,
    estimate: estimate === null ? null : rounded(estimate),
    interval: interval && {...interval, low: rounded(interval.low), high: rounded(interval.high)},
  };
}

const rounded = (value: number) => Number(value.toPrecision(14));

/** Never fewer than those that were seen. */
function atLeast(seen: number, {low, high, level}: ReturnType<typeof tInterval>) {
  return {low: Math.max(seen, low), high, level};
}

/** The mean of a column. */
export function meanCell(making: Making, column: ColumnPlace): Cell {
  const {
    request: {level = usualLevel},
    counted,
    numbers,
  } = making;
  const byValue = ([[...parts]]: Making["counted"]) =>
    numbers.map((_, row) => countsByCell(parts[column.part], row, column.at));
  const inBase = inColumn(counted[0], column);
  const all: [number, number] = [sum(inBase), weighted(inBase, column.weight)];
  const cell = publishedCell({count: all, base: all});
  if (cell.unweightedBase < fewestForMean) return cell;
  const {design, responses} = tallyOf(making, column, byValue, numbers);
  const found = mean(design, responses);
  if (isCensus(design, answeredIn(everyone(responses.codes.length), responses))) {
    const interval = {low: found.estimate, high: found.estimate, level};
    return {...cell, estimate: found.estimate, interval, standardError: 0};
  }
  const least = numbers.reduce((lower, number) => Math.min(lower, number));
  const greatest = numbers.reduce((higher, number) => Math.max(higher, number));
  const intervalAt = (at: number) => {
    const {low, high} = tInterval(found, {level: at});
    return {low: Math.max(least, low), high: Math.min(greatest, high), level: at};
  };
  const isKnown = found.degreesOfFreedom >= 1;
  const interval = isKnown ? intervalAt(level) : null;
  const usual = isKnown ? intervalAt(usualLevel) : {low: 0, high: 0};
  return {
    ...cell,
    estimate: found.estimate,
    interval,
    standardError: interval && found.standardError,
    lowPrecision: cell.unweightedBase < fewestForCertainMean || usual.high - usual.low > (greatest - least) / 2,
  };
}

/** A mean of fewer respondents is marked as uncertain. */
const fewestForCertainMean = 10;

export const sum = (values: readonly number[]) => values.reduce((whole, n) => whole + n, 0);

/** @param byCell respondents by cell */
export const weighted = (byCell: readonly number[], weight: Float64Array) =>
  byCell.reduce((whole, n, cell) => whole + n * weight[cell], 0);
