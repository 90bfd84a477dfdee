/** Keys of the workbench’s choices; each filter has the name of its variable. */
export const keys = {
  view: "view",
  rows: "rows",
  answer: "answer",
  columns: "columns",
  layer: "layer",
  layer2: "layer2",
  merge: "merge",
  measure: "measure",
  chart: "chart",
  axis: "axis",
  compare: "compare",
  others: "others",
  often: "often",
  weight: "weight",
  level: "level",
  order: "order",
  sort: "sort",
  empty: "empty",
  letters: "letters",
} as const;

/** The ways to see a table. */
export const views = ["chart", "table", "trend", "map", "differences", "whatif"] as const;
export type ViewName = (typeof views)[number];

/** The code of a table without columns of its own, or without a layer. */
export const none = "none";

/** The keys of a topic page’s choices, as they have been in addresses since the first version. */
export const compactKeys = {show: "show", by: "by"} as const;
