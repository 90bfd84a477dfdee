import type {Page} from "playwright-core";

/** A figure that a reader can change. */
export interface Changeable {
  path: string;
  /** Its id. */
  figure: string;
}

/** One figure with a switch and one with a filter. */
export const changeable: readonly Changeable[] = [
  {path: "nb/dialogue", figure: "dialogue"},
  {path: "nb/before-after", figure: "before-after"},
];

/**
 * Changes a figure once: the first switch that is off, or the first filter to its next value.
 *
 * @returns milliseconds from the change to the first frame after the figure was redrawn
 */
export function changed(page: Page, {figure}: Changeable): Promise<number> {
  return page.evaluate(async (id) => {
    const drawn = document.querySelector<HTMLElement>(`[data-figure="${id}"]`);
    const control = document.querySelector<HTMLInputElement | HTMLSelectElement>(
      `[data-controls="${id}"] :is(select, input:not(:checked))`,
    );
    if (!drawn || !control) throw new Error(`nothing to change on this page: ${id}`);
    const redrawn = new Promise((resolve) =>
      new MutationObserver(resolve).observe(drawn, {attributeFilter: ["data-selection"]}),
    );
    const start = performance.now();
    if (control instanceof HTMLInputElement) control.click();
    else {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
      control.dispatchEvent(new Event("input", {bubbles: true}));
    }
    await redrawn;
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  }, figure);
}
