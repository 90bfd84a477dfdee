import {describe, expect, it} from "vitest";
import {everyPage, useBrowser} from "./browser.js";

describe("on a narrow screen", () => {
  const browser = useBrowser();

  it.each(everyPage)("no heading of a table on /$path is broken into letters", async ({path}) => {
    const page = await browser.open(path, {viewport: {width: 390, height: 850}});
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const lines = await page.locator("th[scope=col]:visible").evaluateAll((headings) =>
      headings.map((heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        const tops = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
        return {text: heading.textContent?.trim() ?? "", lines: tops.size};
      }),
    );
    for (const {text, lines: count} of lines) expect(count, text).toBeLessThanOrEqual(text.split(/[\s-]+/).length);
  });
});
