import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {respondentsCsv} from "../../../data-loaders/downloads/respondentsCsv.js";
import {tableColumns} from "../../../data-loaders/downloads/tableColumns.js";
import {metrics} from "../../../src/lib/table/export/metrics.js";
import {digestOf, pairColumns} from "../byR.js";
import {configurations, type DesignName, designs, designsByR, drawnBy, sampleFolder, scriptFor} from "./designs.js";

/*
 * `node site/run.mjs test/reference/design/writeDesignsByR.ts` lets R compute the made-up sample by each design, with the R of
 * `designs.R` and with the scripts that come with tables, and keeps what it found. Needs `Rscript` with survey and jsonlite.
 * Run it when the sample, a design or a script changes.
 */

const runner = `suppressMessages({library(survey); library(jsonlite)})
made <- list()
for (file in sort(list.files("scripts"))) {
  env <- new.env(parent = globalenv())
  invisible(capture.output(suppressWarnings(sys.source(file.path("scripts", file), env))))
  kept <- function(name) if (exists(name, env, inherits = FALSE)) get(name, env)
  made[[sub("[.]R$", "", file)]] <- Filter(Negate(is.null), list(cells = kept("cells"), association = kept("association"), pairs = kept("pairs")))
}
cat(toJSON(made, digits = I(13), auto_unbox = TRUE, na = "null"))
`;

interface Made {
  cells: Record<string, string | number | null>[];
  association?: unknown[];
  pairs?: Record<string, string | number>[];
}

const folder = mkdtempSync(join(tmpdir(), "designs-by-r-"));
mkdirSync(join(folder, "scripts"));
for (const name of Object.keys(designs) as DesignName[]) {
  const {survey} = await drawnBy(name);
  writeFileSync(
    join(folder, `${name}.csv`),
    [...respondentsCsv(tableColumns(survey), survey.respondents.count)].join(""),
  );
}
const nameOf = (at: number) => `table${String(at).padStart(2, "0")}`;
const scripts: string[] = [];
for (const [at, configuration] of configurations.entries()) {
  scripts.push(scriptFor(await drawnBy(configuration.design), configuration));
  writeFileSync(join(folder, "scripts", `${nameOf(at)}.R`), scripts[at]);
}
const rOf = (args: string[], cwd: string) =>
  JSON.parse(execFileSync("Rscript", args, {cwd, encoding: "utf8", maxBuffer: 2 ** 26}));
writeFileSync(join(folder, "run.R"), runner);
const made: Record<string, Made> = rOf(["run.R"], folder);
const computed: Record<string, unknown> = rOf([resolve("test/reference/design/designs.R")], sampleFolder);
const tables = configurations.map((configuration, at) => {
  const {cells, association, pairs} = made[nameOf(at)];
  return {
    ...configuration,
    script: digestOf(scripts[at]),
    cells: cells.map((cell) => ["row", "column", ...metrics].map((column) => cell[column] ?? null)),
    association,
    pairs: pairs?.map((pair) => pairColumns.map((column) => pair[column])),
  };
});
const list = (values: readonly unknown[]) => values.map((each) => JSON.stringify(each)).join(",\n");
const own = Object.entries(computed).map(([name, each]) => ({design: name, ...(each as object)}));
writeFileSync(designsByR, `{"designs": [\n${list(own)}\n], "tables": [\n${list(tables)}\n]}\n`);
rmSync(folder, {recursive: true});
