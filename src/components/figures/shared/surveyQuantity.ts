import type {Text} from "../../../lib/language/text.js";
import type {Lack, Quantity} from "../../../lib/quantities/quantity.js";
import {fieldworkTime, type SurveyFacts, surveyBase, surveyCredit} from "../../../lib/respondents/surveyFacts.js";

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
    time: fieldworkTime,
    claims: [],
    source: surveyCredit[rank],
    ...(proportion === null && {lack}),
  };
}
