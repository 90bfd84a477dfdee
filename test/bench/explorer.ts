import {buildReport} from "../../data-loaders/buildReport.js";
import {askingOf, pageExplorers} from "../../data-loaders/survey/explorer/buildExplorer.js";
import type {PageId} from "../../src/lib/pages.js";
import type {PageExplorer} from "../../src/lib/table/explorer.js";
import {largeTalliesOf} from "./explorer/largeTallies.js";
import {madeUpExploring} from "./explorer/madeUpExplored.js";
import {pageBytesOf} from "./explorer/pageBytes.js";
import {tableTimesOf} from "./explorer/tableTimes.js";
import {type Line, measures} from "./line.js";

export interface ExplorerRuns {
  /** Made-up files of the report's codebook, each ten times the last or more, and how often tables are made of them. */
  files: readonly {respondents: number; turns: number}[];
  /** A file that is counted by a database. */
  large: {rows: number; runs: number};
}

/** By page what it would be sent of a made-up file, as JSON. */
export async function largePages(respondents: number): Promise<Partial<Record<PageId, string>>> {
  const pages = await pagesOf(respondents);
  return Object.fromEntries(
    Object.entries(pages).map(([page, explorer]) => [page, JSON.stringify({[page]: explorer})]),
  );
}

async function pagesOf(respondents: number): Promise<Partial<Record<PageId, PageExplorer>>> {
  const {facts, survey, exploring} = await buildReport();
  const {tiles = []} = facts.explorer.adoption ?? {};
  return pageExplorers(madeUpExploring(exploring, respondents), {...askingOf(facts, survey), tiles});
}

/** How fast the explorer counts, and how much its pages fetch, from the stand-in to files too large to hold. */
export async function explorerOf({files, large}: ExplorerRuns): Promise<Line[]> {
  const {facts, exploring} = await buildReport();
  const {crosstab: _, ...pages} = facts.explorer;
  const lines = pageBytesOf(pages, {respondents: exploring.explored.count, gzip: measures.pageBytes});
  for (const {respondents, turns} of files)
    lines.push(...tableTimesOf(madeUpExploring(exploring, respondents), {turns}));
  const most = Math.max(...files.map(({respondents}) => respondents));
  lines.push(...pageBytesOf(await pagesOf(most), {respondents: most, gzip: measures.largePageBytes}));
  return [...lines, ...largeTalliesOf(exploring.explored, large)];
}
