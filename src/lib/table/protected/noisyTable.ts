import type {ProtectedRow, ProtectedTable, ProtectedTables} from "../../respondents/protectedTables.js";
import {weighCells} from "../../respondents/weighting.js";
import {usualLevel} from "../../statistics/interval.js";
import {type NoisyStratum, noisyShare} from "../../statistics/noisyShare.js";
import type {PageExplorer} from "../explorer.js";
import {allColumn, type Cell, type ExploredTable, type Measure, type PublishedCell} from "../table.js";
import {publishedCell, widest} from "../tableCells.js";
import {everybodyLabel} from "../tablePlaces.js";
import {classColumn, type ExploredVariable, regionColumn} from "../variable.js";
import {assembled, type PublishedLine, shownCategories} from "./assembled.js";
import {type NoisyCount, weightedRegion} from "./weightedRegion.js";

/** What a reader can ask of a file protected by noise. */
export interface NoisyRequest {
  rows: ExploredVariable;
  /** Id of a grouping; null for all alone. */
  by: string | null;
  measure: Extract<Measure, "columnPercent" | "count">;
  isWeighted: boolean;
  /** Confidence level of the intervals. Default: 0.95. */
  level?: number;
}

type Given = Pick<ProtectedTables, "groupings" | "tables" | "minimumBase" | "noise" | "answeredByCell">;

/** True of a table that is in the family: others are never made. */
export function isInFamily({protectedTables}: Pick<PageExplorer, "protectedTables">, rows: string, by: string | null) {
  const tables = tablesOf(protectedTables, rows);
  return tables.length > 0 && (by === null || tables.every((table) => by in table.by));
}

/** Ids of the groupings by which a question is in the family. */
export function groupingsOf({protectedTables}: Pick<PageExplorer, "protectedTables">, rows: string): string[] {
  return (protectedTables?.groupings ?? []).map(({id}) => id).filter((id) => isInFamily({protectedTables}, rows, id));
}

const tablesOf = (given: Pick<Given, "tables"> | null, rows: string) =>
  (given?.tables ?? []).filter(({variable}) => variable === rows);

/** Weights are known of all together, and of groups of the register; of those that an answer makes nobody knows who did not answer. */
export const canBeWeighted = ({units}: Pick<PageExplorer, "units">, by: string | null) =>
  units.populations !== null && (by === null || by === classColumn || by === regionColumn);

/**
 * A table of the family, with intervals that take in the noise. Of groups that are too small, as far as it tells, no share is
 * shown.
 */
export function noisyTable(explorer: PageExplorer, request: NoisyRequest): ExploredTable {
  const {protectedTables} = explorer;
  const {by, measure, level = usualLevel} = request;
  const {groupings, noise} = protectedTables as Given;
  const isWeighted = request.isWeighted && canBeWeighted(explorer, by);
  const heads = [{code: allColumn, label: everybodyLabel}, ...(groupings.find(({id}) => id === by)?.groups ?? [])];
  const lines = linesOf(explorer, {...request, level, isWeighted});
  const bases = heads.map((_, at) =>
    greatest(
      lines.map(({cells}) => cells[at]),
      ({unweightedBase}) => unweightedBase,
    ),
  );
  const table = assembled(explorer, request, {heads, bases, lines});
  const weighted = (at: number) =>
    greatest(
      lines.map(({cells}) => cells[at]),
      ({base}) => base,
    );
  const columns = table.columns.map((column, at) => (isWeighted ? {...column, base: weighted(at)} : column));
  return {...table, columns, noise: noise && {variance: noise.variance}, measure, isWeighted, level};
}

/** Each row with its cells: of all together, and of each group. */
function linesOf(explorer: PageExplorer, request: NoisyRequest): PublishedLine[] {
  const {rows, by} = request;
  return tablesOf(explorer.protectedTables, rows.name).flatMap((table) => {
    const groups = by === null ? [] : table.by[by];
    return shownCategories(table, rows).map(({index, ...line}) => {
      const ofCategory = {...request, explorer, index};
      const cells = [
        noisyCell(table, table.all, {...ofCategory, by: null}),
        ...groups.map((row) => noisyCell(table, row, ofCategory)),
      ];
      return {...line, cells};
    });
  });
}

interface CellOptions extends NoisyRequest {
  explorer: PageExplorer;
  /** Of the category. */
  index: number;
}

function noisyCell(table: ProtectedTable, row: ProtectedRow, options: CellOptions): Cell {
  const {explorer, index, measure, isWeighted, level} = options;
  const {minimumBase, noise} = explorer.protectedTables as Given;
  if (row.status !== "published") return {status: row.status};
  const [count, base] = [row.unweightedCounts[index], row.unweightedBase];
  if (base < minimumBase) return {status: "suppressed"};
  const variance = noise?.variance ?? 0;
  const {shared, base: inBase} = table.noise ?? {shared: 0, base: 0};
  const response = responseIn(row, options);
  const strata = isWeighted
    ? weightedStrata(table, row.group, options)
    : [{count, base, weight: 1, unanswered: measure === "count" ? 0 : response.unanswered}];
  const noiseIn = {count: variance, shared: shared * variance, base: inBase * variance};
  const [found, usual] = [noisyShare(strata, noiseIn, {level}), noisyShare(strata, noiseIn)];
  if (!found || !usual) return {status: "suppressed"};
  const weightedBase = Math.min(
    isWeighted ? response.units : response.all,
    strata.reduce((sum, each) => sum + each.weight * each.base, 0),
  );
  const whole = (n: number) => Math.max(0, Math.min(Math.round(n), response.all));
  const cell = {
    ...publishedCell({
      count: [whole(count), found.proportion * weightedBase],
      base: [whole(base), weightedBase],
    }),
    estimate: found.proportion,
    interval: found.interval,
    standardError: found.standardError,
    lowPrecision: usual.interval.high - usual.interval.low > widest,
  };
  return measure === "count" ? {...cell, count: Math.round(cell.count), ...inUnits(found, weightedBase)} : cell;
}

/** A share's interval as one of a number. */
function inUnits(
  {interval, standardError}: {interval: {low: number; high: number; level: number}; standardError: number},
  base: number,
) {
  const {low, high, level} = interval;
  return {interval: {low: low * base, high: high * base, level}, standardError: standardError * base};
}

/** All together, a size class or a region, weighted as those that answered make up for those of their class that did not. */
function weightedStrata(table: ProtectedTable, group: string, options: CellOptions): NoisyStratum[] {
  const {explorer, index, by} = options;
  const {groupings, answeredByCell = []} = explorer.protectedTables as Given;
  const counted = (row: ProtectedRow): NoisyCount =>
    row.status === "published" ? {count: row.unweightedCounts[index], base: row.unweightedBase} : {count: 0, base: 0};
  const bySize = table.by[classColumn].map(counted);
  if (by === null) return allBySize(bySize, options);
  const at = groupings.find(({id}) => id === by)?.groups.findIndex(({code}) => code === group) ?? -1;
  const {population, respondents} = groupings.find(({id}) => id === by)?.groups[at] ?? {};
  if (by !== classColumn)
    return weightedRegion({units: explorer.units, answeredByCell}, at, {own: counted(table.by[by][at]), bySize});
  const weight = (population ?? 0) / (respondents ?? 1);
  return [{...bySize[at], weight, unanswered: 1 - 1 / weight}];
}

function allBySize(bySize: readonly NoisyCount[], {explorer, rows}: CellOptions): NoisyStratum[] {
  const sizes = (explorer.protectedTables as Given).groupings.find(({id}) => id === classColumn);
  const populations = sizes?.groups.map(({population}) => population ?? 0) ?? [];
  const counted = bySize.map(({count, base}, at) => {
    const answered = rows.universe.length === 0 ? base : (sizes?.groups[at].respondents ?? 0);
    return {count, base, answered: Math.min(populations[at], Math.max(0, answered))};
  });
  const {classes, regions} = explorer.units;
  const {nonrespondents} = weighCells(
    {classes, regions: regions.slice(0, 1), populations},
    Float64Array.from(counted, ({answered}) => answered),
  );
  return counted.map(({count, base}, at) => {
    const weight = 1 + Math.max(0, nonrespondents[at]);
    return {count, base, weight, unanswered: 1 - 1 / weight};
  });
}

/** How many of a group answered anything, how many units it has, and the share of its units that did not answer: of a question put to some, that of the whole group. */
function responseIn(row: ProtectedRow & {status: "published"}, {explorer, rows, by}: CellOptions) {
  const {units, respondents, protectedTables} = explorer;
  const group = protectedTables?.groupings.find(({id}) => id === by)?.groups.find(({code}) => code === row.group);
  const all = group?.respondents ?? respondents;
  if (!units.populations) return {all, units: Number.POSITIVE_INFINITY, unanswered: 1};
  const population = group?.population ?? units.populations.reduce((sum, n) => sum + n, 0);
  const isPutToAll = rows.universe.length === 0 && (by === null || group?.respondents != null);
  return {
    all,
    units: population,
    unanswered: Math.min(1, Math.max(0, 1 - (isPutToAll ? row.unweightedBase : all) / population)),
  };
}

/** The greatest base that is shown; null where none is. */
function greatest(cells: readonly Cell[], of: (cell: PublishedCell) => number): number | null {
  const bases = cells.flatMap((cell) => (cell.status === "published" ? [of(cell)] : []));
  return bases.length === 0 ? null : bases.reduce((most, base) => Math.max(most, base));
}
