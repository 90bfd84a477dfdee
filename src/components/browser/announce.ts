import type {Lang} from "../../lib/language/text.js";

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
