import type {Text} from "../language/text.js";
import type {Approximation} from "../quantities/quantity.js";

/** One record of another survey, as collected. */
export interface ContextRecord {
  id: string;
  /** Who counted, in short: not always who published. */
  by: string;
  measures: Text;
  base: Text | null;
  period: Text;
  confidence: Text & {code: "high" | "medium"};
  comparability: Text & {code: Comparability};
  /** Where it was read, and after whom. */
  publisher: Text;
  url: string;
  alsoSeen: string[];
}

/** May the figure be set beside BETA.KOMM's? near: the same kind of thing, with a caveat. */
export type Comparability = "near" | "differs" | "none";

/** One number that a record holds. */
export interface ContextValue {
  id: string;
  /** Id of the record it stands in. */
  record: string;
  label: Text;
  /** As printed. */
  value: number;
  valueUnit: string;
  /** The denominator, where the record gives a count out of a number. */
  of: number | null;
  /** The count behind a percentage, where the record gives both. */
  count: number | null;
  /** The source's own hedge. */
  approximate: Approximation | null;
  country: string;
  body: string;
  channel: string;
  definition: string;
  /** As precise as the record allows: `2011`, `2011-05`, `2011-05-12`; null if it gives no year. */
  date: string | null;
  /** True of a part of the body only, such as women or those under 35. */
  subgroup: boolean;
  /** Values of one series may be joined by a line: same publisher, definition and body. */
  series: string | null;
}

/** What other surveys state. */
export interface Context {
  records: ContextRecord[];
  values: ContextValue[];
}

/** The share a value gives, 0 to 1; null where it counts something else. */
export function proportionOf({value, valueUnit, of}: ContextValue): number | null {
  if (valueUnit === "percent") return value / 100;
  return of === null ? null : value / of;
}

/** The middle of what a date may mean, for an axis: `2013` is July 2013. */
export function midpointOf(date: string): Date {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return new Date(Date.UTC(year, 6, 1));
  return new Date(Date.UTC(year, month - 1, day ?? 15));
}
