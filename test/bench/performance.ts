import type {LaunchedChrome} from "chrome-launcher";
import type {Result} from "lighthouse";
import {audit} from "../support/lighthouse.js";
import {type Line, measures} from "./line.js";
import {median} from "./median.js";

/** Lighthouse's measures of a page on its phone and slow 4G, both simulated. */
export async function performanceOf(page: string, url: string, chrome: LaunchedChrome, runs: number): Promise<Line[]> {
  const found: Result[] = [];
  for (let run = 0; run < runs; run++) found.push(await audit(url, chrome, {onlyCategories: ["performance"]}));
  const timing = (id: string) => median(found.map(({audits}) => audits[id].numericValue ?? Number.NaN));
  const score = median(found.map(({categories}) => categories.performance.score ?? Number.NaN));
  return [
    {page, runs, measure: measures.score, value: score},
    {page, runs, measure: measures.blocking, value: timing("total-blocking-time")},
    {page, runs, measure: measures.largest, value: timing("largest-contentful-paint")},
    {page, runs, measure: measures.shift, value: timing("cumulative-layout-shift")},
  ];
}
