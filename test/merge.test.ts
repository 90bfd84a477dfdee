import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {pathOf} from "../src/lib/pages.js";
import {useBrowser} from "./support/browser.js";
import {drawn, searchOf, tableRows, trailButton} from "./support/explorerPage.js";

describe("a reader who merges in the table", () => {
  const browser = useBrowser();
  const open = async (search: string, lang: "nb" | "en" = "en") => {
    const page = await browser.open(`${pathOf("explore", lang)}${search}`);
    await page.mouse.move(700, 500); // what merges is fetched when a reader moves about
    return page;
  };
  const mode = (page: Page) => page.locator(".merging [aria-pressed]");
  const box = (page: Page, variable: string, code: string) =>
    page.locator(`th[data-variable="${variable}"][data-category="${code}"] [data-tick]`);
  const labels = async (page: Page) => (await tableRows(page, "explore")).map(([label]) => label);

  async function merge(page: Page, codes: readonly string[], {variable, name}: {variable: string; name?: string}) {
    for (const code of codes) await box(page, variable, code).check();
    const field = page.locator(".merging input");
    await expect.poll(() => field.inputValue()).not.toBe("");
    const suggested = await field.inputValue();
    if (name !== undefined) await field.fill(name);
    await field.press("Enter");
    return suggested;
  }

  it("makes named groups of one question, finds them again, splits one, and takes that back", async () => {
    const page = await open("?view=table&rows=experience&columns=none");
    await mode(page).click();
    await merge(page, ["very_negative", "negative"], {variable: "experience", name: "Bad * <i>"});
    const bad = "experience-very_negative.negative-Bad _s <i>";
    await drawn(page, "explore", {merge: bad});
    const suggested = await merge(page, ["positive", "very_positive"], {variable: "experience"});
    const merge2 = `${bad}*experience-positive.very_positive`;
    await drawn(page, "explore", {merge: merge2});
    expect(new URLSearchParams(searchOf(page)).get("merge")).toBe(merge2);
    const again = await open(searchOf(page));
    await expect.poll(() => labels(again)).toEqual(await labels(page)); // the buttons that split come last
    expect((await labels(again)).join("\n")).toMatch(`Bad * <i>`);
    expect((await labels(again)).join("\n")).toMatch(suggested);
    await again.locator("th", {hasText: "Bad * <i>"}).locator(".split").click();
    await drawn(again, "explore", {merge: "experience-positive.very_positive"});
    await trailButton(again, "undo").click();
    await drawn(again, "explore", {merge: merge2});
  });

  it("has a category in one group only, and categories of one question in a group", async () => {
    const page = await open("?view=table&rows=experience&columns=strategy");
    await mode(page).click();
    await merge(page, ["very_negative", "negative"], {variable: "experience"});
    await drawn(page, "explore", {merge: "experience-very_negative.negative"});
    await merge(page, ["very_negative.negative", "neither"], {variable: "experience"});
    await drawn(page, "explore", {merge: "experience-very_negative.negative.neither"});
    await box(page, "experience", "positive").check();
    await box(page, "strategy", "later").check();
    expect(await box(page, "experience", "positive").isChecked()).toBe(false);
    await merge(page, ["none"], {variable: "strategy"});
    await drawn(page, "explore", {merge: "experience-very_negative.negative.neither*strategy-later.none"});
  });

  it("counts who ticked any of several channels once", async () => {
    const page = await open("?view=table&rows=channels&columns=none", "nb");
    await mode(page).click();
    expect(await merge(page, ["facebook", "twitter"], {variable: "channels"})).toBe("Facebook eller Twitter");
    await drawn(page, "explore", {merge: "channels-facebook.twitter"});
    const shareOf = async (label: string) =>
      Number((await tableRows(page, "explore")).find(([name]) => name.startsWith(label))?.[1].match(/\d+/)?.[0]);
    const either = await shareOf("Facebook eller Twitter");
    await trailButton(page, "undo").click();
    await drawn(page, "explore", {rows: "channels", columns: "none"});
    await expect.poll(() => shareOf("Twitter")).toBeGreaterThan(0);
    expect(either).toBeGreaterThanOrEqual(await shareOf("Facebook"));
    expect(either).toBeLessThanOrEqual(100);
  });
});
