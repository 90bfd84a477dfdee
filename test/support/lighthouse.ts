import {type LaunchedChrome, launch} from "chrome-launcher";
import lighthouse, {type Flags, type Result} from "lighthouse";
import {browserFlags} from "./browserFlags.js";
import {ensureBrowser} from "./findBrowser.js";

/** A Chromium that Lighthouse can be pointed at. */
export function launchForLighthouse(): Promise<LaunchedChrome> {
  return launch({chromePath: ensureBrowser(), chromeFlags: ["--headless=new", ...browserFlags], logLevel: "error"});
}

/**
 * What Lighthouse finds on a page, as on a phone unless the flags say otherwise.
 *
 * @throws when Lighthouse could not look at the page
 */
export async function audit(url: string, chrome: LaunchedChrome, flags: Flags = {}): Promise<Result> {
  const {lhr} = (await lighthouse(url, {port: chrome.port, logLevel: "error", output: "json", ...flags})) ?? {};
  if (!lhr || lhr.runtimeError) throw new Error(`no answer from Lighthouse: ${lhr?.runtimeError?.message} (${url})`);
  return lhr;
}

/** The audits that keep a category under 100, by id. */
export function failingAudits({categories, audits}: Result, category: string): string[] {
  return categories[category].auditRefs
    .filter(({id, weight}) => weight > 0 && (audits[id].score ?? 1) < 1)
    .map(({id}) => id);
}
