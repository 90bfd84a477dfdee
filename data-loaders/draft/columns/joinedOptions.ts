import {sum} from "d3";
import {fold} from "../../../src/lib/language/fold.js";
import {getOrMake} from "../../../src/lib/memoize.js";
import type {Answer} from "./columnProfile.js";

/** An option of answers that stand together in one cell. */
export interface Option {
  text: string;
  /** Rows with it. */
  count: number;
  /** What cells hold in its place. */
  spellings?: readonly string[];
}

export interface Joined {
  options: readonly Option[];
  /** Different texts beside the options, each seen once: probably in the respondents' own words. */
  seenOnce: number;
  /** The most rows that they may stand in, as a share of all. */
  shareOfOnce: number;
  delimiter: string;
}

const delimiters = [";", "|", "\n", ","];
const mostOptions = 40;

/**
 * The options of a column whose cells hold several answers, joined by one delimiter; null if they do not. A column is one if
 * a tenth of its cells has several parts, the parts come back, and they stand together in ever new ways.
 */
export function joinedOptions(answers: readonly Answer[]): Joined | null {
  for (const delimiter of delimiters) {
    const joined = joinedBy(delimiter, answers);
    if (joined) return joined;
  }
  return null;
}

function joinedBy(delimiter: string, answers: readonly Answer[]): Joined | null {
  const cells = answers.map(({text, count}) => ({parts: partsOf(text, delimiter), count}));
  const rows = sum(cells, ({count}) => count);
  const several = sum(cells, ({parts, count}) => (parts.length > 1 ? count : 0));
  if (several < Math.max(2, rows / 10)) return null;
  const pieces = countParts(delimiter === "," ? withJoinedPieces(cells) : cells);
  const options = pieces.filter(({count}) => count > 1);
  const seenOnce = pieces.length - options.length;
  const isFew = options.length > 1 && options.length <= mostOptions && isRecombined(options, cells, delimiter);
  const covered = sum(options, ({count}) => count) / sum(pieces, ({count}) => count);
  const isShort = options.every(({text}) => text.length <= 120);
  return isFew && isShort && covered >= 0.8 ? {options, seenOnce, shareOfOnce: seenOnce / rows, delimiter} : null;
}

/**
 * True of options that stand together in ever new ways. Commas also stand within one answer, as in “Yes, often” or “Men, 18–24”: they take
 * cells of one option and of several, and fewer options than different cells, or as many where one stands alone too.
 */
function isRecombined(options: readonly Option[], cells: readonly Cell[], delimiter: string): boolean {
  const names = new Set(options.map(({text}) => fold(text)));
  const inCells = (text: string) => cells.filter(({parts}) => parts.some((part) => fold(part) === text));
  const isShared = [...names].some((text) => inCells(text).length > 1);
  if (delimiter !== ",") return isShared;
  if (new Set(cells.map(({parts}) => parts.length)).size === 1) return false;
  const isAlone = cells.some(
    ({parts: [part = "", ...others]}) => others.length === 0 && names.has(fold(part)) && inCells(fold(part)).length > 1,
  );
  return options.length < cells.length || (isAlone && options.length === cells.length);
}

interface Cell {
  parts: readonly string[];
  count: number;
}

/** Commas in brackets stand within an option. */
const partsOf = (text: string, delimiter: string) =>
  text
    .split(delimiter === "," ? /,(?![^(]*\))/ : delimiter)
    .map((part) => part.trim())
    .filter(Boolean);

/** A comma within an option splits it wherever it stands: two pieces that never stand without each other are one option. */
function withJoinedPieces(cells: readonly Cell[]): Cell[] {
  const alone = new Map<string, number>();
  const together = new Map<string, number>();
  for (const {parts, count} of cells)
    for (const [at, part] of parts.entries()) {
      alone.set(part, (alone.get(part) ?? 0) + count);
      const pair = `${part}, ${parts[at + 1] ?? ""}`;
      together.set(pair, (together.get(pair) ?? 0) + count);
    }
  const isOne = (part: string, next: string | undefined) => {
    const times = together.get(`${part}, ${next ?? ""}`) ?? 0;
    return (
      next !== undefined && times > 1 && times === alone.get(part) && times === alone.get(next) && /^\p{Ll}/u.test(next)
    );
  };
  return cells.map(({parts, count}) => {
    const whole: string[] = [];
    for (const [at, part] of parts.entries())
      if (at > 0 && isOne(parts[at - 1], part)) whole.push(`${whole.pop()}, ${part}`);
      else whole.push(part);
    return {parts: whole, count};
  });
}

function countParts(cells: readonly Cell[]): Option[] {
  const found = new Map<string, Option>();
  for (const {parts, count} of cells)
    for (const text of new Set(parts)) {
      const option = getOrMake(found, fold(text), () => ({text, count: 0}));
      option.count += count;
    }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
