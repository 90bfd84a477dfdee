import {reportFiles} from "../../data-loaders/reportArchive.js";
import {answers, explorerInput, facts, survey} from "../facts.js";

/** What pages fetch of the report, by its address below the site's root. */
export const reportData: ReadonlyMap<string, () => Uint8Array> = new Map(
  [...reportFiles({facts, survey, explorerInput, answers})].map(([name, content]) => [`/data/${name}`, content]),
);
