import {buildReport} from "../../data-loaders/buildReport.js";
import {askingOf, pageExplorers} from "../../data-loaders/survey/explorer/explorerInput.js";
import {rowsOf} from "../support/rowsOf.js";
import {madeUpExploring} from "./explorer/madeUpExplored.js";
import {pageBytesOf} from "./explorer/pageBytes.js";
import {type PageFiles, pageFilesOf} from "./explorer/pageFiles.js";
import {tableTimesOf} from "./explorer/tableTimes.js";
import {type Line, measures} from "./line.js";

export interface ExplorerRuns {
  /** Made-up files of the report's codebook, each ten times the last or more, and how often tables are made of them. */
  files: readonly {respondents: number; turns: number}[];
}

/** By page the files that it would fetch of a made-up survey of so many respondents. */
export async function largePages(respondents: number): Promise<Map<string, PageFiles>> {
  const report = await buildReport();
  const {facts} = report;
  const {survey, explorerInput} = rowsOf(report);
  const {tiles = []} = facts.explorer.adoption ?? {};
  const large = madeUpExploring(explorerInput, respondents);
  return pageFilesOf(pageExplorers(large, {...askingOf(facts, survey), tiles}), large, survey);
}

/** How fast the explorer counts, and how much its pages fetch, from the stand-in to files too large to hold. */
export async function explorerOf({files}: ExplorerRuns): Promise<Line[]> {
  const report = await buildReport();
  const {facts} = report;
  const {survey, explorerInput} = rowsOf(report);
  const {explore: _, ...pages} = facts.explorer;
  const lines = pageBytesOf(pageFilesOf(pages, explorerInput, survey), {
    respondents: explorerInput.countable.count,
    gzip: measures.pageBytes,
  });
  for (const {respondents, turns} of files)
    lines.push(...tableTimesOf(madeUpExploring(explorerInput, respondents), {turns}));
  const most = Math.max(...files.map(({respondents}) => respondents));
  lines.push(...pageBytesOf(await largePages(most), {respondents: most, gzip: measures.largePageBytes}));
  return lines;
}
