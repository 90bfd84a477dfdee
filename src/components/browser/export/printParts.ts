/*
 * What is too large for a sheet of paper, in parts while it is printed: wide tables, and pictures that are higher than a page.
 */

/** Columns that a sheet has room for beside the heads of rows. */
const columnsOnPaper = 7;

/** Pixels that a sheet has room for: across; downwards; and downwards under all that a page may begin with. */
const [sheetWidth, sheetHeight, restOfSheet] = [700, 860, 620];

/** Puts parts that fit a sheet in the place of what does not. @returns what puts everything back */
export function splitForPaper(): () => void {
  const split = (selector: string, partsOf: (whole: Element) => Element[]) =>
    [...document.querySelectorAll(selector)].flatMap((whole) => {
      const parts = partsOf(whole);
      whole.before(...parts);
      whole.classList.toggle("in-parts", parts.length > 0);
      return parts;
    });
  const parts = [
    ...split("figure table", (table) => tableParts(table as HTMLTableElement)),
    ...split(".drawing.wide > svg", (svg) => pictureParts(svg as SVGSVGElement)),
  ];
  return () => {
    for (const part of parts) part.remove();
    for (const whole of document.querySelectorAll(".in-parts")) whole.classList.remove("in-parts");
  };
}

/** The parts of a table, each with the heads of its rows; none of a table that fits. */
function tableParts(table: HTMLTableElement): HTMLTableElement[] {
  const columns = Math.max(...[...table.rows].map((row) => row.cells.length)) - 1;
  const count = Math.ceil(columns / columnsOnPaper);
  if (count < 2) return [];
  const each = Math.ceil(columns / count);
  return Array.from({length: count}, (_, part) => {
    const copy = table.cloneNode(true) as HTMLTableElement;
    for (const row of copy.rows) keepColumns(row, 1 + part * each, 1 + (part + 1) * each);
    for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
    copy.caption?.append(` (${part + 1}/${count})`);
    return copy;
  });
}

/** Keeps of a row its head and the columns from one to before another; of a cell over several, as much as is left. */
function keepColumns(row: HTMLTableRowElement, from: number, to: number): void {
  let at = 0;
  for (const cell of [...row.cells]) {
    const left = Math.min(at + cell.colSpan, to) - Math.max(at, from);
    at += cell.colSpan;
    if (at === 1) continue;
    if (left > 0) cell.colSpan = left;
    else cell.remove();
  }
}

/** The parts of a picture from top to bottom, cut in its widest gaps; none of one that fits. */
function pictureParts(svg: SVGSVGElement): SVGSVGElement[] {
  const {x, y, width, height} = svg.viewBox.baseVal;
  const scale = width / sheetWidth;
  if (height <= sheetHeight * scale) return [];
  const gaps = gapsIn(svg);
  const cuts = [y];
  for (let room = restOfSheet * scale; ; room = sheetHeight * scale) {
    const from = cuts[cuts.length - 1];
    if (y + height - from <= room) break;
    const near = gaps.filter(({at}) => from + room / 2 < at && at < from + room);
    const [widest] = near.sort((a, b) => b.size - a.size);
    cuts.push(widest?.at ?? from + room);
  }
  return cuts.map((from, at) => {
    const part = svg.cloneNode(true) as SVGSVGElement;
    part.setAttribute("viewBox", `${x} ${from} ${width} ${(cuts[at + 1] ?? y + height) - from}`);
    part.classList.add("part");
    return part;
  });
}

/** Where across a whole picture there is neither text nor a dot, in its own units. */
function gapsIn(svg: SVGSVGElement): {at: number; size: number}[] {
  const drawing = svg.parentElement as HTMLElement;
  drawing.style.display = "block"; // it is not seen in a narrow window
  const {y, height} = svg.viewBox.baseVal;
  const seen = svg.getBoundingClientRect();
  const marks = [...svg.querySelectorAll("text, circle")].map((mark) => mark.getBoundingClientRect());
  drawing.style.display = "";
  let end = seen.top;
  return marks
    .sort((a, b) => a.top - b.top)
    .flatMap(({top, bottom}) => {
      const gap = {at: y + (((end + top) / 2 - seen.top) * height) / seen.height, size: top - end};
      end = Math.max(end, bottom);
      return gap.size > 0 ? [gap] : [];
    });
}
