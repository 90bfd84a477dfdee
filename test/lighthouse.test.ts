import type {LaunchedChrome} from "chrome-launcher";
import type {Flags} from "lighthouse";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {everyPage, siteAddress} from "./support/browser.js";
import {audit, failingAudits, launchForLighthouse} from "./support/lighthouse.js";
import {isWhole} from "./support/sampled.js";

/** Its rules of accessibility are some of axe’s, which look at every page in `everyPage.test.ts`. */
const categories = [...(isWhole ? ["accessibility"] : []), "best-practices", "seo"];

/** Lighthouse takes longer the longer a page is: in every run the page that is opened first, one of prose and the one that counts. */
const audited = [pathOf("index", "nb"), pathOf("adoption", "en"), pathOf("explore", "en")];

/** Lighthouse waits for a page to be quiet, for figures of speed that are not asked for here. */
const withoutWaiting: Flags = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};

describe("Lighthouse", () => {
  let chrome: LaunchedChrome;
  beforeAll(async () => {
    chrome = await launchForLighthouse();
  });
  afterAll(() => {
    chrome.kill();
    // Lighthouse sets it, and every command that a later test runs in this worker would say more than it does for readers.
    delete process.env.DEBUG;
  });

  it.each(isWhole ? everyPage : everyPage.filter(({path}) => audited.includes(path)))(
    "finds nothing to improve on /$path",
    async ({path}) => {
      const found = await audit(siteAddress() + path, chrome, {
        onlyCategories: categories,
        disableFullPageScreenshot: true,
        ...withoutWaiting,
      });
      for (const category of categories) {
        expect(failingAudits(found, category), category).toEqual([]);
        expect(found.categories[category].score, category).toBe(1);
      }
    },
  );
});
