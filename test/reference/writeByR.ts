import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildReport} from "../../data-loaders/buildReport.js";
import {respondentsCsv} from "../../data-loaders/downloads/respondentsCsv.js";
import {tableColumns} from "../../data-loaders/downloads/tableColumns.js";
import {metrics} from "../../src/lib/table/export/metrics.js";
import {rowsOf} from "../support/rowsOf.js";
import {byRFile, configurations, csvOf, digestOf, pairColumns, scriptFor, surveyOf} from "./byR.js";
import {runR} from "./runR.js";
import {respondentsFile, scriptOf, viewQueries, viewsFile} from "./viewsByR.js";

/*
 * `node site/run.mjs test/reference/writeByR.ts` lets R run the scripts that come with tables, and keeps what it computed:
 * of made-up files (`byR.json`), which `byR.test.ts` compares with the explorer, of the stand-in respondents on the page
 * (`test/explorerByR.json`), and of views of several kinds (`viewsByR.json`). Needs `Rscript` with survey and jsonlite. Run
 * it when a script or the stand-in changes.
 */

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
const made = runR(folder);
keepOwn();
keepPages();
await keepViews();
rmSync(folder, {recursive: true});

async function writePageScripts(): Promise<void> {
  const {survey} = rowsOf(await buildReport());
  const csv = [...respondentsCsv(tableColumns(survey), survey.respondents.count)].join("");
  writeFileSync(join(folder, respondentsFile), csv);
  const queries = {page: pages.tables.map(({query}) => query), view: viewQueries};
  for (const [kind, each] of Object.entries(queries))
    for (const [at, query] of each.entries())
      writeFileSync(join(scripts, `${kind}${String(at).padStart(2, "0")}.R`), await scriptOf(query));
}

function keepOwn(): void {
  const kept = configurations.map((configuration, at) => {
    const [{cells, association, pairs, trends}] = made[`own${String(at).padStart(2, "0")}`];
    return {
      ...configuration,
      script: digestOf(scriptFor(configuration)),
      cells: cells.map((cell) => ["row", "column", ...metrics].map((column) => cell[column] ?? null)),
      association,
      pairs: pairs?.map((pair) => pairColumns.map((column) => pair[column])),
      trends,
    };
  });
  writeFileSync(byRFile, `[\n${kept.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`);
}

function keepPages(): void {
  const round = (value: string | number | null) => (typeof value === "number" ? Number(value.toPrecision(8)) : value);
  const tables = pages.tables.map(({name, query}, at) => {
    const [{cells}] = made[`page${String(at).padStart(2, "0")}`];
    return {name, query, cells: cells.map((cell) => pages.columns.map((column) => round(cell[column] ?? null)))};
  });
  const lines = tables.map(({cells, ...table}) => {
    const rows = cells.map((cell) => `    ${JSON.stringify(cell)}`).join(",\n");
    return `  ${JSON.stringify(table).slice(0, -1)}, "cells": [\n${rows}\n  ]}`;
  });
  writeFileSync(pageFile, `{"columns": ${JSON.stringify(pages.columns)}, "tables": [\n${lines.join(",\n")}\n]}\n`);
}

async function keepViews(): Promise<void> {
  const kept = viewQueries.map(async (query, at) => {
    const tables = made[`view${String(at).padStart(2, "0")}`].map(({cells, pairs, ...table}) => ({
      cells: cells.map((cell) => ["row", "column", ...metrics].map((column) => cell[column] ?? null)),
      pairs: pairs?.map((pair) => pairColumns.map((column) => pair[column])),
      ...table,
    }));
    return JSON.stringify({query, script: digestOf(await scriptOf(query)), tables});
  });
  writeFileSync(viewsFile, `[\n${(await Promise.all(kept)).join(",\n")}\n]\n`);
}
