import {refusedNotice} from "../lib/language/liveWords.js";
import {announce, notify, pageLang, writeSearch} from "./browser/pageParts.js";
import {understood, unknownParameters} from "./browser/unknownParameters.js";

/** The parameter that holds what is searched for. */
const key = "q";

/** Brings the search of the sources to life: what does not hold every word is hidden, and the address keeps the words. */
export function searchEntries(): void {
  const form = document.querySelector<HTMLFormElement>("[data-search]");
  const field = form?.elements.namedItem(key);
  if (!form || !(field instanceof HTMLInputElement)) throw new Error("no search on this page");
  const entries = [...document.querySelectorAll<HTMLElement>("[data-searched] > li")].map((element) => ({
    element,
    text: fold(element.textContent ?? ""),
  }));
  const show = () => {
    const sought = fold(field.value).split(/\s+/).filter(Boolean);
    for (const {element, text} of entries) element.hidden = !sought.every((word) => text.includes(word));
    const count = entries.filter(({element}) => !element.hidden).length;
    const said = sought.length === 0 ? "" : foundText(count, entries.length);
    const found = form.querySelector("[data-found]");
    if (found) found.textContent = said;
    announce(said);
  };
  const fromAddress = () => {
    field.value = new URLSearchParams(location.search).get(key) ?? field.value;
    notify(
      form,
      unknownParameters(form)
        .map(({key: name, value}) => refusedNotice(name, value)[pageLang()])
        .join(" "),
    );
    if (field.value) show();
  };
  field.addEventListener("input", () => {
    show();
    const parameters = new URLSearchParams(understood());
    if (field.value) parameters.set(key, field.value);
    else parameters.delete(key);
    writeSearch(parameters.size > 0 ? `?${parameters}` : "");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    field.value = "";
    fromAddress();
    show();
  });
  fromAddress();
}

/** Small letters, one kind of space: what a reader types is found however it is written. */
function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ");
}

function foundText(count: number, of: number): string {
  return pageLang() === "nb" ? `Viser ${count} av ${of} oppføringer` : `Showing ${count} of ${of} entries`;
}
