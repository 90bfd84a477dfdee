import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import type {Lang} from "../src/lib/language/text.js";
import {pages, pathOf} from "../src/lib/pages.js";
import {type Rank, rankLabel} from "../src/lib/quantities/rank.js";
import {useBrowser} from "./support/browser.js";
import {builtFiles, builtPage} from "./support/builtPage.js";

const everyPath = pages.flatMap(({id}) => (["nb", "en"] as const).map((lang) => ({path: pathOf(id, lang), lang})));

describe("what a number rests on", () => {
  const browser = useBrowser();

  it.each(everyPath)(
    "stands on /$path, with rank and base, for every number in prose, table and drawing",
    ({path, lang}) => {
      const page = builtPage(path);
      const numbers = [...page.querySelectorAll("main a.n"), ...page.querySelectorAll("main svg a")];
      const unexplained = numbers.filter((number) => !explains(noteOf(page, number), lang));
      expect(unexplained.map(({textContent}) => textContent)).toEqual([]);
    },
  );

  it.each(everyPath)("is heard on /$path with every number in prose", ({path, lang}) => {
    const silent = [...builtPage(path).querySelectorAll("main p a.n, main li a.n")].filter(
      (number) => !rankWords(lang).some((word) => number.querySelector(".said")?.textContent?.includes(word)),
    );
    expect(silent.map(({textContent}) => textContent)).toEqual([]);
  });

  it.each(builtFiles(".html").filter((file) => file.includes("embed/")))("stands in the embedded figure %s", (file) => {
    const page = builtPage(file);
    const lang = page.documentElement.lang as Lang;
    const numbers = [...page.querySelectorAll("a.n"), ...page.querySelectorAll("svg a")];
    expect(numbers.filter((number) => !explains(noteOf(page, number), lang))).toEqual([]);
  });

  describe.each([
    {way: "the mouse", act: (page: Page, target: string) => page.locator(target).first().click(), options: {}},
    {way: "touch", act: (page: Page, target: string) => page.locator(target).first().tap(), options: {hasTouch: true}},
    {way: "the keyboard", act: byKeyboard, options: {}},
  ])("is reached by $way", ({act, options}) => {
    it.each([
      {where: "prose", target: "main p .n"},
      {where: "a drawing", target: ".drawing.wide svg a"},
    ])("from $where, and left again", async ({target}) => {
      const page = await browser.open(pathOf("adoption", "en"), options);
      await act(page, target);
      const card = page.locator(".card");
      await card.waitFor();
      expect(await card.innerText()).toContain("stated");
      expect(await card.innerText()).toContain("the municipalities that answered");
      await page.keyboard.press("Escape");
      await card.waitFor({state: "detached"});
    });
  });

  it("is reached without scripts by a link to the foot of the page", async () => {
    const page = await browser.open(pathOf("adoption", "nb"), {javaScriptEnabled: false});
    await page.locator("main p .n").first().click();
    expect(new URL(page.url()).hash).toBe("#n-uses-now");
    expect(await page.locator("#n-uses-now").isVisible()).toBe(true);
  });

  it("gives the focus back to the number when the note is closed", async () => {
    const page = await browser.open(pathOf("adoption", "en"));
    await byKeyboard(page, "main p .n");
    await page.locator(".card").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".card").waitFor({state: "detached"});
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("n n-stated");
  });
});

async function byKeyboard(page: Page, target: string): Promise<void> {
  await page.locator(target).first().focus();
  await page.keyboard.press("Enter");
}

function noteOf(page: Document, number: Element): string {
  const href = number.getAttribute("href") ?? number.getAttribute("xlink:href") ?? "";
  return page.getElementById(href.replace(/^.*#/, ""))?.textContent ?? "";
}

/** A note, or the line of a figure's own table, names the rank of its number and of whom it speaks. */
function explains(note: string, lang: Lang): boolean {
  const base = lang === "nb" ? / av |som svarte/ : / of |that answered/;
  return rankWords(lang).some((word) => note.includes(word)) && base.test(note);
}

function rankWords(lang: Lang): string[] {
  return (Object.keys(rankLabel) as Rank[]).map((rank) => rankLabel[rank][lang]);
}
