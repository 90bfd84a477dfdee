import {fold} from "../../../src/lib/language/fold.js";
import type {ColumnProfile} from "../columns/columnProfile.js";
import {counted} from "../columns/guess.js";
import {isOther} from "../columns/guessTexts.js";
import type {Marks} from "./marks.js";
import {type SplitHeader, splitsOf} from "./splitHeader.js";

/** A question with several answers that has a column for each option. */
export interface OptionColumns {
  /** The question in words, or the name that its columns have in common. */
  question: string;
  /** Such as `channels`; of a set that the file itself names. */
  name: string | null;
  options: readonly {
    profile: ColumnProfile;
    text: string;
    /** True of one in whose column respondents wrote what they chose. */
    isOwnWords?: true;
  }[];
  because: string[];
}

/**
 * Neighbouring columns of one question, whose headers begin alike and whose cells only mark an option as chosen. New marks
 * are added to those known.
 */
export function optionColumns(profiles: readonly ColumnProfile[], marks: Marks): OptionColumns[] {
  const found: OptionColumns[] = [];
  for (let at = 0; at < profiles.length; ) {
    const block = blockFrom(profiles.slice(at), marks);
    if (block) found.push(block.set);
    at += block?.length ?? 1;
  }
  return found;
}

interface Member {
  profile: ColumnProfile;
  option: string;
}

/** The longest question that the first column and the next have in common, and all columns that go on with it. */
function blockFrom(profiles: readonly ColumnProfile[], marks: Marks): {set: OptionColumns; length: number} | null {
  const [first, second] = profiles.map(({column}) => column);
  if (second === undefined) return null;
  for (const textOf of [labelOf, headerOf]) {
    const stems = textOf(first) === null ? [] : splitsOf(textOf(first) ?? "");
    for (const {stem} of stems) {
      const members = membersOf(stem, profiles, textOf);
      const set = members.length > 1 ? asOptions(stem, members, marks) : null;
      if (set) return {set, length: members.length};
    }
  }
  return null;
}

type TextOf = (column: ColumnProfile["column"]) => string | null;
const labelOf: TextOf = ({label}) => label;
const headerOf: TextOf = ({header}) => header;

function membersOf(stem: string, profiles: readonly ColumnProfile[], textOf: TextOf): Member[] {
  const members: Member[] = [];
  for (const profile of profiles) {
    const split = splitsOf(textOf(profile.column) ?? "").find((each: SplitHeader) => fold(each.stem) === fold(stem));
    if (!split) break;
    members.push({profile, option: split.option});
  }
  return members;
}

/** Texts of an “Other” that has a box of its own are no option: they are left for a column of their own. */
function asOptions(question: string, members: readonly Member[], marks: Marks): OptionColumns | null {
  const options = members.filter(({profile, option}) => !isOwnWords(profile, option, marks));
  addNegation(options, marks);
  const isAny = options.some(({profile}) => profile.answers.length > 0);
  if (options.length < 2 || !isAny || !options.every((each) => isMarked(each, marks))) return null;
  if (!isChoice(options, marks)) return null;
  const chosen = options.flatMap((each) => chosenMark(each, marks) ?? []);
  const common = new Set(chosen.map(fold)).size === 1 && chosen.length > 1 ? [chosen[0]] : [];
  if (!marks.add({chosen: common, notChosen: []})) return null;
  const because = [
    `${options.length} neighbouring columns begin with ${JSON.stringify(question)}, and their cells only mark an option`,
  ];
  const others = members.filter((each) => !options.includes(each));
  if (others.length > 0) because.push(`${counted(others.length, "column")} beside them with respondents' own words`);
  const [own, second] = options.some(({option}) => isOther(option)) ? [] : others.filter(({option}) => isOther(option));
  const isAlone = own !== undefined && second === undefined;
  if (isAlone)
    because.push(`whoever wrote something under ${JSON.stringify(own.option)} chose it; what is never published`);
  return {
    question,
    name: null,
    because,
    options: [
      ...options.map((each) => ({profile: each.profile, text: nameOf(each, marks)})),
      ...(isAlone ? [{profile: own.profile, text: own.option, isOwnWords: true as const}] : []),
    ],
  };
}

/** Two texts of which one denies the other, such as “Ticked” and “Unticked”, are marks. */
function addNegation(options: readonly Member[], marks: Marks): void {
  const texts = options.flatMap(({profile}) => profile.answers.map(({text}) => fold(text)));
  const [first, second, ...others] = new Set(texts.filter((text) => !marks.meaningOf(text)));
  if (second === undefined || others.length > 0) return;
  for (const [chosen, notChosen] of [
    [first, second],
    [second, first],
  ])
    if (negations.some((not) => notChosen === `${not}${chosen}`)) marks.add({chosen: [chosen], notChosen: [notChosen]});
}

const negations = ["un", "not ", "no ", "non-", "ikke ", "ikkje "];

/** Own words beside an option: many different texts, or a header that asks for them. */
const isOwnWords = ({answers}: ColumnProfile, option: string, marks: Marks) =>
  (isOther(option) || /(^|- )text$|\bcomment\b|kommentar/i.test(option)) &&
  answers.some(({text}) => !marks.meaningOf(text) && bare(text) !== bare(option));

const bare = (text: string) => fold(text).replace(/:$/, "");

/** Nothing but marks, or one text that is the same in every cell. */
function isMarked({profile: {answers, filled, rows}}: Member, marks: Marks): boolean {
  if (answers.every(({text}) => marks.meaningOf(text))) return true;
  const others = answers.filter(({text}) => marks.meaningOf(text) !== "notChosen");
  return others.length === 1 && answers.length <= 2 && (filled < rows || answers.length === 2);
}

/** Some option is chosen somewhere; where columns hold texts of their own, each has another. */
function isChoice(options: readonly Member[], marks: Marks): boolean {
  return options.some(({profile}) => profile.answers.some(({text}) => marks.meaningOf(text) !== "notChosen"));
}

/** The text, no mark that is known and not the option's own, that says it is chosen. */
function chosenMark({profile: {answers}, option}: Member, marks: Marks): string | null {
  const own = answers.find(({text}) => !marks.meaningOf(text) && fold(text) !== fold(option));
  return own?.text ?? null;
}

/** The option in words: those of its header, or of a header that only numbers it those of its cells or its label. */
function nameOf(member: Member, marks: Marks): string {
  const {profile, option} = member;
  if (!/^(\d+|[a-z]|[A-Z]+\d+|\w?\d+)$/.test(option)) return option;
  return chosenMark(member, marks) ?? profile.column.label ?? option;
}
