import type {Figure, FigureView} from "../src/components/figure.js";
import type {Selection} from "../src/lib/selection.js";
import {facts} from "./facts.js";

const views = new Map<string, FigureView>();

/** What a figure shows for a selection. Pages, embeds, downloads and notes of both languages ask for the same few. */
export function viewOf(figure: Figure, selection: Selection): FigureView {
  const key = `${figure.id}?${new URLSearchParams(selection)}`;
  const known = views.get(key);
  if (known) return known;
  const view = figure.view(facts, selection);
  views.set(key, view);
  return view;
}
