import type {Explored} from "../../../data-loaders/explorer/explored.js";
import {tallySets} from "../../../data-loaders/explorer/tallySet.js";
import {mergedCounts, type TableClasses, tableClasses} from "../../../src/lib/explore/classDesign.js";
import {
  type Counts,
  countRespondents,
  type Filter,
  type Membership,
  membershipOf,
  parts,
} from "../../../src/lib/explore/countRespondents.js";
import {type ExplorerTally, tallyWith, unpackTally} from "../../../src/lib/explore/tally.js";
import {
  classColumn,
  columnsOf,
  type ExploredCategory,
  type ExploredVariable,
} from "../../../src/lib/explore/variable.js";
import type {Crosstabs, FilterChange} from "./filterChange.js";

/** The report's own way: whoever is alike in what a table needs has been counted once, at build. */
export function inTallies(
  found: Explored,
  {rows, columns, filters}: FilterChange,
): (filters: readonly Filter[]) => Crosstabs {
  const always = [
    ...new Set([classColumn, ...columnsOf(columns), ...filters[0].map(({categories}) => categories[0].column)]),
  ];
  const tallies = tallySets(found, always, rows).map(unpackTally);
  return (chosen) => {
    const cells: number[] = [];
    const memberships = new Map(tallies.map((tally) => [tally, membershipOf(tally, chosen)]));
    for (const variable of rows) pushTable(cells, found, {memberships, variable, columns});
    return cells;
  };
}

interface Asked {
  /** Of each tally whom the filters leave in. */
  memberships: ReadonlyMap<ExplorerTally, Membership>;
  variable: ExploredVariable;
  columns: ExploredVariable;
}

/** Counts a table, makes its weights, and writes the sums of weights of its cells. */
function pushTable(cells: number[], {classes}: Explored, {memberships, variable, columns}: Asked): void {
  const tallies = [...memberships.keys()];
  const rowParts = parts(variable.categories);
  const counted = rowParts.map((part) => {
    const tally = tallyWith(tallies, [part[0].column]);
    return countRespondents(tally, memberships.get(tally) as Membership, {rows: part, columns: columns.categories});
  });
  const weighting = tableClasses(classes, counted[0], {isWeighted: true});
  if (!weighting) throw new Error(`nobody left: ${variable.name}`);
  for (const [at, part] of rowParts.entries())
    pushWeighted(cells, mergedCounts(counted[at], weighting), weighting, part);
}

function pushWeighted(
  cells: number[],
  {inside, rows, columns}: Counts,
  {classes}: TableClasses,
  part: readonly ExploredCategory[],
): void {
  const weights = classes.map(({weight}) => weight);
  const step = rows * columns;
  for (let r = 0; r < part.length; r++)
    for (let c = 0; c < columns - 1; c++) {
      let sum = 0;
      for (let h = 0, at = r * columns + c; h < weights.length; h++, at += step) sum += weights[h] * inside[at];
      cells.push(sum);
    }
}
