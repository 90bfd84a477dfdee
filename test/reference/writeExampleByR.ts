import {execFileSync} from "node:child_process";
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {serve} from "../../site/serve/serve.js";
import {browserFlags} from "../support/browserFlags.js";
import {buildExample, exampleByR, exampleTables, keptColumns} from "../support/exampleSite.js";
import {drawn, taken} from "../support/explorerPage.js";
import {ensureBrowser} from "../support/findBrowser.js";

/*
 * `node site/run.mjs test/reference/writeExampleByR.ts` takes R scripts from the site of the example, as a reader does, lets
 * R run them, and keeps what it computed. Needs `Rscript` with survey and jsonlite. Run it when the scripts or the example
 * change.
 */
const work = mkdtempSync(join(tmpdir(), "example-by-r-"));
const {folder, site, stderr} = buildExample();
if (stderr) throw new Error(stderr);
const {url, close} = await serve(site, 0);
const browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
const page = await browser.newPage();
copyFileSync(join(site, "data/respondents/cps-1985.csv"), join(work, "cps-1985.csv"));
for (const [at, {query}] of exampleTables.entries()) {
  await page.goto(`${url}en/explore.html?view=table&${query}`);
  await drawn(page, "explore", Object.fromEntries(new URLSearchParams(query)));
  writeFileSync(join(work, `${at}.R`), (await taken(page, "explore", "R")).bytes);
}
await browser.close();
close();
const tables = exampleTables.map(({name, query}, at) => ({name, query, cells: cellsByR(`${at}.R`)}));
writeFileSync(exampleByR, `${JSON.stringify(tables, null, 1)}\n`);
rmSync(folder, {recursive: true});
rmSync(work, {recursive: true});

function cellsByR(script: string): unknown[][] {
  const run = `invisible(capture.output(suppressWarnings(source("${script}")))); cat(jsonlite::toJSON(cells, digits = I(13), na = "null", auto_unbox = TRUE))`;
  const text = execFileSync("Rscript", ["-e", `suppressMessages(library(survey)); ${run}`], {
    cwd: work,
    encoding: "utf8",
  });
  const cells: Record<string, unknown>[] = JSON.parse(text.slice(text.indexOf("[")));
  const round = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(10)) : (value ?? null));
  return cells.map((cell) => keptColumns.map((column) => round(cell[column])));
}
