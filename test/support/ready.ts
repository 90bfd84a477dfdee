import type {Page} from "playwright-core";

/**
 * Waits until a page that has loaded is ready for a reader: its cells have run, its figures and filters follow what is
 * chosen, and the browser has nothing left to do.
 */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(isAlive);
  await idle(page);
}

/**
 * Waits until two frames are painted and no script is due. A browser that paints nothing, because nothing changes, is
 * waited for no longer than two seconds.
 */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const painted = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, 2000))]);
    await new Promise((resolve) => requestIdleCallback(resolve, {timeout: 2000}));
  });
}

/** Runs in the page: true when each figure that can be changed is drawn for its address, and each filter has its chips. */
function isAlive(): boolean {
  const figures = [...document.querySelectorAll("[data-figure][data-selection]:not([data-selection=''])")];
  const chips = [...document.querySelectorAll<HTMLElement>("[data-trail-of] > .chips")];
  return (
    figures.every((figure) => figure.getAttribute("aria-busy") === "false") &&
    chips.every((list) => list.hidden || list.childElementCount > 0)
  );
}
