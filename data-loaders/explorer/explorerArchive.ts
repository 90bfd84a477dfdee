import JSZip from "jszip";
import {buildReport} from "../buildReport.js";

/** Files of an archive carry this time: when a build ran is nobody’s business. */
const date = new Date(Date.UTC(2011, 0, 1));

/** What each page is sent of the explorer, as one archive: the respondents’ file is read once for all of them. */
export async function explorerArchive(): Promise<Uint8Array> {
  const {facts} = await buildReport();
  const archive = new JSZip();
  for (const [page, explorer] of Object.entries(facts.explorer))
    archive.file(`${page}.json`, JSON.stringify({[page]: explorer}), {date});
  return archive.generateAsync({type: "uint8array"});
}
