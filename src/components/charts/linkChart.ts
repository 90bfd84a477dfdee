import {dot, link, type Markish, text} from "@observablehq/plot";
import type {Text} from "../../lib/language/text.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** One item of either list, in the order of the source. No two items of the lists have the same id. */
export interface ListItem {
  id: string;
  label: Text;
}

/** Two items, one of each list, that say the same or partly the same. */
export interface ItemLink {
  left: string;
  right: string;
  match: "same" | "partly";
}

/** Two lists of items, and which of them belong together. */
export interface LinkChartData {
  left: {title: Text; items: readonly ListItem[]};
  right: {title: Text; items: readonly ListItem[]};
  links: readonly ItemLink[];
}

const sides = ["left", "right"] as const;

/** Two lists side by side, joined where they say the same: solid when wholly, dotted when in part. */
export function linkChart({links, ...lists}: LinkChartData, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const pitch = isNarrow(width) ? 62 : 46;
  const column = (width - (isNarrow(width) ? 44 : 130)) / 2;
  const place = new Map(
    sides.flatMap((side) => lists[side].items.map(({id}, index, {length}) => [id, (index + 0.5) / length])),
  );
  const linked = new Set(links.flatMap(({left, right}) => [left, right]));
  const y = ({id}: ListItem) => place.get(id);
  return drawPlot(
    [
      ...linkMarks(links, place),
      ...sides.flatMap((side) => [
        ...textMarks(side, lists[side], {y, lineWidth: (column - 12) / textSize(width), lang: options.lang}),
        dot(lists[side].items, {
          x: () => side,
          y,
          r: 4.5,
          stroke: ink.subject,
          strokeWidth: 1.75,
          fill: ({id}) => (linked.has(id) ? ink.subject : ink.ground),
        }),
      ]),
    ],
    {
      document,
      width,
      height: Math.max(lists.left.items.length, lists.right.items.length) * pitch + 40,
      marginLeft: column + 8,
      marginRight: column + 8,
      marginTop: 36,
      marginBottom: 4,
      x: {type: "point", domain: sides, padding: 0, axis: null},
      y: {domain: [1, 0], axis: null},
    },
  );
}

function linkMarks(links: readonly ItemLink[], place: ReadonlyMap<string, number>): Markish[] {
  return (["same", "partly"] as const).map((match) =>
    link(
      links.filter((each) => each.match === match),
      {
        x1: () => "left",
        x2: () => "right",
        y1: ({left}) => place.get(left),
        y2: ({right}) => place.get(right),
        stroke: ink.subject,
        strokeWidth: 1.75,
        strokeDasharray: match === "same" ? undefined : "2 5",
        curve: "bump-x",
      },
    ),
  );
}

/** The title of a list over it, and its items, outside their dots. */
function textMarks(
  side: (typeof sides)[number],
  {title, items}: LinkChartData["left"],
  {y, lineWidth, lang}: {y: (item: ListItem) => number | undefined; lineWidth: number} & Pick<ChartOptions, "lang">,
): Markish[] {
  const beside = side === "left" ? ({textAnchor: "end", dx: -12} as const) : ({textAnchor: "start", dx: 12} as const);
  const place = {...beside, x: () => side, lineWidth};
  return [
    text([title], {...place, y: 0, text: (each) => each[lang], lineAnchor: "bottom", fill: ink.quiet}),
    text(items, {...place, y, text: ({label}) => label[lang], fill: ink.text}),
  ];
}
