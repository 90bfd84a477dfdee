import type {Lang, Text} from "../../language/text.js";
import type {SampleMargin} from "../../respondents/sample.js";
import type {UnitCells} from "../../respondents/weighting.js";
import {usualLevel} from "../../statistics/interval.js";
import {allColumn, type ExploredTable} from "../table.js";
import type {TableRequest} from "../tabulate.js";
import {classColumn, columnsOf, type ExploredCategory, type ExploredVariable, orderOf} from "../variable.js";
import {rPanel} from "./rPanel.js";
import {
  inLanguage,
  ofOffered,
  rCell,
  rCells,
  rMeasures,
  rMembership,
  rNoPopulation,
  rPopulation,
  rPrint,
  rRegister,
  rSampleMembership,
  rTurn,
  rWhatIf,
} from "./rProgram.js";
import {rSample, rSampleMeasures} from "./rSample.js";
import {rAssociation, rPairs, rProcess, rSampleAssociation, rTrends} from "./rTests.js";
import {toR} from "./rValue.js";
import {type ExportOptions, tableFrame} from "./tableFrame.js";

/** What a script is made for, beside the table and how it was asked for. */
export interface RScriptOptions extends ExportOptions {
  /** All units asked. */
  units: UnitCells;
  /** The clean table of all respondents, which stands in the same folder as the script. */
  csv: string;
  /** Its column of units; a county is the first two digits of them. Left out of a file without units. */
  unitColumn?: string;
  /** True where a wave did not offer every option of a multiple response. */
  hasLaterOptions?: true;
  /** Codes of the file for a question that was not put. Default: `not_asked`. */
  notAsked?: readonly string[];
  /** What each column is compared with: `each` of the others (the default), the `rest` together, or one by its code. */
  compare?: string;
  /** How many times as often as respondents those that did not answer are supposed to have given each response. Default: nothing is supposed. */
  asOften?: number;
}

/** A table with how it was asked for. */
export interface RequestedTable {
  table: ExploredTable;
  request: TableRequest;
}

/** Such scripts of several tables, one after another: each begins anew from the file. */
export function tablesRScript(tables: readonly RequestedTable[], options: RScriptOptions): string {
  return tables.map(({table, request}) => tableRScript(table, request, options)).join("\n");
}

/**
 * An R script that makes the same table from the clean respondents’ file, with the package survey, and tests it: an
 * independent computation, for whoever will check the numbers or take them further.
 *
 * @param table as tabulated from `request`
 * @throws Error for a protected file, whose respondents nobody can download
 */
export function tableRScript(table: ExploredTable, request: TableRequest, options: RScriptOptions): string {
  if (table.isProtected) throw new Error("no script for a protected file");
  const {lang, units} = options;
  const counted = countedRequest(request);
  const {rows, columns, filters} = counted;
  const knowsRows = isRegister(rows) && filters.every(({of}) => isRegister(of));
  const isOfRegister = knowsRows && table.isWeighted && units.populations !== null;
  const hasGroups = columns !== null && !(isRegister(rows) && isRegister(columns));
  const isTested = hasGroups && !(isMultiple(rows) && isMultiple(columns)) && counted.measure !== "mean";
  const hasPairs = hasGroups && (request.measure === "columnPercent" || request.measure === "mean");
  const hasTrends = hasPairs && orderOf(columns).length > 0;
  const supposes = options.asOften !== undefined && isBounded(table, request, units);
  const {sample, panel} = table;
  const shown = counted.measure === "count" && !table.isWeighted ? "respondents" : counted.measure;
  const hasShares = shown !== "mean" && shown !== "respondents";
  const membership = sample ? rSampleMembership : rMembership;
  const program = [
    options.hasLaterOptions ? ofOffered(membership) : membership,
    ...designBlocks(table, units),
    rCell,
    (sample ? rSampleMeasures : rMeasures)[shown],
    ...(panel ? [rPanel(panel, {sample, isShownWeighted: table.isWeighted, hasShares})] : []),
    ...(isOfRegister ? [rRegister] : []),
    rCells,
    ...(request.measure === "rowPercent" && columns ? [rTurn] : []),
    rPrint,
    ...(supposes ? [rWhatIf] : []),
    ...(isTested || hasPairs ? [rProcess] : []),
    ...(isTested ? [sample ? rSampleAssociation(sample) : rAssociation] : []),
    ...(hasPairs ? [rPairs] : []),
    ...(hasTrends ? [rTrends] : []),
  ];
  const blocks = [headOf(table, options), readBlock(options), tableBlock(counted, options)];
  return `${[...blocks, ...program.map((block) => inLanguage(block, lang))].join("\n\n")}\n`;
}

/** How respondents are weighted, and the designs that follow from it. */
function designBlocks(table: ExploredTable, units: UnitCells): string[] {
  const {sample, isWeighted} = table;
  if (sample) return [`margins <- ${toR(sample.margins.map(marginOf), ",\n  ")}`, rSample(sample, isWeighted)];
  return units.populations ? [unitsBlock(table, units, units.populations), rPopulation] : [rNoPopulation];
}

const marginOf = ({column, cells}: SampleMargin) =>
  cells.map(({code, of, population, wave}) => ({code, column, codes: of, population, ...(wave && {wave})}));

/** What is counted: of row per cent the columns as rows and the rows as columns. */
type CountedRequest = TableRequest & {measure: Exclude<TableRequest["measure"], "rowPercent">};

function countedRequest({rows, columns, measure, ...request}: TableRequest): CountedRequest {
  if (measure !== "rowPercent") return {...request, rows, columns, measure};
  return {...request, rows: columns ?? rows, columns: columns && rows, measure: "columnPercent"};
}

/** True of shares of which it can be told what those that did not answer leave open. */
const isBounded = ({isWeighted}: ExploredTable, {rows, measure}: TableRequest, {populations}: UnitCells) =>
  isWeighted && measure === "columnPercent" && !isRegister(rows) && rows.universe.length === 0 && populations !== null;

const isRegister = ({type}: ExploredVariable) => type === "register";
const isMultiple = ({type}: ExploredVariable) => type === "multiple";

const say = {
  standIn: {
    nb: "KONSTRUERTE SVAR: ingen har svart dette. Tall herfra er aldri funn.",
    en: "MADE-UP RESPONDENTS: nobody answered this. No number from here is a finding.",
  },
  beside: {nb: "Legg filen i samme mappe som skriptet:", en: "Put the file in the same folder as this script:"},
  needs: {nb: "Krever pakken survey:", en: "Needs the package survey:"},
  county: {nb: "Fylket er de to første sifrene i nummeret.", en: "The county is the first two digits of the number."},
  rows: {
    nb: "Rader, kolonner og filtre: kolonne i filen, og kodene som teller.",
    en: "Rows, columns and filters: the column of the file, and the codes that count.",
  },
} satisfies Record<string, Text>;

function headOf(table: ExploredTable, options: RScriptOptions): string {
  const {lang, csv} = options;
  const {title, measure, filters, base, source, publisher} = tableFrame(table, options);
  const warning = table.rank === "standIn" ? [say.standIn[lang]] : [];
  const lines = [title, ...warning, measure, filters, base, source, publisher, `${say.beside[lang]} ${csv}`];
  return [...lines, `${say.needs[lang]} install.packages("survey")`]
    .map((line) => `# ${line.replace(/\s+/g, " ")}`)
    .join("\n");
}

function readBlock({lang, csv, unitColumn, units}: RScriptOptions): string {
  const county =
    unitColumn && units.regions.length > 1
      ? [`# ${say.county[lang]}`, `respondents$county <- substr(respondents[[${toR(unitColumn)}]], 1, 2)`]
      : [`respondents$county <- ${toR(units.regions[0].code)}`];
  return [
    "library(survey)",
    `respondents <- read.csv(${toR(csv)}, colClasses = "character", na.strings = character(0))`,
    ...county,
  ].join("\n");
}

/** What is peculiar to a table, as the R that computes it names it. */
function tableBlock(
  request: CountedRequest,
  {lang, notAsked = ["not_asked"], compare = "each", asOften}: RScriptOptions,
): string {
  const {rows, columns, filters, measure, isWeighted, level = usualLevel} = request;
  const listOf = ({categories}: Pick<ExploredVariable, "categories">) =>
    categories.map((category) => categoryOf(category, lang));
  const mean = {...listOf(rows)[0], code: "mean", label: {nb: "Gjennomsnitt", en: "Mean"}[lang]};
  const asked = measure === "totalPercent" && columns ? [rows, columns] : [rows];
  const variables = {
    measure,
    is_weighted: isWeighted,
    level,
    not_asked: notAsked,
    rows: measure === "mean" ? [mean] : listOf(rows),
    columns: [{code: allColumn, label: {nb: "Alle", en: "All"}[lang]}, ...(columns ? listOf(columns) : [])],
    filters: filters.map(listOf),
    register_filters: filters.filter(({of}) => isRegister(of)).map(listOf),
    multiple: [rows, ...(columns ? [columns] : []), ...filters.map(({of}) => of)].filter(isMultiple).map(columnsOf),
    analysed: asked.filter((each) => !isRegister(each)).map(questionOf),
    ...(columns && {
      column_question: questionOf(columns),
      rows_overlap: isMultiple(rows),
      columns_overlap: isMultiple(columns),
      compare: isMultiple(columns) ? "rest" : compare,
      in_order: orderOf(columns).map((at) => columns.categories[at].code),
    }),
    ...(measure === "mean" && {numbers: rows.categories.flatMap(({of}) => of.map(Number))}),
    ...knownOf(request, asked),
    ...(asOften !== undefined && {as_often: asOften}),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name} <- ${toR(value, ",\n  ")}`);
  return [`# ${say.rows[lang]}`, ...lines, "tail <- (1 - level) / 2"].join("\n");
}

function categoryOf(category: ExploredCategory, lang: Lang) {
  const [column, ...others] = columnsOf({categories: [category]});
  return {
    code: category.code,
    label: category.label[lang],
    column: others.length ? [column, ...others] : column,
    codes: category.of,
  };
}

/** What the register knows of units that did not answer. */
function knownOf({rows, columns, filters, measure}: CountedRequest, asked: readonly ExploredVariable[]) {
  const isOfBoth = measure === "totalPercent";
  const byRegister = columns !== null && isRegister(columns) && !isOfBoth;
  const knowsAll = filters.every(({of}) => isRegister(of)) && asked.every(({universe}) => universe.length === 0);
  return {
    grouped_by_register: byRegister,
    knows_all: knowsAll,
    knows_columns: knowsAll && (byRegister || isOfBoth),
    knows_answers: columns === null || isRegister(columns),
    deals_in_classes: ![rows, columns].some((variable) => variable && columnsOf(variable).includes(classColumn)),
  };
}

/** Columns of a variable in the file, and every code of them that is a response. */
function questionOf(variable: ExploredVariable) {
  const valid = variable.type === "multiple" ? ["no", "yes"] : variable.categories.flatMap(({of}) => of);
  return {columns: columnsOf(variable), valid: [...new Set(valid)]};
}

function unitsBlock(
  {classes, regions, isWeighted}: ExploredTable,
  units: UnitCells,
  populations: readonly number[],
): string {
  const merged = (parts: readonly {code: string}[], into: readonly {code: string}[]) =>
    parts.map(({code}) => {
      const found = isWeighted ? into.find((each) => each.code.split("+").includes(code)) : into[0];
      return `${toR(code)} = ${toR(found?.code ?? code)}`;
    });
  const codesOf = (parts: readonly {code: string}[]) => toR(parts.map(({code}) => code));
  return `
#nb Alle enheter i registeret, og hvilke klasser og fylker som er slått sammen i vektene.
#en All units of the register, and which classes and regions are merged in the weights.
register <- expand.grid(county = ${codesOf(units.regions)}, size = ${codesOf(units.classes)}, stringsAsFactors = FALSE)
register$units <- ${toR(populations)}
stratum <- c(${merged(units.classes, classes).join(", ")})
region <- c(${merged(units.regions, regions).join(", ")})`;
}
