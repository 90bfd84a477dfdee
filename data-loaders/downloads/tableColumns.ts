import type {Text} from "../../src/lib/language/text.js";
import {type Codebook, isAnswered, type Variable} from "../../src/lib/respondents/codebook.js";
import {categoryTexts, columnLabel, missingTexts, variableOf} from "../../src/lib/respondents/codeTexts.js";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {Reason} from "../../src/lib/respondents/respondents.js";
import {
  type CountedColumn,
  type CountedRespondents,
  codeOfReason,
  type Respondents,
} from "../../src/lib/respondents/respondents.js";
import {sampleColumns} from "../../src/lib/respondents/sample.js";
import {panelColumns} from "../../src/lib/respondents/waves.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import type {Survey} from "../survey/buildSurvey.js";
import type {Sample} from "../survey/sample/buildSample.js";
import type {Panel} from "../survey/waves/panel.js";

/** What a code of a column means. */
export interface ColumnCode {
  code: string;
  /** Its number in the table for SPSS and R. */
  number: number;
  label: Text;
  /** Why there is no response; null of a valid one. */
  missing: Reason | null;
}

/** A column as the files that describe a table have it. */
export interface DescribedColumn {
  name: string;
  label: Text;
  /** In English: data packages know one language. */
  description?: string;
  /** Of valid values, as data packages name it. */
  type: "string" | "integer" | "number" | "date";
  least?: number;
  greatest?: number;
  /** The only text that occurs, of a column that says the same of each row. */
  constant?: string;
  /** Valid codes and the reasons for the lack of a response; units, dates and counts have reasons alone. */
  codes: readonly ColumnCode[];
  /** Bytes of the longest text; null where the table for SPSS and R has numbers. */
  width: number | null;
  /** What it holds responses to; undefined of the columns that every table begins with. */
  response?: {variable: Variable; option: string | null};
}

/** A column of every table of respondents that is published, in whatever format. */
export interface TableColumn extends DescribedColumn {
  /** In the clean table. */
  valueAt: (row: number) => string | number;
  /** In the table for SPSS and R. */
  numberAt: (row: number) => string | number;
}

/** The columns of a survey's respondents: what every table begins with, then a column for each question or option. */
export function tableColumns(
  survey: Pick<Survey, "codebook" | "respondents" | "weighting" | "sample" | "panel">,
): TableColumn[] {
  const {codebook, respondents, weighting, sample, panel} = survey;
  return [
    ...rowColumns(respondents),
    ...(sample ? sampledColumns(sample) : weightedColumns(weighting)),
    ...(panel ? followedColumns(panel) : []),
    ...responseColumns(codebook, respondents),
  ];
}

/** What each row is, and where it stood in the file. */
function rowColumns(respondents: Respondents): TableColumn[] {
  return [
    {
      ...constantColumn("data", {nb: "Hva radene er", en: "What the rows are"}, dataMark(respondents)),
      description:
        respondents.rank === "standIn"
          ? "stand-in: made-up respondents, never a finding"
          : "survey: those that answered",
    },
    numberColumn("row", {nb: "Rad i filen", en: "Row in the file"}, 1, (row) => respondents.rowNumbers[row]),
  ];
}

const weightColumn = (name: string, label: Text, weight: Float64Array): TableColumn => ({
  ...numberColumn(name, label, 0, (row) => weight[row]),
  type: "number",
});
const weightLabel: Text = {nb: "Vekt", en: "Weight"};

/** How each respondent was drawn and weighted, as the survey's owner says. */
function sampledColumns({design, weight, designWeight, stratumOf, clusterOf}: Sample): TableColumn[] {
  const {populations, margins} = design;
  const sizes = populations.map((size) => size ?? 0);
  const stratum = {nb: "Stratum", en: "Stratum"};
  const drawn = clusterOf
    ? {nb: "Klynger i stratumet", en: "Clusters in the stratum"}
    : {nb: "Enheter i stratumet", en: "Units in the stratum"};
  const before = {nb: "Vekt før kalibrering", en: "Weight before calibration"};
  return [
    weightColumn(sampleColumns.weight, weightLabel, weight),
    ...(margins.length > 0 ? [weightColumn(sampleColumns.designWeight, before, designWeight)] : []),
    ...(populations.length > 1 ? [numberColumn(sampleColumns.stratum, stratum, 1, (row) => stratumOf[row] + 1)] : []),
    ...(clusterOf
      ? [numberColumn(sampleColumns.cluster, {nb: "Klynge", en: "Cluster"}, 1, (row) => clusterOf[row] + 1)]
      : []),
    ...(populations[0] !== null
      ? [
          weightColumn(
            sampleColumns.stratumUnits,
            drawn,
            Float64Array.from(stratumOf, (h) => sizes[h]),
          ),
        ]
      : []),
  ];
}

/** Who answered in several waves, as numbers that say nothing else. */
function followedColumns({design: {clusters, strata}, unitOf, clusterOf, stratumOf}: Panel): TableColumn[] {
  const column = (name: string, label: Text, codes: Int32Array) =>
    numberColumn(name, label, 1, (row) => codes[row] + 1);
  return [
    column(panelColumns.unit, {nb: "Hvem som svarte, i alle bølger", en: "Who answered, in all waves"}, unitOf),
    ...(clusters === null
      ? []
      : [column(panelColumns.cluster, {nb: "Klynge i alle bølger", en: "Cluster in all waves"}, clusterOf)]),
    ...(strata > 1
      ? [column(panelColumns.stratum, {nb: "Stratum i alle bølger", en: "Stratum in all waves"}, stratumOf)]
      : []),
  ];
}

/** How each respondent is weighted; where there are units, also of how many. */
function weightedColumns({units, classes, classOf, cellOf, weight}: Weighting): TableColumn[] {
  const always = [
    weightColumn("weight", weightLabel, weight),
    codedColumn("class", {nb: "Vektklasse", en: "Weighting class"}, classes, (row) => classOf[row]),
  ];
  if (!units.populations) return always;
  return [
    ...always,
    numberColumn(
      "class_units",
      {nb: "Enheter i vektklassen", en: "Units in the weighting class"},
      1,
      (row) => classes[classOf[row]].population ?? 0,
    ),
    codedColumn("size", {nb: "Klasse i registeret", en: "Class in the register"}, units.classes, (row) =>
      Math.floor(cellOf[row] / units.regions.length),
    ),
  ];
}

function constantColumn(name: string, label: Text, constant: string): TableColumn {
  const valueAt = () => constant;
  return {name, label, type: "string", constant, codes: [], width: constant.length, valueAt, numberAt: valueAt};
}

function numberColumn(name: string, label: Text, least: number, valueAt: (row: number) => number): TableColumn {
  return {name, label, type: "integer", least, codes: [], width: null, valueAt, numberAt: valueAt};
}

/** @param codeAt by row an index into `categories` */
function codedColumn(
  name: string,
  label: Text,
  categories: readonly {code: string; label: Text}[],
  codeAt: (row: number) => number,
): TableColumn {
  const codes = categories.map((each, at) => ({code: each.code, number: at + 1, label: each.label, missing: null}));
  const valueAt = (row: number) => codes[codeAt(row)].code;
  return {name, label, type: "string", codes, width: null, valueAt, numberAt: (row) => codeAt(row) + 1};
}

/**
 * The columns of responses. In the table for SPSS and R categories are 1, 2 ... in the codebook's order, options of a
 * multiple response 0 and 1, counts themselves, and reasons for the lack of a response -1 to -4 (`codeOfReason`). Units and
 * dates are text.
 */
export function responseColumns(codebook: Codebook, respondents: Respondents): TableColumn[] {
  const described = describedColumns(codebook, respondents);
  return respondents.columns.map((column, at) => {
    const {categories, codes} = column;
    const numbers = numbersOf(variableOf(codebook, column), column);
    const {codes: meanings, width} = described[at];
    const texts = textsOf(column, meanings);
    const valueAt = (row: number) => texts[codes[row] < 0 ? categories.length - 1 - codes[row] : codes[row]];
    return {
      ...described[at],
      valueAt,
      numberAt: width !== null ? valueAt : (row) => (codes[row] < 0 ? codes[row] : numbers[codes[row]]),
    };
  });
}

/** What the columns of responses hold, whether respondents are there row by row or not. */
export function describedColumns(codebook: Codebook, {columns}: CountedRespondents): DescribedColumn[] {
  return columns.map((column) => {
    const {name, option} = column;
    const variable = variableOf(codebook, column);
    const codes = codesOf(codebook, column, numbersOf(variable, column));
    const widest = () => textsOf(column, codes).reduce((most, text) => Math.max(most, Buffer.byteLength(text)), 0);
    return {
      name,
      label: columnLabel(codebook, column),
      description: variable.question.en,
      ...typeOf(variable),
      codes,
      width: isAnswered(variable) ? null : widest(),
      response: {variable, option},
    };
  });
}

/** Every text of a column: its categories, and then the codes of reasons. */
const textsOf = ({categories}: CountedColumn, codes: readonly ColumnCode[]) => [
  ...categories,
  ...codes.filter(({missing}) => missing !== null).map(({code}) => code),
];

function typeOf(variable: Variable): Pick<TableColumn, "type" | "least" | "greatest"> {
  if (variable.type === "count") return {type: "integer", least: variable.least, greatest: variable.greatest};
  return {type: variable.type === "date" ? "date" : "string"};
}

/** By category of a column its number. */
function numbersOf({type}: Variable, {categories, option}: CountedColumn): number[] {
  return categories.map((code, at) => (type === "count" ? Number(code) : option === null ? at + 1 : at));
}

/** Valid codes, and then those of reasons in the order of `reasons`. */
function codesOf(codebook: Codebook, column: CountedColumn, numbers: readonly number[]): ColumnCode[] {
  const variable = variableOf(codebook, column);
  const hasLabels = variable.type === "single" || variable.type === "multiple";
  const valid = hasLabels ? categoryTexts(codebook, column) : [];
  return [
    ...valid.map(({code, label}, at) => ({code, number: numbers[at], label, missing: null})),
    ...missingTexts(variable).map(({code, label, reason}) => {
      return {code, number: codeOfReason(reason), label, missing: reason};
    }),
  ];
}
