import {clickToFilter} from "../browser/clickToFilter.js";
import {filterHistory, type Said} from "./filterHistory.js";

/** Brings to life what the form of an explorer has beside its controls. */
export function explorerForm(form: HTMLFormElement, said: Said): void {
  filterHistory(form, said);
  clickToFilter(form);
  foldBoxes(form);
}

/** Boxes that unfold over others are folded when the focus goes on, and by Escape. */
function foldBoxes(form: HTMLFormElement): void {
  const boxesOf = (target: EventTarget | null) =>
    (target as Element).closest<HTMLDetailsElement>("details.boxes[open]");
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
}
