import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {type PageId, pathOf} from "../src/lib/pages.js";
import {looks, violationsIn} from "./support/axe.js";
import {useBrowser} from "./support/browser.js";
import {drawn, tick} from "./support/explorerPage.js";
import {pageWidth} from "./support/pageChecks.js";
import {sampled} from "./support/sampled.js";

/** States that the journeys of a reader lead to. */
const states: {
  state: string;
  page: PageId;
  path: string;
  figure: string;
  chosen: Record<string, string>;
  more?: Act;
}[] = [
  state("filtered, by a group", "nb", "adoption", "?by=size&size=under2000.2000to4999&county=03.12"),
  state("another answer, by county", "en", "dialogue", "?by=county"),
  state("nobody left", "nb", "adoption", "?county=03&kind=countyAuthority"),
  state("one respondent", "en", "adoption", "?county=03&by=strategy"),
  state("a parameter refused", "nb", "channels", "?county=03.99"),
  state("filters, tables and files unfolded, a view saved", "en", "strategy", "?size=under2000", unfoldAll),
  state("a filter open", "nb", "challenges", "?size=under2000&county=03", (page) =>
    page.locator("[data-key=county] > summary").click(),
  ),
  state("stacked, by a question", "en", "explore", "?columns=uses_now&chart=stacked"),
  state("a map", "nb", "explore", "?view=map&county=12"),
  state("differences", "en", "explore", "?view=differences&rows=challenges&columns=strategy"),
  state("what if", "nb", "explore", "?view=whatif&others=double"),
  state("a table of nineteen counties in layers", "en", "explore", "?view=table&columns=county&layer=uses_now"),
  state("grouped bars with letters", "nb", "explore", "?rows=challenges&columns=strategy&chart=grouped&letters=on"),
  state("a heat map of counties", "en", "explore", "?rows=experience&columns=county&chart=heat"),
  state(
    "a count, merged answers and a layer",
    "nb",
    "explore",
    "?view=table&measure=count&layer=uses_now-yes&merge=strategy-later.none",
  ),
  state("a mean", "en", "explore", "?rows=facebook_pages&measure=mean"),
  state("refused", "nb", "explore", "?measure=mean"),
  state("nobody left, empty lines hidden", "en", "explore", "?county=03&kind=countyAuthority&empty=hide"),
];

type Act = (page: Page) => Promise<unknown>;

function state(name: string, lang: "nb" | "en", page: PageId, search: string, more?: Act) {
  const chosen = Object.fromEntries(new URLSearchParams(search.replace(".99", "")));
  const figure = page === "explore" ? page : `${page}-answers`;
  return {state: name, page, path: `${pathOf(page, lang)}${search}`, figure, chosen, more};
}

const patient = {timeout: 20_000};

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details:not(.boxes)"))
      (details as HTMLDetailsElement).open = true;
  });
  await expect
    .poll(async () => {
      await page.locator("[data-views-do=save]").click();
      return page.locator("[data-views] li").count();
    }, patient)
    .toBe(1);
}

/** The rest are looked at in one look, by turns. */
const inEveryLook = sampled(states, {size: 2, kind: ({page}) => page === "explore"});

describe("an explorer", () => {
  const browser = useBrowser();

  it.each(states)("is accessible, wide and narrow, light and dark: $state", async (each) => {
    const page = await browser.open(each.path);
    await drawn(page, each.figure, each.chosen);
    await each.more?.(page);
    const wanted = inEveryLook.includes(each) ? looks : [looks[states.indexOf(each) % looks.length]];
    for (const [index, look] of wanted.entries()) {
      const {width, scheme} = look;
      expect(await violationsIn(page, look, wanted[index - 1]), `${width} px, ${scheme}`).toEqual([]);
      expect(await pageWidth(page), `${width} px`).toBeLessThanOrEqual(width);
    }
  });

  it("draws at the other width what was chosen at the first", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    await tick(page, "county", "12");
    await drawn(page, "adoption-answers", {county: "12"});
    await page.setViewportSize({width: 390, height: 900});
    const drawing = page.locator("[data-figure=adoption-answers] svg:visible");
    await drawing.waitFor();
    expect(await drawing.getAttribute("aria-label")).toBe(
      "Made-up respondents: the chart shows the numbers of the table: Yes 59%; No 41%.",
    );
  });
});
