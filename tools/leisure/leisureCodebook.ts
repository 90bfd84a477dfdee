import {parseCodebook} from "../../data-loaders/inputs/readCodebook.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";

const named = (name: string, nb: string, en: string) => ({
  name,
  label: {nb, en},
  question: {nb: `${nb}?`, en: `${en}?`},
  origin: "assumed",
});

const often = [
  {code: "never", label: {nb: "Aldri", en: "Never"}},
  {code: "seldom", label: {nb: "Sjelden", en: "Seldom"}, spellings: ["nesten aldri"]},
  {code: "sometimes", label: {nb: "Av og til", en: "Sometimes"}, spellings: ["iblant"]},
  {code: "often", label: {nb: "Ofte", en: "Often"}, spellings: ["mye"]},
  {code: "always", label: {nb: "Hver dag", en: "Every day"}, spellings: ["daglig"]},
];

const activities = [
  ["reads", "Leser bøker", "Reads books"],
  ["borrows", "Låner på biblioteket", "Borrows from the library"],
  ["news", "Leser aviser", "Reads newspapers"],
  ["listens", "Hører på radio", "Listens to the radio"],
  ["cinema", "Går på kino", "Goes to the cinema"],
  ["theatre", "Går i teateret", "Goes to the theatre"],
  ["music", "Spiller et instrument", "Plays an instrument"],
  ["sings", "Synger i kor", "Sings in a choir"],
  ["skis", "Går på ski", "Skis"],
  ["walks", "Går tur", "Goes for walks"],
  ["fishes", "Fisker", "Fishes"],
  ["gardens", "Steller hagen", "Gardens"],
] as const;

const options = ["alone", "partner", "children", "friends", "club"].map((code, index) => ({
  code,
  label: {
    nb: ["Alene", "Med partner", "Med barn", "Med venner", "I en forening"][index],
    en: ["Alone", "With a partner", "With children", "With friends", "In a club"][index],
  },
}));

const company = [
  ["company_home", "Hjemme med", "At home with", "reads"],
  ["company_town", "I byen med", "In town with", "cinema"],
  ["company_woods", "I skogen med", "In the woods with", "walks"],
  ["company_water", "På vannet med", "On the water with", "fishes"],
] as const;

const counts = [
  ["books", "Bøker i fjor", "Books last year", "reads"],
  ["films", "Filmer i fjor", "Films last year", "cinema"],
  ["tours", "Turer i fjor", "Walks last year", "walks"],
  ["hours", "Timer i uken", "Hours a week", null],
  ["household", "Personer i husstanden", "People in the household", null],
] as const;

const askedUnlessNever = (variable: string | null) =>
  variable === null ? [] : [{variable, codes: often.slice(1).map(({code}) => code)}];

/** How many questions the survey has. */
export const leisureQuestions = activities.length + company.length + counts.length;

/** Questions to try a survey of more: each how often an activity is done that has a number in place of a name. */
const numbered = (more: number) =>
  Array.from({length: more}, (_, at) => {
    const number = activities.length + at + 1;
    return [`activity_${number}`, `Aktivitet ${number}`, `Activity ${number}`] as const;
  });

/**
 * The codebook of a made-up survey without units, as a file has it: forty columns where each option has its own.
 *
 * @param questions how many; those over `leisureQuestions` have a column each
 */
export const leisureCodebookText = (questions = leisureQuestions) =>
  JSON.stringify({
    id: "leisure-2014",
    title: {nb: "Fritid 2014", en: "Leisure 2014"},
    note: {nb: "En oppdiktet undersøkelse.", en: "An invented survey."},
    fieldwork: {from: "2014-02-01", to: "2014-03-31"},
    marks: {chosen: ["x"], notChosen: ["-"]},
    missing: [
      {code: "no_answer", reason: "noAnswer", label: {nb: "Ubesvart", en: "No answer"}, spellings: ["-9"]},
      {code: "dont_know", reason: "dontKnow", label: {nb: "Vet ikke", en: "Don’t know"}, spellings: ["?"]},
    ],
    variables: [
      {...named("serial", "Løpenummer", "Serial number"), type: "id"},
      {...named("submitted", "Levert", "Submitted"), type: "date"},
      ...[...activities, ...numbered(questions - leisureQuestions)].map(([name, nb, en]) => ({
        ...named(name, nb, en),
        type: "single",
        isOrdered: true,
        categories: often,
      })),
      ...company.map(([name, nb, en, of]) => ({
        ...named(name, nb, en),
        type: "multiple",
        universe: askedUnlessNever(of),
        categories: options,
      })),
      ...counts.map(([name, nb, en, of]) => ({
        ...named(name, nb, en),
        type: "count",
        least: 0,
        greatest: 2000,
        universe: askedUnlessNever(of),
      })),
      {...named("comment", "Kommentar", "Comment"), type: "text"},
    ],
    contradictions: [
      {
        id: "alone-in-a-club",
        label: {nb: "Hjemme i en forening uten venner", en: "At home in a club without friends"},
        when: [
          {variable: "company_home", codes: ["club"]},
          {variable: "company_home", codes: ["!friends"]},
          {variable: "household", codes: ["1"]},
        ],
        unanswer: ["company_home.club", "household"],
      },
    ],
  });

/** The same, read. */
export function leisureCodebook(questions?: number): Codebook {
  return parseCodebook(leisureCodebookText(questions), "leisure-2014.json");
}
