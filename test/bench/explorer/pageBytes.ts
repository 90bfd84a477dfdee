import {brotliCompressSync, gzipSync} from "node:zlib";
import {type Line, type Measure, measures} from "../line.js";
import type {PageFiles} from "./pageFiles.js";

/** What a page that breaks answers down fetches on the first change, compressed file by file. */
export function pageBytesOf(
  pages: ReadonlyMap<string, PageFiles>,
  {respondents, gzip}: {respondents: number; gzip: Measure},
): Line[] {
  return [...pages].flatMap(([page, files]) => {
    const line = {page: `${page}, ${respondents.toLocaleString("en")} respondents`, runs: 1};
    const bytes = (compress: (content: Uint8Array) => Uint8Array) =>
      [...files.values()].reduce((sum, content) => sum + compress(content).length, 0);
    return [
      {...line, measure: gzip, value: bytes((content) => gzipSync(content, {level: 9}))},
      {...line, measure: measures.pageBytesBrotli, value: bytes(brotliCompressSync)},
    ];
  });
}
