import {type ChoiceCodes, parseSelection, type Selection, serializeSelection} from "../../lib/selection.js";
import {choicesIn, select, selectionIn, shareOptions} from "../markup/formSelection.js";
import type {Said} from "../workbench/form/filterHistory.js";
import {notifyRefused, understood, writeSearch} from "./address.js";
import {notify} from "./announce.js";
import {whenNear} from "./when.js";

/** A form whose value is what the reader chose, as Framework's `Generators.input` expects it. */
export type Controls = HTMLFormElement & {value: Selection};

/**
 * Brings a figure's controls to life where they stand: the address sets them, and they set the address.
 *
 * @param figureId the figure they belong to
 * @throws when the page has no such controls
 */
export function controls(figureId: string): Controls {
  const form = document.querySelector<Controls>(`[data-controls="${figureId}"]`);
  if (!form && document.querySelector(`[data-figure="${figureId}"]`)) return nothingToChoose();
  if (!form) throw new Error(`no controls on this page: ${figureId}`);
  shareOptions(form);
  const choices = choicesIn(form);
  Object.defineProperty(form, "value", {get: () => selectionIn(form, choices)});
  startFromAddress(form, choices);
  showValues(form);
  form.addEventListener("input", (event) => {
    showValues(form);
    if (event instanceof CustomEvent) return;
    notify(form, "");
    const {target} = event;
    const isSliding = target instanceof HTMLInputElement && target.type === "range";
    writeSearch(serializeSelection(form.value, choices, understood()), {isStep: !isSliding});
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  wireExplorer(form, {
    serialize: () => serializeSelection(form.value, choices),
    apply: (query) => {
      select(form, parseSelection(query, choices).selection);
      form.dispatchEvent(new Event("input", {bubbles: true}));
    },
  });
  addEventListener("popstate", () => {
    followAddress(form, choices);
    form.dispatchEvent(followed());
  });
  return form;
}

/** Where the address says nothing, what was chosen before the script ran is kept. */
function startFromAddress(form: Controls, choices: readonly ChoiceCodes[]): void {
  const early = form.value;
  followAddress(form, choices);
  if (location.search !== "") return;
  select(form, early);
  writeSearch(serializeSelection(form.value, choices), {isStep: false});
}

/** Sets a form to what the address says, and tells what could not be used of it. */
function followAddress(form: Controls, choices: readonly ChoiceCodes[]): void {
  const {selection, refused} = parseSelection(location.search, choices);
  select(form, selection);
  notifyRefused(form, refused);
  unfold(
    form,
    choices.filter(({key, initial}) => selection[key] !== initial),
  );
}

/** Opens what is folded around choices that the address makes, so that they are seen. */
function unfold(form: Controls, chosen: readonly ChoiceCodes[]): void {
  for (const {key} of chosen)
    for (let at = form.querySelector(`[data-key="${key}"]`)?.parentElement; at; at = at.parentElement)
      if (at.matches("details.conditions, details.fold")) at.setAttribute("open", "");
}

/** What only explorers have (chips, ways back, boxes, pictures to press) is fetched only where one is. */
function wireExplorer(form: HTMLFormElement, said: Said): void {
  if (!form.querySelector("[data-trail-of]") && !document.querySelector("[data-choose]")) return;
  import("../workbench/form/explorerForm.js").then(({explorerForm}) => explorerForm(form, said));
  whenNear(form, async () => (await import("../workbench/form/mergeForm.js")).mergeForm(form));
  const views = form.querySelector<HTMLDetailsElement>("[data-views]");
  if (!views) return;
  const wireViews = async () => (await import("../workbench/form/savedViews.js")).savedViews(views);
  if (views.open) wireViews();
  else views.addEventListener("toggle", wireViews, {once: true});
}

/** A form that follows the address does not write it: that would push a history entry. */
const followed = () => new CustomEvent("input");

/** The form of a figure in which there is nothing to choose, as when its file is protected. */
function nothingToChoose(): Controls {
  return Object.assign(document.createElement("form"), {value: {}});
}

/** The number that each slider is at. */
function showValues(form: HTMLFormElement): void {
  for (const slider of form.querySelectorAll<HTMLInputElement>("input[type=range]")) {
    const output = slider.parentElement?.querySelector("output");
    if (output) output.textContent = slider.value;
  }
}
