import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A size and a colour scheme that pages are looked at in. */
export interface Look {
  width: number;
  scheme: "light" | "dark";
}

export const looks: readonly Look[] = [1280, 390].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({width, scheme})),
);

/** Rules whose answer depends on colours, which are all that a colour scheme changes. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong with a page as it stands: rule and element.
 *
 * @param rules ids of axe's rules, if not all are asked
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const {axe} = window as unknown as {axe: typeof import("axe-core")};
    const {violations} = await axe.run(document, {resultTypes: ["violations"], ...(runOnly && {runOnly})});
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
  }, rules);
}

/** Puts a page into a look, and says what axe finds wrong with it; of a second scheme of a width, with its colours. */
export async function violationsIn(page: Page, {width, scheme}: Look, before?: Look): Promise<string[]> {
  await page.setViewportSize({width, height: 900});
  await page.emulateMedia({colorScheme: scheme});
  return violations(page, before?.width === width ? rulesOfColour : undefined);
}
