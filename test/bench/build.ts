import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {max, sum} from "d3";
import type {Browser} from "playwright-core";
import {serve} from "../../site/serve/serve.js";
import {buildLeisure} from "../support/buildLeisure.js";
import {explorerInteractionOf} from "./explorer/interaction.js";
import {type Line, measures} from "./line.js";

/** Pages of the made-up survey with a filter that is on, and another box of it: of two questions, and of four, which are counted in columns. */
const visits = [
  {
    page: "en/outdoors?walks=often",
    filter: '[data-controls~="outdoors-answers"] input[name="walks"][value="always"]',
    changes: 11,
  },
  {
    page: "en/explore?rows=cinema&columns=theatre&music=often&walks=often&view=table",
    filter: '[data-controls~="explore"] input[name="walks"][value="always"]',
    changes: 11,
  },
];

/** What the whole build of a made-up survey takes, what it leaves, and how quickly a page of it answers. */
export async function buildOf(rows: number, browser: Browser): Promise<Line[]> {
  const built = await buildLeisure(rows);
  const {url, close} = await serve(built.site, 0);
  try {
    const files = filesIn(built.site);
    const bytes = sum(files, (path) => statSync(path).size);
    const page = `${rows.toLocaleString("en")} respondents`;
    const line = {page, runs: 1};
    const interactions: Line[] = [];
    for (const visit of visits)
      for (const slower of [1, 4]) {
        const visited = {...visit, page: `${visit.page}, ${page}`, url: url + visit.page, slower};
        interactions.push(...(await explorerInteractionOf(browser, visited)));
      }
    return [
      {...line, measure: measures.build, value: built.seconds},
      {...line, measure: measures.buildWork, value: built.processorSeconds},
      {...line, measure: measures.buildMemory, value: built.peakMemory},
      {...line, measure: measures.buildFiles, value: files.length},
      {...line, measure: measures.buildBytes, value: bytes},
      ...countedIn(join(built.site, "data"), line),
      ...interactions,
    ];
  } finally {
    close();
    built.remove();
  }
}

/** All files in a folder and in the folders in it. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
  return entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
}

/** What pages of a large file count in; nothing of a file that is sent to browsers whole. */
function countedIn(folder: string, line: Pick<Line, "page" | "runs">): Line[] {
  const [combinations, columns] = ["tallies", "columns"].map((name) => {
    const path = join(folder, name);
    return existsSync(path) ? filesIn(path).map((file) => readFileSync(file)) : [];
  });
  if (columns.length === 0) return [];
  const bytes = (files: readonly Buffer[]) => sum(files, ({length}) => length);
  return [
    {...line, measure: measures.combinationBytes, value: bytes(combinations)},
    {...line, measure: measures.largestCombination, value: max(combinations, (file) => gzipSync(file).length) ?? 0},
    {...line, measure: measures.columnBytes, value: bytes(columns)},
    {...line, measure: measures.largestColumn, value: max(columns, ({length}) => length) ?? 0},
  ];
}
