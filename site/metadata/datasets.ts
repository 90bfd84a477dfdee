import {packageFile} from "../../data-loaders/downloads/products.js";
import {inBoth, type Text} from "../../src/lib/language/text.js";
import {isAnswered} from "../../src/lib/respondents/codebook.js";
import {productFile} from "../../src/lib/respondents/productFile.js";
import {has, settings} from "../../src/lib/settings.js";
import {surveyFolder, surveyProducts} from "../build/output/surveyFiles.js";
import {survey} from "../facts.js";

/** A data set that the site publishes, as catalogues of data describe it. */
export interface Dataset {
  id: string;
  title: Text;
  description: Text;
  /** Page that tells of it, without language and ending. */
  page: "data-quality" | "sources";
  /** Paths below the site's root. */
  files: readonly {path: string; size?: number; checksum?: string}[];
  /** First and last day, ISO 8601. */
  fieldwork: {from: string; to: string};
  /** What is measured; empty where it is said in the files alone. */
  variables: readonly {name: string; label: Text}[];
}

const madeUp: {title: Text; description: Text} = {
  title: {nb: "oppdiktede respondenter", en: "made-up respondents"},
  description: {
    nb: "Oppdiktede respondenter, som viser hvordan rapporten virker. Ingen tall her er et funn. ",
    en: "Made-up respondents, which show how the report works. No number here is a finding. ",
  },
};

/** What the site publishes: the respondents, or tables of them, and what a summary states where there is one. */
export const datasets = (): Dataset[] => [respondentsSet(), ...(has("claims") ? [summarySet()] : [])];

function respondentsSet(): Dataset {
  const {codebook, respondents} = survey;
  const isMadeUp = respondents.rank === "standIn";
  return {
    id: productFile(respondents, ""),
    title: isMadeUp ? inBoth((lang) => `${codebook.title[lang]}: ${madeUp.title[lang]}`) : codebook.title,
    description: inBoth((lang) => (isMadeUp ? madeUp.description[lang] : "") + codebook.note[lang]),
    page: "data-quality",
    files: surveyProducts.map((product) => {
      const {path, ...rest} = packageFile(product);
      return {path: `${surveyFolder}/${path}`, ...rest};
    }),
    fieldwork: codebook.fieldwork,
    variables: codebook.variables.filter(isAnswered).map(({name, label}) => ({name, label})),
  };
}

function summarySet(): Dataset {
  return {
    id: `${survey.codebook.id}-summary`,
    title: {nb: `Tallene i sammendraget av ${settings.survey}`, en: `The numbers of the summary of ${settings.survey}`},
    description: settings.description,
    page: "sources",
    files: [{path: "data/summary.json"}, {path: "data/derived.json"}],
    fieldwork: settings.fieldwork,
    variables: [],
  };
}
