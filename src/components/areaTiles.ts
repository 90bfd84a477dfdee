import {text as plotText, rect} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** A named thing of unknown size, in a named group. */
export interface Area {
  group: string;
  label: string;
}

/** Wide frames stand in one row, narrow ones in two columns. */
const columnsAt = (width: number, areas: number) => (isNarrow(width) ? 2 : areas);

/**
 * Equal, empty frames: named and grouped, without size, order or colour, because the source gives none.
 *
 * @param unknown what stands in each frame in place of a number
 */
export function areaTiles(areas: readonly Area[], unknown: string, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const size = textSize(width);
  const columns = columnsAt(width, areas.length);
  const gap = 10;
  const side = (width - gap * (columns - 1)) / columns;
  const height = isNarrow(width) ? 128 : 150;
  const tiles = areas.map((area, index) => ({
    ...area,
    x: (index % columns) * (side + gap),
    y: Math.floor(index / columns) * (height + gap),
  }));
  const rows = Math.ceil(areas.length / columns);
  const total = rows * (height + gap) - gap + 4;
  const inside = {textAnchor: "start", lineAnchor: "top", dx: 10} as const;
  const lineWidth = (side - 18) / size;
  return drawPlot(
    [
      rect(tiles, {
        x1: "x",
        x2: ({x}) => x + side,
        y1: "y",
        y2: ({y}) => y + height,
        stroke: ink.frame,
        strokeWidth: 1.25,
        fill: "none",
      }),
      plotText(tiles, {x: "x", y: "y", text: "group", dy: 12, fill: ink.quiet, ...inside}),
      plotText(tiles, {
        x: "x",
        y: "y",
        text: "label",
        dy: 14 + size * 1.6,
        fontSize: size + 2,
        lineWidth: lineWidth * 0.92,
        fill: ink.text,
        ...inside,
      }),
      plotText(tiles, {
        x: "x",
        y: ({y}) => y + height,
        text: () => unknown,
        fill: ink.quiet,
        ...inside,
        lineAnchor: "bottom",
        dy: -10,
      }),
    ],
    {
      document,
      width,
      height: total,
      margin: 0,
      x: {domain: [0, width], range: [1, width - 1], axis: null},
      y: {domain: [0, total], range: [2, total - 2], axis: null},
    },
  );
}
