import type {Lang, Text} from "../../language/text.js";
import type {UnitCells} from "../../respondents/weighting.js";
import {allColumn, type ExploredTable} from "../table.js";
import type {TableRequest} from "../tabulate.js";
import {classColumn, columnsOf, type ExploredCategory, type ExploredVariable} from "../variable.js";
import {rCell, rMembership, rRegister, rWeights} from "./rHelpers.js";
import {rAssociation, rPairs, rProcess} from "./rTests.js";
import {type TakeOptions, tableFrame} from "./tableFrame.js";

/** What a script is made for, beside the table and how it was asked for. */
export interface RScriptOptions extends TakeOptions {
  /** All units asked. */
  units: UnitCells;
  /** The clean table of all respondents, which stands in the same folder as the script. */
  csv: string;
  /** Its column of units; a county is the first two digits of them. Default: `unit_number`. */
  unitColumn?: string;
  /** Codes of the file for a question that was not put. Default: `not_asked`. */
  notAsked?: readonly string[];
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
  const design = {isWeighted: table.isWeighted, hasPopulation: units.populations !== null};
  const counted = countedRequest(request);
  const isOfRegister = isKnownByRegister(counted) && table.isWeighted && design.hasPopulation;
  const blocks = [
    headOf(table, options),
    readBlock(options),
    tableBlock(counted, options),
    rMembership(lang),
    ...(design.hasPopulation ? [unitsBlock(table, options)] : []),
    rWeights(lang, design),
    placeBlock(counted, design.hasPopulation),
    rCell(counted.measure, lang, design),
    ...(isOfRegister ? [rRegister(counted.measure, lang)] : []),
    cellBlock(counted, isOfRegister),
    printBlock(request, lang),
    ...(isTested(counted) || hasPairs(request) ? [rProcess(lang)] : []),
    ...(isTested(counted)
      ? [rAssociation(lang, {byClass: isByClass(counted), hasPopulation: design.hasPopulation})]
      : []),
    ...(hasPairs(request) ? [rPairs(lang)] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Row per cent is column per cent the other way about. */
function countedRequest(request: TableRequest): TableRequest {
  const {rows, columns, measure} = request;
  if (measure !== "rowPercent") return request;
  return columns
    ? {...request, rows: columns, columns: rows, measure: "columnPercent"}
    : {...request, measure: "columnPercent"};
}

const isRegister = ({type}: ExploredVariable) => type === "register";
/** True of a table whose column of everybody the register knows. */
const isKnownByRegister = ({rows, filters}: TableRequest) =>
  isRegister(rows) && filters.every(({of}) => isRegister(of));
const isTested = ({rows, columns, measure}: TableRequest) =>
  columns !== null &&
  measure !== "mean" &&
  rows.type !== "multiple" &&
  columns.type !== "multiple" &&
  !(isRegister(rows) && isRegister(columns));
const isByClass = ({rows, columns}: TableRequest) =>
  [rows, columns].some((variable) => variable?.categories.some(({column}) => column === classColumn));
const hasPairs = ({rows, columns, measure}: TableRequest) =>
  measure === "columnPercent" &&
  columns !== null &&
  columns.type !== "multiple" &&
  !(isRegister(rows) && isRegister(columns));

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
  units: {
    nb: "Alle enheter i registeret, og hvilke klasser og fylker som er slått sammen i vektene.",
    en: "All units of the register, and which classes and regions are merged in the weights.",
  },
  table: {nb: "Tabellen, og alle tallene", en: "The table, and all its numbers"},
} satisfies Record<string, Text>;

function headOf(table: ExploredTable, options: RScriptOptions): string {
  const {lang, csv} = options;
  const {title, measure, filters, base, source, publisher} = tableFrame(table, options);
  const warning = table.rank === "standIn" ? [say.standIn[lang]] : [];
  const lines = [title, ...warning, measure, filters, base, source, publisher, `${say.beside[lang]} ${csv}`];
  return [...lines, `${say.needs[lang]} install.packages("survey")`].map(comment).join("\n");
}

function readBlock({lang, csv, unitColumn = "unit_number", units}: RScriptOptions): string {
  return [
    "library(survey)",
    `respondents <- read.csv(${quote(csv)}, colClasses = "character", na.strings = character(0))`,
    ...(units.regions.length > 1
      ? [comment(say.county[lang]), `respondents$county <- substr(respondents[[${quote(unitColumn)}]], 1, 2)`]
      : []),
  ].join("\n");
}

const variablesOf = ({rows, columns, measure}: TableRequest): ExploredVariable[] =>
  measure === "totalPercent" && columns ? [rows, columns] : [rows];

function tableBlock(request: TableRequest, {lang, notAsked = ["not_asked"]}: RScriptOptions): string {
  const {rows, columns, filters, measure} = request;
  const mean = {...rows.categories[0], code: "mean", label: {nb: "Gjennomsnitt", en: "Mean"}};
  const all = `list(code = ${quote(allColumn)}, label = ${quote({nb: "Alle", en: "All"}[lang])})`;
  const shown = (columns?.categories ?? []).map((category) => categoryR(category, lang));
  const chosen = filters.map(({categories}) => `list(${categories.map((each) => categoryR(each, lang)).join(", ")})`);
  const known = filters.flatMap(({of}, at) => (isRegister(of) ? [at + 1] : []));
  return [
    comment(say.rows[lang]),
    `not_asked <- ${vectorR(notAsked)}`,
    `rows <- ${listR((measure === "mean" ? [mean] : rows.categories).map((category) => categoryR(category, lang)))}`,
    `columns <- ${listR([all, ...shown])}`,
    `filters <- ${listR(chosen)}`,
    `register_filters <- filters[c(${known.join(", ")})]`,
    `analysed <- ${listR(
      variablesOf(request)
        .filter((each) => !isRegister(each))
        .map(questionR),
    )}`,
    ...(columns ? [`column_question <- ${questionR(columns)}`] : []),
    ...(measure === "mean" ? [`numbers <- c(${rows.categories.flatMap(({of}) => of).join(", ")})`] : []),
  ].join("\n");
}

/** Columns of a variable in the file, and every code of them that is a response. */
function questionR(variable: ExploredVariable): string {
  const valid = variable.type === "multiple" ? ["no", "yes"] : variable.categories.flatMap(({of}) => of);
  return `list(columns = ${vectorR(columnsOf(variable))}, valid = ${vectorR([...new Set(valid)])})`;
}

function categoryR({code, label, column, of}: ExploredCategory, lang: Lang): string {
  return `list(code = ${quote(code)}, label = ${quote(label[lang])}, column = ${quote(column)}, codes = ${vectorR(of)})`;
}

function unitsBlock({classes, regions, isWeighted}: ExploredTable, {units, lang}: RScriptOptions): string {
  const merged = (parts: readonly {code: string}[], into: readonly {code: string}[]) =>
    parts.map(({code}) => {
      const found = isWeighted ? into.find((each) => each.code.split("+").includes(code)) : into[0];
      return `${quote(code)} = ${quote(found?.code ?? code)}`;
    });
  return [
    comment(say.units[lang]),
    "units <- matrix(",
    `  c(${(units.populations ?? []).join(", ")}),`,
    `  ${units.classes.length}, byrow = TRUE,`,
    `  dimnames = list(${vectorR(units.classes.map(({code}) => code))}, ${vectorR(units.regions.map(({code}) => code))})`,
    ")",
    `stratum <- c(${merged(units.classes, classes).join(", ")})`,
    `region <- c(${merged(units.regions, regions).join(", ")})`,
    ...(units.regions.length > 1 ? [] : [`respondents$county <- ${quote(units.regions[0].code)}`]),
  ].join("\n");
}

/** Who is in a row and in a column, and of whom a column is a share. */
function placeBlock({rows, columns, measure, filters}: TableRequest, hasPopulation: boolean): string {
  const asked = measure === "totalPercent" && columns ? [rows, columns] : [rows];
  const isPutToAll = asked.every(({universe}) => universe.length === 0);
  const isKnown = isPutToAll && filters.every(({of}) => isRegister(of));
  const byRegister = columns !== null && isRegister(columns) && measure !== "totalPercent";
  const knowsColumns = isKnown && (byRegister || measure === "totalPercent");
  return `in_row <- function(row) chose(list(row))
in_column <- function(column) if (column$code == "all") rep(TRUE, nrow(respondents)) else chose(list(column))
number_of <- function(row) suppressWarnings(as.numeric(respondents[[row$column]]))
group_of <- function(column) {
  conditions <- register_filters
  ${byRegister ? 'if (column$code != "all") conditions <- c(conditions, list(list(column)))' : "# the same for every column"}
  is_known <- if (column$code == "all") ${rBoolean(hasPopulation && isKnown)} else ${rBoolean(hasPopulation && knowsColumns)}
  list(conditions = conditions, N = ${hasPopulation ? "if (is_known) sum(units[cells_of(conditions)]) else NA" : "NA"})
}${columns ? "\ncolumn_state <- state_of(column_question)" : ""}`;
}

/** Which cells the register knows. */
function cellBlock({columns}: TableRequest, isOfRegister: boolean): string {
  if (!isOfRegister) return "cell <- estimated_cell";
  if (!columns || isRegister(columns)) return "cell <- register_cell";
  return 'cell <- function(row, column) if (column$code == "all") register_cell(row, column) else estimated_cell(row, column)';
}

const rBoolean = (value: boolean) => (value ? "TRUE" : "FALSE");

function printBlock({measure, columns}: TableRequest, lang: Lang): string {
  const isPercent = measure !== "count" && measure !== "mean";
  const isTurned = measure === "rowPercent" && columns !== null;
  const lines = isTurned ? ["columns[-1]", "c(columns[1], rows)"] : ["rows", "columns"];
  const turn = isTurned
    ? `
cells <- cells[cells$column != "all", ]
cells[c("row", "column", "row_label", "column_label")] <- cells[c("column", "row", "column_label", "row_label")]
whole <- do.call(rbind, lapply(unique(cells$row), function(code) {
  one <- cells[cells$row == code, ][1, ]
  one[c("column", "column_label")] <- columns[[1]][c("code", "label")]
  one$estimate <- if (one$unweighted_base > 0) 1 else NA
  one[c("low", "high", "standard_error")] <- NA
  one[c("unweighted_count", "weighted_count")] <- one[c("unweighted_base", "weighted_base")]
  one
}))
cells <- rbind(whole, cells)
cells <- cells[order(match(cells$row, unique(cells$row))), ]`
    : "";
  return `# ${say.table[lang]}
cells <- do.call(rbind, lapply(rows, function(row) do.call(rbind, lapply(columns, function(column) cell(row, column)))))${turn}
labels_of <- function(lines) vapply(lines, function(line) line$label, "")
shown <- matrix(cells$estimate, ncol = length(${lines[1]}), byrow = TRUE, dimnames = list(labels_of(${lines[0]}), labels_of(${lines[1]})))
print(round(shown${isPercent ? " * 100" : ""}, 1))
print(cells, digits = 10)`;
}

function listR(items: readonly string[]): string {
  return items.length < 2 ? `list(${items.join("")})` : `list(\n${items.map((item) => `  ${item}`).join(",\n")}\n)`;
}

const vectorR = (texts: readonly string[]) => `c(${texts.map(quote).join(", ")})`;

const comment = (line: string) => `# ${line.replace(/\s+/g, " ")}`;

const quote = (text: string) => `"${text.replace(/\s+/g, " ").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
