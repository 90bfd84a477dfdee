import {changesBy} from "../../src/lib/respondents/cleaning.js";
import {reasonText} from "../cleaning/units/unitSteps.js";
import type {CountedSurvey} from "../survey/buildSurvey.js";

/** What cleaning did to a file, in sums: what a page may say of any file, protected or not. */
export function cleaningSummary({record, respondents}: Pick<CountedSurvey, "record" | "respondents">) {
  const {rowsIn, rowsKept, partial, rules, setAside} = record;
  const rowsWith = (key: "rule" | "reason", code: string) => setAside.filter((each) => each[key] === code).length;
  return {
    rank: respondents.rank,
    rowsIn,
    rowsKept,
    partial,
    rules: rules.map((rule) => ({
      ...rule,
      cellsChanged: changesBy(record, rule.id),
      rowsSetAside: rowsWith("rule", rule.id),
    })),
    setAside: [...new Set(setAside.map(({reason}) => reason))].map((reason) => ({
      reason,
      label: reasonText(reason),
      rows: rowsWith("reason", reason),
    })),
  };
}
