import type {Lang, Text} from "../../text.js";
import type {ExploredClass} from "../explorer.js";
import {allColumn, type ExploredTable} from "../table.js";
import type {TableRequest} from "../tabulate.js";
import {classColumn, columnsOf, type ExploredCategory, type ExploredVariable} from "../variable.js";
import {rCell, rDesign, rMembership} from "./rHelpers.js";
import {type TakeOptions, tableFrame} from "./tableFrame.js";

/** What a script is made for, beside the table and how it was asked for. */
export interface RScriptOptions extends TakeOptions {
  /** Classes of the register, before any are merged. */
  classes: readonly ExploredClass[];
  /** The clean table of all respondents, which stands in the same folder as the script. */
  csv: string;
  /** Its column of units; a county is the first two digits of them. Default: `unit_number`. */
  unitColumn?: string;
  /** Codes of the file for a question that was not put. Default: `not_asked`. */
  notAsked?: readonly string[];
}

/**
 * An R script that makes the same table from the clean respondents’ file, with the package survey: an independent
 * computation, for whoever will check the numbers or take them further.
 *
 * @param table as tabulated from `request`
 * @throws Error for a protected file, whose respondents nobody can download
 */
export function tableRScript(table: ExploredTable, request: TableRequest, options: RScriptOptions): string {
  if (table.isProtected) throw new Error("no script for a protected file");
  const {lang} = options;
  const hasPopulation = table.classes.every(({population}) => population !== null);
  const design = {isWeighted: table.isWeighted, hasPopulation};
  const blocks = [
    headOf(table, options),
    readBlock(request, options),
    tableBlock(table, request, options),
    rMembership(lang),
    classBlock(table, options),
    rDesign(lang, design),
    placeBlock,
    rCell(table.measure, lang, design),
    printBlock(table, lang),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const say = {
  standIn: {
    nb: "KONSTRUERTE SVAR: ingen har svart dette. Tall herfra er aldri funn.",
    en: "MADE-UP RESPONDENTS: nobody answered this. No number from here is a finding.",
  },
  beside: {nb: "Legg filen i samme mappe som skriptet:", en: "Put the file in the same folder as this script:"},
  needs: {nb: "Krever pakken survey:", en: "Needs the package survey:"},
  county: {nb: "Fylket er de to første sifrene i nummeret.", en: "The county is the first two digits of the number."},
  merged: {
    nb: "filen har sammenslåtte størrelsesgrupper, så denne tabellen kan ikke lages av den",
    en: "the file has merged size classes, so this table cannot be made from it",
  },
  rows: {
    nb: "Rader, kolonner og filtre: kolonne i filen, og kodene som teller.",
    en: "Rows, columns and filters: the column of the file, and the codes that count.",
  },
  classes: {
    nb: "Grupper, hvilken gruppe de er slått sammen til, og hvor mange enheter den har. Det siste står ikke i filen.",
    en: "Classes, the class that they were merged into, and how many units that has. The last is not in the file.",
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

function readBlock(request: TableRequest, {lang, csv, unitColumn = "unit_number"}: RScriptOptions): string {
  const columns = variablesOf(request).flatMap(columnsOf);
  return [
    "library(survey)",
    `respondents <- read.csv(${quote(csv)}, colClasses = "character", na.strings = character(0))`,
    ...(columns.includes("county")
      ? [comment(say.county[lang]), `respondents$county <- substr(respondents[[${quote(unitColumn)}]], 1, 2)`]
      : []),
    ...(columns.includes(classColumn)
      ? [`if (any(grepl("+", respondents$class, fixed = TRUE))) stop(${quote(say.merged[lang])})`]
      : []),
  ].join("\n");
}

const variablesOf = ({rows, columns, filters}: TableRequest): ExploredVariable[] => [
  rows,
  ...(columns ? [columns] : []),
  ...filters.map(({of}) => of),
];

function tableBlock(
  {rows}: ExploredTable,
  request: TableRequest,
  {lang, notAsked = ["not_asked"]}: RScriptOptions,
): string {
  const isMean = request.measure === "mean";
  const shown = isMean ? [{...request.rows.categories[0], ...rows[0]}] : request.rows.categories;
  const all = `list(code = ${quote(allColumn)}, label = ${quote({nb: "Alle", en: "All"}[lang])})`;
  const columns = (request.columns?.categories ?? []).map((category) => categoryR(category, lang));
  const filters = request.filters.map(({of, categories}) => {
    const chosen = categories.map((category) => categoryR(category, lang)).join(", ");
    return `list(question = ${questionR(of)}, chosen = list(${chosen}))`;
  });
  return [
    comment(say.rows[lang]),
    `not_asked <- ${vectorR(notAsked)}`,
    `rows <- ${listR(shown.map((category) => categoryR(category, lang)))}`,
    `columns <- ${listR([all, ...columns])}`,
    `filters <- ${listR(filters)}`,
    `questions <- ${listR(variablesOf(request).map(questionR))}`,
  ].join("\n");
}

/** Columns of a variable in the file, and every code of them that is a response. */
function questionR(variable: ExploredVariable): string {
  const valid = variable.type === "multiple" ? ["no", "yes"] : variable.categories.flatMap(({of}) => of);
  return `list(columns = ${vectorR(columnsOf(variable).map(fileColumn))}, valid = ${vectorR([...new Set(valid)])})`;
}

function categoryR({code, label, column, of}: ExploredCategory, lang: Lang): string {
  return `list(code = ${quote(code)}, label = ${quote(label[lang])}, column = ${quote(fileColumn(column))}, codes = ${vectorR(of)})`;
}

/** `channels.facebook` is `channels_facebook` in the downloads. */
const fileColumn = (column: string) => column.replace(".", "_");

function classBlock({classes: merged, isWeighted}: ExploredTable, {classes, lang}: RScriptOptions): string {
  const strata = classes.map(({code}) => merged.find((each) => !isWeighted || each.code.split("+").includes(code)));
  return [
    comment(say.classes[lang]),
    "classes <- data.frame(",
    `  class = ${vectorR(classes.map(({code}) => code))},`,
    `  stratum = ${vectorR(strata.map((stratum) => stratum?.code ?? ""))},`,
    `  N = c(${strata.map((stratum) => stratum?.population ?? "NA").join(", ")})`,
    ")",
  ].join("\n");
}

const placeBlock = `in_row <- function(row) chose(list(row))
in_column <- function(column) if (column$code == "all") TRUE else chose(list(column))
number_of <- function(row) suppressWarnings(as.numeric(respondents[[row$column]]))`;

function printBlock({measure}: ExploredTable, lang: Lang): string {
  const isPercent = measure !== "count" && measure !== "mean";
  return `# ${say.table[lang]}
cells <- do.call(rbind, lapply(rows, function(row) do.call(rbind, lapply(columns, function(column) cell(row, column)))))
labels_of <- function(lines) vapply(lines, function(line) line$label, "")
shown <- matrix(cells$estimate, nrow = length(rows), byrow = TRUE, dimnames = list(labels_of(rows), labels_of(columns)))
print(round(shown${isPercent ? " * 100" : ""}, 1))
print(cells, digits = 6)`;
}

function listR(items: readonly string[]): string {
  return items.length < 2 ? `list(${items.join("")})` : `list(\n${items.map((item) => `  ${item}`).join(",\n")}\n)`;
}

const vectorR = (texts: readonly string[]) => `c(${texts.map(quote).join(", ")})`;

const comment = (line: string) => `# ${line.replace(/\s+/g, " ")}`;

const quote = (text: string) => `"${text.replace(/\s+/g, " ").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
