import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {addressOf, useBrowser} from "./support/browser.js";
import {builtFiles, builtPage, fileAt, output} from "./support/builtPage.js";

describe("a page that has moved", () => {
  const browser = useBrowser();
  const moved = builtFiles(".html").filter((file) =>
    readFileSync(`${output}/${file}`, "utf8").includes('http-equiv="refresh"'),
  );

  it("stands where earlier versions had one, in both languages", () => {
    const maps = ["adoption", "strategy", "channels", "dialogue", "challenges"].map((page) => `embed/${page}-map.html`);
    const earlier = [
      "crosstab.html",
      "utforsk.html",
      "kommune.html",
      "embed/crosstab.html",
      "embed/silence.html",
      ...maps,
    ];
    expect(moved).toEqual(["en", "nb"].flatMap((lang) => earlier.map((file) => `${lang}/${file}`)).sort());
  });

  it.each(moved)("%s leads without scripts to what shows the same", (path) => {
    const refresh = builtPage(path).querySelector("noscript meta[http-equiv=refresh]")?.getAttribute("content");
    const [, to = "nowhere"] = refresh?.split("0; url=") ?? [];
    expect(fileAt(new URL(to, `http://site.test/${path}`).pathname.slice(1))).toBeDefined();
    expect(builtPage(path).querySelector("a")?.getAttribute("href")).toBe(to);
  });

  it.each([
    [
      "nb/crosstab.html?rows=channels&county=20#figure-crosstab",
      "nb/explore.html?rows=channels&county=20#figure-explore",
    ],
    ["en/utforsk.html", "en/explore.html"],
    ["nb/kommune.html?m=1868", "nb/municipality.html?m=1868"],
    [
      "en/crosstab.html?net=strategy-in_place.strategy-by_year_end.uses_now-yes.uses_now-no",
      "en/explore.html?merge=strategy-in_place.by_year_end*uses_now-yes.no",
    ],
    ["en/embed/silence.html?rows=uses", "en/embed/explore.html?view=whatif&rows=uses"],
    [
      "nb/embed/strategy-map.html?show=plan_parts.goals&size=under2000",
      "nb/embed/explore.html?view=map&rows=plan_parts&answer=plan_parts.goals&size=under2000",
    ],
  ])("%s leads to %s", async (from, to) => {
    const page = await browser.blank();
    await page.goto(addressOf(from));
    await page.waitForURL((url) => url.href.endsWith(to));
  });
});
