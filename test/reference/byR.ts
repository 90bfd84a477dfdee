import {createHash} from "node:crypto";
import {reasonOf} from "../../src/lib/respondents/respondents.js";
import type {TallyColumn} from "../../src/lib/table/counts/tally.js";
import {tableRScript} from "../../src/lib/table/export/tableRScript.js";
import {withMerges} from "../../src/lib/table/merges.js";
import type {Measure} from "../../src/lib/table/table.js";
import type {TableRequest} from "../../src/lib/table/tabulate.js";
import {classColumn, type ExploredVariable, regionColumn, variableByName} from "../../src/lib/table/variable.js";
import type {Counted} from "../calibration/madeUpSurvey.js";
import {ownSurveys} from "../calibration/surveys.js";
import {tableOf} from "../calibration/tables.js";

/** A table that R makes too. */
export interface Configuration {
  survey: string;
  rows: string;
  columns: string | null;
  /** By variable the categories chosen. */
  filters?: Readonly<Record<string, readonly string[]>>;
  measure?: Measure;
  isWeighted?: boolean;
  /** Categories counted as one, as an address has them. */
  merge?: string;
  /** What each column is compared with: each of the others (the default), the rest, or one by its code. */
  compare?: string;
  /** Confidence level of the intervals. */
  level?: number;
}

export const byRFile = "test/reference/byR.json";

const large = "large ones answer";
const few = "few small ones answer";
const most = "nearly all answer";

export const configurations: readonly Configuration[] = [
  {survey: large, rows: "uses", columns: "county"},
  {survey: large, rows: "owner", columns: "size"},
  {survey: large, rows: "channels", columns: "size"},
  {survey: large, rows: "channels", columns: "county", filters: {size: ["under2000", "2000to4999"]}},
  {survey: large, rows: "pages", columns: "size", measure: "mean"},
  {survey: large, rows: "pages", columns: "owner", measure: "mean", compare: "rest", level: 0.99},
  {survey: large, rows: "pages", columns: "channels", measure: "mean", isWeighted: false, level: 0.9},
  {survey: large, rows: "owner", columns: "county", level: 0.99},
  {survey: large, rows: "plans", columns: "pages"},
  {survey: large, rows: "rare", columns: "size"},
  {survey: large, rows: "uses", columns: "plans"},
  {survey: large, rows: "owner", columns: "uses", measure: "rowPercent", filters: {size: ["20000plus"]}},
  {survey: large, rows: "plans", columns: "owner", measure: "totalPercent"},
  {survey: large, rows: "uses", columns: "size", filters: {county: ["02", "07", "11"]}},
  {survey: large, rows: "uses", columns: "county", measure: "count"},
  {survey: large, rows: "uses", columns: "county", measure: "count", isWeighted: false},
  {survey: large, rows: "uses", columns: "plans", measure: "count"},
  {survey: large, rows: "size", columns: "county"},
  {survey: large, rows: "county", columns: "uses"},
  {survey: large, rows: "owner", columns: "size", compare: "rest"},
  {survey: large, rows: "channels", columns: "size", compare: "2000to4999"},
  {survey: large, rows: "uses", columns: "channels"},
  {survey: large, rows: "channels", columns: "owner", measure: "rowPercent"},
  {survey: few, rows: "uses", columns: "county"},
  {survey: few, rows: "owner", columns: "size"},
  {survey: few, rows: "channels", columns: "plans"},
  {survey: few, rows: "pages", columns: "uses", measure: "mean"},
  {survey: few, rows: "plans", columns: "county", filters: {uses: ["yes"]}},
  {survey: few, rows: "uses", columns: null, filters: {county: ["01", "06"]}},
  {survey: few, rows: "rare", columns: "owner"},
  {survey: few, rows: "plans", columns: "size", measure: "rowPercent"},
  {survey: few, rows: "plans", columns: "size", isWeighted: false},
  {survey: few, rows: "channels", columns: "uses", measure: "totalPercent"},
  {survey: most, rows: "uses", columns: "county"},
  {survey: most, rows: "owner", columns: "size"},
  {survey: most, rows: "plans", columns: "uses"},
  {survey: most, rows: "rare", columns: "size", filters: {county: ["01", "04"]}},
  {survey: most, rows: "pages", columns: "size", measure: "mean"},
  {survey: large, rows: "channels", columns: "size", merge: "channels-facebook.blog*size-under2000.2000to4999"},
  {survey: large, rows: "uses", columns: "channels", merge: "channels-twitter.flickr.facebook"},
  {survey: large, rows: "owner", columns: "county", merge: 'owner-it.service*county-01.02.06*county-07.11-West "x"'},
  {survey: few, rows: "channels", columns: "plans", merge: "channels-facebook.twitter-Social*plans-later.never"},
  {survey: few, rows: "channels", columns: "owner", measure: "rowPercent", merge: "channels-facebook.twitter"},
  {survey: few, rows: "plans", columns: "channels", measure: "totalPercent", merge: "channels-blog.flickr"},
  {survey: most, rows: "size", columns: "county", merge: "size-under2000.20000plus*county-01.02"},
  {survey: most, rows: "channels", columns: "size", measure: "count", merge: "channels-blog.twitter"},
];

const made = new Map<string, Counted>();

/** A made-up file by its name, made once. */
export function surveyOf(name: string): Counted {
  const survey = made.get(name) ?? ownSurveys[name]();
  made.set(name, survey);
  return survey;
}

export function requestOf({
  survey,
  rows,
  columns,
  filters = {},
  measure,
  isWeighted,
  merge,
  level,
}: Configuration): TableRequest {
  const named = (name: string): ExploredVariable =>
    withMerges(variableByName(surveyOf(survey).explorer.variables, name), merge);
  return {
    rows: named(rows),
    columns: columns === null ? null : named(columns),
    filters: Object.entries(filters).map(([variable, codes]) => ({
      variable,
      of: named(variable),
      categories: named(variable).categories.filter(({code}) => codes.includes(code)),
    })),
    measure: measure ?? "columnPercent",
    isWeighted: isWeighted ?? true,
    ...(level && {level}),
  };
}

/** The script that a reader would download with the table. */
export function scriptFor(configuration: Configuration): string {
  const survey = surveyOf(configuration.survey);
  const request = requestOf(configuration);
  const {table} = tableOf(survey, request);
  return tableRScript(table, request, {
    lang: "en",
    units: survey.explorer.units,
    csv: `${configuration.survey}.csv`,
    unitColumn: "unit_number",
    ...(configuration.compare && {compare: configuration.compare}),
    title: {nb: "Prøve", en: "Trial"},
  });
}

/** What tells one script from another: what R runs, whatever its comments say. */
export function digestOf(script: string): string {
  const run = script.split("\n").filter((line) => !line.startsWith("#"));
  return createHash("sha256").update(run.join("\n")).digest("hex");
}

/** What is kept of a pair of columns. */
export const pairColumns = ["row", "a", "b", "low", "high", "p", "adjusted_p"] as const;

/** A made-up file as the clean table that a reader would download. */
export function csvOf({columns, count}: Counted): string {
  const shown = [...columns.values()].filter(({name}) => name !== classColumn && name !== regionColumn);
  const text = ({categories, codes}: TallyColumn, row: number) =>
    codes[row] >= 0
      ? categories[codes[row]]
      : {noAnswer: "no_answer", notAsked: "not_asked", dontKnow: "dont_know", refused: "refused"}[reasonOf(codes[row])];
  const of = (name: string) => columns.get(name) as TallyColumn;
  const head = ["unit_number", "size", ...shown.map(({name}) => name)];
  const rows = Array.from({length: count}, (_, row) => [
    `${text(of(regionColumn), row)}00`,
    text(of(classColumn), row),
    ...shown.map((column) => text(column, row)),
  ]);
  return `${[head, ...rows].map((fields) => fields.join(",")).join("\n")}\n`;
}
