import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds wrong with a page as it stands: rule and element. The page’s context must bypass its policy. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({path: axe});
  return page.evaluate(async () => {
    const {axe} = window as unknown as {axe: typeof import("axe-core")};
    const {violations} = await axe.run(document);
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
  });
}
