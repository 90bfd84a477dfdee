import {explorerWords} from "../../../lib/language/explorerWords.js";
import {uncapital} from "../../../lib/language/text.js";
import {pageLang} from "../../browser/announce.js";
import {choose} from "../../browser/clickToFilter.js";

/*
 * What a reader has chosen in a form, as chips that can each be taken away, and the ways back: undo, redo, reset.
 */

/** What a form says, as a query, and how to have it say something else. */
export interface Said {
  serialize(): string;
  apply(query: string): void;
}

/** Brings a form’s trail to life, if it has one. */
export function filterHistory(form: HTMLFormElement, {serialize, apply}: Said): void {
  const element = form.querySelector<HTMLElement>("[data-trail-of]");
  if (!element) return;
  const history = historyOf({serialize, apply});
  const show = () => {
    showChosen(form);
    showChips(form, element);
    for (const [name, can] of Object.entries(history.can())) setEnabled(button(element, name), can);
    if (button(element, "pivot")) setEnabled(button(element, "pivot"), canPivot(form));
  };
  form.addEventListener("input", () => {
    history.follow();
    show();
  });
  button(element, "undo").addEventListener("click", history.undo);
  button(element, "redo").addEventListener("click", history.redo);
  button(element, "reset").addEventListener("click", () => apply(""));
  element.querySelector('[data-trail="pivot"]')?.addEventListener("click", () => pivot(form));
  element.addEventListener("click", ({target}) => takeAway(form, target as Element));
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || isTyping(event.target)) return;
    event.preventDefault();
    if (event.shiftKey) history.redo();
    else history.undo();
  });
  show();
}

/** What a form has said, one after another, and the ways back and forth. */
function historyOf({serialize, apply}: Said) {
  let now = serialize();
  const past: string[] = [];
  const future: string[] = [];
  const go = (from: string[], to: string[]) => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(now);
    now = next;
    apply(next);
  };
  return {
    can: () => ({undo: past.length > 0, redo: future.length > 0, reset: now !== ""}),
    undo: () => go(past, future),
    redo: () => go(future, past),
    follow() {
      const next = serialize();
      if (next === now) return;
      past.push(now);
      future.length = 0;
      now = next;
    },
  };
}

/** True where the browser’s own undo is meant: in what is typed. */
const isTyping = (target: EventTarget | null) =>
  (target as Element).matches("textarea, input:not([type=radio], [type=checkbox], [type=range])");

const button = (element: HTMLElement, name: string) =>
  element.querySelector(`[data-trail="${name}"]`) as HTMLButtonElement;

/** The fields of what stands down and across: each a list of radio buttons, or a menu. */
const sides = (form: HTMLFormElement) =>
  ["rows", "columns"].map((name) => form.elements.namedItem(name) as RadioNodeList | HTMLSelectElement);

/** True when what is down can be across and the other way round; without columns there is nothing to swap. */
function canPivot(form: HTMLFormElement): boolean {
  const [rows, columns] = sides(form);
  const has = (side: RadioNodeList | HTMLSelectElement, code: string) =>
    [...(side as Iterable<Node>)].some((field) => (field as HTMLInputElement | HTMLOptionElement).value === code);
  return rows.value !== columns.value && has(rows, columns.value) && has(columns, rows.value);
}

/** Sets the rows to what the columns were and the columns to what the rows were. Shares stay those of the same groups. */
function pivot(form: HTMLFormElement): void {
  if (!canPivot(form)) return;
  const [rows, columns] = sides(form);
  [rows.value, columns.value] = [columns.value, rows.value];
  const measure = form.elements.namedItem("measure");
  if (measure instanceof HTMLSelectElement) measure.value = turned[measure.value] ?? measure.value;
  form.dispatchEvent(new Event("input", {bubbles: true}));
}

const turned: Record<string, string> = {columnPercent: "rowPercent", rowPercent: "columnPercent"};

/** A button that can do nothing is said to be off, and does nothing: switched off it would lose the focus it has. */
function setEnabled(element: HTMLButtonElement, isEnabled: boolean): void {
  element.setAttribute("aria-disabled", String(!isEnabled));
}

/** In the head of each list what is chosen in it, and in the bar of a narrow screen all of it in short. */
function showChosen(form: HTMLFormElement): void {
  for (const list of form.querySelectorAll(".boxes")) {
    const chosen = list.querySelector<HTMLElement>(".chosen");
    if (chosen) chosen.textContent = namesIn(list).join(", ") || (chosen.dataset.all ?? "");
  }
  const bar = form.querySelector("[data-says]");
  if (bar) bar.textContent = inShort(form);
}

/** “Strategy · by size · 2 filters”. */
function inShort(form: HTMLFormElement): string {
  const lang = pageLang();
  const nameOf = (key: string) => form.querySelector(`[data-key="${key}"] .chosen`)?.textContent ?? "";
  const columns = form.querySelector<HTMLInputElement>("[name=columns]:checked")?.value;
  const filters = form.querySelectorAll(".filters > details:has(:checked)").length;
  const {by, filtered} = explorerWords;
  return [
    nameOf("rows"),
    ...(columns && columns !== "none" ? [`${by[lang]} ${uncapital(nameOf("columns"))}`] : []),
    ...(filters > 0 ? [filtered[lang](filters)] : []),
  ].join(" · ");
}

/** The names of what is ticked in a list. */
const namesIn = (list: Element) =>
  [...list.querySelectorAll("label:has(:checked) > span")].map((name) => name.firstChild?.textContent?.trim() ?? "");

/** One chip for each box that is ticked in a filter, with the name of the filter, and one for each layer. */
function showChips(form: HTMLFormElement, element: HTMLElement): void {
  const list = element.querySelector("ul") as HTMLUListElement;
  const chips = [...[...form.querySelectorAll(".filters > details")].flatMap(chipsOf), ...layerChips(form)];
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
}

function chipsOf(filter: Element): HTMLLIElement[] {
  const names = namesIn(filter);
  const label = filter.querySelector("legend")?.textContent ?? "";
  return [...filter.querySelectorAll<HTMLInputElement>("input:checked")].map((box, index) =>
    chip(box, `${label}: ${names[index]}`),
  );
}

/** A layer is chosen in a menu: taken away, the menu says again what it said at first. */
function layerChips(form: HTMLFormElement): HTMLLIElement[] {
  return ["layer", "layer2"].flatMap((name) => {
    const menu = form.elements.namedItem(name);
    if (!(menu instanceof HTMLSelectElement)) return [];
    const [chosen] = menu.selectedOptions;
    const [initial] = menu.options;
    if (!chosen || chosen === initial) return [];
    const heading = chosen.value.includes("-") ? `${chosen.closest("optgroup")?.label}: ` : "";
    return [chip({name, value: initial.value}, `${heading}${chosen.text}`)];
  });
}

function chip({name, value}: {name: string; value: string}, text: string): HTMLLIElement {
  const item = document.createElement("li");
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.takeAway = `${name}=${value}`;
  made.textContent = text;
  made.setAttribute("aria-label", `${explorerWords.takeAway[pageLang()]}: ${text}`);
  item.append(made);
  return item;
}

/** Takes a filter away, and leaves the focus with the next one. */
function takeAway(form: HTMLFormElement, target: Element): void {
  const pressed = target.closest<HTMLElement>("[data-take-away]");
  if (!pressed) return;
  const [name, value] = (pressed.dataset.takeAway ?? "").split("=");
  const chips = [...form.querySelectorAll<HTMLElement>("[data-take-away]")];
  const at = chips.indexOf(pressed);
  choose(form, name, value);
  const left = [...form.querySelectorAll<HTMLElement>("[data-take-away]")];
  (left[Math.min(at, left.length - 1)] ?? form.querySelector<HTMLElement>("[data-add-filter]"))?.focus();
}
