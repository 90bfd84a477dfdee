import {missingCodes} from "../../../src/lib/table/counts/tally.js";
import {type CountsPlan, type PlannedColumn, setName} from "./countsPlan.js";

/** Columns that are counted jointly in one go through the table, and the sets of them that are counted from that. */
export interface Block {
  columns: readonly string[];
  sets: readonly (readonly string[])[];
}

/** So many combinations of the columns of a group are possible at most, so that those of three groups are few beside the rows. */
const mostPlaces = 150;

/**
 * Sets of columns by what is counted in one go. Columns are in groups that have few combinations, and each three groups are a
 * block: every set of three columns is in one, and a database goes through its table some hundred times and not once for
 * each of thousands of sets.
 */
export function blocksOf({columns, sets}: Pick<CountsPlan, "columns" | "sets">): Block[] {
  const groups = groupsOf([...columns.values()]);
  const groupOf = new Map(groups.flatMap((names, at) => names.map((name) => [name, at])));
  const blocks = new Map<string, {groups: number[]; sets: (readonly string[])[]}>();
  const bySize = sets.toSorted((a, b) => b.length - a.length); // those of fewer find a place in the blocks of more
  for (const set of bySize) {
    const own = [...new Set(set.map((name) => groupOf.get(name) as number))].sort((a, b) => a - b);
    const known = [...blocks.values()].find((block) => own.every((group) => block.groups.includes(group)));
    if (known) known.sets.push(set);
    else blocks.set(own.join(), {groups: own, sets: [set]});
  }
  return [...blocks.values()].map(({sets: own}) => {
    const used = new Set(own.flat());
    return {
      columns: [...columns.keys()].filter((name) => used.has(name)),
      sets: own.toSorted((a, b) => setName(a).localeCompare(setName(b), "en")),
    };
  });
}

/** Options of a multiple response that are in one group; all lack a response together. */
const mostOptions = 6;

/** Columns in groups: options of a multiple response together, others as long as they have few combinations, numbers alone. */
function groupsOf(columns: readonly PlannedColumn[]): string[][] {
  const groups: {names: string[]; places: number; question: string | null}[] = [];
  for (const {name, column, places, categories} of columns) {
    const question = column.option === null ? null : column.variable;
    const found = groups.find((group) =>
      question === null
        ? categories && group.question === null && group.places * places <= mostPlaces
        : group.question === question && group.names.length < mostOptions,
    );
    if (!found) groups.push({names: [name], places: categories ? places : Number.POSITIVE_INFINITY, question});
    else {
      found.names.push(name);
      found.places *= question === null ? places : places - missingCodes;
    }
  }
  return groups.map(({names}) => names);
}
