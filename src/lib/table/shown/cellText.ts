import {formatNumber, formatPercent, formatRange} from "../../language/format.js";
import type {Lang} from "../../language/text.js";
import {lackSymbol} from "../../language/words.js";
import type {Lack} from "../../quantities/quantity.js";
import {type Cell, fewestForPercent, type Measure, type PublishedCell} from "../table.js";

/** Why a cell has no number to show; null of one that has. */
export function lackOf(cell: Cell): Lack | null {
  if (cell.status !== "published") return cell.status;
  return cell.estimate === null ? "missing" : null;
}

/** True of a cell with a number. */
export function isShown(cell: Cell): cell is PublishedCell & {estimate: number} {
  return cell.status === "published" && cell.estimate !== null;
}

/** True of a share of so few that it is told as “3 of 4”. */
export function isOfFew(cell: PublishedCell, measure: Measure): boolean {
  return measure !== "count" && measure !== "mean" && cell.unweightedBase < fewestForPercent;
}

/** What stands in a cell of a table: a number or a symbol. Nil is `-`, as in the tables of Statistics Norway. */
export function cellText(cell: Cell, measure: Measure, lang: Lang): string {
  if (!isShown(cell)) return lackSymbol[lackOf(cell) ?? "missing"];
  if (measure === "mean") return formatNumber(cell.estimate, lang, 2);
  if (measure === "count") return cell.unweightedCount === 0 ? "-" : formatNumber(cell.count, lang);
  return isOfFew(cell, measure) ? fewText(cell, lang) : formatPercent(cell.estimate, lang, 0);
}

/** The interval beside it, as `formatRange` writes it; nothing where there is none, or where it is a point. */
export function intervalText(cell: Cell, measure: Measure, lang: Lang): string {
  if (!isShown(cell) || cell.interval === null || isOfFew(cell, measure)) return "";
  const {low, high} = cell.interval;
  if (low === high) return "";
  const [scale, digits] = measure === "mean" ? [1, 2] : measure === "count" ? [1, 0] : [100, 0];
  return formatRange(low * scale, high * scale, lang, digits);
}

/** A confidence level as it is written: `95 %`, `95%`. */
export const levelText = (level: number, lang: Lang) => formatPercent(level, lang, 0);

/** Out of a hundred in the least room: `54`, `3 of 4`, `..`. */
export function hundredText(cell: Cell, lang: Lang): string {
  if (!isShown(cell)) return lackSymbol[lackOf(cell) ?? "missing"];
  return isOfFew(cell, "columnPercent") ? fewText(cell, lang) : formatNumber(cell.estimate * 100, lang);
}

/** `3 of 4`. */
export function outOf(part: number, whole: number, lang: Lang): string {
  return `${formatNumber(part, lang)} ${{nb: "av", en: "of"}[lang]} ${formatNumber(whole, lang)}`;
}

const fewText = ({unweightedCount, unweightedBase}: PublishedCell, lang: Lang) =>
  outOf(unweightedCount, unweightedBase, lang);

/** The letter of a column: A for the first after that of everybody. */
export const letterOf = (column: number) => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[column - 1] ?? "*";
