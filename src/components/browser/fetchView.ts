import type {FigureFacts} from "../../lib/facts.js";
import type {Lang} from "../../lib/language/text.js";
import type {PageId} from "../../lib/pages.js";
import type {Selection} from "../../lib/selection.js";
import {constantColumns, talliesOfColumns} from "../../lib/table/counts/columnFiles.js";
import {type ExplorerTally, type PackedTally, unpackTally} from "../../lib/table/counts/tally.js";
import {listsOf, respondentsSet} from "../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import type {Figure, FigureView, ReportPart} from "../figure.js";
import {figureById} from "../figures.js";

/** What to draw: which figure, and for what choice. */
export interface Drawing {
  id: string;
  selection: Selection;
  lang: Lang;
}

/** A figure as chosen, from the parts of the report that it needs. */
export async function fetchView({id, selection}: Drawing): Promise<{figure: Figure; view: FigureView}> {
  const figure = figureById(id);
  const report = await fetchReport(figure);
  const needed = figure.needsTallies?.(report, selection) ?? null;
  const tallies = needed === null ? [] : await fetchTallies(needed, report.explorer?.[figure.page] as PageExplorer);
  return {figure, view: figure.view({...report, tallySet: () => tallies}, selection)};
}

type LoadedReport = Omit<FigureFacts, "tallySet">;

/** The parts that a figure needs. It reads no others, and its type says so. */
async function fetchReport({needs, page}: Figure): Promise<LoadedReport> {
  const parts = needs.map(async (part) => [part, await fetchPart(part, page)] as const);
  return Object.fromEntries(await Promise.all(parts)) as unknown as LoadedReport;
}

async function fetchPart(part: ReportPart, page: PageId): Promise<unknown> {
  if (part === "solve") return (await import("yalps")).solve;
  const name = part === "explorer" ? `explore/${page}` : part;
  return fetchOnce(name, async () => (await fetchData(`${name}.json`)).json());
}

/** What is counted in for a set of variables. */
function fetchTallies(name: string, explorer: PageExplorer): Promise<readonly ExplorerTally[]> {
  return fetchOnce(name, async () => {
    if (name === respondentsSet) return fetchRespondents(explorer);
    const lists = listsOf(name);
    return lists ? countInColumns(lists, explorer) : fetchCombinations(name);
  });
}

async function fetchRespondents(explorer: PageExplorer): Promise<readonly ExplorerTally[]> {
  const [{tallyFromArrow}, response] = await Promise.all([
    import("../../lib/table/counts/tallyFromArrow.js"),
    fetchData("respondents.arrow"),
  ]);
  return [tallyFromArrow(await response.arrayBuffer(), constantColumns(explorer))];
}

async function fetchCombinations(name: string): Promise<readonly ExplorerTally[]> {
  const tallies: readonly PackedTally[] = await (await fetchData(`${name}.json`)).json();
  return tallies.map(unpackTally);
}

async function countInColumns(lists: string[][], explorer: PageExplorer): Promise<readonly ExplorerTally[]> {
  const count = await fetchOnce("columnCounter", async () =>
    (await import("../../lib/table/counts/columnCounter.js")).startCounter(),
  );
  return talliesOfColumns(explorer, lists, {folder: new URL("../data/columns", import.meta.url).href, count});
}

const fetched = new Map<string, Promise<unknown>>();

/** Fetches something once. What failed is fetched again when it is next asked for. */
function fetchOnce<T>(name: string, fetchIt: () => Promise<T>): Promise<T> {
  const known = fetched.get(name) as Promise<T> | undefined;
  if (known) return known;
  const found = fetchIt();
  found.catch(() => fetched.delete(name));
  fetched.set(name, found);
  return found;
}

/**
 * Fetches a file of the report's data.
 *
 * @param name below `data`, such as `summary.json`
 * @throws Error when there is no such file
 */
async function fetchData(name: string): Promise<Response> {
  const response = await fetch(new URL(`../data/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`no such data: ${name}`);
  return response;
}
