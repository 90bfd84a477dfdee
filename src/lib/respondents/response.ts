import type {Text} from "../language/text.js";

/** How many of a group were asked, and how many answered. Counts of a file: they have no interval. */
export interface ResponseGroup {
  /** Size class, `countyAuthorities`, or county number. */
  code: string;
  label: Text;
  asked: number;
  answered: number;
}

/** Who answered, by what the register knows of all that were asked. */
export interface Response {
  asked: number;
  answered: number;
  /** From the smallest municipalities to the largest, then county authorities. */
  bySize: readonly ResponseGroup[];
  /** In the register's order; a county's authority counts with its municipalities. */
  byCounty: readonly ResponseGroup[];
}

/** Share that answered, 0 to 1; null of a group that has no one in it. */
export function responseRate({asked, answered}: Pick<ResponseGroup, "asked" | "answered">): number | null {
  return asked === 0 ? null : answered / asked;
}
