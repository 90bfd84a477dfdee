import {brotliCompressSync, gzipSync} from "node:zlib";
import type {PageExplorer} from "../../../src/lib/table/explorer.js";
import {type Line, type Measure, measures} from "../line.js";

/** What a page that breaks answers down fetches on the first change, compressed. */
export function pageBytesOf(
  pages: Readonly<Record<string, PageExplorer | undefined>>,
  {respondents, gzip}: {respondents: number; gzip: Measure},
): Line[] {
  return Object.entries(pages).flatMap(([page, explorer]) => {
    const sent = JSON.stringify({[page]: explorer});
    const line = {page: `${page}, ${respondents.toLocaleString("en")} respondents`, runs: 1};
    return [
      {...line, measure: gzip, value: gzipSync(sent, {level: 9}).length},
      {...line, measure: measures.pageBytesBrotli, value: brotliCompressSync(sent).length},
    ];
  });
}
