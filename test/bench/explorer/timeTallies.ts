import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {
  type CountedKey,
  type SqlColumn,
  tallyOfKeys,
  tallySql,
} from "../../../data-loaders/survey/explorer/tallySql.js";
import type {PackedTally} from "../../../src/lib/table/counts/tally.js";

/** A file of respondents to make and to count. */
export interface TallyJob {
  /** A Parquet file. */
  path: string;
  /** The query whose rows it is made of. */
  respondents: string;
  /** By page the columns of each of its tallies. */
  pages: readonly (readonly (readonly SqlColumn[])[])[];
}

/** What counting took. */
export interface TimedTallies {
  seconds: number;
  /** Most memory that the process held in RAM, in bytes; Node itself and the code included. */
  peakMemory: number;
  /** Of the page with the most, its tallies in gzip. */
  largestPage: number;
  /** In the first tally. */
  respondents: number;
  tallies: number;
}

/** `timeTallies.ts write|count JOB`, in a process of its own: writes the file, or prints `TimedTallies`. */
const [way, path] = process.argv.slice(2);
const job: TallyJob = JSON.parse(readFileSync(path, "utf8"));
const database = await (await DuckDBInstance.create(":memory:")).connect();
await database.run("SET memory_limit = '4GB'");
await database.run("SET preserve_insertion_order = false");
if (way === "write") await database.run(`COPY (${job.respondents}) TO '${job.path}' (FORMAT parquet)`);
else process.stdout.write(JSON.stringify(await timed(database, job)));

async function timed(connection: DuckDBConnection, {pages, path: file}: TallyJob): Promise<TimedTallies> {
  const start = performance.now();
  const made: PackedTally[][] = [];
  for (const page of pages) {
    const tallies: PackedTally[] = [];
    for (const columns of page) tallies.push(await tallyFrom(connection, file, columns));
    made.push(tallies);
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    seconds,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    largestPage: Math.max(...made.map((tallies) => gzipSync(JSON.stringify(tallies), {level: 9}).length)),
    respondents: made[0][0].counts.reduce((sum, n) => sum + n, 0),
    tallies: made.flat().length,
  };
}

async function tallyFrom(
  connection: DuckDBConnection,
  file: string,
  columns: readonly SqlColumn[],
): Promise<PackedTally> {
  const reader = await connection.runAndReadAll(tallySql(`'${file}'`, columns));
  return tallyOfKeys(columns, reader.getRowObjectsJS() as unknown as CountedKey[]);
}
