import {liveWords} from "../lib/liveWords.js";
import {escapeHtml} from "../lib/markup.js";
import {isSameSelection, type Selection, selectionOf} from "../lib/selection.js";
import type {Lang} from "../lib/text.js";
import type {Drawing, LoadedFacts} from "./draw.js";
import type {DrawnWidth, FigurePart} from "./figureMarkup.js";
import {withMark} from "./madeUp.js";
import {announce, pageLang} from "./pageParts.js";
import type {TakeFormat} from "./takeMarkup.js";

export {controls} from "./controls.js";
export {criteriaCheck} from "./criteriaCheck.js";

/** Files that the browser reads the facts from when something is first redrawn: those that the figure needs. */
export type FactFiles = Partial<Record<keyof LoadedFacts, {json(): Promise<unknown>}>>;

/** Longer than this a reader is told that something is on its way. */
const patience = 120;

/** The latest choice for each figure: an older drawing that arrives late is thrown away. */
const latest = new WeakMap<Element, Selection>();

/**
 * Redraws a figure for what the reader chose, where it stands on the page.
 * While the choice is the one that the page was built with, nothing is loaded and nothing is drawn.
 *
 * @param selection may hold what other figures of the page are about as well
 */
export async function figure(
  id: string,
  {selection: chosen, facts}: {selection: Selection; facts: FactFiles},
): Promise<void> {
  const element = document.querySelector<HTMLElement>(`[data-figure="${id}"]`);
  if (!element) throw new Error(`no figure on this page: ${id}`);
  const selection = selectionOf(chosen, Object.keys(drawnFor(element)));
  bringActs(element, async () => ({id, facts: await load(facts), selection, lang: element.dataset.lang as Lang}));
  const isFirst = !latest.has(element);
  latest.set(element, selection);
  if (isSameSelection(selection, drawnFor(element))) return showPending(element, false);
  const waiting = setTimeout(() => showPending(element, true), patience);
  try {
    const announcement = await redraw(element, {id, selection, facts});
    if (announcement !== null && !isFirst) announce(announcement);
  } catch (error) {
    if (latest.get(element) === selection) showFailure(element);
    throw error;
  } finally {
    clearTimeout(waiting);
  }
}

/** @returns what to announce of what was drawn, or null when the reader has chosen something else since */
async function redraw(
  element: HTMLElement,
  {id, selection, facts}: {id: string; selection: Selection; facts: FactFiles},
): Promise<string | null> {
  const [{drawFigure}, loaded] = await Promise.all([import("./draw.js"), load(facts)]);
  if (latest.get(element) !== selection) return null;
  const drawing = {id, facts: loaded, selection, lang: element.dataset.lang as Lang};
  const {parts, title, announcement, testsSeen, formats, drawOthers} = await drawFigure(drawing, shownWidth(element));
  if (latest.get(element) !== selection) return null;
  for (const [name, part] of Object.entries(parts)) replacePart(element, name as FigurePart, part.html);
  element.dataset.selection = new URLSearchParams(selection).toString();
  showTestsSeen(testsSeen);
  bringDownloads(element, drawing, {title, formats});
  showPending(element, false);
  whenIdle(() => {
    if (latest.get(element) === selection) element.querySelector("[data-part=picture]")?.append(...drawOthers());
  });
  return announcement;
}

/** In the page’s own place for it. */
function showTestsSeen(text: string | null): void {
  const place = document.getElementById("tests-seen");
  if (place && text !== null) place.textContent = text;
}

/** The width whose drawing the reader sees; the others are drawn when there is nothing else to do. */
function shownWidth(element: HTMLElement): DrawnWidth {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return element.clientWidth >= widestNarrow * rem ? "wide" : "narrow";
}

/** From so many rem the style sheet shows the wide drawing. */
const widestNarrow = 45;

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, {timeout: 2000});
  else setTimeout(work, 200);
}

function drawnFor({dataset}: HTMLElement): Selection {
  return Object.fromEntries(new URLSearchParams(dataset.selection));
}

const loading = new WeakMap<FactFiles, Promise<LoadedFacts>>();

/** The facts, fetched once; a failed fetch may be tried again. */
function load(files: FactFiles): Promise<LoadedFacts> {
  const known = loading.get(files);
  if (known) return known;
  const parts = Object.entries(files).map(async ([part, file]) => [part, await file.json()]);
  const fetched = Promise.all(parts).then(
    (loaded) => Object.fromEntries(loaded) as LoadedFacts,
    (error) => {
      loading.delete(files);
      throw error;
    },
  );
  loading.set(files, fetched);
  return fetched;
}

/** Puts new content into a part. What had the focus in it has it again, if there is the like of it in the new. */
function replacePart(element: HTMLElement, name: FigurePart, html: string): void {
  const part = element.querySelector(`[data-part="${name}"]`);
  if (!part) return;
  const focused = part.contains(document.activeElement) ? (document.activeElement as Element) : null;
  const choose = focused?.getAttribute("data-choose") ?? focused?.closest("[data-choose]")?.getAttribute("data-choose");
  part.innerHTML = html;
  if (!focused) return;
  const again = choose && part.querySelector<SVGElement>(`a[data-choose="${choose}"], [data-choose="${choose}"] a`);
  (again || element.querySelector<HTMLElement>("summary"))?.focus();
}

function showPending(element: HTMLElement, isPending: boolean): void {
  element.setAttribute("aria-busy", String(isPending));
  const pending = element.querySelector<HTMLElement>(".pending");
  if (!pending) return;
  pending.hidden = !isPending;
  pending.textContent = liveWords.drawing[pageLang()];
}

/** What stands is for an earlier choice: said where it is seen, and where it is heard. */
function showFailure(element: HTMLElement): void {
  showPending(element, false);
  const pending = element.querySelector<HTMLElement>(".pending");
  if (pending) Object.assign(pending, {hidden: false, textContent: liveWords.drawingFailed[pageLang()]});
  announce(liveWords.drawingFailed[pageLang()]);
}

/** The downloads of a figure follow the choice: they are made when they are asked for. */
function bringDownloads(
  element: HTMLElement,
  drawing: Drawing,
  {title, formats}: {title: string; formats: readonly TakeFormat[]},
): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>("[data-take]")) {
    link.hidden = !formats.includes(link.dataset.take as TakeFormat);
    link.onclick = (event) => {
      event.preventDefault();
      save(drawing, link.dataset.take as TakeFormat);
    };
  }
  const embed = element.querySelector<HTMLTextAreaElement>("[data-embed]");
  if (!embed) return;
  const search = withMark(location.search, embed.dataset.embed).replaceAll("&", "&amp;");
  embed.value = embed.value
    .replace(/\.html[^"]*"/, () => `.html${search}"`)
    .replace(/title="[^"]*"/, () => `title="${escapeHtml(title)}"`);
}

/** What a figure can be made to do as it is now seen: its buttons. */
function bringActs(element: HTMLElement, drawing: () => Promise<Drawing>): void {
  for (const button of element.querySelectorAll<HTMLButtonElement>("[data-act]"))
    button.onclick = async () => {
      const {act} = await import("./draw.js");
      await act(button, element, await drawing());
    };
}

async function save(drawing: Drawing, format: TakeFormat): Promise<void> {
  const {fileOrNotice} = await import("./draw.js");
  const file = await fileOrNotice(drawing, format);
  if (!file) return;
  const url = URL.createObjectURL(file);
  const saved = document.createElement("a");
  saved.href = url;
  saved.download = `${drawing.id}.${format}`;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
