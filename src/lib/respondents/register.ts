import type {Text} from "../language/text.js";

/** What the register of 1 January 2011 says of whom the survey was sent to. */
export interface Register {
  municipalities: number;
  countyAuthorities: number;
  counties: number;
  population: number;
  /** Number of municipalities by size class, smallest first. */
  sizeClasses: {code: SizeClass; municipalities: number; population: number}[];
  /** Number of municipalities by county, in the register's order. */
  byCounty: {code: string; name: string; municipalities: number}[];
}

/** A municipality of 2011. */
export interface Municipality {
  /** Four digits. */
  number: string;
  name: string;
  /** Earlier and later names, names in other languages, and the names of municipalities that it has become part of. */
  otherNames: string[];
  /** The county's code. */
  county: string;
  population: number;
  sizeClass: SizeClass;
  /** Others that became part of it after the survey, under its name, whole or in part. */
  joined?: readonly {name: string; isPart: boolean}[];
}

export type SizeClass = "under2000" | "2000to4999" | "5000to19999" | "20000plus";

/** What a size class is called, as a line of a table or a menu. */
export const sizeClassLabel: Record<SizeClass, Text> = {
  under2000: {nb: "Under 2\u00a0000 innbyggere", en: "Under 2,000 inhabitants"},
  "2000to4999": {nb: "2\u00a0000–4\u00a0999 innbyggere", en: "2,000–4,999 inhabitants"},
  "5000to19999": {nb: "5\u00a0000–19\u00a0999 innbyggere", en: "5,000–19,999 inhabitants"},
  "20000plus": {nb: "20\u00a0000 innbyggere eller flere", en: "20,000 inhabitants or more"},
};

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
