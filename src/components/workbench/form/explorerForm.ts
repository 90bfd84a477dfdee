import {explorerWords} from "../../../lib/language/explorerWords.js";
import {pageLang} from "../../browser/announce.js";
import {clickToFilter} from "../../browser/clickToFilter.js";
import {filterHistory, type Said} from "./filterHistory.js";
import {onEnter} from "./onEnter.js";

/** Brings to life what the form of a workbench has beside its controls. */
export function explorerForm(form: HTMLFormElement, said: Said): void {
  filterHistory(form, said);
  clickToFilter(form);
  dropFilters(form, said);
  foldOverlays(form);
  searchOptions(form);
  addFilters(form);
  openSheet(form);
  offerAnswers(form);
  sortByHeads(form);
  pageColumns(form);
}

/** Where nobody is left, a button removes the filters that stand in the way. */
function dropFilters(form: HTMLFormElement, {serialize, apply}: Said): void {
  form.addEventListener("click", ({target}) => {
    const pressed = (target as Element).closest<HTMLElement>("[data-drop]");
    if (!pressed) return;
    const query = new URLSearchParams(serialize());
    for (const [key, code] of new URLSearchParams(pressed.dataset.drop)) query.set(key, code);
    apply(`?${query}`);
  });
}

/** What unfolds over what follows: boxes, and the lists of what a figure can be taken along as. */
const overlays = ":is(details.boxes, .actions > details:not(.views))[open]";

/** What unfolds over others is folded when the focus goes on, by Escape, and by a press elsewhere. */
function foldOverlays(form: HTMLFormElement): void {
  const boxesOf = (target: EventTarget | null) => (target as Element).closest<HTMLDetailsElement>(overlays);
  form.addEventListener("focusout", ({target, relatedTarget}) => {
    const boxes = boxesOf(target);
    if (boxes && relatedTarget && !boxes.contains(relatedTarget as Node)) boxes.open = false;
  });
  form.addEventListener("keydown", ({key, target}) => {
    const boxes = key === "Escape" ? boxesOf(target) : null;
    if (!boxes) return;
    boxes.open = false;
    boxes.querySelector("summary")?.focus();
  });
  // Chosen by a press, a list to choose one of folds, and uncovers what is below; by keys it stays.
  form.addEventListener("click", ({target, detail}) => {
    const boxes = (target as Element).matches("input[type=radio]") && detail > 0 ? boxesOf(target) : null;
    if (boxes) boxes.open = false;
  });
  document.addEventListener("pointerdown", ({target}) => {
    for (const boxes of form.querySelectorAll<HTMLDetailsElement>(overlays))
      if (!boxes.contains(target as Node)) boxes.open = false;
  });
}

/** A search field leaves in its list what has all words that are typed, in name, question or theme. */
function searchOptions(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>("[data-search-options]")) {
    const list = field.closest("fieldset") as HTMLElement;
    field.addEventListener("input", (event) => {
      event.stopPropagation();
      const words = field.value.toLowerCase().split(/\s+/);
      for (const label of list.querySelectorAll("label")) {
        const text = `${label.closest("[role=group]")?.getAttribute("aria-label")} ${label.textContent}`.toLowerCase();
        label.hidden = !words.every((word) => text.includes(word));
      }
      for (const group of list.querySelectorAll<HTMLElement>("[role=group]"))
        group.hidden = !group.querySelector("label:not([hidden])");
    });
    onEnter(field, () => list.querySelector<HTMLInputElement>("label:not([hidden]) input")?.click());
  }
}

/** A filter is out of sight until it is added, and again when nothing is chosen in it. */
function addFilters(form: HTMLFormElement): void {
  const menu = form.querySelector<HTMLSelectElement>("[data-add-filter]");
  if (!menu) return;
  const filters = [...form.querySelectorAll<HTMLDetailsElement>(".filters > details")];
  const hideUnused = (except?: HTMLDetailsElement) => {
    for (const filter of filters)
      filter.hidden = filter !== except && !filter.querySelector("input:checked") && !filter.open;
  };
  menu.addEventListener("change", () => {
    const added = filters.find(({dataset}) => dataset.key === menu.value);
    menu.value = "";
    hideUnused(added);
    if (!added) return;
    added.open = true;
    added.querySelector<HTMLInputElement>("input")?.focus();
  });
  menu.addEventListener("input", (event) => event.stopPropagation());
  form.addEventListener("input", () => hideUnused());
  hideUnused();
}

/** On a narrow screen the controls are a sheet over the page, which a bar at its foot opens. */
function openSheet(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>(".bar button");
  const rail = form.querySelector<HTMLElement>(".rail");
  if (!button || !rail) return;
  const open = (isOpen: boolean) => {
    rail.classList.toggle("open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) form.querySelector("[data-figure]")?.scrollIntoView();
    (isOpen ? rail.querySelector<HTMLElement>("summary") : button)?.focus({preventScroll: true});
  };
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") === "false"));
  rail.querySelector("[data-close]")?.addEventListener("click", () => open(false));
  rail.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && rail.classList.contains("open") && !event.defaultPrevented) open(false);
  });
}

/** Of the answers those to the question that is chosen, and of what to compare with the groups that there are. */
function offerAnswers(form: HTMLFormElement): void {
  const show = () => {
    for (const [menu, of] of [
      ["answer", "rows"],
      ["compare", "columns"],
      ["sort", "columns"],
    ]) {
      const variable = form.querySelector<HTMLInputElement>(`[name=${of}]:checked, select[name=${of}]`)?.value;
      for (const group of form.querySelectorAll<HTMLOptGroupElement>(`select[name=${menu}] optgroup`))
        group.hidden = !group.querySelector("option")?.value.startsWith(`${variable}.`);
    }
  };
  form.addEventListener("input", show);
  show();
}

/** A press on the head of a column puts the rows in its order: the greatest first, then the least. */
function sortByHeads(form: HTMLFormElement): void {
  const [order, sort] = ["order", "sort"].map((name) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`));
  if (!order || !sort) return;
  form.querySelector("[data-part=table]")?.addEventListener("click", ({target}) => {
    const pressed = target as Element;
    const head = pressed.closest<HTMLElement>(".crosstab thead th.number");
    if (!head || pressed.closest("input, button, label")) return;
    const {variable, category} = head.dataset;
    const wanted = variable ? `${variable}.${category}` : "all";
    order.value = sort.value === wanted && order.value === "most" ? "least" : "most";
    sort.value = wanted;
    sort.dispatchEvent(new Event("input", {bubbles: true}));
  });
}

/** Over a table that is wider than its place are buttons to the columns before and after; over another, how it is sorted. */
function pageColumns(form: HTMLFormElement): void {
  const region = form.querySelector<HTMLElement>("[data-part=table]");
  const pager = form.querySelector<HTMLElement>(".pager");
  if (!region || !pager) return;
  const said = pager.querySelector("span") as HTMLElement;
  const buttons = [...pager.querySelectorAll("button")];
  for (const [at, button] of buttons.entries())
    button.addEventListener("click", () => region.scrollBy({left: (at === 0 ? -0.7 : 0.7) * region.clientWidth}));
  const lang = pageLang();
  const follow = () => {
    const {scrollLeft, scrollWidth, clientWidth} = region;
    const hidden = scrollWidth - clientWidth;
    const isSorted = region.querySelector(".crosstab thead th.number") !== null;
    said.textContent = hidden > 1 ? explorerWords.wideTable[lang] : isSorted ? explorerWords.sortByHead[lang] : "";
    for (const [at, button] of buttons.entries()) {
      button.hidden = hidden < 2;
      button.setAttribute("aria-disabled", String(at === 0 ? scrollLeft < 2 : scrollLeft > hidden - 2));
    }
  };
  region.addEventListener("scroll", follow, {passive: true});
  new ResizeObserver(follow).observe(region);
  new MutationObserver(follow).observe(region, {childList: true});
  follow();
}
