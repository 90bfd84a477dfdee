import {readFileSync} from "node:fs";
import {respondentsArrow} from "../../../data-loaders/downloads/respondentsArrow.js";
import {parseCodebook} from "../../../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../../data-loaders/inputs/register/readRegister.js";
import {buildSurvey, type Survey} from "../../../data-loaders/survey/buildSurvey.js";
import {explorerInput} from "../../../data-loaders/survey/explorer/explorerInput.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import type {DesignSettings} from "../../../src/lib/settings.js";
import type {ExplorerTally} from "../../../src/lib/table/counts/tally.js";
import {tallyFromArrow} from "../../../src/lib/table/counts/tallyFromArrow.js";
import type {Explorer} from "../../../src/lib/table/explorer.js";
import {tableRScript} from "../../../src/lib/table/export/tableRScript.js";
import type {Measure} from "../../../src/lib/table/table.js";
import {type TableRequest, type Tabulated, tabulate} from "../../../src/lib/table/tabulate.js";
import {classColumn, type ExploredVariable, variableByName} from "../../../src/lib/table/variable.js";

/*
 * The made-up sample of `examples`, drawn and weighted in several ways, from its file to the table that a browser makes.
 */

export const sampleFolder = "examples/made-up-sample/";

/** What R computed. */
export const designsByR = "test/reference/design/designsByR.json";

const nothing: DesignSettings = {weight: null, strata: null, clusters: null, populations: null, calibrate: null};
const clustered = {weight: "wt", strata: "region", clusters: "district"};
const residents = {north: 4100, south: 9800, coast: 15400, city: 30200, island: 600, castle: 28};

/** Designs by name; the island has one district alone, and of the castle all are drawn. */
export const designs = {
  "weights only": {...nothing, weight: "wt"},
  strata: {...nothing, weight: "wt", strata: "region"},
  "strata and clusters": {...nothing, ...clustered},
  "finite populations": {...nothing, strata: "region", populations: residents},
  "clusters of a finite population": {...nothing, ...clustered, populations: "districts"},
  "clusters alone": {...nothing, clusters: "id", populations: 60128},
  "post-stratified": {...nothing, weight: "wt", calibrate: "gender.csv"},
  raked: {...nothing, ...clustered, populations: "districts", calibrate: "margins.csv"},
} satisfies Record<string, DesignSettings>;
export type DesignName = keyof typeof designs;

/** The first margin alone. */
const genderAlone = (text: string) =>
  text
    .split("\n")
    .filter((line) => /^(question|gender)/.test(line))
    .join("\n");

const reader = sourceReader(sampleFolder);
export const readSample = (file: string) => (file === "gender.csv" ? genderAlone(reader("margins.csv")) : reader(file));

/** The example's codebook, whose texts are in English alone, as a survey in two languages has it. */
export function sampleCodebook(): Codebook {
  const inBoth = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inBoth);
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, each]) => [key, inBoth(each)]);
    return Object.keys(value).join() === "en"
      ? Object.fromEntries([["nb", entries[0][1]], ...entries])
      : Object.fromEntries(entries);
  };
  const {$schema: _, explored: __, ...codebook} = JSON.parse(readFileSync(`${sampleFolder}codebook.json`, "utf8"));
  const fieldwork = {from: "2026-01-05", to: "2026-01-30"};
  return parseCodebook(JSON.stringify({...(inBoth(codebook) as object), fieldwork}), "codebook.json");
}

const [codebook, units] = [sampleCodebook(), readRegister(sourceReader())];

export interface Drawn {
  survey: Survey;
  explorer: Explorer;
  /** As a browser has it of the file that is published. */
  tally: ExplorerTally;
}

const made = new Map<string, Promise<Drawn>>();

/** The sample by a design, made once. */
export function drawnBy(name: DesignName): Promise<Drawn> {
  const known = made.get(name) ?? drawn(designs[name]);
  made.set(name, known);
  return known;
}

export async function drawn(design: DesignSettings, file = `${sampleFolder}answers.csv`): Promise<Drawn> {
  const survey = await buildSurvey(file, {
    read: readSample,
    codebook,
    units,
    settings: {rank: "estimated", access: "open", received: null, note: null},
    design,
  });
  const {explorer, rows} = explorerInput(survey);
  const tally = tallyFromArrow(respondentsArrow(survey, rows), [{name: classColumn, categories: ["all"]}]);
  return {survey, explorer, tally};
}

/** A table of one design. */
export interface Configuration {
  design: DesignName;
  rows: string;
  columns: string | null;
  filters?: Readonly<Record<string, readonly string[]>>;
  measure?: Measure;
  isWeighted?: boolean;
  compare?: string;
  /** Confidence level of the intervals. */
  level?: number;
}

const everyDesign = Object.keys(designs) as DesignName[];

/** Tables that R makes too, with the script that a reader downloads. */
export const configurations: readonly Configuration[] = [
  ...everyDesign.flatMap((design): Configuration[] => [
    {design, rows: "member", columns: "gender"},
    {design, rows: "reads", columns: "region"},
    {design, rows: "services", columns: "age"},
    {design, rows: "visits", columns: "member", measure: "mean"},
    {design, rows: "member", columns: "region", level: 0.9},
  ]),
  {design: "strata and clusters", rows: "satisfied", columns: "region"},
  {design: "strata and clusters", rows: "member", columns: "age", measure: "count"},
  {design: "raked", rows: "member", columns: "age", measure: "count"},
  {design: "raked", rows: "gender", columns: "member", measure: "rowPercent"},
  {design: "raked", rows: "services", columns: "gender", filters: {age: ["from_40", "from_60"]}},
  {design: "raked", rows: "member", columns: "region", isWeighted: false},
  {design: "raked", rows: "visits", columns: "region", measure: "count", isWeighted: false},
  {design: "clusters of a finite population", rows: "reads", columns: "age", measure: "totalPercent"},
  {design: "clusters of a finite population", rows: "member", columns: "region", compare: "rest"},
  {design: "finite populations", rows: "satisfied", columns: "gender", filters: {region: ["castle"]}},
  {design: "finite populations", rows: "reads", columns: "gender", filters: {region: ["north", "island"]}},
  {design: "strata", rows: "satisfied", columns: "reads"},
  {design: "post-stratified", rows: "satisfied", columns: "services"},
];

export function requestOf(
  {explorer}: Drawn,
  {rows, columns, filters = {}, measure, isWeighted, level}: Configuration,
): TableRequest {
  const named = (name: string): ExploredVariable => variableByName(explorer.variables, name);
  return {
    rows: named(rows),
    columns: columns === null ? null : named(columns),
    filters: Object.entries(filters).map(([variable, codes]) => ({
      variable,
      of: named(variable),
      categories: named(variable).categories.filter(({code}) => codes.includes(code)),
    })),
    measure: measure ?? "columnPercent",
    isWeighted: isWeighted ?? true,
    ...(level && {level}),
  };
}

export const tabulated = (sample: Drawn, configuration: Configuration): Tabulated =>
  tabulate(sample.explorer, [sample.tally], requestOf(sample, configuration));

/** The script that a reader would download with the table. */
export function scriptFor(sample: Drawn, configuration: Configuration): string {
  const {table} = tabulated(sample, configuration);
  return tableRScript(table, requestOf(sample, configuration), {
    lang: "en",
    units: sample.explorer.units,
    csv: `${configuration.design}.csv`,
    ...(configuration.compare && {compare: configuration.compare}),
    title: {nb: "Prøve", en: "Trial"},
  });
}
