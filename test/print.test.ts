import {expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";

const browser = useBrowser();

it("the profile of the self-check is printed with what was ticked", async () => {
  const shown = await browser.open(`${pathOf("success-criteria", "nb")}#criteria=2.7`);
  await shown.emulateMedia({media: "print"});
  expect(await shown.locator("[data-profile]").innerText()).toMatch(/^Dere har 2 av 8 på plass/);
  expect(await shown.locator("[data-print]").isVisible()).toBe(false);
});
