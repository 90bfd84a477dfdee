import {formatNumber} from "../../lib/language/format.js";
import {inBoth, type Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import type {PageExplorer, SummaryRange} from "../../lib/table/explorer.js";
import {isShown, lackOf} from "../../lib/table/shown/cellText.js";
import {allColumn, type Cell, type ExploredTable, type TableLine} from "../../lib/table/table.js";
import type {Explored, Row} from "../figure.js";
import {surveyQuantity} from "../figures/shared/surveyQuantity.js";

/** One row for each cell, by row and then by column. */
export function rowsOf(id: string, table: ExploredTable): Row[] {
  return table.rows.flatMap((row, r) =>
    table.columns.map((column, c) => {
      const cell = table.cells[r][c];
      const n = cell.status === "published" ? cell.unweightedCount : null;
      return {
        quantity: cellQuantity(cell, {table, row, column, id}),
        group: column.label,
        note: inBoth((lang) => `n = ${n === null ? ":" : formatNumber(n, lang)}`),
      };
    }),
  );
}

/** What the summary allows for an answer under the filters that are on; only of none, or of one on a question. */
export function rangeFor(
  {ranges}: PageExplorer,
  {filters}: ExploredTable,
  variable: string,
  category: string,
): SummaryRange | undefined {
  const [first, ...others] = filters;
  if (others.length > 0 || (first && first.categories.length !== 1)) return undefined;
  return ranges.find(
    (range) =>
      range.variable === variable &&
      range.category === category &&
      range.within?.variable === first?.variable &&
      range.within?.category === first?.categories[0].code,
  );
}

/** The question about a single county or size of municipality; of other groups the summary cannot be asked. */
export function askSearch({filters: [first, ...others]}: ExploredTable): string | undefined {
  if (!first || others.length > 0 || first.categories.length !== 1) return undefined;
  const [{code}] = first.categories;
  if (first.variable === "county") return `?group=county-${code}`;
  return first.variable === "size" && code !== "countyAuthorities" ? `?group=${code}` : undefined;
}

/** Tables with what a script needs to make them anew; of respondents that are not published there is no script. */
export function exploredOf({units, published}: PageExplorer, tables: Explored["tables"]): Explored {
  return {tables, script: published ? {units, ...published} : null};
}

/** A cell as a number that can be shown. */
export function cellQuantity(
  cell: Cell,
  {table, row, column, id}: {table: ExploredTable; row: TableLine; column: TableLine; id: string},
): Quantity {
  const {measure} = table;
  const value = isShown(cell) ? (measure === "count" ? cell.count : cell.estimate) : null;
  const interval = cell.status === "published" ? cell.interval : null;
  const {low, high} = interval ?? {low: value ?? 0, high: value ?? 1};
  const quantity = surveyQuantity(
    {
      id: `${id}-${row.code}-${column.code}`,
      label: row.label,
      unit: measure === "count" || measure === "mean" ? measure : "proportion",
      proportion: value,
      lack: lackOf(cell) ?? "missing",
      low,
      high,
      of: baseText(cell, column),
    },
    table,
  );
  return interval ? quantity : {...quantity, isWithoutInterval: true};
}

function baseText(cell: Cell, {code, label}: TableLine): Text {
  const n = cell.status === "published" ? cell.unweightedBase : null;
  return inBoth((lang) => {
    const shown = n === null ? ":" : formatNumber(n, lang);
    const named = code === allColumn ? "" : `${label[lang]}: `;
    return lang === "nb" ? `${named}${shown} som svarte` : `${named}${shown} that answered`;
  });
}
