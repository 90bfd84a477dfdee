import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import {figures} from "../src/components/figures.js";
import {figureAnchor} from "../src/components/markup/anchors.js";
import {pathOf} from "../src/lib/pages.js";
import {switchedSelections} from "../src/lib/selection.js";
import {openedPages, useBrowser} from "./support/browser.js";
import {plain, tableRows} from "./support/explorerPage.js";
import {unfoldFigures} from "./support/pageChecks.js";
import {isWhole} from "./support/sampled.js";
import {useVisit} from "./support/visit.js";

/*
 * Every page is opened once without scripts. Nothing here changes it, but for what is unfolded.
 */

const withoutScripts = {javaScriptEnabled: false};

describe.each(openedPages)("without JavaScript /$path", ({path, lang, id: home}) => {
  const visit = useVisit(path, withoutScripts);
  const shown = figures.filter(({page}) => page === home);
  const explored = shown.filter(({explores}) => explores);
  const figureOf = (id: string) => visit.page.locator(`#${figureAnchor(id)}`);

  it("shows no control that would do nothing", async () => {
    expect(await visit.page.locator("input:visible, select:visible, button:visible").count()).toBe(0);
  });

  if (explored.length > 0)
    it("leads from the numbers of its explorers to their lines of the table", async () => {
      for (const {id} of explored) {
        const targets = await figureOf(id)
          .locator("svg:visible a")
          .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? link.getAttribute("xlink:href")));
        expect(targets.length, id).toBeGreaterThan(1);
        for (const target of targets)
          expect(
            await figureOf(id)
              .locator(`[id="${target?.slice(1)}"]`)
              .count(),
          ).toBe(1);
      }
    });

  if (explored.length > 0)
    it("has its explorers’ tables to unfold, and their files to take along", async () => {
      for (const {id} of explored) {
        const figure = figureOf(id);
        await figure.locator("details.data > summary").click();
        expect(plain(await figure.locator("[data-part=table] tbody tr:visible").first().innerText())).toMatch(/\d/);
        await figure.locator("details.take > summary").click();
        expect(await figure.locator("[data-take]:visible").count(), id).toBeGreaterThan(6);
        expect(await figure.locator(".pending:visible, [data-act]:visible").count(), id).toBe(0);
      }
    });

  if (explored.length > 0 && (lang === "nb" || isWhole))
    it("lets a reader download, and every link answers with its file", async () => {
      for (const {id} of explored) {
        const links = await figureOf(id)
          .locator("[data-take]")
          .evaluateAll((each) =>
            (each as HTMLAnchorElement[]).map(({href, dataset}) => ({href, format: dataset.take ?? ""})),
          );
        const formats = links.map(({format}) => format);
        expect(formats, id).toEqual(expect.arrayContaining(["svg", "png", "csv", "json", "txt", "bib", "ris"]));
        if (id !== "silence") expect(formats, id).toEqual(expect.arrayContaining(["xlsx", "jsonstat", "R"]));
        for (const {href, format} of links) {
          const response = await visit.page.request.get(href);
          expect(response.status(), href).toBe(200);
          expect((await response.body()).toString("latin1"), href).toMatch(signs[format]);
        }
      }
    });

  if (shown.length > 0)
    it("prints the tables of its figures open, and no controls", async () => {
      const {page} = visit;
      await page.emulateMedia({media: "print"});
      for (const {id} of shown) {
        expect((await figureOf(id).locator("details.data table").boundingBox())?.height, id).toBeGreaterThan(40);
        expect(await figureOf(id).locator(".take").isVisible(), id).toBe(false);
      }
      expect(await page.locator("form.controls:visible, nav:visible").count()).toBe(0);
      await page.emulateMedia({media: "screen"});
    });

  if (shown.length > 0)
    it("draws, explains and tables its figures", async () => {
      await unfoldFigures(visit.page);
      const figuresSeen = await visit.page.evaluate(
        seen,
        shown.map(({id}) => figureAnchor(id)),
      );
      for (const {anchor, drawings, alt, parts, rows} of figuresSeen) {
        expect(drawings, anchor).toBe(1);
        expect(alt, anchor).toBeGreaterThan(40);
        for (const [part, length] of Object.entries(parts)) expect(length, `${anchor}, ${part}`).toBeGreaterThan(8);
        expect(rows, anchor).toBeGreaterThan(1);
      }
    });
});

describe("without JavaScript", () => {
  const browser = useBrowser();

  it.each(["nb", "en"] as const)("all four readings of dialogue are printed (%s)", async (lang) => {
    const shown = await browser.open(pathOf("dialogue", lang), withoutScripts);
    const titles = await shown.locator(".figure:not([data-explores]) [data-part=subtitle]").allInnerTexts();
    const dialogue = figures.find(({id}) => id === "dialogue");
    const readings = switchedSelections(dialogue?.choices(facts) ?? []);
    const expected = readings.map((selection) => dialogue?.view(facts, selection).subtitle[lang]);
    expect(expected).toHaveLength(4);
    expect([...titles].sort()).toEqual([...expected].sort());
  });

  it.each(["nb", "en"] as const)("the criteria stand as a list to tick by hand (%s)", async (lang) => {
    const shown = await browser.open(pathOf("success-criteria", lang), withoutScripts);
    expect(await shown.locator("[data-criteria] li:visible").count()).toBe(8);
    for (const item of await shown.locator("[data-criteria] li span").all())
      expect((await item.boundingBox())?.width, await item.innerText()).toBeGreaterThan(100);
  });

  it("the workbench has intervals, its base and its test", async () => {
    const page = await browser.open(pathOf("explore", "en"), withoutScripts);
    await page.locator("[data-figure=explore] details.data > summary").click();
    expect((await tableRows(page, "explore")).slice(1)).toEqual([
      ["Strategy for social media", "All", ...sizes],
      ["Answers (n)", "270", "58", "82", "88", "31", "11"],
      ["Weighted N", "448", "96", "136", "147", "51", "18"],
      ["Effective n", "269", "58", "82", "88", "31", "11"],
      ["Yes, it is in place", "30%", "27%", "32%", "30%", "33%", "27%"],
      ["No, but it will come by the end of 2011", "16%", "18%", "15%", "16%", "13%", "18%"],
      ["No, but it will come later", "27%", "27%", "27%", "26%", "28%", "27%"],
      ["No, and no plans", "27%", "28%", "26%", "28%", "26%", "28%"],
    ]);
    const table = page.locator("[data-figure=explore] [data-part=table]");
    expect(await table.locator("small").first().innerText()).toBe("27–34");
    expect(await table.innerText()).toContain("No significant association (p\u00a0>\u00a00.99; Cramér’s V = 0.03)");
  });
});

/** Runs in the page: what of each figure can be seen once its table is unfolded, with the lengths of its texts. */
function seen(anchors: string[]) {
  return anchors.map((anchor) => {
    const figure = document.getElementById(anchor) as HTMLElement;
    const table = figure.querySelector("details.data") as HTMLDetailsElement;
    table.open = true;
    const visible = (selector: string) =>
      [...figure.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    const length = (part: string) => visible(`[data-part=${part}]`)[0]?.textContent?.trim().length ?? 0;
    const drawings = visible(".drawing > svg");
    return {
      anchor,
      drawings: drawings.length,
      alt: drawings[0]?.getAttribute("aria-label")?.length ?? 0,
      parts: {title: length("title"), subtitle: length("subtitle"), note: length("note"), source: length("source")},
      rows: visible("details.data tbody tr").length,
    };
  });
}

const sizes = [
  "Under 2,000 inhabitants",
  "2,000–4,999 inhabitants",
  "5,000–19,999 inhabitants",
  "20,000 inhabitants or more",
  "County authorities",
];

/** What a file of each format begins with, or holds. */
const signs: Record<string, RegExp> = {
  svg: /^<svg[\s\S]*<\/svg>\s*$/,
  png: /^.PNG/,
  csv: /^\u00ef\u00bb\u00bf(data|figure),/,
  json: /^\{\s*"figure"/,
  txt: /BETA\.KOMM/,
  bib: /^@misc\{/,
  ris: /^TY {2}- /,
  xlsx: /^PK[\s\S]*xl\/worksheets\/sheet2\.xml/,
  jsonstat: /^\{\s*"version": "2\.0"/,
  R: /^# [\s\S]*library\(survey\)/,
};
