import {waveVariable} from "../../lib/respondents/waves.js";
import type {Selection} from "../../lib/selection.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import type {ExploredCategory, ExploredVariable} from "../../lib/table/variable.js";
import {none} from "./choiceKeys.js";

/** True of a selection that asks for a trend, of a survey that has one. */
export const isTrend = ({waves}: PageExplorer, {view}: Selection) => waves !== undefined && view === "trend";

/** The columns and the layers that a selection names. */
export const sidesOf = ({columns, layer, layer2}: Selection) => ({columns, layers: [layer, layer2]});

/** A trend is a table by wave; what it is broken down by is then a layer, with one table for each group. */
export function byWave({columns, layer, layer2}: Selection) {
  const group = columns === none || columns === waveVariable ? [] : [columns];
  return {columns: waveVariable, layers: [...group, layer, layer2]};
}

/** True of the category of a code, or that in which it is merged. */
export const standsFor =
  (wanted: string) =>
  ({code, merged}: ExploredCategory) =>
    code === wanted || merged?.some((part) => part.code === wanted) === true;

/** Who is in a merged category is in any of its parts. */
export const filterOf = (of: ExploredVariable, categories: readonly ExploredCategory[]) => ({
  variable: of.name,
  of,
  categories: categories.flatMap((category) => category.merged ?? [category]),
});

/** A layer is a variable, for one table of each category, or `variable-category` for the table of that alone. */
export function layerOf(merged: (variable: string) => ExploredVariable, code = none) {
  if (code === none) return [];
  const [name, category] = code.split("-");
  const of = merged(name);
  const categories = category === undefined ? of.categories : of.categories.filter(standsFor(category));
  return [{of, categories, isSingle: category !== undefined}];
}
