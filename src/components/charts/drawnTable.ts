import type {Quantity} from "../../lib/quantities/quantity.js";

/** A cell of a chart. */
export interface ChartCell {
  row: number;
  column: number;
  quantity: Quantity;
  /** The number as it is written. */
  shown: string;
  /** True of a number of few respondents, or with a very wide interval. */
  isUncertain: boolean;
}

/** What is drawn of a crosstab: its cells, and the names of rows and columns. */
export interface DrawnTable {
  /** True when the rows have an order, such as from negative to positive. */
  isOrdered: boolean;
  cells: readonly ChartCell[];
  rows: readonly string[];
  columns: readonly string[];
}
