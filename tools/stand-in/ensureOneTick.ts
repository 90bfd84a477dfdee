import {shuffler} from "d3";
import type {Codebook, MultipleVariable} from "../../src/lib/respondents/codebook.js";
import {columnName} from "../../src/lib/respondents/respondents.js";
import type {Random} from "./allocate.js";
import {withAnswers} from "./answerItems.js";
import type {MadeUp} from "./madeUp.js";

/**
 * Respondents of whom none left every box of a question open, which a file of ticks could not tell from no answer at
 * all: one without a tick takes one over from another that has several, so that every count stays. A box by which an
 * attribute is known stays as it is.
 *
 * @param alike what donor and taker must agree on
 */
export function ensureOneTick(
  respondents: readonly MadeUp[],
  variable: MultipleVariable,
  {codebook, alike, random}: {codebook: Codebook; alike: (respondent: MadeUp) => string; random: Random},
): MadeUp[] {
  const fixed = codebook.attributes.flatMap(({anyOf}) => anyOf.filter((each) => each.variable === variable.name));
  const isFixed = (code: string) => fixed.some(({comparisons}) => comparisons.some((each) => each.code === code));
  const columns = variable.categories.map(({code}) => columnName(variable.name, code));
  const free = variable.categories.filter(({code}) => !isFixed(code)).map(({code}) => columnName(variable.name, code));
  const changed = new Map<string, MadeUp>();
  const now = (respondent: MadeUp) => changed.get(respondent.unit) ?? respondent;
  const ticks = (respondent: MadeUp) => columns.filter((column) => now(respondent).answers.get(column) === "yes");
  const order = shuffler(random)([...respondents]);
  for (const taker of order) {
    if (ticks(taker).length > 0 || now(taker).answers.get(columns[0]) !== "no") continue;
    const donor = order.find((each) => {
      return (
        alike(each) === alike(taker) && ticks(each).length > 1 && ticks(each).some((column) => free.includes(column))
      );
    });
    if (!donor) throw new Error(`nobody has a tick to spare: ${variable.name}, ${taker.unit}`);
    const column = ticks(donor).find((each) => free.includes(each)) as string;
    changed.set(donor.unit, withAnswers(now(donor), [[column, "no"]]));
    changed.set(taker.unit, withAnswers(now(taker), [[column, "yes"]]));
  }
  return respondents.map(now);
}
