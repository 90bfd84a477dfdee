import {notAsked} from "../../../src/lib/respondents/respondents.js";
import {missingCodes} from "../../../src/lib/table/counts/tally.js";
import type {PlannedColumn} from "./countsPlan.js";
import type {Dialect} from "./dialects.js";
import type {CountedValues} from "./readValues.js";
import {clean} from "./valuesSql.js";

/** The digit of those that were not asked. */
const outside = -1 - notAsked;

/**
 * The query that gives each respondent's answers as digits. Who left one option of a multiple response unanswered has left all,
 * but options that were not asked.
 */
export function codesSql(
  columns: readonly PlannedColumn[],
  {table, accepted}: {table: string} & Pick<CountedValues, "accepted">,
  dialect: Dialect,
): string {
  const named = (name: string) => dialect.mark + name + dialect.mark;
  const digits = columns.map((each) => `${digitSql(each, accepted, dialect)} AS ${named(each.name)}`);
  const coded = `SELECT\n  ${digits.join(",\n  ")}\nFROM ${table} AS ${clean}`;
  const options = columns.filter(({column}) => column.option !== null);
  if (options.length === 0) return coded;
  const lackOf = (question: string) => named(`${question}__lack`);
  const lacks = [...new Set(options.map(({column}) => column.variable))].map((question) => {
    const own = options.filter(({column}) => column.variable === question).map(({name}) => named(name));
    const lack = (name: string) => `CASE WHEN ${name} < ${missingCodes} AND ${name} <> ${outside} THEN ${name} END`;
    return `COALESCE(${own.map(lack).join(", ")}, NULL) AS ${lackOf(question)}`;
  });
  const united = columns.map(({name, column}) =>
    column.option === null
      ? `lacking.${named(name)}`
      : `CASE WHEN lacking.${named(name)} = ${outside} THEN ${outside} ELSE COALESCE(${lackOf(column.variable)}, lacking.${named(name)}) END AS ${named(name)}`,
  );
  return `SELECT\n  ${united.join(",\n  ")}\nFROM (\nSELECT coded.*,\n  ${lacks.join(",\n  ")}\nFROM (\n${coded}\n) AS coded\n) AS lacking`;
}

/** A column's digit: reasons first, then categories, bands or numbers. A text that the owner accepts as unknown is no answer. */
function digitSql(
  {column, categories, least}: PlannedColumn,
  accepted: CountedValues["accepted"],
  {mark, text, literal, bigint, smallint, double}: Dialect,
): string {
  const {name, of, missing} = column;
  const value = `CAST(${clean}.${mark}${name}${mark} AS ${text})`;
  const reasons = missing.map((code, at) => `WHEN ${literal(code)} THEN ${at}`);
  if (of.type !== "count") {
    const codes = (categories ?? []).map((code, at) => `WHEN ${literal(code)} THEN ${missingCodes + at}`);
    return `CAST(CASE ${value} ${[...reasons, ...codes].join(" ")} ELSE 0 END AS ${smallint})`;
  }
  const unknown = accepted.filter((each) => each.column === name).map((each) => literal(each.text));
  const number = `CAST(${value} AS ${of.decimals ? double : bigint})`;
  const lacks = [
    `WHEN ${value} IS NULL${unknown.length > 0 ? ` OR ${value} IN (${unknown.join(", ")})` : ""} THEN 0`,
    ...missing.map((code, at) => `WHEN ${value} = ${literal(code)} THEN ${at}`),
  ].join(" ");
  if (!categories) return `CASE ${lacks} ELSE ${number} + ${missingCodes - least} END`;
  const bands = categories.map((from, at) => `WHEN ${number} >= ${from} THEN ${missingCodes + at}`).reverse();
  return `CAST(CASE ${lacks} ${bands.join(" ")} ELSE 0 END AS ${smallint})`;
}
