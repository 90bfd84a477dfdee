import {type Counts, countsByCell, type Filter} from "./counts/countRespondents.js";
import type {PanelCells} from "./counts/panelCells.js";
import {allColumn, type Measure, type TableLine} from "./table.js";
import {type Conditions, groupWeights, isOfRegister, type TableWeights} from "./tableWeights.js";
import type {ExploredCategory, ExploredVariable} from "./variable.js";

/** What a reader asks for. */
export interface TableRequest {
  rows: ExploredVariable;
  /** Null: everybody in one column. */
  columns: ExploredVariable | null;
  filters: readonly (Filter & {of: ExploredVariable})[];
  measure: Measure;
  isWeighted: boolean;
  /** Confidence level of the intervals. Default: 0.95. */
  level?: number;
}

/** All that cells are made of. */
export interface Making {
  request: TableRequest;
  weights: TableWeights;
  /** Of each part of the rows, of each part of the columns. */
  counted: readonly (readonly Counts[])[];
  /** What the rows are worth, where they are numbers. */
  numbers: readonly number[];
  /** The same counts by unit and wave, made when asked for; null where nobody is followed from wave to wave. */
  panel: (() => PanelCounts) | null;
}

/** Counts by the cells of a panel. */
export interface PanelCounts {
  weights: TableWeights;
  cells: PanelCells;
  counted: readonly (readonly Counts[])[];
}

/** A column of the table: where it is counted, and how its respondents are weighted. */
export interface ColumnPlace {
  code: string;
  label: TableLine["label"];
  /** Index of the part of the columns, and of the column there; null is all of them. */
  part: number;
  at: number | null;
  /** Null of the column of everybody. */
  category: ExploredCategory | null;
  /** By cell. */
  weight: Float64Array;
  /** What the register knows of those whom the shares are of; null where they are chosen by answers too. */
  conditions: Conditions | null;
}

/** Where a category is counted: all are in one part, but for a multiple response, of which each is a part of its own. */
export const placeIn = (parts: number, index: number) => (parts === 1 ? {part: 0, at: index} : {part: index, at: 0});

export const everybodyLabel = {nb: "Alle", en: "All"};

export function columnPlaces({request: {columns, filters, measure}, weights, counted}: Making): ColumnPlace[] {
  const chosen = filters.map(({categories}) => categories);
  const known = chosen.filter((categories) => categories.every(isOfRegister));
  const group = {weight: groupWeights(weights, known), conditions: known.length === chosen.length ? known : null};
  const all = {code: allColumn, label: everybodyLabel, category: null, part: 0, at: null, ...group};
  const groupOf = (category: ExploredCategory) => {
    if (measure === "totalPercent") return group;
    if (!isOfRegister(category)) return {weight: group.weight, conditions: null};
    const conditions = [...known, [category]];
    return {weight: groupWeights(weights, conditions), conditions: group.conditions && conditions};
  };
  const others = (columns?.categories ?? []).map((category, index): ColumnPlace => {
    const place = placeIn(counted[0].length, index);
    return {code: category.code, label: category.label, category, ...place, ...groupOf(category)};
  });
  return [all, ...others];
}

/** By cell how many are in a column. */
export const inColumn = (rowPart: readonly Counts[], {part, at}: ColumnPlace) => countsByCell(rowPart[part], null, at);

/** A row of the table: the counts that it stands in, and where there. */
export interface RowPlace {
  code: string;
  label: TableLine["label"];
  category: ExploredCategory;
  counts: readonly Counts[];
  /** Index of the part of the rows, and of the row there. */
  part: number;
  at: number;
}

export function rowPlaces({request: {rows}, counted}: Making): RowPlace[] {
  return rows.categories.map((category, index) => {
    const {part, at} = placeIn(counted.length, index);
    return {code: category.code, label: category.label, category, counts: counted[part], part, at};
  });
}
