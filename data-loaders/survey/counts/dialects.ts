import type {TableName} from "./countsFolder.js";

/** What databases write differently. */
export interface Dialect {
  /** Around names. */
  mark: '"' | "`";
  /** Types of text and of whole numbers. */
  text: string;
  smallint: string;
  bigint: string;
  double: string;
  /** A text as it is written in SQL. */
  literal(text: string): string;
  /** A new table from a query. */
  create(table: string, query: string): string;
  /** A statement that writes the rows of a query to a table of the folder of counts. */
  write(query: string, table: TableName, folder: string): string;
  /** How the file is run, below the folder's name. */
  run(folder: string, file: string): string;
}

const standard = {
  mark: '"',
  text: "VARCHAR",
  smallint: "SMALLINT",
  bigint: "BIGINT",
  double: "DOUBLE",
  literal: (text: string) => `'${text.replaceAll("'", "''")}'`,
  create: (table: string, query: string) => `CREATE TABLE ${table} AS\n${query};`,
} as const;

/** Where a backslash is a mark in texts. */
const withBackslashes = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** The databases that SQL is written for, by name. DuckDB and PostgreSQL are tried in the tests; the others' SQL is parsed. */
export const dialects = {
  duckdb: {
    ...standard,
    write: (query, table, folder) => `COPY (\n${query}\n) TO '${folder}/${table}.csv' (FORMAT csv, HEADER);`,
    run: (folder, file) => `duckdb counts.duckdb < ${folder}/${file}`,
  },
  postgres: {
    ...standard,
    double: "DOUBLE PRECISION",
    write: (query, table, folder) =>
      `COPY (\n${query}\n) TO STDOUT WITH (FORMAT csv, HEADER) \\g '${folder}/${table}.csv'`,
    run: (folder, file) => `psql -v ON_ERROR_STOP=1 -f ${folder}/${file}`,
  },
  clickhouse: {
    ...standard,
    text: "String",
    smallint: "Int16",
    bigint: "Int64",
    double: "Float64",
    literal: withBackslashes,
    create: (table, query) => `CREATE TABLE ${table} ENGINE = MergeTree ORDER BY tuple() AS\n${query};`,
    write: (query, table, folder) => `${query}\nINTO OUTFILE '${folder}/${table}.csv' TRUNCATE FORMAT CSVWithNames;`,
    run: (folder, file) => `clickhouse-client --queries-file ${folder}/${file}`,
  },
  trino: {
    ...standard,
    write: (query) => `${query};`,
    run: (folder, file) => `trino --output-format CSV_HEADER --file ${folder}/${file}`,
  },
  spark: {
    ...standard,
    mark: "`",
    text: "STRING",
    literal: withBackslashes,
    write: (query, table, folder) => `INSERT OVERWRITE DIRECTORY '${folder}/${table}' USING parquet\n${query};`,
    run: (folder, file) => `spark-sql -f ${folder}/${file}`,
  },
} as const satisfies Record<string, Dialect>;
export type Engine = keyof typeof dialects;
