import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {leisureCodebookText} from "./leisureCodebook.js";
import {writeRespondents} from "./writeRespondents.js";

/** Pages of the made-up survey, each with its questions. */
const themes = [
  {id: "reading", nb: "Lesing", en: "Reading", questions: ["reads", "borrows", "news", "books"]},
  {id: "town", nb: "I byen", en: "In town", questions: ["cinema", "theatre", "music", "sings", "company_town"]},
  {id: "outdoors", nb: "Ute", en: "Outdoors", questions: ["skis", "walks", "fishes", "gardens", "company_woods"]},
];

/** Questions that readers of its pages can filter by. */
const filters = ["reads", "listens", "walks", "company_home", "hours", "household"];

const settings = {
  survey: "Fritid 2014",
  title: {nb: "Fritid 2014", en: "Leisure 2014"},
  description: {nb: "En oppdiktet undersøkelse av fritid.", en: "An invented survey of leisure."},
  owner: "Fritidsinstituttet",
  fieldwork: {from: "2014-02-01", to: "2014-03-31"},
  source: {nb: "Oppdiktede svar", en: "Invented responses"},
  publisher: {nb: "Fritidsinstituttet", en: "Fritidsinstituttet"},
  version: "1.0.0",
  published: "2014-04-30",
  languages: ["nb", "en"],
  surveyFile: "answers.csv",
  access: "open",
  themes: themes.map(({id, nb, en}) => ({id, name: {nb, en}})),
};

/**
 * Writes the folder of a made-up survey of individuals: settings, codebook, and a file of 40 columns, as `SURVEY` names one.
 *
 * @param rows respondents; the same rows for the same number
 * @param questions of which those over 21 have a column more each
 */
export async function writeLeisureFolder(folder: string, rows: number, questions?: number): Promise<void> {
  const pages = themes.map(({id, questions}) => ({page: id, questions}));
  const explored = {pages, filters, first: {rows: "reads", columns: "walks"}};
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings, null, 2));
  const codebook = {...JSON.parse(leisureCodebookText(questions)), explored};
  writeFileSync(join(folder, "codebook.json"), JSON.stringify(codebook, null, 2));
  await writeRespondents(join(folder, settings.surveyFile), rows, {questions});
}
