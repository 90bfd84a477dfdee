import {liveWords} from "../lib/language/liveWords.js";
import {announce, pageLang} from "./browser/announce.js";
import {readerIsActive} from "./browser/when.js";
import {withMark} from "./markup/standInMark.js";

/*
 * What every page can do with a script: keep the reader's place when the language changes, show what a number
 * rests on beside the number, copy a figure's link and its code, and open the tables for print. Without it all of this is
 * there as plain links.
 */

/** In the preview no page says its language. */
document.documentElement.lang ||= /\/([a-z]{2,3})\//.exec(location.pathname)?.[1] ?? "nb";

/** The language link takes anchor and selection along. */
function keepPlace(link: HTMLAnchorElement): void {
  link.addEventListener("click", () => {
    const url = new URL(link.href);
    link.href = `${url.origin}${url.pathname}${location.search}${location.hash}`;
  });
}

/** Shows the note on a number beside it, in place of a jump to the foot of the page. */
function showNote(event: MouseEvent): void {
  const link = (event.target as Element).closest?.<HTMLAnchorElement | SVGAElement>("a[href^='#n-'], a[*|href^='#n-']");
  const id = link && hrefOf(link).slice(1);
  const note = id && document.getElementById(id);
  if (!link || !note || event.ctrlKey || event.metaKey || event.shiftKey || !("popover" in HTMLElement.prototype))
    return;
  event.preventDefault();
  const card = document.createElement("div");
  card.className = "card";
  card.popover = "auto";
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", liveWords.rank[pageLang()]);
  card.tabIndex = -1;
  card.innerHTML = `<dl>${note.innerHTML}</dl><button type="button">${liveWords.close[pageLang()]}</button>`;
  document.body.append(card);
  card.querySelector("button")?.addEventListener("click", () => card.hidePopover());
  card.addEventListener("toggle", ({newState}) => {
    if (newState === "closed") {
      const hadFocus = card.contains(document.activeElement) || document.activeElement === document.body;
      card.remove();
      if (hadFocus) link.focus();
    }
  });
  card.showPopover();
  placeBeside(card, link);
  card.focus();
}

function hrefOf(link: HTMLAnchorElement | SVGAElement): string {
  return link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? "";
}

/** Under the number where there is room, else over it, and never outside the window. */
function placeBeside(card: HTMLElement, link: Element): void {
  const at = link.getBoundingClientRect();
  const {offsetWidth, offsetHeight} = card;
  const top = at.bottom + 8 + offsetHeight < innerHeight ? at.bottom + 8 : Math.max(8, at.top - offsetHeight - 8);
  card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8))}px`;
  card.style.top = `${top}px`;
}

/** A figure's link, copied whole; where the clipboard is closed the link is followed instead. */
function copyLink(link: HTMLAnchorElement): void {
  link.textContent = liveWords.copyLink[pageLang()];
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    const url = new URL(location.href);
    url.search = withMark(url.search, link.dataset.copy);
    url.hash = hrefOf(link);
    await navigator.clipboard.writeText(url.href);
    link.textContent = liveWords.copied[pageLang()];
    announce(liveWords.copied[pageLang()]);
  });
}

/** Code and citations to copy are chosen whole. */
function chooseWhole({target}: Event): void {
  if (target instanceof HTMLTextAreaElement && target.readOnly) target.select();
}

/** Tables are read on paper too: open while printing, in parts that fit the paper, and then as they were. */
function openForPrint(): void {
  const closed: HTMLDetailsElement[] = [];
  let putBack = () => {};
  let split = () => putBack;
  readerIsActive().then(async () => {
    split = (await import("./browser/export/printParts.js")).splitForPaper;
  });
  addEventListener("beforeprint", () => {
    closed.push(...document.querySelectorAll<HTMLDetailsElement>(":is(details.data, details.notes):not([open])"));
    for (const details of closed) details.open = true;
    putBack();
    putBack = split();
  });
  addEventListener("afterprint", () => {
    for (const details of closed.splice(0)) details.open = false;
    putBack();
  });
}

/** A story told in stills becomes one that moves when a reader comes to it. */
function bringStory(story: HTMLElement): void {
  const observer = new IntersectionObserver(async ([{isIntersecting}]) => {
    if (!isIntersecting) return;
    observer.disconnect();
    (await import("./browser/story.js")).tellStory(story);
  });
  observer.observe(story);
}

for (const story of document.querySelectorAll<HTMLElement>(".story")) bringStory(story);
for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-language]")) keepPlace(link);
for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-copy]")) copyLink(link);
document.addEventListener("click", showNote);
document.addEventListener("focusin", chooseWhole);
openForPrint();
