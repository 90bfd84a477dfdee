import {sum} from "d3";
import type {Reason} from "../../../src/lib/respondents/respondents.js";
import {reasons} from "../../../src/lib/respondents/respondents.js";
import {missingCodes, type PackedTally, packCounted, type TallyColumn} from "../../../src/lib/table/counts/tally.js";

/** A column of a tally, and where a table of respondents has it: one row each, in every column a code as text. */
export interface SqlColumn extends Pick<TallyColumn, "name" | "categories"> {
  /** The table’s column; of a multiple response one for each option, of which all or none are missing. */
  field: string;
  /** Codes that stand for the lack of a response. */
  missing: readonly {code: string; reason: Reason}[];
}

/** One row of what the SQL finds; `key` is null of respondents with an unknown code. */
export interface CountedKey {
  key: number | bigint | null;
  respondents: number | bigint;
}

/**
 * The SQL that counts a table’s respondents by columns, with the keys of `packTally`. It is plain enough for any database,
 * or a cluster: rows are counted by their codes where they lie, and only the combinations are given numbers.
 *
 * @param table as SQL names it; a file or a query in brackets where the database takes one
 * @throws Error when there are more possible combinations than whole numbers
 */
export function tallySql(table: string, columns: readonly SqlColumn[]): string {
  const sizes = columns.map(({categories}) => missingCodes + categories.length);
  if (sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER)
    throw new Error(`too many combinations: ${columns.map(({name}) => name).join(", ")}`);
  const fields = columns.map(({field}) => quoted(field, '"')).join(", ");
  const key = columns.reduce(
    (digits, column, at) => (at === 0 ? digitSql(column) : `(${digits}) * ${sizes[at]} + ${digitSql(column)}`),
    "",
  );
  return `SELECT ${key} AS key, SUM(respondents) AS respondents
FROM (SELECT ${fields}, COUNT(*) AS respondents FROM ${table} GROUP BY ${fields}) AS counted
GROUP BY 1
ORDER BY 1`;
}

/** A column’s code as a tally has it: reasons first, then the categories. Of an unknown code null. */
function digitSql({field, categories, missing}: SqlColumn): string {
  const whens = [
    ...missing.map(({code, reason}) => [code, reasons.indexOf(reason)] as const),
    ...categories.map((code, at) => [code, missingCodes + at] as const),
  ].map(([code, digit]) => `WHEN ${quoted(code, "'")} THEN ${digit}`);
  return `CAST(CASE ${quoted(field, '"')} ${whens.join(" ")} END AS BIGINT)`;
}

const quoted = (text: string, mark: '"' | "'") => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;

/**
 * A tally from what the SQL found, as the browser is sent it.
 *
 * @throws Error when respondents have a code that no column knows
 */
export function tallyOfKeys(columns: readonly SqlColumn[], found: readonly CountedKey[]): PackedTally {
  const unknown = sum(found, ({key, respondents}) => (key === null ? Number(respondents) : 0));
  if (unknown > 0)
    throw new Error(`unknown code: ${unknown} respondents (${columns.map(({field}) => field).join(", ")})`);
  const counted = found.map(({key, respondents}) => [Number(key), Number(respondents)] as const);
  return packCounted(
    columns,
    counted.toSorted(([a], [b]) => a - b),
  );
}
