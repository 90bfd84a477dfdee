import type {Refused} from "../../lib/selection.js";
import {madeUpKey} from "../markup/standInMark.js";

/** Forms that share the address of a page: those of figures, and the search. */
const forms = "form[data-controls], form[data-search]";

/** Keys of every control on the page. */
function keysOnPage(): Set<string | undefined> {
  const controls = [...document.querySelectorAll(forms)].flatMap((form) => [
    ...form.querySelectorAll<HTMLElement>("[data-key]"),
  ]);
  return new Set(controls.map(({dataset}) => dataset.key));
}

/** Parameters that nothing on the page understands; the first form speaks for all. */
export function unknownParameters(form: HTMLFormElement): Refused[] {
  if (form !== document.querySelector(forms)) return [];
  const known = keysOnPage();
  return [...new URLSearchParams(location.search)]
    .filter(([key]) => !known.has(key) && key !== madeUpKey)
    .map(([key, value]) => ({key, value}));
}

/** The present query without what nothing on the page understands: a refused parameter is not carried on. */
export function understood(): string {
  const known = keysOnPage();
  return new URLSearchParams([...new URLSearchParams(location.search)].filter(([key]) => known.has(key))).toString();
}
