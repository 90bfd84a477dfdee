import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {serve} from "../../site/serve/serve.js";
import {writeLeisureFolder} from "../../tools/leisure/leisureFolder.js";
import {runIn} from "../support/buildIn.js";
import {buildWith} from "../support/buildLeisure.js";
import {copyProject} from "../support/copyProject.js";
import {drawn, tableRows} from "../support/explorerPage.js";
import {ready} from "../support/ready.js";
import type {CountingJob, TimedCounting} from "./counts/timeCounting.js";
import {type Line, measures} from "./line.js";

/**
 * A survey too large to be read here, from a table in DuckDB to its site: the SQL of `npm run counts-sql`, a build from the
 * counts, and a page whose numbers are those that DuckDB counts itself.
 *
 * @throws Error when a number of the page is another
 */
export async function countsOf(rows: number, browser: Browser): Promise<Line[]> {
  const [survey, project] = [mkdtempSync(join(tmpdir(), "counted-")), copyProject()];
  try {
    await writeLeisureFolder(survey, 1); // settings and codebook
    const counts = join(survey, "counts");
    const job: CountingJob = {rows, table: join(survey, "clean.parquet"), counts};
    time("make", job);
    const steps = ["1-values.sql", "2-combinations.sql"].map((file) => {
      const asked = ["--engine", "duckdb", "--table", `'${job.table}'`, counts];
      const {stderr} = runIn(project, ["tools/counts-sql.ts", ...asked], {SURVEY: survey});
      if (stderr) throw new Error(stderr);
      return time("run", {...job, file: join(counts, file)});
    });
    const built = await buildWith(project, survey, {COUNTS: counts});
    await comparePage(built.site, job, browser);
    const line = {page: `${rows.toLocaleString("en")} respondents`, runs: 1};
    return [
      {...line, measure: measures.countedInSql, value: steps.reduce((sum, {seconds}) => sum + seconds, 0)},
      {...line, measure: measures.countingMemory, value: Math.max(...steps.map(({peakMemory}) => peakMemory))},
      {...line, measure: measures.countedBuild, value: built.processorSeconds},
      {...line, measure: measures.countedBuildMemory, value: built.peakMemory},
    ];
  } finally {
    for (const folder of [survey, project]) rmSync(folder, {recursive: true});
  }
}

/** In a process of its own, so that its peak of memory is its own. */
function time(way: "make" | "run" | "count", job: CountingJob): TimedCounting {
  const script = new URL("counts/timeCounting.ts", import.meta.url).pathname;
  const said = execFileSync(process.execPath, ["site/run.mjs", script, way, JSON.stringify(job)], {encoding: "utf8"});
  return JSON.parse(said);
}

/** Compares a table of three questions with what DuckDB counts in the respondents themselves. */
async function comparePage(site: string, job: CountingJob, browser: Browser): Promise<void> {
  const {url, close} = await serve(site, 0);
  try {
    const page = await browser.newPage();
    const shown = {rows: "cinema", columns: "theatre", walks: "often", view: "table", measure: "count"};
    await page.goto(`${url}en/explore?${new URLSearchParams(shown)}`);
    await ready(page);
    await drawn(page, "explore", shown);
    const [, , found] = (await tableRows(page, "explore")).find(([label]) => label === "Never") ?? [];
    const where = "cinema = 'never' AND theatre = 'never' AND walks = 'often'";
    const expected = time("count", {...job, where}).respondents.toLocaleString("en");
    if (found !== expected) throw new Error(`a number of the page: ${found}, not ${expected} (${where})`);
    await page.close();
  } finally {
    close();
  }
}
