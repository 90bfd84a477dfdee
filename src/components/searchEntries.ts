import {fold} from "../lib/language/fold.js";
import type {Refused} from "../lib/selection.js";
import {notifyRefused, understood, writeSearch} from "./browser/address.js";
import {announce, pageLang} from "./browser/announce.js";

type Field = HTMLInputElement | HTMLSelectElement;

/** The parameter that holds the words that are searched for; each other field is a filter, named for what entries carry. */
const wordsKey = "q";

/**
 * Brings the search of a page's lists to life: what does not hold every word and every filter is hidden, folded lists with
 * something in them are opened, and the address keeps what is asked. A link to an entry opens the list it stands in.
 */
export function searchEntries(): void {
  const form = document.querySelector<HTMLFormElement>("[data-search]");
  if (!form) throw new Error("no search on this page");
  const fields = [...form.querySelectorAll<Field>("input, select")];
  const entries = [...document.querySelectorAll<HTMLElement>("[data-searched] > li")].map((element) => ({
    element,
    text: fold(element.textContent ?? ""),
  }));
  const groups = [...document.querySelectorAll<HTMLDetailsElement>("details:has([data-searched])")];
  const openAtFirst = groups.filter(({open}) => open);
  const show = () => {
    const isAsked = fields.some(({value}) => value.trim() !== "");
    for (const {element, text} of entries) element.hidden = !fields.every((field) => isFound(field, element, text));
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-searched] > li:not([hidden])");
      group.open = isAsked || openAtFirst.includes(group);
    }
    tell(form, isAsked ? foundText(entries.filter(({element}) => !element.hidden).length, entries.length) : "");
  };
  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) field.value = asked.get(field.name) ?? "";
    notifyRefused(form, refusedOf(fields, asked));
    if (fields.some(({value}) => value)) show();
  };
  form.addEventListener("input", () => {
    show();
    writeSearch(searchOf(fields));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    fromAddress();
    show();
  });
  fromAddress();
  addEventListener("hashchange", openTarget);
  openTarget();
}

function isFound(field: Field, element: HTMLElement, text: string): boolean {
  if (field.name !== wordsKey) return field.value === "" || element.dataset[field.name] === field.value;
  const sought = fold(field.value).split(/\s+/).filter(Boolean);
  return sought.every((word) => text.includes(word));
}

/** Filters that the address asks for and the page has not. */
function refusedOf(fields: readonly Field[], asked: URLSearchParams): Refused[] {
  return fields.flatMap(({name, value}) => {
    const wanted = asked.get(name) ?? "";
    return wanted === value ? [] : [{key: name, value: wanted}];
  });
}

function searchOf(fields: readonly Field[]): string {
  const parameters = new URLSearchParams(understood());
  for (const {name, value} of fields) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  return parameters.size > 0 ? `?${parameters}` : "";
}

/** Says how many entries there are, and offers the same words to the page that can be searched too. */
function tell(form: HTMLFormElement, said: string): void {
  const found = form.querySelector("[data-found]");
  if (found) found.textContent = said;
  announce(said);
  const also = form.querySelector<HTMLAnchorElement>("[data-also]");
  const words = form.querySelector<HTMLInputElement>(`[name=${wordsKey}]`)?.value ?? "";
  if (!also) return;
  also.hidden = words === "";
  also.search = words && `?${new URLSearchParams({[wordsKey]: words})}`;
}

function foundText(count: number, of: number): string {
  return pageLang() === "nb" ? `Viser ${count} av ${of} oppføringer` : `Showing ${count} of ${of} entries`;
}

/** Opens the folded list that the address leads into; what stands on another page now leads on to it. */
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  const target = document.getElementById(id);
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-moved]")];
  const link = links.find(
    (each) => target === each.closest("li") || (!target && id.startsWith(each.dataset.moved || "#")),
  );
  if (link) {
    location.replace(new URL(location.hash, link.href));
    return;
  }
  const group = target?.closest("details");
  if (!group) return;
  group.open = true;
  target?.scrollIntoView();
}
