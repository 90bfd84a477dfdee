import type {Explorer} from "../explorer.js";
import type {ExploredVariable} from "../variable.js";
import {countedVariables, mostPlaces, placesOf} from "./combinations.js";
import {missingCodes} from "./tally.js";

/*
 * Where a database counted, columns are not there to make means of. So numbers are counted one by one too: those of a question
 * alone, and by each other question.
 */

type Counted = Pick<Explorer, "variables" | "inCombinations">;

/** What the names of files begin with, below those of combinations. */
export const numberSet = "numbers/";

/** How many numbers, and reasons for none, a question has; more than any where they are not counted. */
const placesOfNumber = ({inCombinations}: Counted, {name}: ExploredVariable) =>
  (inCombinations?.numbers?.[name] ?? Number.POSITIVE_INFINITY) + missingCodes;

/** The questions whose numbers are counted one by one. */
export const numbersCounted = (explorer: Counted): ExploredVariable[] =>
  explorer.variables.filter((each) => placesOfNumber(explorer, each) <= mostPlaces);

/** The variables by which the numbers of a question are counted. */
export function othersOfNumber(explorer: Counted, number: ExploredVariable): ExploredVariable[] {
  const names = explorer.variables.map(({name}) => name).filter((name) => name !== number.name);
  const room = mostPlaces / placesOfNumber(explorer, number);
  return countedVariables(explorer.variables, names).filter((other) => placesOf([other]) <= room);
}

/** True when a mean of a question can be made by some others of those that are counted. */
export function isMeanCounted(
  explorer: Counted,
  number: ExploredVariable,
  others: readonly ExploredVariable[],
): boolean {
  if (!numbersCounted(explorer).some(({name}) => name === number.name) || others.length > 1) return false;
  const offered = othersOfNumber(explorer, number).map(({name}) => name);
  return others.every(({name}) => offered.includes(name));
}
