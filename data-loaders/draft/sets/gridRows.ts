import {fold} from "../../../src/lib/language/fold.js";
import type {ColumnProfile} from "../columns/columnProfile.js";
import {type SplitHeader, splitsOf} from "./splitHeader.js";

/** A question that rows of a grid share is in words: so many, or it ends as a question does. */
const leastWords = 3;

/**
 * Columns that are rows of a grid: neighbours whose headers begin with the same question, and whose cells hold the same answers.
 *
 * @returns the question and the row of each, where no other column has that row
 */
export function gridRows(profiles: readonly ColumnProfile[]): Map<ColumnProfile, SplitHeader> {
  const found = new Map<ColumnProfile, SplitHeader>();
  profiles.forEach((profile, at) => {
    const beside = [profiles[at - 1], profiles[at + 1]].filter((each) => each && isOneScale(each, profile));
    const stems = new Set(beside.flatMap((each) => splitsIn(each).map(({stem}) => fold(stem))));
    const split = splitsIn(profile).find(({stem}) => stems.has(fold(stem)));
    if (split) found.set(profile, split);
  });
  const rows = [...found.values()].map(({option}) => fold(option));
  return new Map([...found].filter(([, {option}]) => rows.indexOf(fold(option)) === rows.lastIndexOf(fold(option))));
}

function splitsIn({column: {label, header}}: ColumnProfile): SplitHeader[] {
  return splitsOf(label ?? header).filter(
    ({stem, option}) => (stem.split(/\s+/).length >= leastWords || /[?:]$/.test(stem)) && /\p{L}{2}/u.test(option),
  );
}

/** True of two columns of which one has all answers of the other. */
function isOneScale(a: ColumnProfile, b: ColumnProfile): boolean {
  const [some, all] = [a, b]
    .map(({answers}) => answers.map(({text}) => fold(text)))
    .sort((x, y) => x.length - y.length);
  return some.length > 1 && some.every((text) => all.includes(text));
}
