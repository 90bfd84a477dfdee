import {inBoth, joinList, locale, type Text} from "../language/text.js";
import {has, type Settings, settings} from "../settings.js";
import type {Codebook} from "./codebook.js";
import type {Distribution} from "./distribution.js";
import type {ProtectedTables} from "./protectedTables.js";
import type {Response} from "./response.js";
import type {WeightingClass} from "./weighting.js";

/** What pages show of a respondents' file: sums over respondents, never a respondent. */
export interface SurveyFacts {
  /** Of made-up respondents, or estimates from a real file. */
  rank: "standIn" | "estimated";
  isProtected: boolean;
  /** True where respondents have weights by the design of a sample, and numbers follow them. */
  isWeighted?: true;
  /** Of a file protected by noise its variance, and what attacks came to. */
  noise?: ProtectedTables["noise"];
  /** Day the file was received, ISO 8601; null if its settings do not say. */
  received: string | null;
  /** When answers came in, from the codebook. */
  fieldwork: Codebook["fieldwork"];
  respondents: number;
  /** Null for a codebook without units. */
  response: Response | null;
  classes: readonly WeightingClass[];
  distributions: readonly Distribution[];
  /** The variable that is shown before a reader has chosen one: the first that a published number or a page is about. */
  firstShown: string;
}

/** Of whom numbers from the file are. */
export const surveyBase: Record<SurveyFacts["rank"], Text> = {
  standIn: {nb: "konstruerte svar", en: "made-up respondents"},
  estimated: has("register")
    ? {nb: "kommunene og fylkeskommunene som svarte", en: "the municipalities and county authorities that answered"}
    : {nb: "alle som svarte", en: "all that answered"},
};

/** The months of fieldwork, as every number says when it is from: “January–April 2011”. */
export function fieldworkText({from, to}: Settings["fieldwork"]): Text {
  if (!from) return {nb: "", en: ""}; // `readSettings` says that it is missing
  return inBoth((lang) => {
    const format = new Intl.DateTimeFormat(locale[lang], {month: "long", year: "numeric", timeZone: "UTC"});
    return format.formatRange(new Date(from), new Date(to)).replace(/\s*–\s*/, "–");
  });
}

/** When answers came in. */
export const fieldworkTime = fieldworkText(settings.fieldwork);

const owners = inBoth((lang) => joinList([settings.owner, settings.fieldworkBy ?? ""].filter(Boolean), lang));

/** Whom numbers are credited to: nobody but this project, where respondents are made up. */
export const surveyCredit: Record<SurveyFacts["rank"], Text> = {
  standIn: has("claims")
    ? {
        nb: "svar konstruert av prosjektet selv, så de stemmer med tallene i sammendraget",
        en: "responses made up by this project so that they agree with the summary’s numbers",
      }
    : settings.source,
  estimated: has("claims")
    ? {
        nb: `${owners.nb}: svarene til ${settings.survey}`,
        en: `${owners.en}: the responses to ${settings.survey}`,
      }
    : settings.source,
};
