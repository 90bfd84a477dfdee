/** A way to do something again and again, each time a little differently. */
export interface Way {
  act: (turn: number) => unknown;
  /** It acts only in every so many turns, for what takes long. */
  every?: number;
}

/** Milliseconds that each way took, by turns in one run; a tenth of the turns before are not kept. */
export function byTurns<Name extends string>(ways: Record<Name, Way>, turns: number): Record<Name, number[]> {
  const names = Object.keys(ways) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const warmUp = Math.ceil(turns / 10);
  for (let turn = -warmUp; turn < turns; turn++)
    for (const name of names) {
      const {act, every = 1} = ways[name];
      if (turn % every !== 0) continue;
      const start = performance.now();
      act(turn + warmUp);
      const time = performance.now() - start;
      if (turn >= 0) times[name].push(time);
    }
  return times;
}
