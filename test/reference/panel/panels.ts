import {respondentsArrow} from "../../../data-loaders/downloads/respondentsArrow.js";
import {explorerInput} from "../../../data-loaders/survey/explorer/explorerInput.js";
import {tallyFromArrow} from "../../../src/lib/table/counts/tallyFromArrow.js";
import {tableRScript} from "../../../src/lib/table/export/tableRScript.js";
import type {Measure} from "../../../src/lib/table/table.js";
import {type Tabulated, tabulate} from "../../../src/lib/table/tabulate.js";
import {classColumn} from "../../../src/lib/table/variable.js";
import {type PanelDesignName, panelDesigns, readPanel} from "../../support/panelSurvey.js";
import {requestOf} from "../design/designs.js";

/*
 * The made-up panel of `test/support/panelSurvey.ts`, drawn and weighted in several ways, from its files to the table that a
 * browser makes.
 */

/** What R computed. */
export const panelsByR = "test/reference/panel/panelsByR.json";

const made = new Map<PanelDesignName, ReturnType<typeof drawn>>();

/** The panel by a design, read once. */
export function panelBy(name: PanelDesignName): ReturnType<typeof drawn> {
  const known = made.get(name) ?? drawn(name);
  made.set(name, known);
  return known;
}

async function drawn(name: PanelDesignName) {
  const {survey, folder} = await readPanel(panelDesigns[name]);
  const {explorer, rows} = explorerInput(survey);
  const tally = tallyFromArrow(respondentsArrow(survey, rows), [{name: classColumn, categories: ["all"]}]);
  return {survey, folder, explorer, tally};
}

/** A table of one design. */
export interface PanelTable {
  design: PanelDesignName;
  rows: string;
  columns: string | null;
  filters?: Readonly<Record<string, readonly string[]>>;
  measure?: Measure;
  isWeighted?: boolean;
  level?: number;
}

export const panelDesignNames = Object.keys(panelDesigns) as PanelDesignName[];

/** Tables that R makes too, with the script that a reader downloads. */
export const panelTables: readonly PanelTable[] = [
  ...panelDesignNames.flatMap((design): PanelTable[] => [
    {design, rows: "drives", columns: "wave"},
    {design, rows: "heats", columns: "wave", filters: {home: ["house"]}, level: 0.9},
    {design, rows: "saves", columns: "wave"},
    {design, rows: "rooms", columns: "wave", measure: "mean"},
    {design, rows: "heats", columns: "home"},
    {design, rows: "drives", columns: "home", filters: {wave: ["2021"]}},
  ]),
  {design: "strata", rows: "drives", columns: "wave", measure: "count"},
  {design: "calibrated", rows: "heats", columns: "wave", measure: "totalPercent"},
  {design: "calibrated", rows: "drives", columns: "wave", isWeighted: false},
  {design: "none", rows: "heats", columns: "wave", measure: "rowPercent"},
];

type PanelBy = Awaited<ReturnType<typeof drawn>>;

export const tabulatedBy = (panel: PanelBy, table: PanelTable): Tabulated =>
  tabulate(panel.explorer, [panel.tally], requestOf(panel, {...table, design: "strata"}));

/** The script that a reader would download with the table. */
export function panelScript(panel: PanelBy, {design, ...table}: PanelTable): string {
  const {table: made, request} = tabulatedBy(panel, {design, ...table});
  return tableRScript(made, table.measure === "rowPercent" ? {...request, ...turnedBack(request)} : request, {
    lang: "en",
    units: panel.explorer.units,
    csv: `${design}.csv`,
    title: {nb: "Prøve", en: "Trial"},
  });
}

const turnedBack = ({rows, columns}: Tabulated["request"]) => ({
  ...{rows: columns ?? rows, columns: columns && rows},
  measure: "rowPercent" as const,
});
