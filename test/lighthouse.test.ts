import type {LaunchedChrome} from "chrome-launcher";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {everyPage} from "./browser.js";
import {audit, failingAudits, launchForLighthouse} from "./lighthouse.js";
import {sampled} from "./sampled.js";

const categories = ["accessibility", "best-practices", "seo"];

describe("Lighthouse", () => {
  let chrome: LaunchedChrome;
  beforeAll(async () => {
    chrome = await launchForLighthouse();
  });
  afterAll(() => chrome.kill());

  it.each(sampled(everyPage, {size: 5, kind: ({kind}) => kind}))(
    "finds nothing to improve on /$path",
    async ({path}) => {
      const found = await audit(inject("url") + path, chrome, {
        onlyCategories: categories,
        disableFullPageScreenshot: true,
      });
      for (const category of categories) {
        expect(failingAudits(found, category), category).toEqual([]);
        expect(found.categories[category].score, category).toBe(1);
      }
    },
  );
});
