import type {FigureFacts} from "../../lib/facts.js";
import {inBoth, type Text} from "../../lib/language/text.js";
import {memoize} from "../../lib/memoize.js";
import {oneOfEach} from "../../lib/oneOfEach.js";
import {waveVariable} from "../../lib/respondents/waves.js";
import {type Selection, splitCodes} from "../../lib/selection.js";
import {bytesWanted, mostBytes, tallySetFor, type Wanted} from "../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {withMerges} from "../../lib/table/merges.js";
import {isInFamily} from "../../lib/table/protected/noisyTable.js";
import {publishedTable} from "../../lib/table/protected/publishedTable.js";
import {type Shown, shownLines, sortAndHide} from "../../lib/table/shown/sortAndHide.js";
import type {ExploredTable} from "../../lib/table/table.js";
import {
  associationOf,
  type Differences,
  differencesOf,
  type TableTest,
  type Trend,
  trendsOf,
} from "../../lib/table/tableTests.js";
import {type TableRequest, type Tabulated, tabulate} from "../../lib/table/tabulate.js";
import {type ExploredCategory, type ExploredVariable, regionColumn, variableByName} from "../../lib/table/variable.js";
import type {FigureView} from "../figure.js";
import {compactKeys, none} from "./choiceKeys.js";
import {hasIntervals, numbersAsked} from "./numbersAsked.js";
import {byWave, filterOf, isTrend, layerOf, sidesOf, standsFor} from "./sides.js";

/** One table of the workbench: of everybody chosen or, with layers, of those in one category of each layer. */
export interface Section {
  /** Names of the layers’ categories; null without layers. */
  title: Text | null;
  /** How many of the last filters of the request are layers. */
  layers: number;
  request: TableRequest;
  /** What was counted, with all lines in the order of the codebook; null of a protected file. */
  tabulated: Tabulated | null;
  /** The lines of `table`, as indices into those of `tabulated`. */
  shown: Shown;
  /** As shown: sorted, and without what is hidden. */
  table: ExploredTable;
  /** Whether rows and columns are associated; null of a protected file. Computed once asked: a permutation test takes longer than the rest. */
  association(): TableTest | null;
  /** Pairs of columns, and their letters, in the order of the codebook; null where columns cannot be compared. */
  differences(): Differences | null;
  /** Of columns in order, how each row rises over them; none elsewhere. */
  trends(): readonly Trend[];
}

/** Filters to remove, the choices that remove them as a query, and how many answers there are then. */
export interface Drop {
  filters: TableRequest["filters"];
  choose: string;
  n: number;
}

/** All that the views of the workbench are made of, for one selection. */
export interface Made {
  /** Of the figure. */
  id: string;
  explorer: PageExplorer;
  selection: Selection;
  /** False for a survey whose respondents are no units of a register. */
  hasUnits: boolean;
  rows: ExploredVariable;
  columns: ExploredVariable | null;
  /** Code of the category of `rows` that sentence, map and “what if” are about. */
  answer: string;
  /** The rows by region, whatever the columns and the filter on regions; null where that cannot be counted. */
  byRegion(): {table: ExploredTable; request: TableRequest} | null;
  /** The fewest filters whose removal brings respondents back; null where none does. */
  dropped(): Drop | null;
  /** At least one; of several layers one for each combination of their categories. */
  sections: readonly Section[];
}

/** What a view adds to the sentence over it. */
export type ViewParts = Omit<FigureView, "title" | "subtitle"> & Partial<Pick<FigureView, "title" | "subtitle">>;

/** What a selection asks for, before anything is counted. */
export interface Asked {
  request: TableRequest;
  /** Categories of the layers that have one table each. */
  layers: readonly {of: ExploredVariable; categories: readonly ExploredCategory[]}[];
  answer: string;
}

/** What a selection asks for. On a topic page `show` and `by` stand for question, answer and columns. */
export function askedOf(explorer: PageExplorer, chosen: Selection): Asked {
  const selection = fullSelection(chosen);
  const {rows: name, level, answer} = selection;
  const {columns, layers: layerCodes} = isTrend(explorer, selection) ? byWave(selection) : sidesOf(selection);
  const merged = (variable: string) => withMerges(variableByName(explorer.variables, variable), selection.merge);
  const rows = merged(name);
  const layers = layerCodes.flatMap((code) => layerOf(merged, code));
  const named = answer.startsWith(`${name}.`) ? answer.slice(name.length + 1) : "";
  return {
    request: {
      rows,
      columns:
        columns === none
          ? null
          : columns === waveVariable
            ? variableByName(explorer.variables, columns)
            : merged(columns),
      filters: [
        ...filtersOf(explorer, selection),
        ...layers.filter(({isSingle}) => isSingle).map(({of, categories}) => filterOf(of, categories)),
      ],
      ...numbersAsked(explorer, selection),
      ...(level && hasIntervals(explorer) && {level: Number(level) / 100}),
    },
    layers: layers.filter(({isSingle}) => !isSingle),
    answer: (rows.categories.find(standsFor(named)) ?? rows.categories[0]).code,
  };
}

/** A topic page’s selection as one of the workbench. */
export function fullSelection(selection: Selection): Selection {
  const {[compactKeys.show]: show, [compactKeys.by]: by, ...rest} = selection;
  if (show === undefined) return selection;
  const [rows] = show.split(".");
  const fixed = {view: "chart", measure: "columnPercent", weight: "on", chart: "dots", axis: "full", order: "codebook"};
  return {...fixed, empty: "show", letters: "on", layer: none, layer2: none, rows, answer: show, columns: by, ...rest};
}

/** The query of the workbench that shows the same as a topic page does; undefined of the workbench itself. */
export function workbenchSearchOf({filters}: PageExplorer, selection: Selection): string | undefined {
  const {[compactKeys.show]: show, [compactKeys.by]: by} = selection;
  if (show === undefined) return undefined;
  const chosen = filters.filter((name) => (selection[name] ?? "all") !== "all").map((name) => [name, selection[name]]);
  return `?${new URLSearchParams([["rows", show.split(".")[0]], ["answer", show], ["columns", by], ...chosen])}`;
}

/** The filters that a selection puts on. */
export function filtersOf({variables, filters}: PageExplorer, selection: Selection): TableRequest["filters"] {
  return filters.flatMap((name) => {
    const chosen = splitCodes(selection[name] ?? "all");
    if (chosen.length === 0) return [];
    const of = variableByName(variables, name);
    return [
      filterOf(
        of,
        of.categories.filter(({code}) => chosen.includes(code)),
      ),
    ];
  });
}

/** Why a table cannot be made as asked; null if it can. */
export type Refusal = "tooMany" | "noNumber" | "sameTwice" | "notInFamily";

export function refusalOf(explorer: PageExplorer, {request, layers}: Asked): Refusal | null {
  const {rows, columns, measure} = request;
  if (explorer.isProtected) {
    const isMade = !explorer.protectedTables?.noise || isInFamily(explorer, rows.name, columns?.name ?? null);
    return isMade ? null : "notInFamily";
  }
  const named = [rows.name, ...(columns ? [columns.name] : []), ...layers.map(({of}) => of.name)];
  if (new Set(named).size < named.length) return "sameTwice";
  if (measure === "mean" && rows.type !== "count") return "noNumber";
  return bytesWanted(explorer, wantedOf({request, layers})) <= mostBytes ? null : "tooMany";
}

/** The name of the set of tallies that a request is counted in; null if there is none. */
export function talliesFor(explorer: PageExplorer, asked: Asked): string | null {
  return refusalOf(explorer, asked) ? null : tallySetFor(explorer, wantedOf(asked));
}

export function wantedOf({request, layers = []}: Pick<Asked, "request"> & Partial<Asked>): Wanted {
  const {rows, columns, filters, measure} = request;
  const variables = [rows, ...(columns ? [columns] : []), ...layers.map(({of}) => of)];
  return {variables, filters, byNumber: measure === "mean"};
}

/** Counts what a selection asks for; says why it cannot be counted, if it cannot. */
export function makeTables(
  id: string,
  explorer: PageExplorer,
  {selection: chosen, tallySet}: {selection: Selection} & Pick<FigureFacts, "tallySet">,
): Made | Refusal {
  const asked = askedOf(explorer, chosen);
  const refusal = refusalOf(explorer, asked);
  if (refusal) return refusal;
  const selection = fullSelection(chosen);
  const {request, layers, answer} = asked;
  const sectionOf = (title: Text | null, filters: TableRequest["filters"]): Section => ({
    ...(explorer.isProtected
      ? protectedSection(explorer, request, selection)
      : countedSection(
          explorer,
          {...request, filters: [...request.filters, ...filters]},
          {title, selection, tallySet},
        )),
    layers: filters.length,
  });
  return {
    id,
    explorer,
    selection,
    hasUnits: explorer.units.populations !== null,
    rows: request.rows,
    columns: request.columns,
    answer,
    byRegion: () => regionTable(explorer, asked, tallySet),
    dropped: () => droppedFrom(explorer, asked, {selection, tallySet}),
    sections: combinationsOf(layers).map((chosenOf) =>
      sectionOf(
        chosenOf.length === 0
          ? null
          : inBoth((lang) => chosenOf.map(({of, category}) => `${of.label[lang]}: ${category.label[lang]}`).join(", ")),
        chosenOf.map(({of, category}) => filterOf(of, [category])),
      ),
    ),
  };
}

function droppedFrom(
  explorer: PageExplorer,
  asked: Asked,
  {selection, tallySet}: {selection: Selection} & Pick<FigureFacts, "tallySet">,
): Drop | null {
  const {request} = asked;
  const tallies = tallySet(talliesFor(explorer, asked) ?? "");
  const sets = Array.from({length: 2 ** request.filters.length}, (_, set) =>
    request.filters.filter((_, at) => (set >> at) & 1),
  ).sort((a, b) => a.length - b.length);
  const counted = sets.map((filters): Drop => {
    const names = filters.map(({variable}) => variable);
    const left = request.filters.filter(({variable}) => !names.includes(variable));
    const n = tabulate(explorer, tallies, {...request, columns: null, filters: left}).table.unweightedBase ?? 0;
    const layers = ["layer", "layer2"].filter((key) => names.includes(selection[key]?.split("-")[0]));
    const put = names.filter((name) => (selection[name] ?? "all") !== "all");
    return {filters, n, choose: [...put.map((name) => `${name}=all`), ...layers.map((key) => `${key}=none`)].join("&")};
  });
  const enough = counted.filter(({n}) => n > 0);
  const fewest = enough.filter(({filters}) => filters.length === enough[0].filters.length);
  return fewest.length > 0 && fewest[0].filters.length > 0
    ? fewest.reduce((most, each) => (each.n > most.n ? each : most))
    : null;
}

function regionTable(explorer: PageExplorer, {request}: Asked, tallySet: FigureFacts["tallySet"]) {
  const region = explorer.variables.find(({name}) => name === regionColumn);
  if (!region || request.rows.name === regionColumn || request.measure !== "columnPercent") return null;
  const filters = request.filters.filter(({variable}) => variable !== regionColumn);
  const byRegion = {...request, columns: region, filters};
  if (explorer.isProtected) return {table: publishedTable(explorer, byRegion), request: byRegion};
  const tallies = tallySet(tallySetFor(explorer, wantedOf({request: byRegion})));
  return {table: tabulate(explorer, tallies, byRegion).table, request: byRegion};
}

/** Each combination of the categories of layers; a single empty one without layers. */
const combinationsOf = (layers: Asked["layers"]) =>
  oneOfEach(layers.map(({of, categories}) => categories.map((category) => ({of, category}))));

function countedSection(
  explorer: PageExplorer,
  request: TableRequest,
  {title, selection, tallySet}: {title: Text | null; selection: Selection} & Pick<FigureFacts, "tallySet">,
): Omit<Section, "layers"> {
  const tabulated = tabulate(explorer, tallySet(tallySetFor(explorer, wantedOf({request}))), request);
  const shown = linesShown(tabulated.table, selection);
  const [association, differences, trends] = [memoize(associationOf), memoize(differencesOf), memoize(trendsOf)];
  return {
    title,
    request,
    tabulated,
    shown,
    table: sortAndHide(tabulated.table, shown),
    association: () => association(tabulated),
    differences: () => differences(tabulated),
    trends: () => trends(tabulated),
  };
}

function protectedSection(
  explorer: PageExplorer,
  request: TableRequest,
  selection: Selection,
): Omit<Section, "layers"> {
  const whole = publishedTable(explorer, request);
  const shown = linesShown(whole, {...selection, empty: "show"});
  return {
    title: null,
    request,
    tabulated: null,
    shown,
    table: sortAndHide(whole, shown),
    association: () => null,
    differences: () => null,
    trends: () => [],
  };
}

function linesShown(table: ExploredTable, {order, empty, sort = "all"}: Selection): Shown {
  const [variable, by] = sort.split(".");
  const isColumn = variable === table.columnVariable?.name;
  return shownLines(table, {order: order as "codebook", hidesEmpty: empty === "hide", ...(isColumn && {by})});
}
