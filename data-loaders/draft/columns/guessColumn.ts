import {sum} from "d3";
import {mostLost} from "../../cleaning/mostLost.js";
import {isoMoment} from "../../cleaning/rules/dates.js";
import {areUnclear, isPlainNumber} from "../../files/text/numberOfText.js";
import {type Export, isPrivate} from "../exportColumns.js";
import type {ColumnProfile} from "./columnProfile.js";
import {daysOf} from "./daysOf.js";
import {counted, type Guess, leftOut} from "./guess.js";
import {guessLabelled} from "./guessLabelled.js";
import {guessNumbers, isNumeric} from "./guessNumbers.js";
import {guessTexts} from "./guessTexts.js";

/** Which part of a design each column is, by header. */
export type DesignColumns = ReadonlyMap<string, string>;

/** What is known of the table a column stands in. */
export interface TableContext {
  /** The survey tool that wrote it. */
  exported: Export | null;
  /** Header of the column that the file says it is weighted by. */
  weightedBy: string | undefined;
  /** What the survey's settings say of columns of its design, by header. */
  design?: DesignColumns;
  /** Whether numbers stand in it as somebody wrote them, perhaps with separators between thousands. */
  isText: boolean;
}

/** Part of the answers that have to be dates. */
const mostlyDates = 0.9;

/** What a column seems to be, with the evidence; one that stands in no set of columns. */
export function guessColumn(profile: ColumnProfile, {exported, weightedBy, design, isText}: TableContext): Guess {
  const {column, answers, filled, rows} = profile;
  const part = design?.get(column.header);
  if (part && !(part === "strata" && isAskedToo(profile)))
    return leftOut(`"design" in settings.json uses it as ${part}`);
  const role = exported?.roleOf.get(column.header);
  if (weightedBy === column.header)
    return leftOut(
      `the file says it is weighted by it: say "design": {"weight": ${JSON.stringify(column.header)}} in settings.json`,
    );
  if (role === "private") return leftOut(`${exported?.tool} writes who answered there`);
  if (role === "process") return leftOut(`${exported?.tool} writes there how the questionnaire was filled in`);
  if (role === "id") return {type: "id", because: [`${exported?.tool} writes its number of the answer there`]};
  if ([column.header, column.label ?? ""].some(isPrivate)) return leftOut("its header says that it tells who answered");
  if (column.valueLabels.size === 0 && filled === 0) return leftOut("no answer in it");
  const labelled = column.valueLabels.size > 0 ? guessLabelled(profile) : null;
  if (labelled) return labelled;
  if (filled === 0) return leftOut("no answer in it");
  if (answers.length === 1 && filled === rows) return leftOut(`the same in every row`);
  if (answers.length === 1 && filled > 1) return oneAnswer(profile);
  if (isDate(profile)) return dates(profile);
  const numbers = withoutWords(byValue(profile));
  if (isNumeric(numbers))
    return (isText ? unclearNumbers(numbers) : null) ?? withLeftOut(guessNumbers(numbers), profile, numbers);
  return guessTexts(profile);
}

/** True of strata in words, such as regions: readers can be told their names. */
const isAskedToo = (profile: ColumnProfile) => profile.column.valueLabels.size > 0 || !isNumeric(profile);

/** A column of numbers without the few texts that stand among them once each, as much as may be lost; any other as it is. */
function withoutWords(profile: ColumnProfile): ColumnProfile {
  const {answers, filled} = profile;
  const words = answers.filter(({text}) => !isPlainNumber(text));
  const isFew = words.length <= mostLost * filled && words.every(({count}) => count === 1);
  if (words.length === 0 || !isFew) return profile;
  return {...profile, answers: answers.filter((each) => !words.includes(each)), filled: filled - words.length};
}

function withLeftOut(guess: Guess, {filled}: ColumnProfile, numbers: ColumnProfile): Guess {
  const words = filled - numbers.filled;
  if (words === 0) return guess;
  return {...guess, because: [...guess.because, `${counted(words, "text")} seen once left out: no number`]};
}

function unclearNumbers({answers}: ColumnProfile): Guess | null {
  const texts = answers.map(({text}) => text);
  if (!areUnclear(texts)) return null;
  const example = texts.find((text) => !/^\d+$/.test(text));
  return leftOut(`numbers that can be read in two ways, such as ${example}: write them with nothing between thousands`);
}

/** With the number that stands in the cells, where the file has words for a few of many: “18 or younger”. */
const byValue = (profile: ColumnProfile): ColumnProfile => ({
  ...profile,
  answers: profile.answers
    .filter(({count}) => count > 0)
    .map((answer) => ({...answer, text: isPlainNumber(answer.text) ? answer.text : answer.value})),
});

/** A box to tick: named by its header where the cells hold a mark or a number. */
function oneAnswer({column, answers: [answer], filled, rows}: ColumnProfile): Guess {
  const isMark = /^.?$|^\d+$|^(yes|ja|true|sant)$/i.test(answer.text);
  const option = isMark ? {text: column.label ?? column.header, spellings: [answer.text]} : {text: answer.text};
  return {
    type: "joined",
    options: [{...option, count: filled}],
    because: [`the same text in ${filled} of ${rows} rows and none in the others: an option, chosen or not`],
  };
}

/** Something like a date, in any order of its parts. */
const anyDate = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T,]|$)/;

function isDate({answers, filled}: ColumnProfile): boolean {
  const dated = sum(answers, ({text, count}) => (anyDate.test(text) ? count : 0));
  return dated >= filled * mostlyDates;
}

function dates({answers, filled}: ColumnProfile): Guess {
  const read = sum(answers, ({text, count}) => (isoMoment(text) === null ? 0 : count));
  if (read >= filled * mostlyDates) return {type: "date", because: [`${read} of ${filled} answers are dates`]};
  const because = [`dates that can be read in two ways, such as ${answers[0].text}: write them as 2024-03-31`];
  return {type: "leftOut", because, days: daysOf(answers.map(({text}) => text))};
}
