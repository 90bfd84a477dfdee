/*
 * The numbers of a picture are one tab stop: arrow keys go from one to the next as they lie, Home and End to the first and
 * the last as they are read.
 */

/** The links of a figure’s picture that is seen, line by line from the left. */
export function linksIn(figure: HTMLElement): SVGAElement[] {
  const links = [...figure.querySelectorAll<SVGAElement>("svg.plot a")].map((link) => ({link, box: boxOf(link)}));
  const seen = links.filter(({box}) => box.width > 0);
  return seen
    .sort((a, b) => (isBeside(a.box, b.box) ? a.box.left - b.box.left : a.box.top - b.box.top))
    .map(({link}) => link);
}

const boxOf = (element: Element) => element.getBoundingClientRect();
const middle = ({top, bottom}: DOMRect) => (top + bottom) / 2;
const isBeside = (a: DOMRect, b: DOMRect) => Math.abs(middle(a) - middle(b)) < 6;

/** Leaves one link of a picture to be reached by Tab. */
export function setTabStop(links: readonly SVGAElement[], stop: SVGAElement | undefined): void {
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}

/** Moves the focus from a link by a key. @returns false of a key that moves nothing */
export function moveFocus(figure: HTMLElement, from: SVGAElement, key: string): boolean {
  const links = linksIn(figure);
  const at = links.indexOf(from);
  const steps: Record<string, () => SVGAElement | undefined> = {
    Home: () => links[0],
    End: () => links.at(-1),
    ArrowRight: () => links[at + 1],
    ArrowLeft: () => links[Math.max(0, at - 1)],
    ArrowDown: () => nearest(from, links, 1),
    ArrowUp: () => nearest(from, links, -1),
  };
  if (!Object.hasOwn(steps, key)) return false;
  steps[key]()?.focus();
  return true;
}

/** The next link below or above, of the same column where there is one. */
function nearest(from: SVGAElement, links: readonly SVGAElement[], direction: 1 | -1): SVGAElement | undefined {
  const box = boxOf(from);
  const distance = (link: SVGAElement) => {
    const other = boxOf(link);
    const down = (middle(other) - middle(box)) * direction;
    const aside = Math.min(Math.abs(other.left - box.left), Math.abs(other.right - box.right));
    return down < 6 ? Number.POSITIVE_INFINITY : down + 3 * aside;
  };
  const [{link, far}] = links.map((each) => ({link: each, far: distance(each)})).sort((a, b) => a.far - b.far);
  return Number.isFinite(far) ? link : undefined;
}
