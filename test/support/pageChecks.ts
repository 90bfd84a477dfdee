import type {Page} from "playwright-core";

/** Unfolds what figures stand in, as a reader does, with scripts or without. */
export async function unfoldFigures(page: Page): Promise<void> {
  const folded = page.locator("details.data:not([open]):has([data-figure]) > summary");
  while (await folded.count()) await folded.first().click();
}

/** Sizes on screen of all text in a figure’s drawing that is seen, in CSS pixels. */
export async function textSizes(page: Page, id: string): Promise<number[]> {
  await unfoldFigures(page);
  return page.locator(`[data-figure=${id}] .drawing > svg:visible`).evaluate((svg) => {
    const drawing = svg as unknown as SVGSVGElement;
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    return [...drawing.querySelectorAll("text")]
      .filter(({textContent}) => textContent?.trim())
      .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale);
  });
}

/** How wide the page is, with what lies outside the window. */
export const pageWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Headings of tables, all unfolded, that take more lines than they have words. */
export async function brokenHeadings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const details of folded) details.open = true;
    const headings = [...document.querySelectorAll<HTMLElement>("th[scope=col]")].filter((each) =>
      each.checkVisibility(),
    );
    const broken = headings.filter((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      const tops = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
      return tops.size > (heading.textContent?.trim() ?? "").split(/[\s-]+/).length;
    });
    for (const details of folded) details.open = false;
    return broken.map(({textContent}) => textContent ?? "");
  });
}

/** With everything unfolded, how wide the page is, and the names of regions of which it has several. */
export async function unfolded(page: Page): Promise<{width: number; sameNames: string[]}> {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const details of folded) details.open = true;
    const textOf = (id: string) => document.getElementById(id)?.textContent ?? "";
    const names = [...document.querySelectorAll("[role=region]")]
      .filter((region) => region.checkVisibility())
      .map((region) => {
        const ids = region.getAttribute("aria-labelledby")?.split(" ");
        return ids?.map(textOf).join(" ") ?? region.getAttribute("aria-label") ?? "";
      });
    const width = document.documentElement.scrollWidth;
    for (const details of folded) details.open = false;
    return {width, sameNames: names.filter((name, at) => names.indexOf(name) < at)};
  });
}

/** The content security policy of a page, directive by directive. */
export async function policyOf(page: Page): Promise<Record<string, string>> {
  const policy = (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
  return Object.fromEntries(policy.split("; ").map((directive) => directive.split(/ (.*)/)));
}

/** What of an inline script, and of text handed to a timer, gets to run in a page. */
export function scriptsThatRan(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(window, {ran});
    const script = document.createElement("script");
    script.textContent = "window.ran.push('inline')";
    document.head.append(script);
    setTimeout("window.ran.push('evaluated')" as unknown as () => void);
    await new Promise((resolve) => setTimeout(resolve)); // timers of one delay run in the order they were set
    return ran;
  });
}
