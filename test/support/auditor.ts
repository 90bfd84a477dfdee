import {type Constraint, solve} from "yalps";

/** What is counted, of respondents of one kind: those in these groups with these answers. */
export interface Kind {
  /** The group in each grouping. */
  groups: readonly number[];
  /** By question the category, or a code below zero. */
  answers: Readonly<Record<string, number>>;
}

/** A number that somebody knows: how many respondents there are of certain kinds. */
export interface Known {
  counts: (kind: Kind) => boolean;
  equal: number;
}

/** Least and greatest number of respondents of certain kinds that agrees with all that is known. */
export interface Audited {
  least: number;
  greatest: number;
}

/**
 * Somebody who knows all published numbers and works out hidden ones, by linear programming; for tests. Respondents may be
 * divided, so that the range is never narrower than that of whole ones by more than rounding.
 */
export class Auditor {
  readonly #kinds: readonly Kind[];
  readonly #constraints = new Map<string, Constraint>();
  readonly #rows: [string, number][][];

  constructor(kinds: readonly Kind[], known: readonly Known[]) {
    this.#kinds = kinds;
    this.#rows = kinds.map(() => []);
    for (const [index, {counts, equal}] of known.entries()) {
      const name = `known ${index}`;
      this.#constraints.set(name, {equal});
      for (const [at, kind] of kinds.entries()) if (counts(kind)) this.#rows[at].push([name, 1]);
    }
  }

  audit(counts: (kind: Kind) => boolean): Audited {
    return {least: this.#solve(counts, "minimize"), greatest: this.#solve(counts, "maximize")};
  }

  #solve(counts: (kind: Kind) => boolean, direction: "minimize" | "maximize"): number {
    const variables = this.#rows.map((row, at): [string, [string, number][]] => [
      `kind ${at}`,
      [...row, ["asked for", counts(this.#kinds[at]) ? 1 : 0]],
    ]);
    const {status, result} = solve({direction, objective: "asked for", constraints: this.#constraints, variables});
    if (status !== "optimal") throw new Error(`no solution: ${status}`);
    return result;
  }
}
