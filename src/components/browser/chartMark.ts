/*
 * What stands for a number in a picture, and where the figure’s table has the same number.
 */

/** What a pointer is on in a picture: a link, something to choose, or a mark, such as a dot, on the line of a number. */
export function markAt({target, clientX, clientY}: MouseEvent): SVGElement | null {
  const element = target as Element;
  const plot = element.closest?.<SVGElement>("[data-explores] svg.plot");
  if (!plot || element === plot) return null;
  const marks = "svg.plot a, svg.plot [data-choose]";
  const under = [element, ...document.elementsFromPoint(clientX, clientY)].map((each) =>
    each.closest<SVGElement>(marks),
  );
  return under.find(Boolean) ?? onLine(plot, clientX, clientY);
}

/** The number to the right of a place in a picture, on its line or just over it. */
function onLine(plot: SVGElement, x: number, y: number): SVGElement | null {
  const links = [...plot.querySelectorAll<SVGElement>("a:not([data-choose])")].map((link) => {
    const {left, top, height} = link.getBoundingClientRect();
    return {link, away: Math.abs(top + height / 2 - y), right: left - x};
  });
  const near = links.filter(({away, right}) => away < 24 && right >= 0);
  return near.sort((a, b) => a.away * 9 + a.right - (b.away * 9 + b.right))[0]?.link ?? null;
}

/** The link of a mark: itself, or the one of its picture that chooses the same. */
export function linkOf(mark: SVGElement): SVGAElement | null {
  const choose = mark.getAttribute("data-choose");
  return (
    mark.closest<SVGAElement>("a") ??
    mark.closest("svg.plot")?.querySelector<SVGAElement>(`a[data-choose="${choose}"]`) ??
    null
  );
}

/** The cell that a mark is drawn from; none while the table is of an earlier choice. */
export function cellOf(mark: SVGElement): HTMLElement | null {
  const link = linkOf(mark);
  if (!link || link.closest("[aria-busy=true]")) return null;
  return document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
}

/** The head of a cell’s column. */
export function columnHead(cell: HTMLElement): HTMLElement | null {
  const {cellIndex} = cell as HTMLTableCellElement;
  const heads = [...(cell.closest("table")?.tHead?.rows ?? [])].find((row) => row.querySelector("th[scope=col]"));
  return cell.matches("td") ? (heads?.cells[cellIndex] ?? null) : null;
}

/** Key and code of what a mark chooses. */
export function choiceOf(mark: SVGElement): [key: string, code: string] | null {
  const [key, code] = mark.getAttribute("data-choose")?.split("=") ?? [];
  if (code) return [key, code];
  const cell = cellOf(mark);
  const {variable, category} = (cell && columnHead(cell)?.dataset) ?? {};
  return variable && category ? [variable, category] : null;
}
