import {refusedNotice} from "../../lib/language/liveWords.js";
import type {Refused} from "../../lib/selection.js";
import {madeUpKey} from "../markup/standInMark.js";
import {notify, pageLang} from "./announce.js";

/**
 * Puts a new query into the address; the page stays where it is.
 *
 * @param isStep false for what the way back should skip, such as the places that a slider passes
 */
export function writeSearch(search: string, {isStep = true} = {}): void {
  if (search === location.search) return;
  const address = `${location.pathname}${search}${location.hash}`;
  if (isStep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** Forms that share the address of a page: those of figures, and the search. */
const forms = "form[data-controls], form[data-search]";

/** Keys of every control on the page, and that by which the address of a figure alone asks for controls. */
function keysOnPage(): Set<string | undefined> {
  const controls = [...document.querySelectorAll(forms)].flatMap((form) => [
    ...form.querySelectorAll<HTMLElement>("[data-key]"),
  ]);
  return new Set(["controls", ...controls.map(({dataset}) => dataset.key)]);
}

/** Tells in a form what of the address could not be used: what the form refused, and what nothing on the page knows. */
export function notifyRefused(form: HTMLFormElement, refused: readonly Refused[] = []): void {
  const notices = [...refused, ...unknownParameters(form)].map(({key, value}) => refusedNotice(key, value)[pageLang()]);
  notify(form, notices.join(" "));
}

/** Parameters that nothing on the page understands; the first form speaks for all. */
function unknownParameters(form: HTMLFormElement): Refused[] {
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
