import {liveWords} from "../lib/language/liveWords.js";
import type {Lang, Text} from "../lib/language/text.js";
import {isSameSelection, type Selection, selectionOf} from "../lib/selection.js";
import {announce, pageLang} from "./browser/announce.js";
import type {Drawing} from "./browser/fetchView.js";
import {whenNear} from "./browser/when.js";
import type {DrawnWidth} from "./markup/figureMarkup.js";

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
  if (isFirst)
    whenNear(element, async () => {
      const {answerNames, chartCard, prepare} = await import("./browser/draw.js");
      chartCard(element);
      answerNames(element, drawing);
      await prepare(drawing, shownWidth(element));
    });
  latest.set(element, selection);
  if (isSameSelection(selection, drawnFor(element))) showPending(element, null);
  else show(element, drawing, {isAnnounced: !isFirst});
  return element;
}

/** Draws a figure, and says what is shown or that it could not be drawn. */
async function show(element: HTMLElement, drawing: Drawing, {isAnnounced}: {isAnnounced: boolean}): Promise<void> {
  const {selection} = drawing;
  const isLatest = () => latest.get(element) === selection;
  const waiting = setTimeout(() => isLatest() && showPending(element, liveWords.drawing), patience);
  try {
    const announcement = await redraw(element, drawing, isLatest);
    if (announcement !== null && isAnnounced) announce(announcement);
  } catch (error) {
    if (isLatest()) {
      showPending(element, liveWords.drawingFailed); // what stands is for an earlier choice
      announce(liveWords.drawingFailed[pageLang()]);
    }
    throw error;
  } finally {
    clearTimeout(waiting);
  }
}

/** @returns what to announce of what was drawn; null when the reader has chosen something else since */
async function redraw(element: HTMLElement, drawing: Drawing, isLatest: () => boolean): Promise<string | null> {
  const {drawFigure, followDrawn} = await import("./browser/draw.js");
  if (!isLatest()) return null;
  const drawn = await drawFigure(drawing, shownWidth(element));
  if (!isLatest()) return null;
  element.dataset.selection = new URLSearchParams(drawing.selection).toString();
  followDrawn(element, drawing, drawn, () => isSameSelection(latest.get(element) ?? {}, drawing.selection));
  return drawn.announcement;
}

/** The width whose drawing the style sheet shows; the others are drawn when there is nothing else to do. */
function shownWidth(element: HTMLElement): DrawnWidth {
  const picture = element.querySelector(".picture") as HTMLElement;
  return getComputedStyle(picture).getPropertyValue("--drawing").trim() as DrawnWidth;
}

function drawnFor({dataset}: HTMLElement): Selection {
  return Object.fromEntries(new URLSearchParams(dataset.selection));
}

/** Says over the picture that another is on its way, or that it could not be drawn; nothing when it stands. */
function showPending(element: HTMLElement, said: Text | null): void {
  element.setAttribute("aria-busy", String(said === liveWords.drawing));
  const pending = element.querySelector<HTMLElement>(".pending");
  if (pending) Object.assign(pending, {hidden: !said, textContent: said?.[pageLang()]});
}

/** What a figure can be made to do as it is now seen: its buttons. */
function wireActions(element: HTMLElement, drawing: Drawing): void {
  for (const button of element.querySelectorAll<HTMLButtonElement>("[data-act]"))
    button.onclick = async () => (await import("./browser/draw.js")).runAction(button, element, drawing);
  const cite = element.querySelector<HTMLDetailsElement>("details.cite");
  if (!cite) return;
  const follow = async () => cite.open && (await import("./browser/draw.js")).showCitations(element, drawing);
  cite.ontoggle = follow;
  follow();
}
