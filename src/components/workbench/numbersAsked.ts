import type {Selection} from "../../lib/selection.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import type {Measure} from "../../lib/table/table.js";
import type {TableRequest} from "../../lib/table/tablePlaces.js";
import {isTrend} from "./sides.js";

/** False of a file whose small groups are suppressed: of its shares there are no intervals. */
export const hasIntervals = ({isProtected, protectedTables}: PageExplorer) =>
  !isProtected || protectedTables?.noise !== undefined;

/** Which numbers a selection asks for; of a protected file those that are published. */
export function numbersAsked(
  explorer: PageExplorer,
  selection: Selection,
): Pick<TableRequest, "measure" | "isWeighted"> {
  const {weight = "on"} = selection;
  const measure = selection.measure as Measure;
  if (explorer.protectedTables?.noise) return {measure, isWeighted: weight === "on"};
  const isShare = explorer.isProtected || (isTrend(explorer, selection) && measure !== "mean");
  return {measure: isShare ? "columnPercent" : measure, isWeighted: !explorer.isProtected && weight === "on"};
}
