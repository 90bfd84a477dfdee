import {listText, type Text} from "../language/text.js";
import {ClassWithoutRespondentsError} from "../statistics/errors.js";
import {rakeNonrespondents} from "./rakeNonrespondents.js";

/** Units of a register that are alike, such as municipalities of the same size. */
export interface UnitClass {
  code: string;
  label: Text;
  /** Of a class of one wave: that of all waves, such as the same size. */
  within?: {code: string; label: Text};
}

/** A part of the country, such as a county. */
export interface UnitRegion extends UnitClass {
  /** A larger part of the country, within which regions are merged first. */
  area: string;
}

/** The units that were asked, by class and region: a *cell* is a class in a region. */
export interface UnitCells {
  /** From the smallest units to the largest. */
  classes: readonly UnitClass[];
  /** Neighbours beside each other; one where regions are not told apart. */
  regions: readonly UnitRegion[];
  /** N of each cell, the regions of the first class first; null if unknown. */
  populations: readonly number[] | null;
}

/** Classes or regions that are weighted as one. */
export interface WeightingClass {
  /** Codes of what is merged in it, joined by `+`. */
  code: string;
  label: Text;
  /** N, all units; null if unknown. */
  population: number | null;
  /** n, units that answered. */
  respondents: number;
  /** n/N, 0 to 1; null if N is unknown. */
  responseRate: number | null;
  /** N/n, how many units each respondent stands for on average; 1 if N is unknown. */
  weight: number;
}

/**
 * Whom respondents stand for: each for itself, and for a share of the units of its class and its region that did not
 * answer. In a class or a region where all answered, each stands for itself alone.
 */
export interface CellWeighting {
  classes: readonly WeightingClass[];
  /** Class by class an index into `classes`. */
  classOf: readonly number[];
  regions: readonly WeightingClass[];
  /** Region by region an index into `regions`. */
  regionOf: readonly number[];
  /** Cell by cell how many nonrespondents each respondent stands for; 0 where N is unknown. */
  nonrespondents: Float64Array;
}

/** The weight of each respondent. */
export interface Weighting {
  units: UnitCells;
  classes: readonly WeightingClass[];
  regions: readonly WeightingClass[];
  /** Respondent by respondent an index into `classes`. */
  classOf: Int32Array;
  /** Respondent by respondent the cell. */
  cellOf: Int32Array;
  /** Respondent by respondent how many units it stands for, 1 or more. */
  weight: Float64Array;
}

/** Fewer respondents than this cannot stand for a class, or for a region. */
const fewest = {class: 10, region: 5};
/** A smaller part than this cannot either; as 1 of so many, so that the comparison is exact. */
const leastOneIn = 3;

/**
 * The weights of respondents, counted by cell. A class that too few answered in is merged with the next smaller one, the
 * smallest with the next larger, until all suffice or one is left; a region likewise with its neighbour, within its area
 * first. Regions are merged further where no weights fit both margins.
 *
 * @param respondents n of each cell
 * @throws ClassWithoutRespondentsError when nobody answered
 */
export function weighCells(cells: UnitCells, respondents: Float64Array): CellWeighting {
  const {classes, regions} = countedCells(cells, respondents);
  const areas = [...new Set(cells.regions.map(({area}) => area))];
  const within = areas.flatMap((area) => {
    const inArea = regions.filter((_, c) => cells.regions[c].area === area);
    return mergeUntil(suffices(fewest.region), inArea);
  });
  return weighMerged(cells, respondents, {
    classes: mergeUntil(suffices(fewest.class), classes),
    regions: mergeUntil(suffices(fewest.region), within),
  });
}

/** The same with all units as one class and one region: each respondent counts the same. */
export function weighEqually(cells: UnitCells, respondents: Float64Array): CellWeighting {
  const {classes, regions} = countedCells(cells, respondents);
  const one = (parts: readonly Merged[]) => parts.reduce(merge);
  const weighting = weighMerged(cells, respondents, {classes: [one(classes)], regions: [one(regions)]});
  const label = {nb: "Alle i én gruppe", en: "All in one class"};
  return {...weighting, classes: weighting.classes.map((each) => ({...each, code: "all", label}))};
}

/**
 * The weight of each cell’s respondents where a group of cells that the register knows is looked at: in the group they are
 * scaled so that they add up to its units, whatever margins its regions or classes were merged in; elsewhere they are as
 * they are of all.
 */
export function weightsOfGroup(
  isInside: (cell: number) => boolean,
  {populations}: Pick<UnitCells, "populations">,
  respondents: Float64Array,
  {nonrespondents}: Pick<CellWeighting, "nonrespondents">,
): Float64Array {
  if (!populations) return new Float64Array(respondents.length).fill(1);
  let [missing, supposed, answered] = [0, 0, 0];
  for (const [cell, n] of respondents.entries()) {
    if (!isInside(cell)) continue;
    missing += populations[cell] - n;
    supposed += n * nonrespondents[cell];
    answered += n;
  }
  return nonrespondents.map((each, cell) => {
    if (!isInside(cell) || answered === 0) return 1 + each;
    return 1 + (supposed > 0 ? (each * missing) / supposed : missing / answered);
  });
}

/** The weight of each respondent of a file, from the cell that it is in. */
export function weightRespondents(cells: UnitCells, cellOf: Int32Array): Weighting {
  const respondents = new Float64Array(cells.classes.length * cells.regions.length);
  for (const cell of cellOf) respondents[cell]++;
  const {classes, regions, classOf, nonrespondents} = weighCells(cells, respondents);
  return {
    units: cells,
    classes,
    regions,
    cellOf,
    classOf: cellOf.map((cell) => classOf[Math.floor(cell / cells.regions.length)]),
    weight: Float64Array.from(cellOf, (cell) => 1 + nonrespondents[cell]),
  };
}

/** Neighbouring classes or regions as one. */
interface Merged {
  parts: readonly UnitClass[];
  /** Indices of the classes, or regions. */
  members: readonly number[];
  population: number | null;
  respondents: number;
}

interface Margins {
  classes: readonly Merged[];
  regions: readonly Merged[];
}

/** Each class and each region by itself. */
function countedCells({classes, regions, populations}: UnitCells, respondents: Float64Array): Margins {
  const width = regions.length;
  const sumOf = (numbers: ArrayLike<number>, isIn: (cell: number) => boolean) =>
    Array.from(numbers).reduce((total, n, cell) => (isIn(cell) ? total + n : total), 0);
  const counted = (part: UnitClass, index: number, isIn: (cell: number) => boolean): Merged => ({
    parts: [part],
    members: [index],
    population: populations && sumOf(populations, isIn),
    respondents: sumOf(respondents, isIn),
  });
  return {
    classes: classes.map((each, h) => counted(each, h, (cell) => Math.floor(cell / width) === h)),
    regions: regions.map((each, c) => counted(each, c, (cell) => cell % width === c)),
  };
}

const suffices =
  (least: number) =>
  ({population, respondents}: Merged): boolean =>
    population === null ||
    (population === respondents && respondents > 0) ||
    (respondents >= least && respondents * leastOneIn >= population);

function mergeUntil(isEnough: (each: Merged) => boolean, parts: readonly Merged[]): readonly Merged[] {
  const at = parts.findIndex((each) => !isEnough(each));
  return at < 0 || parts.length === 1 ? parts : mergeUntil(isEnough, mergeAt(parts, at));
}

/**
 * Merged with the nearest before it, the first with the next; not with one in which all answered, where there is another,
 * for what is said of that one is a fact.
 */
function mergeAt(parts: readonly Merged[], at: number): readonly Merged[] {
  const others = [...parts.keys()].filter((other) => other !== at);
  const byNearness = others.toSorted((a, b) => Number(a > at) - Number(b > at) || Math.abs(a - at) - Math.abs(b - at));
  const other = byNearness.find((each) => missing(parts[each]) > 0) ?? byNearness[0];
  const [first, second] = [Math.min(at, other), Math.max(at, other)];
  return parts.toSpliced(second, 1).toSpliced(first, 1, merge(parts[first], parts[second]));
}

function merge(a: Merged, b: Merged): Merged {
  return {
    parts: [...a.parts, ...b.parts],
    members: [...a.members, ...b.members],
    population: a.population === null || b.population === null ? null : a.population + b.population,
    respondents: a.respondents + b.respondents,
  };
}

function weighMerged(cells: UnitCells, respondents: Float64Array, {classes, regions}: Margins): CellWeighting {
  const [classOf, regionOf] = [placesOf(classes), placesOf(regions)];
  const shown = {classes: classes.map(weightingClass), classOf, regions: regions.map(weightingClass), regionOf};
  if (!cells.populations) return {...shown, nonrespondents: new Float64Array(respondents.length)};
  const width = cells.regions.length;
  const counts = classes.map(() => regions.map(() => 0));
  for (const [cell, n] of respondents.entries()) counts[classOf[Math.floor(cell / width)]][regionOf[cell % width]] += n;
  const raked = rakeNonrespondents(counts, classes.map(missing), regions.map(missing));
  if (!raked) return weighMerged(cells, respondents, {classes, regions: mergeAt(regions, hardest(regions))});
  return {
    ...shown,
    nonrespondents: respondents.map((_, cell) => raked[classOf[Math.floor(cell / width)]][regionOf[cell % width]]),
  };
}

/** The region in which most nonrespondents fall to each respondent. */
function hardest(regions: readonly Merged[]): number {
  const burden = regions.map((each) => missing(each) / each.respondents);
  return burden.indexOf(burden.reduce((most, each) => Math.max(most, each)));
}

const missing = ({population, respondents}: Merged) => (population ?? respondents) - respondents;

/** For each class, or region, the index of what it was merged into. */
function placesOf(merged: readonly Merged[]): number[] {
  const places: number[] = [];
  for (const [at, {members}] of merged.entries()) for (const member of members) places[member] = at;
  return places;
}

function weightingClass({parts, population, respondents}: Merged): WeightingClass {
  const code = parts.map((part) => part.code).join("+");
  if (respondents === 0) throw new ClassWithoutRespondentsError(code);
  return {
    code,
    label: listText(parts.map(({label}) => label)),
    population,
    respondents,
    responseRate: population === null ? null : respondents / population,
    weight: population === null ? 1 : population / respondents,
  };
}
