import {changesBy, recordedText} from "../src/lib/respondents/cleaning.js";
import {isAnswered} from "../src/lib/respondents/codebook.js";
import {responseRate} from "../src/lib/respondents/response.js";
import {reasonText} from "./cleaning/units/unitSteps.js";
import {shortened} from "./inputs/printable.js";
import type {FileSettings} from "./inputs/readFileSettings.js";
import type {Survey} from "./survey/buildSurvey.js";
import {type DesignReport, designLines, designReport} from "./survey/sample/designReport.js";
import {whatIsPublished} from "./survey/whatIsPublished.js";

/** Examples that are shown of one kind of change. */
const mostExamples = 3;

/** What the owner of a file is told, as data; counts are of rows unless they say otherwise. */
export interface DataReport {
  file: Survey["record"]["file"];
  rank: Survey["respondents"]["rank"];
  /** Null while the owner has not chosen, and the file cannot be built. */
  access: FileSettings["access"] | null;
  /** How a protected file is protected. */
  protection: FileSettings["protection"];
  rowsIn: number;
  rowsKept: number;
  rowsSetAside: number;
  partial: number;
  columns: {used: number; notUsed: string[]; questionsWithoutColumn: string[]};
  /** In the order in which rules are applied; rules that changed nothing are left out. */
  changes: {
    rule: string;
    label: string;
    cells: number;
    examples: {row: number; column: string; before: string | null; after: string | null}[];
  }[];
  setAside: {reason: string; label: string; rows: number[]}[];
  response: Survey["response"];
  /** How respondents were drawn and weighted, where the settings say so. */
  design: DesignReport | null;
  weights: {class: string; label: string; population: number | null; respondents: number; weight: number}[];
}

/** What was read, changed and set aside, and who answered. In English, as the command that prints it. */
export function dataReport(
  {codebook, respondents, record, weighting, response, sample, settings}: Survey,
  access: DataReport["access"],
): DataReport {
  const read = new Set(record.columns.flatMap(({readAs}) => (readAs === null ? [] : [readAs.split(".")[0]])));
  return {
    file: record.file,
    rank: respondents.rank,
    access,
    protection: settings.protection,
    rowsIn: record.rowsIn,
    rowsKept: record.rowsKept,
    rowsSetAside: record.setAside.length,
    partial: record.partial,
    columns: {
      used: record.columns.filter(({readAs}) => readAs !== null).length,
      notUsed: record.columns.flatMap(({header, readAs, design}) =>
        readAs === null && header !== null && !design ? [header] : [],
      ),
      questionsWithoutColumn: codebook.variables
        .filter(isAnswered)
        .map(({name}) => name)
        .filter((name) => !read.has(name)),
    },
    changes: record.rules.flatMap(({id, label}) => {
      const cells = changesBy(record, id);
      return cells === 0 ? [] : [{rule: id, label: label.en, cells, examples: examplesOf(record, id)}];
    }),
    setAside: reasonsOf(record),
    response,
    design: sample ? designReport(sample) : null,
    weights: weighting.classes.map(({code, label, population, respondents: n, weight}) => ({
      class: code,
      label: label.en,
      population,
      respondents: n,
      weight,
    })),
  };
}

function examplesOf({changes}: Survey["record"], rule: string): DataReport["changes"][number]["examples"] {
  return changes
    .filter((group) => group.rule === rule)
    .slice(0, mostExamples)
    .map(({rows: [row], column, before, after}) => ({
      row,
      column,
      before: before === null ? null : recordedText(before),
      after: after === null ? null : recordedText(after),
    }));
}

function reasonsOf({setAside}: Survey["record"]): DataReport["setAside"] {
  const reasons = [...new Set(setAside.map(({reason}) => reason))];
  return reasons.map((reason) => ({
    reason,
    label: reasonText(reason).en,
    rows: setAside.filter((each) => each.reason === reason).map(({row}) => row),
  }));
}

/** The report as text, for a terminal. */
export function reportText(report: DataReport): string {
  const {file, rowsIn, rowsKept, rowsSetAside, partial, columns, response} = report;
  const details = Object.entries(file.details).map(([name, value]) => `${name} ${value}`);
  return [
    `${file.name}: ${[file.format, ...details].join(", ")}`,
    report.rank === "standIn" ? "made-up respondents: nothing in this file is a finding" : "",
    whatIsPublished(report, report.access, report.protection),
    "",
    `${rowsIn} rows read = ${rowsKept} kept + ${rowsSetAside} set aside; ${partial} of those kept left something unanswered`,
    `${columns.used} columns used`,
    ...listed("columns not in the codebook, not used", columns.notUsed),
    ...listed("questions of the codebook without a column", columns.questionsWithoutColumn),
    "",
    "Changed, by rule",
    ...(report.changes.length === 0 ? ["  nothing"] : report.changes.flatMap(changeLines)),
    "",
    "Set aside, by reason",
    ...(report.setAside.length === 0 ? ["  nothing"] : report.setAside.map(setAsideLine)),
    ...(response
      ? [
          "",
          `Answered: ${rateText(response)}`,
          ...response.bySize.map(groupLine),
          "",
          "By county",
          ...response.byCounty.map(groupLine),
        ]
      : []),
    "",
    ...(report.design ? designLines(report.design) : ["Weights", ...report.weights.map(weightLine)]),
    "",
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function weightLine({label, population, respondents, weight}: DataReport["weights"][number]): string {
  return `  ${label}: ${respondents} of ${population ?? "an unknown number"}, each stands for ${weight.toFixed(2)}`;
}

function listed(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${name}: ${values.join(", ")}`];
}

function changeLines({label, cells, examples}: DataReport["changes"][number]): string[] {
  const shown = examples.map(({row, column, before, after}) =>
    before === null
      ? `    row ${row}, ${column}`
      : `    row ${row}, ${column}: ${shortened(JSON.stringify(before))} -> ${shortened(JSON.stringify(after))}`,
  );
  return [`  ${label}: ${cells} cells`, ...shown];
}

function setAsideLine({label, rows}: DataReport["setAside"][number]): string {
  const shown = rows.slice(0, 12).join(", ");
  return `  ${label}: ${rows.length} rows (${rows.length > 12 ? `${shown}, …` : shown})`;
}

function rateText(group: {asked: number; answered: number}): string {
  const rate = responseRate(group);
  return `${group.answered} of ${group.asked}${rate === null ? "" : ` (${(rate * 100).toFixed(0)}%)`}`;
}

function groupLine(group: {label: {en: string}; asked: number; answered: number}): string {
  return `  ${group.label.en}: ${rateText(group)}`;
}
