import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Sizes and colour schemes that pages are looked at in. */
export const looks = [1280, 390].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({width, scheme})));

/** What axe finds wrong with a page as it stands: rule and element. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const {axe} = window as unknown as {axe: typeof import("axe-core")};
    const {violations} = await axe.run(document, {resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
  });
}
