import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {respondentsCsv} from "../../../data-loaders/downloads/respondentsCsv.js";
import {tableColumns} from "../../../data-loaders/downloads/tableColumns.js";
import {metrics} from "../../../src/lib/table/export/metrics.js";
import {digestOf, pairColumns} from "../byR.js";
import {runR} from "../runR.js";
import {panelBy, panelDesignNames, panelScript, panelsByR, panelTables} from "./panels.js";

/*
 * `node site/run.mjs test/reference/panel/writePanelsByR.ts` lets R compute the made-up panel by each design, with the R of
 * `panels.R` and with the scripts that come with tables, and keeps what it found. Needs `Rscript` with survey and jsonlite.
 * Run it when the panel, a design or a script changes.
 */

const folder = mkdtempSync(join(tmpdir(), "panels-by-r-"));
mkdirSync(join(folder, "scripts"));
const panels = new Map(await Promise.all(panelDesignNames.map(async (name) => [name, await panelBy(name)] as const)));
for (const [name, {survey}] of panels)
  writeFileSync(
    join(folder, `${name}.csv`),
    [...respondentsCsv(tableColumns(survey), survey.respondents.count)].join(""),
  );
const nameOf = (at: number) => `table${String(at).padStart(2, "0")}`;
const scripts = await Promise.all(panelTables.map(async (table) => panelScript(await panelBy(table.design), table)));
for (const [at, script] of scripts.entries()) writeFileSync(join(folder, "scripts", `${nameOf(at)}.R`), script);
const made = runR(folder);
const [{folder: files}] = panels.values();
const computed = execFileSync("Rscript", [resolve("test/reference/panel/panels.R"), files], {encoding: "utf8"});
const tables = panelTables.map((table, at) => {
  const [{cells, association, pairs}] = made[nameOf(at)];
  return {
    ...table,
    script: digestOf(scripts[at]),
    cells: cells.map((cell) => ["row", "column", ...metrics].map((column) => cell[column] ?? null)),
    association,
    pairs: pairs?.map((pair) => pairColumns.map((column) => pair[column])),
  };
});
const list = (values: readonly unknown[]) => values.map((each) => JSON.stringify(each)).join(",\n");
writeFileSync(panelsByR, `{"designs": [\n${list(JSON.parse(computed))}\n], "tables": [\n${list(tables)}\n]}\n`);
for (const {folder: laid} of panels.values()) rmSync(laid, {recursive: true});
rmSync(folder, {recursive: true});
