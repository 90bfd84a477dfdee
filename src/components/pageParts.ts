import type {Lang} from "../lib/text.js";

/** Language of the page, from its markup. */
export function pageLang(): Lang {
  return document.documentElement.lang === "en" ? "en" : "nb";
}

/** Says something once to a screen reader, when it has finished what it is saying. */
export function announce(text: string): void {
  const status = document.querySelector("#status");
  if (status) status.textContent = text;
}

/** Shows a notice in a form that a reader sees and hears, or takes it away. */
export function notify(form: Element, text: string): void {
  const notice = form.querySelector<HTMLElement>(".notice");
  if (!notice) return;
  notice.hidden = text === "";
  notice.textContent = text;
}

/**
 * Puts a new query into the address; the page stays where it is.
 *
 * @param isSliding true while a slider moves: the way back then skips what it passed
 */
export function writeSearch(search: string, {isSliding = false} = {}): void {
  if (search === location.search) return;
  const address = `${location.pathname}${search}${location.hash}`;
  if (isSliding) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

/** Puts a new query into the address, and has every control on the page follow it. */
export function showSearch(search: string): void {
  writeSearch(search);
  dispatchEvent(new PopStateEvent("popstate"));
}
