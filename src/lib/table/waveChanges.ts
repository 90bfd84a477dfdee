import type {WaveBreak} from "../respondents/waves.js";
import type {AtLevel} from "../statistics/interval.js";
import {holm} from "../statistics/tests/holm.js";
import type {Differences} from "./tableTests.js";

/** A share in two waves, compared: indices of waves, and the later share less the earlier. */
export interface WaveChange {
  from: number;
  to: number;
  /** -1 to 1. */
  difference: number;
  /** At 95%, or the level asked for. */
  interval: {low: number; high: number};
  /** Adjusted by Holm’s method for all changes that are told together. */
  p: number;
}

/** A row of a table by wave, and which of its waves can be set beside each other. */
export interface WaveSeries {
  /** Of the table; null where its columns cannot be compared. */
  differences: Differences | null;
  row: number;
  stretches: readonly (readonly number[])[];
}

/**
 * The stretches of a series that can be joined by a line and compared: indices of the waves that asked, parted where the
 * question became another.
 *
 * @param waves codes of all waves, in order
 */
export function stretchesOf(
  waves: readonly string[],
  isAsked: (wave: string) => boolean,
  breaks: readonly WaveBreak[],
): number[][] {
  const stretches: number[][] = [[]];
  for (const [at, wave] of waves.entries()) {
    if (breaks.some(({before}) => before === wave)) stretches.push([]);
    if (isAsked(wave)) stretches[stretches.length - 1].push(at);
  }
  return stretches.filter((each) => each.length > 0);
}

/**
 * The changes of several series, each from wave to wave and, of more than two waves, from the first to the last, by series;
 * never across a break. The test is that of columns of a table (`pairTests`), adjusted for all changes that are given: of
 * independent samples, or, of a panel, by units (`tablePanel.ts`).
 *
 * @returns by series; what has too few respondents to be tested is left out
 */
export function waveChanges(series: readonly WaveSeries[], at?: AtLevel): WaveChange[][] {
  const tested = series.map(({differences, row, stretches}) =>
    stretches.flatMap(comparisonsIn).flatMap(([from, to]) => {
      const pair = differences?.pairs.find((each) => each.row === row && each.a === from && each.b === to);
      if (!pair) return [];
      const {estimates, interval, p} = pair;
      const {low, high} = interval(at);
      return [{from, to, difference: estimates[1] - estimates[0], interval: {low: 0 - high, high: 0 - low}, p}];
    }),
  );
  const adjusted = holm(tested.flat().map(({p}) => p));
  let before = 0;
  return tested.map((changes) => changes.map((change) => ({...change, p: adjusted[before++]})));
}

/** From each wave to the next, and from the first to the last. */
export function comparisonsIn(stretch: readonly number[]): [from: number, to: number][] {
  const next = stretch.slice(1).map((to, at): [number, number] => [stretch[at], to]);
  return stretch.length > 2 ? [...next, [stretch[0], stretch[stretch.length - 1]]] : next;
}
