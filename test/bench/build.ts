import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {serve} from "../../site/serve/serve.js";
import {buildLeisure} from "../support/buildLeisure.js";
import {explorerInteractionOf} from "./explorer/interaction.js";
import {type Line, measures} from "./line.js";

/** A page of questions of the made-up survey with a filter that is on, and another box of it. */
const visit = {
  page: "en/outdoors?walks=often",
  filter: '[data-controls~="outdoors-answers"] input[name="walks"][value="always"]',
  changes: 21,
};

/** What the whole build of a made-up survey takes, what it leaves, and how quickly a page of it answers. */
export async function buildOf(rows: number, browser: Browser): Promise<Line[]> {
  const built = await buildLeisure(rows);
  const {url, close} = await serve(built.site, 0);
  try {
    const files = readdirSync(built.site, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, {parentPath, name}) => sum + statSync(join(parentPath, name)).size, 0);
    const page = `${rows.toLocaleString("en")} respondents`;
    const line = {page, runs: 1};
    const visited = {...visit, page: `${visit.page}, ${page}`, url: url + visit.page};
    return [
      {...line, measure: measures.build, value: built.seconds},
      {...line, measure: measures.buildWork, value: built.processorSeconds},
      {...line, measure: measures.buildMemory, value: built.peakMemory},
      {...line, measure: measures.buildFiles, value: files.length},
      {...line, measure: measures.buildBytes, value: bytes},
      ...(await explorerInteractionOf(browser, {...visited, slower: 1})),
      ...(await explorerInteractionOf(browser, {...visited, slower: 4})),
    ];
  } finally {
    close();
    built.remove();
  }
}
