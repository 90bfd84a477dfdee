import type {Quantity} from "../../lib/quantities/quantity.js";

/** A cell of a chart. */
export interface ChartCell {
  row: number;
  column: number;
  quantity: Quantity;
  /** The number as it is written. */
  shown: string;
}

/** What is drawn of a crosstab: its cells, and the names of rows and columns. */
export interface DrawnTable {
  cells: readonly ChartCell[];
  rows: readonly string[];
  columns: readonly string[];
}
