import {fold} from "../../src/lib/language/fold.js";
import type {Text} from "../../src/lib/language/text.js";
import {counted} from "./columns/guess.js";
import type {DraftEntry} from "./entries/draftEntry.js";

/** A page of questions, by its id and its name. */
export interface Theme {
  id: string;
  name: Text;
}

export interface DraftExplored {
  pages?: {page: string; questions: string[]}[];
  filters: string[];
  first?: {rows: string; columns: string};
}

/** Words that tell who answered, by which other answers are broken down; as they begin. */
const background =
  /(^|[^a-zæøå])(sex|gender|age|age ?group|birth|education|degree|school(ing)?|region|county|state|province|country|race|ethnic|marital|civil|married|household|income|employ|occupation|sector|urban|rural|religion|party|kjønn|alder|hvor gammel|kor gammal|how old|fødsel|fødd|født|avdeling|department|aldersgruppe|utdanning|fylke|landsdel|kommunestørrelse|sivilstand|husstand|inntekt|yrke|sysselsatt|sektor|parti)/;
/** Answers to break down by: more are too many columns. */
const [fewest, most] = [2, 12];
const mostFilters = 4;
/** Letters that a word of a theme's name has in common with one of a question. */
const stemLength = 5;

const isAnswered = ({type}: DraftEntry) => type === "single" || type === "multiple" || type === "count";

const wordsOf = ({name, label, question}: DraftEntry) =>
  fold([name.replaceAll("_", " "), ...Object.values(label), ...Object.values(question)].join(" "));

/**
 * What readers explore: filters that say who answered, the pair that the crosstab begins with, and of each page the questions.
 * A question whose words, or words that say the same, are in a page's name is on it, and so are those after it up to the next such; those before the first
 * are on the first page.
 *
 * @returns null of a codebook without a question to count
 */
export function draftExplored(
  entries: readonly DraftEntry[],
  themes: readonly Theme[],
): {explored: DraftExplored; because: string[]} | null {
  const answered = entries.filter(isAnswered);
  if (answered.length === 0) return null;
  const filters = answered.filter(isBackground).slice(0, mostFilters);
  const asked = answered.filter((entry) => !filters.includes(entry));
  const questions = asked.length > 0 ? asked : answered;
  const pages = pagesOf(questions, themes);
  const empty = themes.filter(({id}) => !pages.some(({page}) => page === id)).map(({id}) => id);
  const names = filters.map(({name}) => name);
  const first = questions[0].name !== names[0] && names.length > 0 && {rows: questions[0].name, columns: names[0]};
  return {
    explored: {...(pages.length > 0 && {pages}), filters: names, ...(first && {first})},
    because: [
      names.length > 0
        ? `filters tell by their words who answered: ${names.join(", ")}`
        : "no filters: no question tells by its words who answered",
      ...pages.map(
        ({page, questions: {length}}) => `page ${page}: ${counted(length, "question")}, by its name and their order`,
      ),
      ...empty.map((id) => `page ${id} of the settings has no question yet: none has a word of its name`),
    ],
  };
}

function isBackground(entry: DraftEntry): boolean {
  const {type, categories = []} = entry;
  return (
    type === "single" && categories.length >= fewest && categories.length <= most && background.test(wordsOf(entry))
  );
}

function pagesOf(questions: readonly DraftEntry[], themes: readonly Theme[]): {page: string; questions: string[]}[] {
  let current = themes[0];
  const placed = questions.map((entry) => {
    current = themes.find((theme) => isAbout(entry, theme)) ?? current;
    return {theme: current, name: entry.name};
  });
  return themes.flatMap((theme) => {
    const own = placed.filter((each) => each.theme === theme).map(({name}) => name);
    return own.length > 0 ? [{page: theme.id, questions: own}] : [];
  });
}

/** Beginnings of words that say the same: a page of the one has the questions of the others, or those answered so. */
const families = [
  ["satisf", "tilfreds", "fornøy", "misfornøy", "dissatisf"],
  ["attitud", "opinion", "holdning", "mening", "agree", "disagree", "enig", "uenig"],
  ["trust", "tillit", "tiltro"],
  ["use", "usage", "bruk", "benytt"],
];

function isAbout(entry: DraftEntry, {id, name}: Theme): boolean {
  const ofTheme = wordsIn(`${id.replaceAll("-", " ")} ${name.nb} ${name.en}`);
  const stems = ofTheme
    .filter((word) => word.length >= stemLength - 1)
    .map((word) => word.slice(0, stemLength).replace(/s$/, ""));
  const same = families.filter((family) => beginWith(ofTheme, family)).flat();
  const words = wordsIn(wordsOf(entry));
  const answers = (entry.categories ?? []).flatMap(({label}) => wordsIn(Object.values(label).join(" ")));
  return beginWith(words, [...stems, ...same]) || beginWith(answers, same);
}

const wordsIn = (text: string) => fold(text).split(/[^\p{L}\d]+/u);

const beginWith = (words: readonly string[], stems: readonly string[]) =>
  words.some((word) => stems.some((stem) => word.startsWith(stem)));
