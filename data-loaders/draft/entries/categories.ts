import {fold} from "../../../src/lib/language/fold.js";
import {snakeCase} from "../../../src/lib/language/snakeCase.js";
import type {Reason} from "../../../src/lib/respondents/respondents.js";
import {all} from "../../../src/lib/selection.js";
import type {MissingAnswer} from "../columns/columnProfile.js";
import {isOther} from "../columns/guessTexts.js";
import {freeCode} from "./codes.js";
import type {DraftCategory, DraftEntry} from "./draftEntry.js";
import {type DraftLanguage, inLanguages, ourText} from "./inLanguages.js";

/** A response to be written: what it says, and how else files write it. */
export interface Response {
  text: string;
  spellings: readonly string[];
  headers?: readonly string[];
  /** Whether any text in its column chooses it. */
  isOwnWords?: true;
}

const missingTexts: Readonly<Record<Reason, {code: string; nb: string; en: string}>> = {
  dontKnow: {code: "dont_know", nb: "Vet ikke", en: "Don’t know"},
  refused: {code: "refused", nb: "Vil ikke svare", en: "Prefers not to answer"},
  notAsked: {code: "not_asked", nb: "Ikke stilt", en: "Not asked"},
  noAnswer: {code: "no_answer", nb: "Ubesvart", en: "No answer"},
};

type Owner = Response | Reason | "other";

export interface Responses {
  /** In the order in which they are to stand. */
  answers: readonly Response[];
  missing: readonly MissingAnswer[];
  /** What cells hold beside them, of which no code may be made. */
  others?: readonly string[];
  /** Whether one more answer stands for what respondents wrote in their own words; where there is an “Other”, it is that. */
  hasOwnWords?: true;
}

const ownWordsLabel = {nb: "Annet, med egne ord", en: "Other, in own words"};

/** The responses to one question as a codebook writes them: every code and spelling means one of them. */
export class Categories {
  readonly #lang: DraftLanguage;
  readonly #answers: readonly Response[];
  readonly #missing: readonly MissingAnswer[];
  readonly #hasOwnWords: boolean;
  /** Whose a text is. Words come before spellings, and spellings before codes, where two would be the same. */
  readonly #owner = new Map<string, Owner>();

  constructor({answers, missing, others = [], hasOwnWords}: Responses, lang: DraftLanguage) {
    this.#lang = lang;
    this.#hasOwnWords = hasOwnWords === true;
    this.#answers = answers;
    for (const each of answers) this.#take(each.text, each);
    this.#missing = missing.filter(({text, reason}) => this.#take(text, reason));
    for (const text of others) this.#take(text, "other");
  }

  writeAnswers(): DraftCategory[] {
    const spellings = this.#answers.map((each) => each.spellings.filter((text) => this.#take(text, each)));
    const other = this.#hasOwnWords ? this.#answers.findLastIndex(({text}) => isOther(text)) : -1;
    const isPlain = this.#answers.every(({text}) => /^\p{Ll}/u.test(text));
    const written = this.#answers.map((each, at) => ({
      code: this.#codeFor(snakeCase(each.text) || `answer_${at + 1}`, each),
      label: inLanguages(isPlain ? capitalised(each.text) : each.text, this.#lang),
      ...(spellings[at].length > 0 && {spellings: spellings[at]}),
      ...(each.headers && {headers: [...each.headers]}),
      ...((at === other || each.isOwnWords) && {ownWords: true as const}),
    }));
    return this.#hasOwnWords && other < 0 ? [...written, this.#writeOwnWords()] : written;
  }

  #writeOwnWords(): DraftCategory {
    const answer = {text: ownWordsLabel.en, spellings: []};
    return {code: this.#codeFor("own_words", answer), label: ourText(ownWordsLabel, this.#lang), ownWords: true};
  }

  /**
   * What stands for no answer, one entry for each reason.
   *
   * @param isPossible false of a text that is an answer, as a number within the range of a count
   */
  writeMissing(isPossible: (text: string) => boolean = () => true): Pick<DraftEntry, "missing"> {
    const reasons = [...new Set(this.#missing.map(({reason}) => reason))];
    const missing = reasons.map((reason) => {
      const {code, ...label} = missingTexts[reason];
      const texts = this.#missing.filter((each) => each.reason === reason).flatMap(({text, value}) => [text, value]);
      for (const text of Object.values(label)) this.#take(text, reason);
      const isNew = (text: string) => text.trim() !== "" && !Object.values(label).map(fold).includes(fold(text));
      const spellings = unlike(texts).filter((text) => isNew(text) && isPossible(text) && this.#take(text, reason));
      return {
        code: this.#codeFor(code, reason),
        reason,
        label: ourText(label, this.#lang),
        ...(spellings.length > 0 && {spellings}),
      };
    });
    return missing.length > 0 ? {missing} : {};
  }

  /** True if the text is free or taken by the same; then it is taken. */
  #take(text: string, by: Owner): boolean {
    const key = fold(text);
    if (key === "" || (this.#owner.get(key) ?? by) !== by) return false;
    this.#owner.set(key, by);
    return true;
  }

  #codeFor(wanted: string, by: Owner): string {
    const code = freeCode(wanted, (each) => each !== all && (this.#owner.get(each) ?? by) === by);
    this.#owner.set(code, by);
    return code;
  }
}

/** With a capital, as a label begins. */
export const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Each text once, whatever its case. */
export function unlike(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [fold(text), text])).values()];
}
