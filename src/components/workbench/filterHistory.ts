import {explorerWords} from "../../lib/language/explorerWords.js";
import {choose} from "../browser/clickToFilter.js";
import {pageLang} from "../browser/pageParts.js";
import {savedViews} from "./savedViews.js";

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
  const history = {past: [] as string[], future: [] as string[], now: serialize()};
  const show = () => {
    showChips(form, element);
    const isOn = {undo: history.past.length > 0, redo: history.future.length > 0, reset: history.now !== ""};
    for (const [name, can] of Object.entries(isOn)) setEnabled(button(element, name), can);
    if (button(element, "pivot")) setEnabled(button(element, "pivot"), canPivot(form));
  };
  const follow = () => {
    const next = serialize();
    if (next !== history.now) {
      history.past.push(history.now);
      history.future = [];
      history.now = next;
    }
    show();
  };
  const go = (from: string[], to: string[]) => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(history.now);
    history.now = next;
    apply(next);
  };
  form.addEventListener("input", follow);
  button(element, "undo").addEventListener("click", () => go(history.past, history.future));
  button(element, "redo").addEventListener("click", () => go(history.future, history.past));
  button(element, "reset").addEventListener("click", () => apply(""));
  element.querySelector('[data-trail="pivot"]')?.addEventListener("click", () => pivot(form));
  element.addEventListener("click", ({target}) => takeAway(form, target as Element));
  wireViews(form);
  show();
}

/** The list of saved views is made when it is first unfolded. */
function wireViews(form: HTMLFormElement): void {
  const views = form.querySelector<HTMLDetailsElement>("[data-views]");
  views?.addEventListener("toggle", () => savedViews(views), {once: true});
}

const button = (element: HTMLElement, name: string) =>
  element.querySelector(`[data-trail="${name}"]`) as HTMLButtonElement;

const sides = (form: HTMLFormElement) =>
  ["rows", "columns"].map((name) => form.elements.namedItem(name) as HTMLSelectElement);

/** True when what is down can be across and the other way round; without columns there is nothing to swap. */
function canPivot(form: HTMLFormElement): boolean {
  const [rows, columns] = sides(form);
  const has = ({options}: HTMLSelectElement, code: string) => [...options].some(({value}) => value === code);
  return rows.value !== columns.value && has(rows, columns.value) && has(columns, rows.value);
}

/** Sets the rows to what the columns were, and the columns to what the rows were. */
function pivot(form: HTMLFormElement): void {
  if (!canPivot(form)) return;
  const [rows, columns] = sides(form);
  [rows.value, columns.value] = [columns.value, rows.value];
  rows.dispatchEvent(new Event("input", {bubbles: true}));
}

/** A button that can do nothing is said to be off, and does nothing: switched off it would lose the focus it has. */
function setEnabled(element: HTMLButtonElement, isEnabled: boolean): void {
  element.setAttribute("aria-disabled", String(!isEnabled));
}

/** One chip for each box that is ticked, with the name of its filter, and one for the layer; and in each filter what is on. */
function showChips(form: HTMLFormElement, element: HTMLElement): void {
  const list = element.querySelector("ul") as HTMLUListElement;
  const chips = [...[...form.querySelectorAll<HTMLElement>(".boxes")].flatMap(chipsOf), ...layerChips(form)];
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
  const unfiltered = element.querySelector<HTMLElement>(".unfiltered");
  if (unfiltered) unfiltered.hidden = chips.length > 0;
}

function chipsOf(filter: HTMLElement): HTMLLIElement[] {
  const ticked = [...filter.querySelectorAll<HTMLInputElement>("input:checked")];
  const names = ticked.map((box) => box.closest("label")?.textContent?.trim() ?? "");
  const chosen = filter.querySelector<HTMLElement>(".chosen");
  if (chosen) chosen.textContent = names.length === 0 ? (chosen.dataset.all ?? "") : names.join(", ");
  const label = filter.querySelector("legend")?.textContent ?? "";
  return ticked.map((box, index) => chip(box, `${label}: ${names[index]}`));
}

/** A layer is a filter that is chosen in a menu: taken away, the menu says again what it said at first. */
function layerChips(form: HTMLFormElement): HTMLLIElement[] {
  const menu = form.elements.namedItem("layer");
  if (!(menu instanceof HTMLSelectElement)) return [];
  const [chosen] = menu.selectedOptions;
  const initial = [...menu.options].find(({defaultSelected}) => defaultSelected);
  if (!chosen || !initial || chosen === initial) return [];
  const heading = chosen.closest("optgroup")?.label;
  return [chip({name: menu.name, value: initial.value}, `${heading}: ${chosen.text}`)];
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
  (left[Math.min(at, left.length - 1)] ?? form.querySelector<HTMLElement>(".boxes summary"))?.focus();
}
