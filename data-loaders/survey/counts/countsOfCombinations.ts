import {missingCodes, type PackedTally, packCounted} from "../../../src/lib/table/counts/tally.js";
import {classColumn} from "../../../src/lib/table/variable.js";
import {withoutUnits} from "../buildWeighting.js";
import type {Counts} from "../explorer/counts.js";
import {type CountsPlan, inOrder, numberColumn, type PlannedColumn, setName} from "./countsPlan.js";
import type {Combinations} from "./readCombinations.js";
import type {CountedValues} from "./readValues.js";

/** The column that every tally has: of a survey without units all are in its one category. */
const allIn = {name: classColumn, categories: withoutUnits.classes.map(({code}) => code)};
const digitOfAll = missingCodes;

/** Counts of a survey as a database counted them. */
export function countsOfCombinations(
  plan: CountsPlan,
  combinations: Combinations,
  {respondents, columns}: Pick<CountedValues, "respondents" | "columns">,
): Counts {
  const place = inOrder(plan.variables);
  const planned = (name: string) => plan.columns.get(name) as PlannedColumn;
  const tallyOf = (set: readonly string[]) => {
    const counted = combinations.get(setName(set));
    if (!counted) throw new Error(`combinations that were not counted: ${setName(set)}`);
    return counted;
  };
  return {
    combination: (wanted) => {
      const set = place(wanted.filter((name) => name !== classColumn)).map(planned);
      const named = set.map(({name, categories}) => ({name, categories: categories ?? []}));
      const counted = set.length === 0 ? [[0, respondents] as const] : [...tallyOf(set.map(({name}) => name))];
      if (!wanted.includes(classColumn)) return packCounted(named, counted);
      const first = set.reduce((product, {places}) => product * places, digitOfAll);
      const withAll = counted.map(([key, count]) => [first + key, count] as const);
      return packCounted([allIn, ...named], withAll);
    },
    byNumber: (name, other) => {
      const numbers = columns.find((column) => column.name === name)?.categories ?? [];
      const beside = other === undefined ? [] : [planned(other)];
      const set = [planned(numberColumn(name)), ...beside];
      return byNumber({set, numbers, name}, tallyOf(set.map((column) => column.name)));
    },
    answered: ([name]) => {
      let answered = 0;
      for (const [digit, count] of tallyOf([name])) if (digit >= missingCodes) answered += count;
      return answered;
    },
  };
}

/** From numbers by what they are worth to numbers by their place among those that occur. */
function byNumber(
  {set: [column, other], numbers, name}: {set: readonly PlannedColumn[]; numbers: readonly string[]; name: string},
  counted: ReadonlyMap<number, number>,
): PackedTally {
  const placeOf = new Map(numbers.map((text, at) => [missingCodes + Number(text) - column.least, missingCodes + at]));
  const size = other?.places ?? 1;
  const first = digitOfAll * (missingCodes + numbers.length);
  const keys = [...counted].map(([key, count]) => {
    const digit = Math.floor(key / size);
    const place = digit < missingCodes ? digit : (placeOf.get(digit) as number);
    return [(first + place) * size + (key % size), count] as const;
  });
  const beside = other ? [{name: other.name, categories: other.categories ?? []}] : [];
  return packCounted([allIn, {name, categories: numbers}, ...beside], keys);
}
