import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {reasons} from "../../../src/lib/respondents/respondents.js";
import {columnsOfTable} from "./countedColumns.js";
import type {Dialect} from "./dialects.js";
import {ofAll} from "./readValues.js";

/** What SQL calls the table, so that its columns are never taken for what is made of them. */
export const clean = "clean";

/** A table of a database as a command names it: what is read, and where counts go. */
export interface CountedTable {
  /** As SQL names it; a file or a query in brackets where the database takes one. */
  table: string;
  /** The folder of counts, as the database's client finds it. */
  folder: string;
}

/**
 * The SQL that counts each text of each column of a clean table: a column for each question or option by its name in the
 * codebook, a row for each respondent. What the codebook does not have is counted as it stands.
 */
export function valuesSql(codebook: Codebook, {table, folder}: CountedTable, dialect: Dialect): string {
  const {mark, text, literal, write} = dialect;
  const columns = columnsOfTable(codebook).map(({name, missing}) => {
    return {
      name,
      value: `CAST(${clean}.${mark}${name}${mark} AS ${text})`,
      unanswered: missing[reasons.indexOf("noAnswer")],
    };
  });
  const counted = (name: string, value: string, rest: string) =>
    `SELECT ${literal(name)} AS name, ${value} AS value, COUNT(*) AS respondents FROM ${table} AS ${clean}${rest}`;
  const isPartial = columns.map(({value, unanswered}) => `${value} = ${literal(unanswered)}`).join("\n    OR ");
  const query = [
    counted(ofAll.column, literal(ofAll.respondents), ""),
    counted(ofAll.column, literal(ofAll.partial), ` WHERE ${isPartial}`),
    ...columns.map(({name, value}) => counted(name, value, ` GROUP BY ${value}`)),
  ].join("\nUNION ALL ");
  return `${write(query, "values", folder)}\n`;
}
