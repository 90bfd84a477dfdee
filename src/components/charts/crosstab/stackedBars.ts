import {type Markish, rect, text} from "@observablehq/plot";
import {type ChartOptions, drawPixels, ink, isNarrow, letterWidth, linkOf, textSize} from "../chart.js";
import type {ChartCell, DrawnTable} from "../drawnTable.js";

const sizes = {bar: 28, step: 40, stackedStep: 58};

/** The place of a bar in pixels, and the column that it is of. */
interface Bar {
  name: string;
  top: number;
  middle: number;
  bottom: number;
}

/**
 * A bar of a hundred for each column, in parts by row, from the first on the left. Of rows with an order the two ends have
 * colours of their own; others get darker row by row. Where a part has no room for its number, the table has it.
 */
export function stackedBars(table: DrawnTable, options: ChartOptions): SVGSVGElement {
  const {cells, rows, columns} = table;
  const {width, document} = options;
  const narrow = isNarrow(width);
  const left = narrow ? 0 : 222;
  const step = narrow ? sizes.stackedStep : sizes.step;
  const key = keyLines(rows, width, textSize(width));
  const height = key.height + columns.length * step + 24;
  const at = (share: number) => left + share * (width - left - 2);
  const bars = columns.map((name, column): Bar => {
    const top = key.height + column * step + (narrow ? 22 : 0);
    return {name, top, middle: top + sizes.bar / 2, bottom: top + sizes.bar};
  });
  const ends = [
    {end: "0", x: at(0) + 5},
    {end: "100", x: at(1) - 12},
  ];
  return drawPixels(
    [
      ...keyMarks(key.items, tintOf(table), width),
      ...partMarks(table, bars, at, options),
      nameMark(bars, left, width),
      text(emptyBars(cells, bars), {x: left + 6, y: "middle", text: "shown", textAnchor: "start", fill: ink.quiet}),
      text(ends, {x: "x", y: height - 8, text: "end", fill: ink.quiet}),
    ],
    {document, width, height},
  );
}

/** The colour of what is of a row, as options of a mark. */
function tintOf({rows, isOrdered}: DrawnTable) {
  const tint = ({row}: {row: number}) => (isOrdered ? divergingTint : sequentialTint)(row, rows.length);
  return {
    fill: (of: {row: number}) => tint(of).colour,
    fillOpacity: (of: {row: number}) => tint(of).opacity,
    stroke: (of: {row: number}) => tint(of).colour,
  };
}

function keyMarks(
  items: ReturnType<typeof keyLines>["items"],
  tint: ReturnType<typeof tintOf>,
  width: number,
): Markish[] {
  return [
    rect(items, {x1: "x", x2: ({x}) => x + 14, y1: ({y}) => y - 7, y2: ({y}) => y + 7, ...tint}),
    text(items, {
      x: ({x}) => x + 20,
      y: "y",
      text: "name",
      textAnchor: "start",
      lineWidth: (width - 22) / textSize(width),
      textOverflow: "ellipsis",
      fill: ink.text,
    }),
  ];
}

/** Parts of the bars, each with its number where that has room. */
function partMarks(
  table: DrawnTable,
  bars: readonly Bar[],
  at: (share: number) => number,
  options: ChartOptions,
): Markish[] {
  const parts = bars.flatMap((bar, column) => partsOf(table.cells, column).map((part) => ({...part, ...bar})));
  const letter = textSize(options.width) * letterWidth;
  const roomy = parts.filter(({from, to, shown}) => at(to) - at(from) >= shown.length * letter + 10);
  return [
    rect(parts, {x1: ({from}) => at(from), x2: ({to}) => at(to), y1: "top", y2: "bottom", ...tintOf(table)}),
    text(roomy, {
      x: ({from, to}) => (at(from) + at(to)) / 2,
      y: "middle",
      text: "shown",
      fill: ink.text,
      href: linkOf(options),
    }),
  ];
}

/** Names before their bars, or over them where it is narrow. */
function nameMark(bars: readonly Bar[], left: number, width: number): Markish {
  const narrow = isNarrow(width);
  return text(bars, {
    x: 0,
    y: narrow ? ({top}) => top - 10 : "middle",
    text: "name",
    textAnchor: "start",
    fill: ink.text,
    lineWidth: (narrow ? width : left - 12) / textSize(width),
  });
}

/** Parts of one bar after each other. */
function partsOf(cells: readonly ChartCell[], column: number) {
  let end = 0;
  return cells
    .filter((cell) => cell.column === column && cell.quantity.value !== null)
    .map((cell) => {
      const from = end;
      end += cell.quantity.value ?? 0;
      return {...cell, from, to: end};
    });
}

/** Bars without a part, each with the symbol that says why. */
function emptyBars(cells: readonly ChartCell[], bars: readonly Bar[]): (Bar & {shown: string})[] {
  return bars.flatMap((bar, at) => {
    const own = cells.filter(({column}) => column === at);
    return own.length === 0 || own.some(({quantity}) => quantity.value !== null) ? [] : [{...bar, shown: own[0].shown}];
  });
}

/** From a light to a darker tint, on which text is still read. */
function sequentialTint(row: number, rows: number) {
  return {colour: ink.subject as string, opacity: 0.06 + (0.42 * row) / Math.max(1, rows - 1)};
}

/** The first half in one colour and the last in the other, the stronger the nearer to its end; the middle is grey. */
function divergingTint(row: number, rows: number) {
  const place = rows === 1 ? 0 : (2 * row) / (rows - 1) - 1;
  const colour: string = place < 0 ? ink.contrast : place > 0 ? ink.subject : ink.context;
  return {colour, opacity: 0.12 + 0.4 * Math.abs(place)};
}

/** What each tint means, in lines over the bars, as they follow in the bars. */
function keyLines(rows: readonly string[], width: number, size: number) {
  let [x, y] = [0, 10];
  const items = rows.map((name, row) => {
    const room = 20 + name.length * size * letterWidth + 18;
    if (x > 0 && x + room > width) [x, y] = [0, y + 24];
    const item = {name, row, x: x + 1, y};
    x += room;
    return item;
  });
  return {items, height: y + 26};
}
