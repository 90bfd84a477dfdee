/** One of each list, in every way, those of the last list first; of no lists the one empty way. */
export function oneOfEach<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((ways, list) => ways.flatMap((way) => list.map((each) => [...way, each])), [[]]);
}
