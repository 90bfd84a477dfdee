import type {RawMultipleSet} from "../../files/rawTable.js";
import {type ColumnProfile, meaningIn} from "../columns/columnProfile.js";
import type {Marks} from "./marks.js";
import type {OptionColumns} from "./optionColumns.js";

/** The questions with several answers that an SPSS file names, and which columns are options of each. */
export function namedSets(
  sets: readonly RawMultipleSet[],
  profiles: readonly ColumnProfile[],
  marks: Marks,
): OptionColumns[] {
  const taken = new Set<ColumnProfile>();
  return sets.flatMap((set) => {
    const members = profiles.filter((each) => set.columns.includes(each.column.header) && !taken.has(each));
    if (set.counted === null || members.length < 2 || !addMarks(set, members, marks)) return [];
    for (const each of members) taken.add(each);
    return [
      {
        question: set.label ?? set.name.slice(1),
        name: set.name.slice(1),
        options: members.map((profile) => ({profile, text: optionOf(profile, set)})),
        because: [
          `the file names these ${members.length} columns as one question, ${set.name}, in which ${set.counted} counts as chosen`,
        ],
      },
    ];
  });
}

function optionOf(profile: ColumnProfile, {counted, isNamedByValue}: RawMultipleSet): string {
  const {header, label} = profile.column;
  return isNamedByValue ? meaningIn(profile.column, counted ?? "") : (label ?? header);
}

/** Options named by their counted value are known by that name, which is no mark for the others. */
function addMarks(set: RawMultipleSet, members: readonly ColumnProfile[], marks: Marks): boolean {
  const counted = set.counted ?? "";
  const chosen = set.isNamedByValue ? [] : members.map((each) => meaningIn(each.column, counted));
  const notChosen = members.flatMap((each) =>
    each.answers.filter(({value}) => value !== counted).map(({text}) => text),
  );
  return marks.add({chosen, notChosen});
}
