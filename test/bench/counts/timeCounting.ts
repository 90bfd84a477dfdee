import {readFileSync} from "node:fs";
import {DuckDBInstance} from "@duckdb/node-api";
import {leisureCodebook} from "../../../tools/leisure/leisureCodebook.js";
import {leisureSql} from "./leisureSql.js";

/** A table of respondents, and what is done with it. */
export interface CountingJob {
  rows: number;
  /** A Parquet file. */
  table: string;
  /** The folder of counts. */
  counts: string;
  /** A file of SQL that is run. */
  file?: string;
  /** Whom to count. */
  where?: string;
}

/** What it took. */
export interface TimedCounting {
  seconds: number;
  /** Most memory that the process held in RAM, in bytes; Node itself and the code included. */
  peakMemory: number;
  /** Respondents that were asked for. */
  respondents: number;
}

/** `timeCounting.ts make|run|count JOB`, in a process of its own: makes the table, runs SQL, or counts; prints `TimedCounting`. */
const [way, text] = process.argv.slice(2);
const {rows, table, counts, file, where}: CountingJob = JSON.parse(text);
const database = await (await DuckDBInstance.create(way === "run" ? `${counts}.duckdb` : ":memory:")).connect();
await database.run("SET memory_limit = '2GB'");
await database.run("SET preserve_insertion_order = false");
const start = performance.now();
if (way === "make") await database.run(`COPY (${leisureSql(leisureCodebook(), rows)}) TO '${table}' (FORMAT parquet)`);
if (way === "run") await database.run(readFileSync(file ?? "", "utf8"));
const counted = where && (await database.runAndReadAll(`SELECT COUNT(*) FROM '${table}' WHERE ${where}`)).getRowsJS();
const result: TimedCounting = {
  seconds: (performance.now() - start) / 1000,
  peakMemory: process.resourceUsage().maxRSS * 1024,
  respondents: counted ? Number(counted[0][0]) : 0,
};
process.stdout.write(JSON.stringify(result));
