import {escapeHtml, type Markup} from "../../lib/markup.js";
import type {FigureView} from "../figure.js";
import type {ExportFormat} from "../markup/downloadLinks.js";
import type {FigureParts} from "../markup/figureMarkup.js";
import {withMark} from "../markup/standInMark.js";
import {saveFigure} from "./export/actions.js";
import type {Drawing} from "./fetchView.js";
import {whenIdle} from "./when.js";

/** A figure for a selection, drawn at the width that is seen. */
export interface Drawn {
  /** Without the table where it is folded. */
  parts: Partial<FigureParts>;
  /** Title and subtitle, as they are announced. */
  announcement: string;
  /** The same at the other widths, the table, in case, and how high a frame of the whole has to be, in pixels. */
  drawRest(): {drawings: Element[]; table: Markup; height: number};
  title: string;
  shows: NonNullable<FigureView["shows"]>;
  workbenchSearch: string | undefined;
  /** What chance alone makes of all tests that the reader has looked at; null of a figure without a test. */
  testsSeen: string | null;
  /** The forms in which it can be downloaded. */
  formats: ExportFormat[];
}

/** Puts what is drawn in the place of what was, and then, when there is time, the other widths and the folded table. */
export function followDrawn(element: HTMLElement, drawing: Drawing, drawn: Drawn, isLatest: () => boolean): void {
  const {parts, drawRest} = drawn;
  for (const [name, content] of Object.entries(parts)) replacePart(element, name, content);
  showView(element, drawn);
  showTestsSeen(drawn.testsSeen);
  wireDownloads(element, drawing, drawn);
  const pending = element.querySelector<HTMLElement>(".pending");
  if (pending) pending.hidden = true;
  element.setAttribute("aria-busy", "true"); // until the table is of this choice too
  whenIdle(() => {
    if (!isLatest()) return;
    const {drawings, table, height} = drawRest();
    element.querySelector("[data-part=picture]")?.append(...drawings);
    if (!parts.table) replacePart(element, "table", table);
    const embed = element.querySelector<HTMLTextAreaElement>("[data-embed]");
    if (embed) embed.value = embed.value.replace(/height="\d+"/, `height="${height}"`);
    element.setAttribute("aria-busy", "false");
  });
}

/** Puts new content into a part. What had the focus in it has it again, if there is the like of it in the new. */
function replacePart(element: HTMLElement, name: string, content: FigureParts[keyof FigureParts]): void {
  const part = element.querySelector(`[data-part="${name}"]`);
  if (!part) return;
  const focused = part.contains(document.activeElement) ? (document.activeElement as Element) : null;
  const choose = focused?.getAttribute("data-choose") ?? focused?.closest("[data-choose]")?.getAttribute("data-choose");
  if ("html" in content) part.innerHTML = content.html;
  else part.replaceChildren(...content);
  if (!focused) return;
  const href = focused.getAttribute("href");
  const again =
    (choose && part.querySelector<SVGElement>(`a[data-choose="${choose}"], [data-choose="${choose}"] a`)) ||
    (href && part.querySelector<SVGElement>(`a[href="${href}"]`)) ||
    part.querySelector<SVGElement>("svg.plot a");
  (again || element.querySelector<HTMLElement>("summary"))?.focus();
}

/** What is open to see, and the way to the same in the workbench. */
function showView(element: HTMLElement, {shows, workbenchSearch}: Pick<Drawn, "shows" | "workbenchSearch">): void {
  if (element.dataset.explores === undefined) return;
  const table = element.querySelector<HTMLDetailsElement>("details.data");
  if (table && element.dataset.shows !== shows) table.open = shows !== "picture";
  element.dataset.shows = shows;
  const further = element.querySelector<HTMLAnchorElement>("[data-further]");
  if (further && workbenchSearch !== undefined) further.search = workbenchSearch;
}

/** In the page’s own place for it. */
function showTestsSeen(text: string | null): void {
  const place = document.getElementById("tests-seen");
  if (place && text !== null) place.textContent = text;
}

/** The downloads of a figure follow the choice: they are made when they are asked for. */
function wireDownloads(
  element: HTMLElement,
  drawing: Drawing,
  {title, formats}: Pick<Drawn, "title" | "formats">,
): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>("[data-take]")) {
    link.hidden = !formats.includes(link.dataset.take as ExportFormat);
    link.onclick = (event) => {
      event.preventDefault();
      saveFigure(drawing, link.dataset.take as ExportFormat);
    };
  }
  const embed = element.querySelector<HTMLTextAreaElement>("[data-embed]");
  if (!embed) return;
  const search = withMark(location.search, embed.dataset.embed).replaceAll("&", "&amp;");
  embed.value = embed.value
    .replace(/\.html[^"]*"/, () => `.html${search}"`)
    .replace(/title="[^"]*"/, () => `title="${escapeHtml(title)}"`);
}
