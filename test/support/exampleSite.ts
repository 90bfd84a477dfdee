import {join} from "node:path";
import {buildIn} from "./buildIn.js";
import {output} from "./builtPage.js";
import {copyProject} from "./copyProject.js";

/** The folder of the example of another survey. */
export const example = "examples/cps-1985";

/**
 * Builds the site of the example in a copy of the project.
 *
 * @returns the copy's folder, the site's, and what the build said
 */
export function buildExample() {
  const folder = copyProject();
  const {status, stderr} = buildIn(folder, {SURVEY: example});
  return {folder, site: join(folder, output), status, stderr};
}

/** Tables of the example that R has computed, by their address in the workbench. */
export const exampleTables = [
  {name: "wages by membership of a union", query: "rows=wage&columns=union"},
  {name: "mean wage by sector", query: "rows=wage&columns=sector&measure=mean"},
  {name: "membership by age, of women", query: "rows=union&columns=age&gender=female"},
  {name: "occupation of those in the South, by race", query: "rows=occupation&columns=race&south=south"},
];

/** What R computed of them, as `test/reference/writeExampleByR.ts` keeps it. */
export const exampleByR = "test/reference/exampleByR.json";

/** The columns of R's tables that are kept. */
export const keptColumns = ["row", "column", "estimate", "low", "high", "unweighted_count", "unweighted_base"];
