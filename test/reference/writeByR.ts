import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildReport} from "../../data-loaders/buildReport.js";
import {respondentsCsv} from "../../data-loaders/downloads/respondentsCsv.js";
import {tableColumns} from "../../data-loaders/downloads/tableColumns.js";
import {workbenchChoices} from "../../src/components/workbench/choices.js";
import {askedOf} from "../../src/components/workbench/made.js";
import {parseSelection} from "../../src/lib/selection.js";
import {metrics} from "../../src/lib/table/export/metrics.js";
import {tableRScript} from "../../src/lib/table/export/tableRScript.js";
import {standInSurvey} from "../calibration/surveys.js";
import {tableOf} from "../calibration/tables.js";
import {byRFile, configurations, csvOf, digestOf, pairColumns, scriptFor, surveyOf} from "./byR.js";

/*
 * `node site/run.mjs test/reference/writeByR.ts` lets R run the scripts that come with tables, and keeps what it computed:
 * of made-up files (`byR.json`), which `byR.test.ts` compares with the explorer, and of the stand-in respondents on the
 * page (`test/explorerByR.json`). Needs `Rscript` with survey and jsonlite. Run it when a script or the stand-in changes.
 */

const runner = `suppressMessages({library(survey); library(jsonlite)})
made <- list()
for (file in sort(list.files("scripts"))) {
  env <- new.env(parent = globalenv())
  invisible(capture.output(suppressWarnings(sys.source(file.path("scripts", file), env))))
  kept <- function(name) if (exists(name, env, inherits = FALSE)) get(name, env)
  made[[sub("[.]R$", "", file)]] <- Filter(Negate(is.null), list(cells = kept("cells"), association = kept("association"), pairs = kept("pairs")))
}
write_json(made, "made.json", digits = I(13), auto_unbox = TRUE, na = "null")
`;

const folder = mkdtempSync(join(tmpdir(), "by-r-"));
const scripts = join(folder, "scripts");
mkdirSync(scripts);
const pageFile = "test/explorerByR.json";
const pages: {columns: string[]; tables: {name: string; query: string}[]} = JSON.parse(readFileSync(pageFile, "utf8"));

for (const name of new Set(configurations.map(({survey}) => survey)))
  writeFileSync(join(folder, `${name}.csv`), csvOf(surveyOf(name)));
for (const [at, configuration] of configurations.entries())
  writeFileSync(join(scripts, `own${String(at).padStart(2, "0")}.R`), scriptFor(configuration));
await writePageScripts();
writeFileSync(join(folder, "run.R"), runner);
execFileSync("Rscript", ["run.R"], {cwd: folder, stdio: "inherit"});
const made: Record<string, Made> = JSON.parse(readFileSync(join(folder, "made.json"), "utf8"));
keepOwn();
keepPages();
rmSync(folder, {recursive: true});

interface Made {
  cells: Record<string, string | number | null>[];
  association?: unknown[];
  pairs?: Record<string, string | number>[];
}

async function writePageScripts(): Promise<void> {
  const survey = await standInSurvey();
  const {survey: read} = await buildReport();
  writeFileSync(join(folder, "stand-in.csv"), [...respondentsCsv(tableColumns(read), read.respondents.count)].join(""));
  const every = survey.explorer.variables.map(({name}) => name);
  const themes = [{label: {nb: "", en: ""}, variables: every}];
  const explorer = {...survey.explorer, questions: [], ranges: [], tiles: [], protectedTables: null, themes};
  for (const [at, {query}] of pages.tables.entries()) {
    const {selection} = parseSelection(`?${query}`, workbenchChoices(explorer));
    const {request} = askedOf(explorer, selection);
    const {table} = tableOf(survey, request);
    const options = {lang: "en", units: explorer.units, csv: "stand-in.csv", unitColumn: "unit_number"} as const;
    writeFileSync(join(scripts, `page${String(at).padStart(2, "0")}.R`), tableRScript(table, request, options));
  }
}

function keepOwn(): void {
  const kept = configurations.map((configuration, at) => {
    const {cells, association, pairs} = made[`own${String(at).padStart(2, "0")}`];
    return {
      ...configuration,
      script: digestOf(scriptFor(configuration)),
      cells: cells.map((cell) => ["row", "column", ...metrics].map((column) => cell[column] ?? null)),
      association,
      pairs: pairs?.map((pair) => pairColumns.map((column) => pair[column])),
    };
  });
  writeFileSync(byRFile, `[\n${kept.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`);
}

function keepPages(): void {
  const round = (value: string | number | null) => (typeof value === "number" ? Number(value.toPrecision(8)) : value);
  const tables = pages.tables.map(({name, query}, at) => {
    const {cells} = made[`page${String(at).padStart(2, "0")}`];
    return {name, query, cells: cells.map((cell) => pages.columns.map((column) => round(cell[column] ?? null)))};
  });
  const lines = tables.map(({cells, ...table}) => {
    const rows = cells.map((cell) => `    ${JSON.stringify(cell)}`).join(",\n");
    return `  ${JSON.stringify(table).slice(0, -1)}, "cells": [\n${rows}\n  ]}`;
  });
  writeFileSync(pageFile, `{"columns": ${JSON.stringify(pages.columns)}, "tables": [\n${lines.join(",\n")}\n]}\n`);
}
