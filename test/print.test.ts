import {describe, expect, it} from "vitest";
import {figures} from "../src/components/figures.js";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./browser.js";

describe("on paper", () => {
  const browser = useBrowser();

  it.each(figures)("the table of $id is open and its controls are gone", async ({id, page}) => {
    for (const javaScriptEnabled of [true, false]) {
      const shown = await browser.open(pathOf(page, "nb"), {javaScriptEnabled});
      await shown.emulateMedia({media: "print"});
      const figure = shown.locator(`#figure-${id}`);
      expect((await figure.locator("details.data table").boundingBox())?.height).toBeGreaterThan(40);
      expect(await figure.locator(".take").isVisible()).toBe(false);
      expect(await shown.locator("form.controls:visible, nav:visible").count()).toBe(0);
    }
  });

  it("the profile of the self-check is printed with what was ticked", async () => {
    const shown = await browser.open(`${pathOf("success-criteria", "nb")}#criteria=2.7`);
    await shown.emulateMedia({media: "print"});
    expect(await shown.locator("[data-profile]").innerText()).toMatch(/^Dere har 2 av 8 på plass/);
    expect(await shown.locator("[data-print]").isVisible()).toBe(false);
  });
});
