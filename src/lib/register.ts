/** What the register of 1 January 2011 says of whom the survey was sent to. */
export interface Register {
  municipalities: number;
  countyAuthorities: number;
  counties: number;
  population: number;
  /** Number of municipalities by size class, smallest first. */
  sizeClasses: {code: SizeClass; municipalities: number; population: number}[];
}

export type SizeClass = "under2000" | "2000to4999" | "5000to19999" | "20000plus";

/** Lower limits, in inhabitants; the first that is reached from the top decides. */
const limits: readonly [SizeClass, number][] = [
  ["20000plus", 20_000],
  ["5000to19999", 5_000],
  ["2000to4999", 2_000],
  ["under2000", 0],
];

/** The size class of a municipality with so many inhabitants. */
export function sizeClassOf(population: number): SizeClass {
  const [code] = limits.find(([, least]) => population >= least) ?? limits[limits.length - 1];
  return code;
}
