import {frame, type Markish, type TextOptions, text} from "@observablehq/plot";
import type {Lang, Text} from "../../../lib/language/text.js";
import {words} from "../../../lib/language/words.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {bandScale, type ChartOptions, drawPlot, ink, isNarrow, textSize} from "../chart.js";

/** A named thing of unknown size, in a named group. */
export interface Area {
  quantity: Pick<Quantity, "label">;
  group: Text;
}

/** Pixels over a frame for the name of its group, and between frames beside each other. */
const head = 30;
const gap = 10;

/**
 * Equal, empty frames: named and grouped, without size, order or colour, because the source gives none.
 * Wide, they stand in one row under the names of their groups; narrow, one under another, each with the name of its own.
 */
export function areaTiles(areas: readonly Area[], options: ChartOptions): SVGSVGElement {
  const {lang, width, document} = options;
  const narrow = isNarrow(width);
  const tall = narrow ? 73 : 125;
  const side = narrow ? width : (width - gap * (areas.length - 1)) / areas.length;
  const facet = narrow ? "fy" : "fx";
  const tiles = areas.map((area, index) => {
    const isFirst = narrow || area.group[lang] !== areas[index - 1]?.group[lang];
    return {name: area.quantity.label[lang], group: isFirst ? area.group[lang] : "", [facet]: index};
  });
  return drawPlot(
    [
      ...tiles.map(({group}, index) =>
        frame({[facet]: index, anchor: "top", insetTop: -6, insetLeft: group ? 0 : -gap, stroke: ink.frame}),
      ),
      frame({stroke: ink.frame, strokeWidth: 1.5}),
      ...textMarks(tiles, {[facet]: facet, textAnchor: "start"}, {side, size: textSize(width), lang}),
    ],
    {
      document,
      width,
      height: (narrow ? areas.length : 1) * (head + tall) + 4,
      margin: 1,
      marginTop: head,
      marginBottom: 4,
      [facet]: bandScale(areas.length, narrow ? {size: tall, gap: head} : {size: side, gap}),
    },
  );
}

/** The name of a group over its first frame; in each frame what it stands for, and that it has no number. */
function textMarks(
  tiles: readonly {name: string; group: string}[],
  place: Pick<TextOptions, "fx" | "fy" | "textAnchor">,
  {side, size, lang}: {side: number; size: number; lang: Lang},
): Markish[] {
  const inside = {...place, dx: 10};
  return [
    text(tiles, {...place, frameAnchor: "top-left", lineAnchor: "middle", dy: -15, text: "group", fill: ink.quiet}),
    text(tiles, {
      ...inside,
      frameAnchor: "top-left",
      dy: 13,
      text: "name",
      fontSize: size + 2,
      lineWidth: (side - 18) / (size + 2),
      fill: ink.text,
    }),
    text(tiles, {
      ...inside,
      frameAnchor: "bottom-left",
      dy: -10,
      text: () => words.notQuantified[lang],
      fill: ink.quiet,
    }),
  ];
}
