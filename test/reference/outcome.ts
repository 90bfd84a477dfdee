/** What became of one case of a reference file. */
export interface Outcome {
  /** The case’s id. */
  id: string;
  status: "passed" | "failed" | "skipped";
  /** What differed, or why it was skipped; empty when it passed. */
  details: readonly string[];
}

/** A case that asks for something that this project leaves out on purpose. */
export class NotSupportedError extends Error {
  constructor(what: string) {
    super(`not supported: ${what}`);
  }
}

/** Runs one case. It fails if there are misses or an error is thrown, and is skipped if it asks for what is not supported. */
export function outcomeOf(id: string, findMisses: () => readonly string[]): Outcome {
  try {
    const misses = findMisses();
    return {id, status: misses.length === 0 ? "passed" : "failed", details: misses};
  } catch (error) {
    const status = error instanceof NotSupportedError ? "skipped" : "failed";
    return {id, status, details: [(error as Error).message]};
  }
}

/** One line for each miss and each skipped case, then the last line, `N passed, M failed, K skipped`. */
export function formatOutcomes(outcomes: readonly Outcome[]): string {
  const told = outcomes.filter(({status}) => status !== "passed");
  const lines = told.flatMap(({id, status, details}) => details.map((detail) => `${status} ${id}: ${detail}`));
  const number = (wanted: Outcome["status"]) => outcomes.filter(({status}) => status === wanted).length;
  return [...lines, `${number("passed")} passed, ${number("failed")} failed, ${number("skipped")} skipped`].join("\n");
}

/**
 * Prints the outcomes.
 *
 * @returns the exit code: 1 on a miss
 */
export function report(outcomes: readonly Outcome[]): number {
  console.log(formatOutcomes(outcomes));
  return outcomes.some(({status}) => status === "failed") ? 1 : 0;
}
