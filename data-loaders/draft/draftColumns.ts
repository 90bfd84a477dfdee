import {fold} from "../../src/lib/language/fold.js";
import {dataHeader} from "../cleaning/matchColumns.js";
import type {RawTable} from "../files/rawTable.js";
import type {ColumnProfile} from "./columns/columnProfile.js";
import type {Guess} from "./columns/guess.js";
import {type DesignColumns, guessColumn} from "./columns/guessColumn.js";
import type {Export} from "./exportColumns.js";
import type {Marks} from "./sets/marks.js";
import {namedSets} from "./sets/namedSets.js";
import {type OptionColumns, optionColumns} from "./sets/optionColumns.js";

/** One or several columns that are one question, or are left out. */
export type Part =
  | {kind: "options"; profiles: readonly ColumnProfile[]; set: OptionColumns; because: string[]}
  | {kind: "column"; profiles: readonly [ColumnProfile]; guess: Guess; because: string[]};

export interface ColumnOptions {
  exported: Export | null;
  marks: Marks;
  /** Of questions that are there already. */
  types: ReadonlySet<string>;
  /** Columns that the survey's settings name in its design. */
  design?: DesignColumns;
}

/** A table's columns as the questions that they seem to be, in their order. Of ids and dates there is one. */
export function draftColumns(
  profiles: readonly ColumnProfile[],
  raw: RawTable,
  {exported, marks, types, design}: ColumnOptions,
): Part[] {
  const usable = profiles.filter(({column}) => !unusableHeaders.has(fold(column.header)));
  const named = namedSets(raw.multipleSets ?? [], usable, marks);
  const inNamed = new Set(named.flatMap(({options}) => options.map(({profile}) => profile)));
  const isFree = ({column: {header}}: ColumnProfile) => !exported?.roleOf.has(header) && !design?.has(header);
  const others = usable.filter((each) => !inNamed.has(each) && isFree(each));
  const sets = [...named, ...optionColumns(others, marks)];
  const setOf = new Map(sets.flatMap((set) => set.options.map(({profile}) => [profile, set])));
  const parts = profiles.flatMap((profile): Part[] => {
    const set = setOf.get(profile);
    if (!set) return [columnPart(profile, raw, {exported, design})];
    const members = set.options.map((each) => each.profile);
    return members[0] === profile ? [{kind: "options", profiles: members, set, because: set.because}] : [];
  });
  return onlyOne("date", onlyOne("id", parts, types.has("id")), types.has("date"), exported?.dates);
}

/** Headers of columns that no codebook can have. */
const unusableHeaders = new Map([
  ["", "its header is blank"],
  [dataHeader, "a column of this name says whether respondents are made up"],
]);

function columnPart(
  profile: ColumnProfile,
  raw: RawTable,
  {exported, design}: Pick<ColumnOptions, "exported" | "design">,
): Part {
  const unusable = unusableHeaders.get(fold(profile.column.header));
  const guess: Guess = unusable
    ? {type: "leftOut", because: [unusable]}
    : guessColumn(profile, {exported, design, weightedBy: raw.weightedBy, isText: raw.format === "delimited"});
  const set = raw.multipleSets?.find(({columns}) => columns.includes(profile.column.header));
  const note =
    set && guess.type !== "leftOut"
      ? [`the file names it as part of ${set.name}, one question with several answers`]
      : [];
  return {kind: "column", profiles: [profile], guess, because: [...guess.because, ...note]};
}

/** Headers of the moment at which an answer was sent, and of other dates. */
const sent = /submit|sent|complet|record|timestamp|end|levert|innsendt|besvart|slutt|fullført/;
const birth = /birth|born|dob|født|fødsel/;

/** Of the columns of a type the one to keep; the others are left out. */
function onlyOne(type: "id" | "date", parts: readonly Part[], hasOne: boolean, first: readonly string[] = []): Part[] {
  const isOfType = (part: Part) => part.kind === "column" && part.guess.type === type;
  const headerOf = (part: Part) => part.profiles[0].column.header;
  const rank = (part: Part) => {
    const known = first.indexOf(headerOf(part));
    if (known >= 0) return known - first.length;
    return sent.test(fold(headerOf(part))) ? 0 : 1;
  };
  const isPossible = (part: Part) => isOfType(part) && !birth.test(fold(headerOf(part)));
  const [kept] = hasOne ? [] : parts.filter(isPossible).sort((a, b) => rank(a) - rank(b));
  return parts.map((part) => {
    if (!isOfType(part) || part === kept || part.kind !== "column") return part;
    const second = kept ? `a second ${type}, beside ${JSON.stringify(headerOf(kept))}` : `a second ${type}`;
    const because = [isPossible(part) ? second : "a day of birth, not of the answer"];
    return {...part, guess: {type: "leftOut", because}, because};
  });
}
