import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import {figureAnchor} from "../src/components/anchors.js";
import {figures} from "../src/components/figures.js";
import {pathOf} from "../src/lib/pages.js";
import {switchedSelections} from "../src/lib/selection.js";
import {everyPage, useBrowser} from "./browser.js";

const inBothLanguages = figures.flatMap((figure) => (["nb", "en"] as const).map((lang) => ({...figure, lang})));

describe("without JavaScript", () => {
  const browser = useBrowser();
  const withoutScripts = {javaScriptEnabled: false};

  it.each(inBothLanguages)("the figure $id ($lang) is drawn, explained and tabled", async ({id, page, lang}) => {
    const shown = await browser.open(pathOf(page, lang), withoutScripts);
    const figure = shown.locator(`#${figureAnchor(id)}`);
    expect(await figure.locator("svg:visible").count()).toBe(1);
    expect((await figure.locator("svg:visible").getAttribute("aria-label"))?.length).toBeGreaterThan(40);
    for (const part of ["title", "subtitle", "note", "source"]) {
      expect((await figure.locator(`[data-part=${part}]`).innerText()).length, part).toBeGreaterThan(8);
    }
    const table = figure.locator("details.data");
    if ((await table.getAttribute("open")) === null) await table.locator("summary").click();
    expect(await figure.locator("details.data tbody tr:visible").count()).toBeGreaterThan(1);
  });

  it.each(everyPage)("/$path shows no control that would do nothing", async ({path}) => {
    const shown = await browser.open(path, withoutScripts);
    expect(await shown.locator("input:visible, select:visible, button:visible").count()).toBe(0);
  });

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
  });
});
