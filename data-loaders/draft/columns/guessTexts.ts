import {sum} from "d3";
import {fold} from "../../../src/lib/language/fold.js";
import {mostLost} from "../../cleaning/mostLost.js";
import type {Answer, ColumnProfile} from "./columnProfile.js";
import {counted, type Guess} from "./guess.js";
import {isId} from "./guessNumbers.js";
import {joinedOptions} from "./joinedOptions.js";
import {isUsualAnswer, orderOf} from "./scales.js";

/** Answers to choose from: no more than this, and no longer. */
const mostAnswers = 60;
const longestAnswer = 150;
/** In fewer rows than this an answer that is seen once may well be one to choose. */
const fewRows = 30;

/** What a column of texts without value labels is. */
export function guessTexts(profile: ColumnProfile): Guess {
  const {answers, filled} = profile;
  if (isId(profile)) return {type: "id", because: [`a different text in each of ${filled} rows`]};
  const joined = joinedOptions(answers);
  if (joined) {
    const {options, seenOnce, shareOfOnce, delimiter} = joined;
    const because = [
      `cells hold several answers, joined by ${JSON.stringify(delimiter)}: ${counted(options.length, "option")}`,
    ];
    if (seenOnce > 0) because.push(`${counted(seenOnce, "text")} seen once left out: probably respondents' own words`);
    return {type: "joined", options: otherLast(options), ...ownWordsIf(shareOfOnce, because), because};
  }
  return (
    guessAnswers(profile) ?? {
      type: "text",
      because: [
        `${counted(answers.length, "different text")} in ${counted(filled, "row")}: free text, never published`,
      ],
    }
  );
}

/** Answers to choose from: most cells hold one that others hold too. What one person alone wrote is left out. */
function guessAnswers({answers, filled}: ColumnProfile): Guess | null {
  const chosen = answers.filter(({text, count}) => count > 1 || isUsualAnswer(text) || isOfFew(answers, filled));
  const covered = sum(chosen, ({count}) => count);
  const isShort = chosen.every(({text}) => text.length <= longestAnswer);
  const isRepeated = covered >= filled * 0.8 && chosen.length <= Math.max(3, filled / 3);
  if (chosen.length < 2 || chosen.length > mostAnswers || !isShort || !isRepeated) return null;
  const because = [`${counted(chosen.length, "different answer")} in ${counted(filled, "row")}`];
  const alone = chosen.filter(({text, count}) => count === 1 && !isUsualAnswer(text)).length;
  if (alone > 0)
    because.push(`${counted(alone, "answer")} given by one respondent alone: look whether it was one to choose`);
  const once = answers.length - chosen.length;
  if (once > 0) because.push(`${counted(once, "answer")} seen once left out: perhaps in the respondent's own words`);
  return {...inOrder(chosen, because), ...ownWordsIf(1 - covered / filled, because)};
}

/** Of more than may be lost one answer stands for all that is left out. */
function ownWordsIf(share: number, because: string[]): {hasOwnWords?: true} {
  if (share <= mostLost) return {};
  because.push("one answer stands for what was left out: as much as that may not be lost");
  return {hasOwnWords: true};
}

/** Of few rows, and few different answers in them. */
const isOfFew = (answers: readonly Answer[], filled: number) =>
  filled < fewRows && answers.length <= 10 && answers.length <= filled / 2;

/** Answers in the order that they have, or else the most frequent first. */
export function inOrder(answers: readonly Answer[], because: string[]): Extract<Guess, {type: "single"}> {
  const order = orderOf(answers.map(({text}) => text));
  if (!order) return {type: "single", isOrdered: false, answers: otherLast(answers), because};
  const sorted = answers.map((answer, at) => ({answer, place: order.places[at]})).sort((a, b) => a.place - b.place);
  return {
    type: "single",
    isOrdered: true,
    answers: sorted.map(({answer}) => answer),
    because: [...because, `has an order: ${order.because}`],
  };
}

const other = /^(others?|other, |other \(|annet|andre|anna|något annat|sonstige)/;

/** True of an option for what the others do not name. */
export const isOther = (text: string) => other.test(fold(text));

const otherLast = <T extends {text: string}>(answers: readonly T[]): T[] => [
  ...answers.filter(({text}) => !isOther(text)),
  ...answers.filter(({text}) => isOther(text)),
];
