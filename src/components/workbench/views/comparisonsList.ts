import type {Field} from "../../../lib/csv.js";
import type {Lang} from "../../../lib/language/text.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import {dataMark} from "../../../lib/respondents/productFile.js";
import {restOf} from "../../../lib/statistics/tests/letters.js";
import type {NumberList} from "../../figure.js";
import type {Made, Section} from "../made.js";
import {basesOf, type Comparison} from "./comparisons.js";

/** What stands in one comparison of a file, in order. A share is 0 to 1; of a trend `difference` is that of one step. */
const columns: Record<string, (each: Comparison, section: Section, made: Made, lang: Lang) => Field> = {
  data: (_, {table}) => dataMark(table),
  rank_label: (_, {table}, __, lang) => rankLabel[table.rank][lang],
  measure: (_, {table}) => table.measure,
  weighted: (_, {table}) => (table.isWeighted ? "yes" : "no"),
  filters: (_, {table}) =>
    table.filters
      .map(({variable, categories}) => `${variable}=${categories.map(({code}) => code).join("|")}`)
      .join(";"),
  row_variable: (_, {table}) => table.rowVariable.name,
  row: ({row}, {tabulated}) => tabulated?.table.rows[row].code ?? null,
  row_label: ({row}, {tabulated}, _, lang) => tabulated?.table.rows[row].label[lang] ?? null,
  column_variable: (_, {table}) => table.columnVariable?.name ?? null,
  kind: ({kind}) => kind,
  a: ({a}, _, made) => codeOf(made, a),
  a_label: ({a}, _, made, lang) => labelOf(made, a, lang),
  b: ({b}, _, made) => codeOf(made, b),
  b_label: ({b}, _, made, lang) => labelOf(made, b, lang),
  unweighted_base: (each, {tabulated}) => (tabulated ? basesOf(tabulated, each).join(" ") : null),
  estimate_a: ({estimates: [a]}) => rounded(a),
  estimate_b: ({estimates: [, b]}) => rounded(b),
  difference: ({difference}) => rounded(difference),
  low: ({low}) => rounded(low),
  high: ({high}) => rounded(high),
  confidence_level: (_, {table}) => table.level,
  p: ({p}) => rounded(p),
  adjusted_p: ({adjustedP}) => rounded(adjustedP),
};

/** Ten decimals, as of every number in a file. */
const rounded = (value: number) => Number(value.toFixed(10));

const codeOf = ({columns: of}: Made, at: number) => (at === restOf ? "rest" : (of?.categories[at].code ?? null));

function labelOf({columns: of}: Made, at: number, lang: Lang): string | null {
  if (at === restOf) return {nb: "de andre", en: "the others"}[lang];
  return of?.categories[at].label[lang] ?? null;
}

/** Every comparison as a line of a file. */
export function comparisonsList(made: Made, found: readonly (readonly Comparison[] | null)[], lang: Lang): NumberList {
  return {
    name: {nb: "Forskjeller", en: "Differences"}[lang],
    columns: Object.keys(columns),
    rows: made.sections.flatMap((section, s) =>
      (found[s] ?? []).map((each) => Object.values(columns).map((of) => of(each, section, made, lang))),
    ),
  };
}
