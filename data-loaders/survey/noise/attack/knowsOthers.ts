import {memoize} from "../../../../src/lib/memoize.js";
import {meets} from "../../../../src/lib/respondents/condition.js";
import type {Guessed} from "../../../../src/lib/respondents/protectedTables.js";
import {discreteGaussian} from "../discreteGaussian.js";
import {answeredOf, type Measured, silenceOf} from "../family.js";
import {drawsOf} from "../secret.js";
import {type Attacked, otherwiseAsked} from "./attacked.js";

/** Respondents who are attacked: of more, as many at equal distances. */
const mostAttacked = 1000;

/**
 * An adversary who knows what every other respondent answered, and of this one all but the question and those that follow
 * from it. What is left of each count is the noise and one answer. The likeliest answer is guessed: by the noise in all
 * tables that count it, those of the questions that it decides included, and by the totals.
 *
 * @returns by column, options of a multiple response each by itself
 */
export function guessesOfOneWhoKnowsOthers(attack: Attacked): Map<string, Guessed> {
  const {family} = attack.noisy;
  const step = Math.max(1, Math.ceil(family.respondents / mostAttacked));
  const guessed = new Map<string, Guessed>();
  for (const measured of family.measured) {
    if (isSilence(measured)) continue;
    const found = {answers: 0, right: 0, byTotals: 0};
    for (let row = 0; row < family.respondents; row += step)
      tryGuess(found, attack, {measured, row, evidence: (cell) => evidence(attack, measured, {row, cell})});
    if (found.answers > 0) guessed.set(measured.name, found);
  }
  return guessed;
}

export const isSilence = ({name, variable, noAnswer}: Measured) => noAnswer === null && name.startsWith(`${variable}:`);

/** An answer that is looked for, and how much likelier the published numbers are, as a logarithm, if it is in a cell than if in none. */
interface Sought {
  measured: Measured;
  row: number;
  evidence: (cell: number) => number;
}

/** Guesses an answer by the evidence and the totals, and by the totals alone; of whoever did not answer there is none. */
export function tryGuess(found: Guessed, attack: Attacked, {measured, row, evidence}: Sought): void {
  const candidates = candidatesOf(attack, measured, row);
  if (!candidates) return;
  const shares = sharesOfAsked(attack, measured);
  const prior = (cell: number) => Math.log(cell >= 0 ? shares[cell] : 1 - shares[0]);
  const best = (score: (cell: number) => number) => candidates.reduce((a, b) => (score(b) > score(a) ? b : a));
  found.answers++;
  if (best((cell) => prior(cell) + evidence(cell)) === measured.cellOf[row]) found.right++;
  if (best(prior) === measured.cellOf[row]) found.byTotals++;
}

/** What the answer can have been: of an option -1 and 0, not ticked and ticked; null of whoever did not answer. */
export function candidatesOf({noisy}: Attacked, measured: Measured, row: number): number[] | null {
  const truth = measured.cellOf[row];
  if (measured.noAnswer !== null) {
    if (truth < 0 || truth === measured.noAnswer) return null;
    return Array.from({length: measured.noAnswer}, (_, cell) => cell);
  }
  const {gates, measured: all} = noisy.family;
  const isIn = (name: string) => all.find((each) => each.name === name)?.cellOf[row] === 0;
  const gate = gates.get(measured.variable);
  if (gate === undefined) return isIn(answeredOf(measured.variable)) ? [-1, 0] : null;
  const isAsked = gate === null || gate.isOpen[gate.measured.cellOf[row]];
  return isAsked && !isIn(silenceOf(measured.variable)) ? [-1, 0] : null;
}

/**
 * Logarithm of how much likelier the published numbers are if a respondent is in a cell than if in none; the answers to
 * questions that this one decides are unknown, and taken to be as the totals say.
 */
function evidence(attack: Attacked, measured: Measured, {row, cell}: {row: number; cell: number}): number {
  const own = cell < 0 ? 0 : inTables(attack, measured, {row, cell});
  const following = followersOf(attack)(measured).filter(({isPutTo}) => isPutTo(row));
  return following.reduce((sum, {of, codes}) => {
    if (cell < 0 || !codes[cell]) return sum;
    return sum + marginal(attack, of, row);
  }, own);
}

/** The same of a question whose answer is unknown. */
function marginal(attack: Attacked, measured: Measured, row: number): number {
  const shares = sharesOfAsked(attack, measured);
  const cells = shares.map((share, cell) => share * Math.exp(evidence(attack, measured, {row, cell})));
  const known = shares.reduce((sum, share) => sum + share, 0);
  return Math.log(cells.reduce((sum, each) => sum + each, Math.max(0, 1 - known)));
}

/** What share of those that were asked is in each cell. */
export function sharesOfAsked({shares, noisy}: Attacked, measured: Measured): readonly number[] {
  const own = shares.get(measured) ?? [];
  if (measured.noAnswer !== null) return own;
  const gate = noisy.family.gates.get(measured.variable);
  const open = gate ? (shares.get(gate.measured) ?? []).filter((_, cell) => gate.isOpen[cell]) : [1];
  const asked = open.reduce((sum, share) => sum + share, 0);
  return own.map((share) => Math.min(1 - 1e-6, share / Math.max(asked, 1e-6)));
}

function inTables(attack: Attacked, measured: Measured, {row, cell}: {row: number; cell: number}): number {
  const {views, logChance, versions} = attack;
  let sum = 0;
  for (const {table, groupOf, placeOf} of views.get(measured) ?? []) {
    const group = groupOf[row];
    const place = group < 0 ? -1 : placeOf(group, cell);
    if (place < 0) continue;
    const isIn = measured.cellOf[row] === cell ? 1 : 0;
    for (const noise of noisesAt(attack)(place, versions(table.id))) {
      const left = noise + isIn;
      sum += logChance(left - 1) - logChance(left);
    }
  }
  return sum;
}

/** The noise of a count in this version of its table, and as it may have been in those before. */
const noisesAt = memoize(({noisy}: Attacked) => {
  const known = new Map<number, number[]>();
  return (place: number, versions: number): number[] => {
    const found = known.get(place) ?? [noisy.noise[place]];
    known.set(place, found);
    while (found.length < versions)
      found.push(discreteGaussian(noisy.variance, drawsOf("attack", `${place} ${found.length}`)));
    return found;
  };
});

/** The questions that one decides: which answers lead to them, and to whom they are put whatever the answer. */
const followersOf = memoize((attack: Attacked) =>
  memoize((measured: Measured) => {
    const {noisy, survey} = attack;
    return noisy.family.measured.flatMap((of) => {
      const universe = survey.codebook.variables.find(({name}) => name === of.variable)?.universe ?? [];
      const conditions = universe.filter(({variable}) => variable === measured.variable);
      const codes = measured.codes.map((code) => code !== "" && conditions.every((each) => meets(code, each)));
      if (conditions.length === 0 || !codes.includes(true)) return [];
      const others = otherwiseAsked(attack, of.variable, measured.variable);
      return [{of, codes, isPutTo: (row: number) => others(row) !== false}];
    });
  }),
);
