import {fold} from "../../../src/lib/language/fold.js";
import {snakeCase} from "../../../src/lib/language/snakeCase.js";
import {questionNumber} from "../../cleaning/matchColumns.js";
import type {RawColumn} from "../../files/rawTable.js";
import {reservedNames} from "../../inputs/checks/checkCodebook.js";
import type {ColumnProfile, MissingAnswer} from "../columns/columnProfile.js";
import type {Guess} from "../columns/guess.js";
import type {Marks} from "../sets/marks.js";
import type {OptionColumns} from "../sets/optionColumns.js";
import {type SplitHeader, splitsOf, withoutChoice} from "../sets/splitHeader.js";
import {bandsOf} from "./bandsOf.js";
import {Categories, capitalised, type Response, type Responses, unlike} from "./categories.js";
import type {DraftEntry} from "./draftEntry.js";
import {type DraftLanguage, inLanguages} from "./inLanguages.js";

/** A label, and the words that a name is made of, are no longer than this; the question holds all. */
const longestLabel = 60;
const longestName = 36;

type Names = Pick<DraftEntry, "name" | "label" | "question">;

/** The entry of a variable that has one column. */
export function entryOf(
  guess: Exclude<Guess, {type: "leftOut"}>,
  {column, missing, answers: all}: ColumnProfile,
  {lang, row}: {lang: DraftLanguage; row?: SplitHeader},
): DraftEntry {
  const names = {...(row ? namesOfRow(column, row, lang) : namesOf(column, lang)), headers: [column.header]};
  if (guess.type === "single") {
    const answers = guess.answers.map(({text, value}) => ({
      text,
      spellings: fold(value) === fold(text) ? [] : [value],
    }));
    return {
      ...names,
      type: "single",
      isOrdered: guess.isOrdered,
      ...written({answers, missing, others: all.map(({text}) => text), hasOwnWords: guess.hasOwnWords}, lang),
    };
  }
  if (guess.type === "joined") {
    const answers = guess.options.map(({text, spellings = []}) => ({text, spellings}));
    return {...names, type: "multiple", ...written({answers, missing, hasOwnWords: guess.hasOwnWords}, lang)};
  }
  if (guess.type === "count") return {...names, ...countOf(guess, missing, lang)};
  return {...names, type: guess.type};
}

function written(responses: Responses, lang: DraftLanguage): Pick<DraftEntry, "categories" | "missing"> {
  const categories = new Categories(responses, lang);
  return {categories: categories.writeAnswers(), ...categories.writeMissing()};
}

function countOf(
  {least, greatest, decimals, numbers}: Extract<Guess, {type: "count"}>,
  missing: readonly MissingAnswer[],
  lang: DraftLanguage,
): Pick<DraftEntry, "type" | "least" | "greatest" | "decimals" | "bands" | "missing"> {
  const isWithin = (text: string) => Number(text) >= least && Number(text) <= greatest;
  const bands = bandsOf(numbers, {least, decimals}, lang);
  return {
    type: "count",
    least,
    greatest,
    ...(decimals && {decimals}),
    ...(bands && {bands}),
    ...new Categories({answers: [], missing}, lang).writeMissing((text) => !isWithin(text)),
  };
}

/** The entry of a question with a column for each option. */
export function entryOfOptions(
  {question, name, options}: OptionColumns,
  marks: Marks,
  lang: DraftLanguage,
): DraftEntry {
  const answers = unlikeOptions(options).map((each) => optionOf(each, marks));
  const missing = new Map(options.flatMap(({profile}) => profile.missing).map((each) => [fold(each.text), each]));
  return {
    ...(name === null ? questionNames(question, lang) : inWords(question, snakeCase(name), lang)),
    type: "multiple",
    ...written({answers, missing: [...missing.values()]}, lang),
  };
}

/** Two options with the same name are told apart by their headers. */
function unlikeOptions(options: OptionColumns["options"]): OptionColumns["options"] {
  const seen = new Set<string>();
  return options.map(({text, ...option}) => {
    const {profile} = option;
    const name = seen.has(fold(text)) || fold(text) === "" ? `${text} (${profile.column.header})` : text;
    seen.add(fold(name));
    return {...option, text: name};
  });
}

/** A cell may hold, in place of a mark, the option in other words than its header. */
function optionOf({profile, text, isOwnWords}: OptionColumns["options"][number], marks: Marks): Response {
  const headers = [profile.column.header];
  if (isOwnWords) return {text, spellings: [], headers, isOwnWords};
  const spellings = profile.answers.map((each) => each.text).filter((each) => !marks.meaningOf(each));
  return {
    text,
    spellings: unlike(spellings).filter((each) => fold(each) !== fold(text)),
    headers,
  };
}

/** LimeSurvey's code of a question and its words: `gender. What is your gender?` */
const codeAndWords = /^([A-Za-z]\w{1,19})\.\s+(?=.{10})(\S+\s.+)$/s;

/** A name of the format or the tool is the name; of a question in words its first words are. */
function namesOf({header, label}: RawColumn, lang: DraftLanguage): Names {
  if (label === null && isPlainName.test(header)) return inWords(asWords(header), snakeCase(header), lang);
  if (label === null || /\s/.test(header)) return questionNames(label ?? header, lang);
  return inWords(questionIn(label), snakeCase(header), lang);
}

/** A row of a grid is called by what it asks about; its question has both. */
function namesOfRow({header}: RawColumn, {stem, option}: SplitHeader, lang: DraftLanguage): Names {
  const question = `${questionIn(stem.replace(codeAndWords, "$2"))} – ${option}`;
  const name = snakeCase(/\s/.test(header) ? shortened(option, longestName) : header);
  return {...inWords(question, name, lang), label: inLanguages(shortened(option, longestLabel), lang)};
}

/** The name of a column in words, such as `age_group` or `ageGroup`. */
const isPlainName = /^\p{L}{2,}([_.]\p{L}+)*$/u;

const asWords = (name: string) =>
  capitalised(
    name.replace(/[_.]+/g, " ").replace(/(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu, (letter) => ` ${letter.toLowerCase()}`),
  );

function questionNames(header: string, lang: DraftLanguage): Names {
  const [, code, text] = codeAndWords.exec(header) ?? [];
  if (code !== undefined) return inWords(text, snakeCase(code), lang);
  const question = questionIn(header);
  return inWords(question, snakeCase(/\s/.test(header) ? shortened(question, longestName) : header), lang);
}

/** Without a number before it. */
const questionIn = (header: string) => withoutChoice(header).replace(questionNumber, "").trim() || header;

function inWords(question: string, name: string, lang: DraftLanguage): Names {
  return {
    name: reservedNames.has(name) ? `${name}_answer` : name || "question",
    label: inLanguages(shortened(question, longestLabel), lang),
    question: inLanguages(question, lang),
  };
}

/** Cut at a word. Of a row of a grid, “How satisfied are you with – Libraries”, the row is kept. */
function shortened(question: string, longest: number): string {
  const text = question.replace(/\s+/g, " ").trim();
  if (text.length <= longest) return text;
  const {stem, option} = splitsOf(text).find((each) => each.option.length < longest / 2) ?? {stem: text, option: ""};
  const start = stem
    .slice(0, longest - option.length)
    .replace(/\s+\S*$/, "")
    .replace(/[\s,;:.–-]+$/, "");
  return option === "" ? `${start} …` : `${start} … – ${option}`;
}
