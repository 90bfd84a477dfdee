import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {goTo, useBrowser} from "./support/browser.js";
import {builtPage} from "./support/builtPage.js";
import {drawn} from "./support/explorerPage.js";
import {newPage} from "./support/pagePool.js";
import {idle} from "./support/ready.js";
import {fetchedDuring} from "./support/visit.js";

const path = {nb: "nb/what-can-it-say.html", en: "en/what-can-it-say.html"};

describe("a question to the summary", () => {
  const browser = useBrowser();

  it("is answered in a sentence, with its range as a picture and what it rests on", async () => {
    const page = await browser.open(path.en);
    await page.selectOption("select[name=of]", "all");
    await page.selectOption("select[name=what]", "usesByYearEnd");
    await page.click("[data-controls=question] .conditions summary");
    await page.selectOption("select[name=andWhat]", "not-strategyByYearEnd");
    await hasTitle(
      page,
      "question",
      /^Between 24 and 55 of 100 municipalities that answered would, by their plans, use social media/,
    );
    const picture = page.locator("[data-figure=question] .drawing.wide svg");
    expect(await picture.getAttribute("aria-label")).toContain(
      "Without the figure for “Use social media by the end of 2011, according to plans”",
    );
    expect((await picture.textContent())?.replaceAll("\u00a0", " ")).toContain("24 to 55");
    expect(new URL(page.url()).search).toBe("?of=all&what=usesByYearEnd&andWhat=not-strategyByYearEnd");
  });

  it("is the same from its address in the other language", async () => {
    const page = await browser.open(`${path.nb}?of=onFacebook&what=dialogueInUse&goal=year`);
    await hasTitle(
      page,
      "question",
      /^Mellom 17 og 24 av 100 kommuner som svarte og var på Facebook, la vekt på dialog/,
    );
  });

  it("is answered by what a reading does not tell apart", async () => {
    const page = await browser.open(`${path.en}?what=strategyNow&goal=year`);
    await hasTitle(page, "question", /^This reading does not tell/);
    expect(await page.locator("[data-figure=question] [data-part=picture] svg").count()).toBe(0);
  });

  it("can suppose one more number, and is told which stated numbers rule it out", async () => {
    const page = await browser.open(path.en);
    const before = await page.evaluate(() => history.length);
    for (const percent of ["50", "70", "90"]) await page.locator("input[name=if]").fill(percent);
    await hasTitle(page, "one-more", /^It cannot be 90%/);
    expect(await page.locator("[data-figure=one-more] [data-part=note]").innerText()).toMatch(
      /58% \(Use social media\) and 46% \(Have a strategy/,
    );
    expect(await page.locator("output").innerText()).toBe("90");
    expect(await page.locator(".slider").innerText()).toContain("90 per cent");
    expect(new URL(page.url()).search).toBe("?if=90");
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  it("brings a solver of at most 25 kB, which no other page loads", async () => {
    const scripts = async (page: Page, act: () => Promise<unknown>) =>
      (await fetchedDuring(page, act)).filter(({kind}) => kind === "script");
    const asking = await newPage();
    await goTo(asking, path.nb);
    const fetched = await scripts(asking, async () => {
      await asking.selectOption("select[name=what]", "usesNow");
      await drawn(asking, "question", {what: "usesNow"});
    });
    expect(fetched.filter((each) => /draw-/.test(each.path))).toHaveLength(1);
    const solver = fetched.filter((each) => !/draw-/.test(each.path));
    expect(solver).toHaveLength(1);
    expect(solver[0].bytes).toBeLessThanOrEqual(25_000);
    const other = await newPage();
    await goTo(other, "nb/dialogue.html");
    const others = await scripts(other, async () => {
      await other.locator("input[name=goal][value=year]").check();
      await drawn(other, "dialogue", {goal: "year"});
      await idle(other);
    });
    expect(others.map((each) => each.path)).not.toContain(solver[0].path);
    for (const page of [asking, other]) await page.context().close();
  });

  it("has its first answer, and all of the grid, without scripts", () => {
    for (const lang of ["nb", "en"] as const) {
      const page = builtPage(path[lang]);
      expect(page.querySelector("#figure-question .title")?.textContent).toMatch(/5 .+81/);
      expect(page.querySelectorAll("#figure-informative tbody tr")).toHaveLength(64);
      expect(page.querySelectorAll("#figure-question svg, #figure-informative svg")).toHaveLength(4);
    }
  });
});

async function hasTitle(page: Page, figure: string, pattern: RegExp): Promise<void> {
  const title = page.locator(`[data-figure=${figure}] .title`);
  await expect
    .poll(async () => (await title.innerText()).replaceAll("\u00a0", " "), {timeout: 20_000})
    .toMatch(pattern);
}
