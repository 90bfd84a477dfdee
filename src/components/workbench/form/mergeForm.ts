import {mergeWords as say} from "../../../lib/language/explorerWords.js";
import {longestName, type NamedCodes, readText, splitCodes, writeText} from "../../../lib/selection.js";
import {announce, pageLang} from "../../browser/announce.js";
import type {NameAsked} from "../../browser/suggestName.js";
import {choicesIn} from "../../markup/formSelection.js";
import {onEnter} from "./onEnter.js";

/*
 * Categories are merged where they are seen: in the heads of the table’s rows and columns. A button puts a box at each; of
 * what is ticked, a bar makes one, under a suggested name or the reader’s. A merged line has a button that splits it. The
 * form keeps the merged groups in a hidden field, and the address follows it as it follows every other field.
 */

/** Brings merging to life in a form that has a table and the hidden field. */
export function mergeForm(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>("input[type=hidden][name=merge]");
  const region = form.querySelector<HTMLElement>("[data-part=table]");
  const tools = form.querySelector<HTMLElement>(".table-tools");
  if (!field || !region || !tools) return;
  const known = codesIn(form, field.name);
  const bar = barIn(tools);
  const followTicks = () => follow(form, bar, tickedIn(region), known);
  const show = () => {
    showHeads(region, known, isOn(bar));
    followTicks();
  };
  const change = (heads: readonly HTMLElement[], said: string, name?: string) => {
    bar.mode.focus();
    field.value = writeText(regrouped(readText(field.value), heads, name));
    field.dispatchEvent(new Event("input", {bubbles: true}));
    announce(said);
  };
  const merge = () => {
    const ticked = tickedIn(region);
    if (ticked.length > 1) change(ticked, say.merged[pageLang()], takeName(bar.name));
  };
  bar.merge.addEventListener("click", merge);
  onEnter(bar.name, merge);
  bar.mode.addEventListener("click", show);
  region.addEventListener("input", (event) => {
    const box = event.target as HTMLElement;
    if (!box.matches("[data-tick]")) return;
    event.stopPropagation();
    tickOneSide(region, box);
    followTicks();
  });
  region.addEventListener("click", ({target}) => {
    const head = (target as Element).closest(".split")?.closest("th");
    if (head) change([head], say.isSplit[pageLang()]);
  });
  new MutationObserver(show).observe(region, {childList: true});
  show();
}

/** What a field of the form can be set to. */
const codesIn = (form: HTMLFormElement, name: string) =>
  choicesIn(form)
    .find(({key}) => key === name)
    ?.options.map(({code}) => code) ?? [];

const isOn = ({mode}: Bar) => mode.getAttribute("aria-pressed") === "true";

/** What the reader calls the ticked categories, or "" when the suggested name was kept; the field is cleared for the next. */
function takeName(field: HTMLInputElement): string {
  const name = field.value === field.dataset.suggested ? "" : field.value;
  Object.assign(field, {value: ""}).dataset.suggested = "";
  return name;
}

const codesOf = ({dataset}: HTMLElement) => splitCodes(dataset.category ?? "");

/**
 * Groups with the categories of some heads as one under a name, or split where no name is given. A category is in one group
 * only.
 */
function regrouped(groups: readonly NamedCodes[], heads: readonly HTMLElement[], name?: string): NamedCodes[] {
  const variable = heads[0].dataset.variable ?? "";
  const codes = heads.flatMap(codesOf);
  const others = groups.filter(
    (group) => group.variable !== variable || !group.codes.some((code) => codes.includes(code)),
  );
  return name === undefined ? others : [...others, {variable, codes, name}];
}

/** Heads that are ticked, each category once however many tables it heads. */
function tickedIn(region: HTMLElement): HTMLElement[] {
  const heads = [...region.querySelectorAll<HTMLElement>("th:has([data-tick]:checked)")];
  return [...new Map(heads.map((head) => [head.dataset.category, head])).values()];
}

/** Only categories of one variable are merged: a tick at another begins anew. */
function tickOneSide(region: HTMLElement, box: HTMLElement): void {
  const variable = box.closest("th")?.dataset.variable;
  for (const head of tickedIn(region))
    if (head.dataset.variable !== variable)
      for (const other of head.querySelectorAll<HTMLInputElement>("[data-tick]")) other.checked = false;
}

interface Bar {
  mode: HTMLButtonElement;
  hint: HTMLElement;
  offer: HTMLElement;
  name: HTMLInputElement;
  merge: HTMLButtonElement;
}

function barIn(tools: HTMLElement): Bar {
  const lang = pageLang();
  const button = (text: string) => make("button", {type: "button", textContent: text});
  const bar = {
    mode: button(say.mode[lang]),
    hint: make("span", {textContent: say.hint[lang]}),
    offer: make("span", {className: "offer"}),
    name: make("input", {type: "text", maxLength: longestName}),
    merge: button(say.merge[lang]),
  };
  bar.mode.setAttribute("aria-pressed", "false");
  bar.mode.addEventListener("click", () => bar.mode.setAttribute("aria-pressed", String(!isOn(bar))));
  const label = make("label", {textContent: `${say.name[lang]} `});
  label.append(bar.name);
  bar.offer.append(label, " ", bar.merge);
  bar.name.addEventListener("input", (event) => event.stopPropagation());
  const whole = make("div", {className: "merging"});
  whole.append(bar.mode, " ", bar.hint, bar.offer);
  tools.prepend(whole);
  return bar;
}

function make<Tag extends "button" | "span" | "input" | "label" | "div">(tag: Tag, own: object) {
  return Object.assign(document.createElement<Tag>(tag), own);
}

/** A box at each head that can be merged, and at each that is, a button that splits it. */
function showHeads(region: HTMLElement, known: readonly string[], areTicked: boolean): void {
  const lang = pageLang();
  for (const old of region.querySelectorAll("th > .tick, th > .split")) old.remove();
  for (const head of region.querySelectorAll<HTMLElement>("th[data-category]")) {
    const codes = codesOf(head);
    if (!codes.every((code) => known.includes(`${head.dataset.variable}-${code}`))) continue;
    const name = head.firstChild?.textContent?.trim() ?? "";
    if (codes.length > 1) {
      const split = make("button", {type: "button", className: "split", textContent: say.split[lang]});
      split.setAttribute("aria-label", `${say.split[lang]}: ${name}`);
      head.append(split);
    }
    if (!areTicked) continue;
    const box = make("input", {type: "checkbox"});
    box.dataset.tick = "";
    box.setAttribute("aria-label", `${say.merge[lang]}: ${name}`);
    const label = make("label", {className: "tick"});
    label.append(box);
    head.append(label);
  }
}

/** Offers what is ticked as one, under the name that it would have. */
async function follow(
  form: HTMLFormElement,
  bar: Bar,
  ticked: readonly HTMLElement[],
  known: readonly string[],
): Promise<void> {
  bar.hint.hidden = !isOn(bar) || ticked.length > 1;
  bar.offer.hidden = ticked.length < 2;
  if (ticked.length < 2) return;
  const asked = ticked.map(({dataset}) => dataset.category).join();
  bar.offer.dataset.asked = asked;
  const suggested = (await suggestionFor(form, ticked, known)).slice(0, longestName);
  if (bar.offer.dataset.asked !== asked) return;
  if (bar.name.value === (bar.name.dataset.suggested ?? "")) bar.name.value = suggested;
  bar.name.dataset.suggested = suggested;
  announce(say.ticked[pageLang()](ticked.length, suggested));
}

/** What the table would call the ticked categories: asked of the figure, whose code is not fetched with this. */
function suggestionFor(
  form: HTMLFormElement,
  ticked: readonly HTMLElement[],
  known: readonly string[],
): Promise<string> {
  return new Promise((answer) => {
    const detail: NameAsked = {
      variable: ticked[0].dataset.variable ?? "",
      codes: ticked.flatMap(codesOf),
      known,
      answer,
    };
    form.querySelector("[data-figure]")?.dispatchEvent(new CustomEvent("nameasked", {detail}));
  });
}
