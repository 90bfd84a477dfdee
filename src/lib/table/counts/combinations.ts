import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../variable.js";
import {missingCodes} from "./tally.js";

/*
 * Of a file too large to be sent whole, the build counts combinations of the answers to one, two and three questions. There is
 * a file of each variable, alone and by each other, and one of each two by each that comes after them. Three of sixty
 * questions are 34,000 tallies and three of two hundred a million, so which two and which three are counted depends on how
 * many there are.
 */

/** Which variables are counted together: two or three of which at most one is not among these. */
export interface Combined {
  pairs: readonly string[];
  triples: readonly string[];
}

/** Of some names the variables that a tally needs columns for, each once, in the order of a list. */
export function countedVariables(every: readonly ExploredVariable[], names: readonly string[]): ExploredVariable[] {
  return every.filter((variable) => names.includes(variable.name) && hasOwnColumns(variable));
}

const hasOwnColumns = (variable: ExploredVariable) =>
  columnsOf(variable).some((column) => column !== classColumn && column !== regionColumn);

/** So many possible combinations of the answers to some variables are counted at most. */
export const mostPlaces = 2 ** 14;

/** True when there is a tally of just these. */
export function isCombined({pairs, triples}: Combined, variables: readonly ExploredVariable[]): boolean {
  const among = [[], [], pairs, triples][variables.length];
  if (!among || placesOf(variables) > mostPlaces) return false;
  return variables.length < 2 || variables.filter(({name}) => !among.includes(name)).length < 2;
}

/** Answers and reasons for none; options of a multiple response are counted one by one, each as chosen or not. */
export function placesOf(variables: readonly ExploredVariable[]): number {
  const places = ({type, categories}: ExploredVariable) =>
    type === "multiple" ? (2 + missingCodes) * categories.length : categories.length + missingCodes;
  return variables.reduce((product, variable) => product * places(variable), 1);
}

/**
 * Chooses which two and which three variables are counted: all while that is no more than `most`, else those that readers
 * filter by and each by these, else none.
 *
 * @param filters names of the variables that readers of topic pages filter by
 * @param most combinations of answers in all triples, and half as many in pairs, which are in the files of both; a tally
 *   counts as `tallyCost` more
 */
export function combinedOf(
  every: readonly ExploredVariable[],
  filters: readonly string[],
  most = mostCombinations,
): Combined {
  const all = everyCounted(every);
  const choices = [all, all.filter(({name}) => filters.includes(name)), []];
  const choose = (size: number, room: number) =>
    choices.find((among) => isAffordable(setsAmong(all, among, size), room))?.map(({name}) => name) ?? [];
  return {pairs: choose(2, most / 2), triples: choose(3, most)};
}

/** Some sixty questions of five answers: about 110 MB of files, and two minutes of counting a million respondents. */
const mostCombinations = 40_000_000;

/** What a tally takes beside its combinations, in combinations: names, and time to count. */
const tallyCost = 100;

function isAffordable(sets: Iterable<readonly ExploredVariable[]>, most: number): boolean {
  let cost = 0;
  for (const set of sets) {
    const places = placesOf(set);
    const tallies = set.reduce((product, variable) => product * columnsOf(variable).length, 1);
    cost += places > mostPlaces ? 1 : places + tallyCost * tallies;
    if (cost > most) return false;
  }
  return true;
}

/** Each so many variables of which at most one is not among some. */
function* setsAmong(
  all: readonly ExploredVariable[],
  among: readonly ExploredVariable[],
  size: number,
): Generator<ExploredVariable[]> {
  yield* subsets(among, size);
  if (among.length < all.length)
    for (const one of all) if (!among.includes(one)) for (const set of subsets(among, size - 1)) yield [...set, one];
}

function* subsets<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (const [at, first] of items.entries())
      for (const rest of subsets(items.slice(at + 1), size - 1)) yield [first, ...rest];
}

/** Variables as the name of a file has them. */
export function combinationSetName(variables: readonly ExploredVariable[]): string {
  return variables.length === 0 ? "register" : variables.map(({name}) => name).join("+");
}

/** Every set of variables that has a file, the empty one first. */
export function combinationSets(every: readonly ExploredVariable[], combined: Combined): ExploredVariable[][] {
  const all = everyCounted(every);
  const among = all.filter(({name}) => combined.triples.includes(name));
  const pairs = new Map<string, ExploredVariable[]>();
  for (const triple of setsAmong(all, among, 3)) {
    if (!isCombined(combined, triple)) continue;
    const pair = all.filter((each) => triple.includes(each)).slice(0, 2);
    pairs.set(combinationSetName(pair), pair);
  }
  return [[], ...all.map((each) => [each]).filter((set) => isCombined(combined, set)), ...pairs.values()];
}

/** The variables by which those of a file are counted beside: of one each other, of two those that come after them. */
export function othersOfSet(
  every: readonly ExploredVariable[],
  set: readonly ExploredVariable[],
  combined: Combined,
): ExploredVariable[] {
  if (set.length === 0) return [];
  const all = everyCounted(every);
  const others = set.length === 1 ? all : all.slice(all.indexOf(set[1]) + 1);
  return others.filter((other) => !set.includes(other) && isCombined(combined, [...set, other]));
}

const everyCounted = (every: readonly ExploredVariable[]) => every.filter(hasOwnColumns);
