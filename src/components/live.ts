import {liveWords} from "../lib/language/liveWords.js";
import type {Lang} from "../lib/language/text.js";
import {escapeHtml} from "../lib/markup.js";
import {isSameSelection, type Selection, selectionOf} from "../lib/selection.js";
import type {Drawing} from "./browser/browserFigure.js";
import {announce, pageLang} from "./browser/pageParts.js";
import {whenIdle} from "./browser/whenIdle.js";
import {whenNear} from "./browser/whenNear.js";
import type {ExportFormat} from "./markup/downloadLinks.js";
import type {DrawnWidth, FigurePart} from "./markup/figureMarkup.js";
import {withMark} from "./markup/standInMark.js";

export {controls} from "./browser/controls.js";
export {criteriaCheck} from "./browser/criteriaCheck.js";

/** Longer than this a reader is told that something is on its way. */
const patience = 120;

/** The latest choice for each figure: an older drawing that arrives late is thrown away. */
const latest = new WeakMap<Element, Selection>();

/**
 * Redraws a figure for what the reader chose, where it stands on the page.
 * While the choice is the one that the page was built with, nothing is drawn.
 *
 * @param selection may hold what other figures of the page are about as well
 * @returns the figure’s element, at once
 * @throws Error when the page has no such figure
 */
export function figure(id: string, {selection: chosen}: {selection: Selection}): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-figure="${id}"]`);
  if (!element) throw new Error(`no figure on this page: ${id}`);
  const selection = selectionOf(chosen, Object.keys(drawnFor(element)));
  const drawing = {id, selection, lang: element.dataset.lang as Lang};
  wireActions(element, drawing);
  const isFirst = !latest.has(element);
  if (isFirst) whenNear(element, async () => (await import("./browser/draw.js")).prepare(drawing, shownWidth(element)));
  latest.set(element, selection);
  if (isSameSelection(selection, drawnFor(element))) showPending(element, false);
  else show(element, drawing, {isAnnounced: !isFirst});
  return element;
}

/** Draws a figure, and says what is shown or that it could not be drawn. */
async function show(element: HTMLElement, drawing: Drawing, {isAnnounced}: {isAnnounced: boolean}): Promise<void> {
  const {selection} = drawing;
  const waiting = setTimeout(() => showPending(element, true), patience);
  try {
    const announcement = await redraw(element, drawing);
    if (announcement !== null && isAnnounced) announce(announcement);
  } catch (error) {
    if (latest.get(element) === selection) showFailure(element);
    throw error;
  } finally {
    clearTimeout(waiting);
  }
}

/** @returns what to announce of what was drawn, or null when the reader has chosen something else since */
async function redraw(element: HTMLElement, drawing: Drawing): Promise<string | null> {
  const {selection} = drawing;
  const {drawFigure} = await import("./browser/draw.js");
  if (latest.get(element) !== selection) return null;
  const {parts, title, announcement, testsSeen, formats, drawOthers} = await drawFigure(drawing, shownWidth(element));
  if (latest.get(element) !== selection) return null;
  for (const [name, part] of Object.entries(parts)) replacePart(element, name as FigurePart, part.html);
  element.dataset.selection = new URLSearchParams(selection).toString();
  showTestsSeen(testsSeen);
  wireDownloads(element, drawing, {title, formats});
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

function drawnFor({dataset}: HTMLElement): Selection {
  return Object.fromEntries(new URLSearchParams(dataset.selection));
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
function wireDownloads(
  element: HTMLElement,
  drawing: Drawing,
  {title, formats}: {title: string; formats: readonly ExportFormat[]},
): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>("[data-take]")) {
    link.hidden = !formats.includes(link.dataset.take as ExportFormat);
    link.onclick = (event) => {
      event.preventDefault();
      save(drawing, link.dataset.take as ExportFormat);
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
function wireActions(element: HTMLElement, drawing: Drawing): void {
  for (const button of element.querySelectorAll<HTMLButtonElement>("[data-act]"))
    button.onclick = async () => {
      const {act} = await import("./browser/draw.js");
      await act(button, element, drawing);
    };
}

async function save(drawing: Drawing, format: ExportFormat): Promise<void> {
  const {fileOrNotice} = await import("./browser/draw.js");
  const file = await fileOrNotice(drawing, format);
  if (!file) return;
  const url = URL.createObjectURL(file);
  const saved = document.createElement("a");
  saved.href = url;
  saved.download = `${drawing.id}.${format}`;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
