import {dot, link, text} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** One item of either list, in the order of the source. */
export interface ListItem {
  id: string;
  label: string;
}

/** Two items, one of each list, that say the same or partly the same. */
export interface ItemLink {
  left: string;
  right: string;
  match: "same" | "partly";
}

export interface LinkChartData {
  left: {title: string; items: readonly ListItem[]};
  right: {title: string; items: readonly ListItem[]};
  links: readonly ItemLink[];
}

/** Two lists side by side, joined where they say the same: solid when wholly, dashed when in part. */
export function linkChart({left, right, links}: LinkChartData, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const size = textSize(width);
  const pitch = isNarrow(width) ? 62 : 46;
  const rows = Math.max(left.items.length, right.items.length);
  const gutter = isNarrow(width) ? 44 : 130;
  const column = (width - gutter) / 2;
  const inner = {left: column + 8, right: column + gutter - 8};
  const beside = {left: inner.left - 12, right: inner.right + 12};
  const anchor = {left: "end", right: "start"} as const;
  const spread = (items: readonly ListItem[]) =>
    new Map(items.map(({id}, index) => [id, ((index + 0.5) * rows) / items.length]));
  const at = {left: spread(left.items), right: spread(right.items)};
  const linked = new Set(links.flatMap((each) => [each.left, each.right]));
  const drawn = links.map((each) => ({...each, y1: at.left.get(each.left) ?? 0, y2: at.right.get(each.right) ?? 0}));
  const side = (name: "left" | "right", items: readonly ListItem[]) => [
    dot(items, {
      x: inner[name],
      y: ({id}) => at[name].get(id) ?? 0,
      r: 4.5,
      stroke: ink.subject,
      strokeWidth: 1.75,
      fill: ({id}) => (linked.has(id) ? ink.subject : ink.ground),
    }),
    text(items, {
      x: beside[name],
      y: ({id}) => at[name].get(id) ?? 0,
      text: "label",
      textAnchor: anchor[name],
      fill: ink.text,
      lineWidth: (column - 12) / size,
    }),
  ];
  return drawPlot(
    [
      ...(["left", "right"] as const).map((name) =>
        text([{left, right}[name].title], {
          x: beside[name],
          y: 0,
          text: (title: string) => title,
          textAnchor: anchor[name],
          lineAnchor: "bottom",
          lineWidth: (column - 12) / size,
          fill: ink.quiet,
        }),
      ),
      ...(["same", "partly"] as const).map((match) =>
        link(
          drawn.filter((each) => each.match === match),
          {
            x1: inner.left,
            x2: inner.right,
            y1: "y1",
            y2: "y2",
            stroke: ink.subject,
            strokeWidth: 1.75,
            strokeDasharray: match === "same" ? undefined : "2 5",
            curve: "bump-x",
          },
        ),
      ),
      ...side("left", left.items),
      ...side("right", right.items),
    ],
    {
      document,
      width,
      height: rows * pitch + 40,
      margin: 0,
      marginTop: 36,
      marginBottom: 4,
      x: {domain: [0, width], range: [0, width], axis: null},
      y: {domain: [0, rows], axis: null, range: [36, rows * pitch + 36]},
    },
  );
}
