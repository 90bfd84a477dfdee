import {cardWords} from "../../lib/language/cardWords.js";
import {pageLang} from "./announce.js";
import {linksIn, moveFocus, setTabStop} from "./chartKeys.js";
import {cellOf, choiceOf, columnHead, linkOf, markAt} from "./chartMark.js";
import {choose, fieldOf, isTouch} from "./clickToFilter.js";

/*
 * A card beside what is pointed at, focused or touched in a picture. It says what the figure’s table says of the number, so
 * that nothing is sent twice.
 */

/** Milliseconds that a card stays when the pointer has left its mark, so that the pointer can reach it. */
const grace = 300;

/** Least distance from the mark and from the edge of the window, in pixels. */
const gap = 8;

interface Shown {
  figure: HTMLElement;
  mark: SVGElement;
  isTouched: boolean;
}

let shown: Shown | null = null;
let leaving: ReturnType<typeof setTimeout> | undefined;
let card: HTMLElement | undefined;

/** True while a finger is what presses: its card does not come back over what has just been filtered. */
let isByTouch = false;

/** Gives the picture of a figure its card, and makes one tab stop of its numbers. Done once for each figure. */
export function chartCard(figure: HTMLElement): void {
  if (figure.dataset.explores === undefined) return;
  figure.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "touch" ? null : markAt(event);
    if (mark) show({figure, mark, isTouched: false});
    else if (shown?.figure === figure) leave();
  });
  figure.addEventListener("pointerleave", leave);
  figure.addEventListener("click", (event) => press(figure, event));
  figure.addEventListener("focusin", ({target}) => follow(figure, target as Element));
  figure.addEventListener("focusout", ({relatedTarget}) => {
    if (!card?.contains(relatedTarget as Node)) hide();
  });
  figure.addEventListener("keydown", (event) => {
    isByTouch = false;
    const link = (event.target as Element).closest<SVGAElement>("svg.plot a");
    if (link && !event.ctrlKey && !event.altKey && moveFocus(figure, link, event.key)) event.preventDefault();
  });
  new MutationObserver(() => refresh(figure)).observe(figure, {attributeFilter: ["aria-busy"]});
  refresh(figure);
}

/** A press filters; a finger shows the card first, which has a button. Neither jumps to the table. */
function press(figure: HTMLElement, event: MouseEvent): void {
  isByTouch = isTouch(event);
  const mark = markAt(event);
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const form = formOf(figure);
  const choice = choiceOf(mark);
  if (isByTouch) {
    show({figure, mark, isTouched: true});
    linkOf(mark)?.focus({preventScroll: true});
  } else if (choice && form) choose(form, ...choice);
  if (choice || linkOf(mark)?.getAttribute("href")?.startsWith("#row-")) event.preventDefault();
}

/** The card of a link that has the focus, unless a pointer has just shown it where it is pressed. */
function follow(figure: HTMLElement, target: Element): void {
  const link = target.closest<SVGAElement>("svg.plot a");
  if (!link) return;
  setTabStop(linksIn(figure), link);
  if (isByTouch || (shown && linkOf(shown.mark) === link)) return;
  const isTouched = matchMedia("(hover: none)").matches;
  if (isTouched || link.matches(":focus-visible")) show({figure, mark: link, isTouched});
}

/** What a new picture needs: one tab stop, each link named by the sentence of its card, the card of what is pointed at. */
function refresh(figure: HTMLElement): void {
  if (figure.getAttribute("aria-busy") === "true") return;
  if (shown?.figure === figure && !shown.mark.isConnected) hide();
  const links = linksIn(figure);
  for (const link of links) {
    const said = factsOf(link);
    if (said)
      link.setAttribute("aria-label", [...said.lines, pressText(figure, link)?.press].filter(Boolean).join(". "));
  }
  const focused = links.find((link) => link === document.activeElement);
  setTabStop(links, focused ?? links[0]);
  const pointed = figure.querySelector<SVGElement>("svg.plot :is(a, [data-choose]):hover");
  if (isByTouch) return;
  if (pointed) show({figure, mark: pointed, isTouched: false});
  else if (focused) follow(figure, focused);
}

/** Group, answer, number with its interval, and what it rests on, as the table has them. */
function factsOf(mark: SVGElement): {name: string; lines: string[]} | null {
  const cell = cellOf(mark);
  const row = cell?.closest("tr");
  if (!cell || !row) return null;
  const lang = pageLang();
  const head = columnHead(cell);
  const number = textOf(cell.querySelector(".n"));
  const interval = textOf(cell.querySelector("small"));
  const value = interval ? `${number} (${cardWords.interval[lang]} ${interval})` : number;
  const said = textOf(cell.querySelector(".said")).replace(/^\(|\)$/g, "");
  const rests = said || textOf(cell.closest("table")?.querySelector("caption .rank") ?? null);
  const heads = [head && textOf(head), textOf(row.querySelector("th[scope=row]"))];
  const names = heads.filter((text): text is string => Boolean(text));
  return {name: names[0] ?? "", lines: [...names, value, rests].filter(Boolean)};
}

/** What is read of an element, without letters of columns. */
function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const letter of copy?.querySelectorAll(".letter, sup, button") ?? []) letter.remove();
  return copy?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

const formOf = ({dataset}: HTMLElement) =>
  document.querySelector<HTMLFormElement>(`[data-controls="${dataset.figure}"]`);

/** What a press does, as a hint and as the text of a button; null where it chooses nothing. */
function pressText(figure: HTMLElement, mark: SVGElement): {press: string; button: string} | null {
  const choice = choiceOf(mark);
  const form = formOf(figure);
  const field = choice && form && fieldOf(form, ...choice);
  if (!field) return null;
  const isOn = field instanceof HTMLInputElement && field.type === "checkbox" && field.checked;
  const lang = pageLang();
  const label = field.closest("label")?.querySelector("span") ?? field.closest("label");
  const name = field instanceof HTMLInputElement ? textOf(label) : (factsOf(mark)?.name ?? "");
  return isOn
    ? {press: cardWords.pressAll[lang], button: cardWords.showAll[lang]}
    : {press: cardWords.press[lang], button: cardWords.only[lang](name)};
}

function show(next: Shown): void {
  clearTimeout(leaving);
  if (shown?.mark === next.mark && shown.isTouched === next.isTouched) return;
  const facts = factsOf(next.mark);
  if (!facts) return;
  card ??= makeCard();
  const press = pressText(next.figure, next.mark);
  const isButton = next.isTouched && press !== null;
  card.replaceChildren(...facts.lines.map((line) => Object.assign(document.createElement("p"), {textContent: line})));
  if (isButton) card.append(filterButton(next, press.button));
  else if (press)
    card.append(Object.assign(document.createElement("p"), {className: "press", textContent: press.press}));
  card.setAttribute("role", isButton ? "group" : "tooltip");
  if (isButton) card.setAttribute("aria-label", facts.name);
  else card.removeAttribute("aria-label");
  card.hidden = false;
  shown = next;
  place();
}

function filterButton({figure, mark}: Shown, textContent: string): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), {type: "button", textContent});
  button.addEventListener("click", () => {
    const choice = choiceOf(mark);
    const form = formOf(figure);
    linkOf(mark)?.focus({preventScroll: true});
    hide();
    if (choice && form) choose(form, ...choice);
  });
  return button;
}

/** Beside the mark and inside the window: above it where there is room, since a finger comes from below. */
function place(): void {
  if (!shown || !card) return;
  const mark = shown.mark.getBoundingClientRect();
  const {width, height} = card.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const above = mark.top - height - gap;
  const top = above >= gap ? above : Math.min(mark.bottom + gap, clientHeight - height - gap);
  const left = Math.min(mark.left + mark.width / 2 - width / 2, clientWidth - width - gap);
  card.style.top = `${Math.max(gap, top)}px`;
  card.style.left = `${Math.max(gap, left)}px`;
}

function leave(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if (!shown?.isTouched && !shown?.mark.matches(":focus-visible")) hide();
  }, grace);
}

function hide(): void {
  clearTimeout(leaving);
  shown = null;
  if (card) card.hidden = true;
}

/** The one card of the page. Escape and a press elsewhere take it away; it stays while the pointer is on it. */
function makeCard(): HTMLElement {
  const made = Object.assign(document.createElement("div"), {className: "chart-card", hidden: true});
  made.addEventListener("pointerenter", () => clearTimeout(leaving));
  made.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    if (made.contains(document.activeElement)) linkOf(shown.mark)?.focus({preventScroll: true});
    hide();
  });
  document.addEventListener("pointerdown", ({target}) => {
    if (!made.contains(target as Node) && !(target as Element).closest("svg.plot")) hide();
  });
  addEventListener("scroll", place, {passive: true, capture: true});
  addEventListener("resize", place);
  document.querySelector("main")?.append(made);
  return made;
}
