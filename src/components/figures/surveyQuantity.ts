import type {Lack, Quantity} from "../../lib/quantity.js";
import {settings} from "../../lib/settings.js";
import {type SurveyFacts, surveyBase} from "../../lib/surveyFacts.js";
import type {Text} from "../../lib/text.js";

/** What a number from the respondents' file is credited to: nobody but this project, where respondents are made up. */
const credit: Record<SurveyFacts["rank"], Text> = {
  standIn: {
    nb: "svar konstruert av prosjektet selv, så de stemmer med tallene i sammendraget",
    en: "responses made up by this project so that they agree with the summary’s numbers",
  },
  estimated: {
    nb: `${settings.owner} og ${settings.fieldworkBy}: svarene til ${settings.survey}`,
    en: `${settings.owner} and ${settings.fieldworkBy}: the responses to ${settings.survey}`,
  },
};

export interface SurveyShare {
  id: string;
  label: Text;
  /** 0 to 1, a count or a mean; null if there is none to show. */
  proportion: number | null;
  /** Default: a proportion. */
  unit?: Quantity["unit"];
  /** Why there is none; default: it is suppressed. */
  lack?: Lack;
  /** Ends of the interval; the proportion itself where there is none. */
  low: number;
  high: number;
  /** Of whom, closer than all that answered. */
  of: Text;
}

/** A share computed from the respondents' file, with the rank of the file. */
export function surveyQuantity(
  {id, label, proportion, unit = "proportion", lack = "suppressed", low, high, of}: SurveyShare,
  {rank}: Pick<SurveyFacts, "rank">,
): Quantity {
  return {
    id,
    label,
    rank,
    unit,
    value: proportion,
    low,
    high,
    base: {nb: `${of.nb} (${surveyBase[rank].nb})`, en: `${of.en} (${surveyBase[rank].en})`},
    time: {nb: "januar–april 2011", en: "January–April 2011"},
    claims: [],
    source: credit[rank],
    ...(proportion === null && {lack}),
  };
}
