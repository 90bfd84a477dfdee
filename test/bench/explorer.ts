import {buildReport} from "../../data-loaders/buildReport.js";
import {askingOf, pageExplorers} from "../../data-loaders/survey/explorer/explorerInput.js";
import {largeTalliesOf} from "./explorer/largeTallies.js";
import {madeUpExploring} from "./explorer/madeUpExplored.js";
import {pageBytesOf} from "./explorer/pageBytes.js";
import {type PageFiles, pageFilesOf} from "./explorer/pageFiles.js";
import {tableTimesOf} from "./explorer/tableTimes.js";
import {type Line, measures} from "./line.js";

export interface ExplorerRuns {
  /** Made-up files of the report's codebook, each ten times the last or more, and how often tables are made of them. */
  files: readonly {respondents: number; turns: number}[];
  /** A file that is counted by a database. */
  large: {rows: number; runs: number};
}

/** By page the files that it would fetch of a made-up survey of so many respondents. */
export async function largePages(respondents: number): Promise<Map<string, PageFiles>> {
  const {facts, survey, explorerInput} = await buildReport();
  const {tiles = []} = facts.explorer.adoption ?? {};
  const large = madeUpExploring(explorerInput, respondents);
  return pageFilesOf(pageExplorers(large, {...askingOf(facts, survey), tiles}), large, survey);
}

/** How fast the explorer counts, and how much its pages fetch, from the stand-in to files too large to hold. */
export async function explorerOf({files, large}: ExplorerRuns): Promise<Line[]> {
  const {facts, explorerInput, survey} = await buildReport();
  const {explore: _, ...pages} = facts.explorer;
  const lines = pageBytesOf(pageFilesOf(pages, explorerInput, survey), {
    respondents: explorerInput.countable.count,
    gzip: measures.pageBytes,
  });
  for (const {respondents, turns} of files)
    lines.push(...tableTimesOf(madeUpExploring(explorerInput, respondents), {turns}));
  const most = Math.max(...files.map(({respondents}) => respondents));
  lines.push(...pageBytesOf(await largePages(most), {respondents: most, gzip: measures.largePageBytes}));
  return [...lines, ...largeTalliesOf(explorerInput.countable, large)];
}
