import type {FigureFacts} from "../lib/facts.js";
import {isSameSelection, type Selection} from "../lib/selection.js";
import type {Lang} from "../lib/text.js";
import {words} from "../lib/words.js";
import type {FigurePart} from "./figureMarkup.js";
import {announce, pageLang} from "./pageParts.js";
import type {TakeFormat} from "./takeMarkup.js";

export {controls} from "./controls.js";
export {criteriaCheck} from "./criteriaCheck.js";
export {searchEntries} from "./searchEntries.js";

/** Files that the browser reads the facts from when something is first redrawn. */
export type FactFiles = {[Part in "summary" | "context"]: {json(): Promise<unknown>}};

/** Longer than this a reader is told that something is on its way. */
const patience = 120;

/** The latest choice for each figure: an older drawing that arrives late is thrown away. */
const latest = new WeakMap<Element, Selection>();

/**
 * Redraws a figure for what the reader chose, where it stands on the page.
 * While the choice is the one that the page was built with, nothing is loaded and nothing is drawn.
 */
export async function figure(id: string, {selection, facts}: {selection: Selection; facts: FactFiles}): Promise<void> {
  const element = document.querySelector<HTMLElement>(`[data-figure="${id}"]`);
  if (!element) throw new Error(`no figure on this page: ${id}`);
  const isFirst = !latest.has(element);
  latest.set(element, selection);
  if (isSameSelection(selection, drawnFor(element))) return;
  const isPending = setTimeout(() => showPending(element, true), patience);
  try {
    const [{drawFigure}, loaded] = await Promise.all([import("./draw.js"), load(facts)]);
    if (latest.get(element) !== selection) return;
    const {parts, title} = drawFigure({id, facts: loaded, selection, lang: element.dataset.lang as Lang});
    for (const [name, part] of Object.entries(parts)) replacePart(element, name as FigurePart, part.html);
    element.dataset.selection = new URLSearchParams(selection).toString();
    bringDownloads(element, {id, facts: loaded, selection, lang: element.dataset.lang as Lang});
    if (!isFirst) announce(title);
  } catch (error) {
    announce(words.drawingFailed[pageLang()]);
    throw error;
  } finally {
    clearTimeout(isPending);
    if (latest.get(element) === selection) showPending(element, false);
  }
}

function drawnFor({dataset}: HTMLElement): Selection {
  return Object.fromEntries(new URLSearchParams(dataset.selection));
}

let loading: Promise<FigureFacts> | undefined;

/** The facts, fetched once; a failed fetch may be tried again. */
function load({summary, context}: FactFiles): Promise<FigureFacts> {
  loading ??= Promise.all([summary.json(), context.json()]).then(
    ([first, second]) => ({summary: first, context: second}) as FigureFacts,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

function replacePart(element: HTMLElement, name: FigurePart, html: string): void {
  const part = element.querySelector(`[data-part="${name}"]`);
  if (part) part.innerHTML = html;
}

function showPending(element: HTMLElement, isPending: boolean): void {
  element.setAttribute("aria-busy", String(isPending));
  element.querySelector<HTMLElement>(".pending")?.toggleAttribute("hidden", !isPending);
}

/** The downloads of a figure follow the choice: they are made when they are asked for. */
function bringDownloads(
  element: HTMLElement,
  drawing: {id: string; facts: FigureFacts; selection: Selection; lang: Lang},
): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>("[data-take]")) {
    link.onclick = async (event) => {
      event.preventDefault();
      const {fileOf} = await import("./draw.js");
      const format = link.dataset.take as TakeFormat;
      const url = URL.createObjectURL(await fileOf(drawing, format));
      const saved = document.createElement("a");
      saved.href = url;
      saved.download = `${drawing.id}.${format}`;
      saved.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    };
  }
  const embed = element.querySelector<HTMLTextAreaElement>("[data-embed]");
  if (embed) embed.value = embed.value.replace(/\.html[^"]*"/, `.html${location.search.replaceAll("&", "&amp;")}"`);
}
