import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Countable} from "../../../data-loaders/survey/explorer/countable.js";
import type {SqlColumn} from "../../../data-loaders/survey/explorer/tallySql.js";
import type {TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {classColumn, columnsOf, variableByName} from "../../../src/lib/table/variable.js";
import {type Line, measures} from "../line.js";
import {median} from "../median.js";
import {respondentsSql, sqlColumn} from "./respondentsSql.js";
import type {TallyJob, TimedTallies} from "./timeTallies.js";

/**
 * How long it takes to count a file too large to hold by the SQL that a database or a cluster would run: DuckDB makes
 * the respondents, in a Parquet file, and counts them in a process of its own.
 */
export function largeTalliesOf(found: Countable, {rows, runs}: {rows: number; runs: number}): Line[] {
  const folder = mkdtempSync(join(tmpdir(), "tallies-"));
  try {
    const path = join(folder, "respondents.parquet");
    const job: TallyJob = {path, respondents: respondentsSql(found, rows), pages: pageTallies(found)};
    const jobFile = join(folder, "job.json");
    writeFileSync(jobFile, JSON.stringify(job));
    timeTallies("write", jobFile);
    const times = Array.from({length: runs}, (): TimedTallies => JSON.parse(timeTallies("count", jobFile)));
    return linesOf(times, rows);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function linesOf(times: readonly TimedTallies[], rows: number): Line[] {
  const [{respondents, largestPage}] = times;
  if (respondents !== rows) throw new Error(`respondents counted in SQL: ${respondents}, not ${rows}`);
  const line = {page: `${rows.toLocaleString("en")} respondents`, runs: times.length};
  return [
    {...line, measure: measures.talliesMade, value: median(times.map(({seconds}) => seconds))},
    {...line, measure: measures.talliesMemory, value: Math.max(...times.map(({peakMemory}) => peakMemory))},
    {...line, measure: measures.largePageBytes, value: largestPage},
  ];
}

/** By page a tally for each column of its questions, beside what readers can filter by: options each have their own. */
function pageTallies({variables, columns, pages, filters}: Countable): SqlColumn[][][] {
  const named = (names: readonly string[]) =>
    [...new Set(names)].map((name) => sqlColumn(columns.get(name) as TallyColumn));
  const columnsNamed = (name: string) => columnsOf(variableByName(variables, name));
  const always = [classColumn, ...filters.flatMap(columnsNamed)];
  return pages.map(({questions}) => questions.flatMap(columnsNamed).map((column) => named([...always, column])));
}

function timeTallies(way: "write" | "count", jobFile: string): string {
  const script = new URL("timeTallies.ts", import.meta.url).pathname;
  return execFileSync(process.execPath, ["site/run.mjs", script, way, jobFile], {encoding: "utf8"});
}
