import {link, text as plotText, rect} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** A named thing of unknown size, in a named group. */
export interface Area {
  group: string;
  label: string;
}

/** Space between frames, and over them for the name of their group. */
const gap = 10;
const header = 30;

/**
 * Equal, empty frames: named and grouped, without size, order or colour, because the source gives none.
 * Wide, they stand in one row under the names of their groups; narrow, one under another.
 *
 * @param unknown what stands in each frame in place of a number
 */
export function areaTiles(areas: readonly Area[], unknown: string, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const size = textSize(width);
  const columns = isNarrow(width) ? 1 : areas.length;
  const side = (width - gap * (columns - 1)) / columns;
  const height = isNarrow(width) ? 76 : 128;
  const frames = placeFrames(areas, {columns, side, height});
  const total = Math.max(...frames.map(({y}) => y)) + height + 4;
  const inside = {textAnchor: "start", lineAnchor: "top", dx: 10} as const;
  const heads = frames.filter(({isFirst}) => isFirst);
  return drawPlot(
    [
      plotText(heads, {x: "x", y: ({y}) => y - 12, text: "group", textAnchor: "start", fill: ink.quiet}),
      link(heads, {x1: "x", x2: "groupEnd", y1: ({y}) => y - 3, y2: ({y}) => y - 3, stroke: ink.frame}),
      rect(frames, {
        x1: "x",
        x2: ({x}) => x + side,
        y1: ({y}) => y + 3,
        y2: ({y}) => y + height,
        stroke: ink.frame,
        strokeWidth: 1.5,
        fill: "none",
      }),
      plotText(frames, {
        x: "x",
        y: "y",
        text: "label",
        dy: 16,
        fontSize: size + 2,
        lineWidth: ((side - 18) / (size + 2)) * 1.02,
        fill: ink.text,
        ...inside,
      }),
      plotText(frames, {
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
      y: {domain: [0, total], range: [0, total], axis: null},
    },
  );
}

/** A frame, where it stands, and whether it opens a group, whose line then runs to `groupEnd`. */
interface Frame extends Area {
  x: number;
  y: number;
  isFirst: boolean;
  groupEnd: number;
}

function placeFrames(
  areas: readonly Area[],
  {columns, side, height}: {columns: number; side: number; height: number},
): Frame[] {
  let y = header;
  return areas.map((area, index) => {
    const isFirst = area.group !== areas[index - 1]?.group;
    if (columns === 1 && index > 0) y += height + gap + (isFirst ? header - gap / 2 : 0);
    const x = (index % columns) * (side + gap);
    const inGroup = columns === 1 ? 1 : areas.filter(({group}) => group === area.group).length;
    return {...area, x, y, isFirst, groupEnd: x + inGroup * (side + gap) - gap};
  });
}
