import {StatisticsError} from "../../src/lib/statistics/errors.js";

/** By the code of a typed error what R says in its place. */
const inR: Readonly<Record<string, RegExp>> = {
  lonelyClass: /only one PSU/i,
  cellWithoutRespondents: /absent from (the )?sample|empty post-?strat|no(thing| respondents) in|missing from sample/i,
  cellWithoutPopulation: /not in population|absent from population/i,
  overfullClass: /FPC|fpc|sampled more than/i,
  emptyBase: /no (data|rows|respondents)|empty/i,
  oneCategory: /2 or more levels|at least two|one (row|column|level)/i,
};

/**
 * How a case that expects an error differs: not at all when the computation throws the typed error of that code, or of what
 * R says, or, of a text that no code is known by, any typed error. A test that is not defined is the error `oneCategory`.
 *
 * @param expected a code, R’s message, or true for any error
 */
export function errorMisses(compute: () => unknown, expected: unknown): string[] {
  const code = codeThrown(compute);
  if (code === null) return [`no error, expected ${JSON.stringify(expected)}`];
  if (typeof expected !== "string" || expected === code) return [];
  const known = Object.entries(inR).filter(([, message]) => message.test(expected));
  const isAnother = known.length > 0 && !known.some(([other]) => other === code);
  return isAnother || Object.hasOwn(inR, expected) ? [`error is ${code}, expected ${expected}`] : [];
}

function codeThrown(compute: () => unknown): string | null {
  try {
    return isUndefinedTest(compute()) ? "oneCategory" : null;
  } catch (error) {
    if (error instanceof StatisticsError) return error.code;
    throw error;
  }
}

function isUndefinedTest(result: unknown): boolean {
  if (typeof result !== "object" || result === null || !("p" in result) || !("ndf" in result)) return false;
  return result.p === null && result.ndf === null;
}
