import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {builtPage} from "./support/builtPage.js";

const path = {nb: pathOf("municipality", "nb"), en: pathOf("municipality", "en")};

describe("the page on a municipality", () => {
  const browser = useBrowser();
  const found = (page: Page) => page.locator("[data-municipality]");
  const numbersOf = (page: Page) => found(page).evaluateAll((all) => all.map((each) => each.dataset.municipality));

  it("finds those of 2011 by any name, in any spelling", async () => {
    const page = await browser.open(path.en);
    for (const [typed, numbers] of [
      ["Hamarøy", ["1849"]],
      ["bergen", ["1201"]],
      ["Senja", ["1927", "1928", "1929", "1931"]],
      ["nordre follo", ["0213", "0217"]],
      ["Ålesund", ["1504"]],
      ["Aalesund", ["1504"]],
      ["bodo", ["1804"]],
      ["kautokeino", ["2011"]],
      ["Guovdageaidnu", ["2011"]],
      ["habmer", ["1849"]],
      ["Lilehammer", ["0501"]],
      ["Nes", ["0236", "0616"]],
    ] as const) {
      await page.fill("input[name=municipality]", typed);
      await expect.poll(() => numbersOf(page), {message: typed}).toEqual(numbers);
    }
    await page.fill("input[name=municipality]", "Atlantis");
    await page.locator("[data-found-place]").getByText("Found no municipality by that name").waitFor();
  });

  it.each([
    ["nb", "Dagens kommune omfatter også en del av Tysfjord."],
    ["en", "Today’s municipality also includes part of Tysfjord."],
  ] as const)(
    "says that today’s is larger, where others have become part of it under its name (%s)",
    async (lang, said) => {
      const page = await browser.open(`${pathOf("municipality", lang)}?m=1849`);
      await expect.poll(() => page.locator("[data-municipality='1849']").innerText()).toContain(said);
      await page.locator("input[name=municipality]").fill("Tysfjord");
      await expect.poll(() => page.locator("[data-found-place]").innerText()).toContain("1850");
      expect(await page.locator("[data-found-place]").innerText()).not.toContain(said.slice(0, 10));
    },
  );

  it("keeps no room for an answer where no script gives one", async () => {
    const page = await browser.open(path.en, {javaScriptEnabled: false});
    expect((await page.locator("[data-found-place]").boundingBox())?.height).toBeLessThan(160);
  });

  it("is opened by number or by name in the address, and puts the number there", async () => {
    const page = await browser.open(`${path.nb}?m=1868`);
    await expect.poll(() => numbersOf(page)).toEqual(["1868"]);
    await page.fill("input[name=municipality]", "Bergen");
    await expect.poll(() => new URL(page.url()).search).toBe("?m=1201");
    const named = await browser.open(`${path.nb}?m=Senja`);
    await expect.poll(() => numbersOf(named)).toHaveLength(4);
  });

  it("says what the summary allows for its kind, with links to the limits and to made-up respondents", async () => {
    const page = await browser.open(`${path.en}?m=0501`);
    await expect.poll(() => found(page).innerText()).toContain("26,571 inhabitants");
    const said = page.locator("[data-found-place]");
    expect(await said.innerText()).toMatch(/does not tell .* rule out: 20,000 inhabitants or more · Oppland/);
    expect(await found(page).innerText()).toContain("made-up respondents");
    const links = await said.locator("a").evaluateAll((all) => all.map((each) => each.getAttribute("href")));
    expect(links).toEqual([
      "explore.html?size=20000plus&county=05",
      "what-can-it-say.html?group=20000plus#figure-subgroup",
      "what-can-it-say.html?group=county-05#figure-subgroup",
    ]);
  });

  it("says of several what the summary allows once for each size and county", async () => {
    const page = await browser.open(`${path.en}?m=Senja`);
    await found(page).first().waitFor();
    const links = await page
      .locator("[data-found-place] a[href*=group]")
      .evaluateAll((all) => all.map((each) => each.getAttribute("href")?.replace(/.*group=|#.*/g, "")));
    expect(links).toEqual(["under2000", "5000to19999", "county-19"]);
  });

  it.each(["1201", "Senja"])("is one sheet of A4, when it is printed: %s", async (named) => {
    const page = await browser.open(`${path.nb}?m=${named}`);
    await found(page).first().waitFor();
    const pdf = (await page.pdf({format: "A4"})).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({media: "print"});
    expect(await page.locator("#observablehq-main").innerText()).toContain(`${new URL(page.url()).search}`);
  });

  it.each(["nb", "en"] as const)("lists every municipality by county without scripts: %s", (lang) => {
    expect(builtPage(path[lang]).querySelectorAll(".places tbody tr")).toHaveLength(430);
  });
});
