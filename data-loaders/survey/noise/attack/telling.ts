import type {Guessed} from "../../../../src/lib/respondents/protectedTables.js";
import {type Axis, everybody, type Measured} from "../family.js";
import type {Attacked} from "./attacked.js";
import {candidatesOf, isSilence, sharesOfAsked} from "./knowsOthers.js";

/*
 * What a row gives away of everybody in it: that all answered alike, or that nobody gave an answer.
 */

/** How often an adversary told right, of each group and answer, whether nobody gave it, or everybody. */
export function tellingGroups(attack: Attacked): Record<"zeros" | "unanimous", Guessed> {
  const found = {zeros: {answers: 0, right: 0, byTotals: 0}, unanimous: {answers: 0, right: 0, byTotals: 0}};
  for (const row of rowsOf(attack)) {
    count(found.zeros, row, 0);
    count(found.unanimous, row, row.size);
  }
  return found;
}

interface TellingRow {
  size: number;
  truth: number;
  /** By number of respondents what is likelier: before the published number is seen, and after. */
  before: readonly number[];
  after: readonly number[];
}

function count(found: Guessed, {truth, before, after}: TellingRow, telling: number): void {
  found.answers++;
  if (after[telling] > 0.5 === (truth === telling)) found.right++;
  if (before[telling] > 0.5 === (truth === telling)) found.byTotals++;
}

/** Each count of an answer in a group: the adversary knows how many of it answered. */
function* rowsOf(attack: Attacked): Generator<TellingRow> {
  const {family, places, truth, noise} = attack.noisy;
  for (const {id, measured, axis} of family.tables) {
    if (axis.id === everybody || isSilence(measured)) continue;
    const shares = sharesOfAsked(attack, measured);
    const sizes = answeredByGroup(attack, measured, axis).map(({length}) => length);
    for (const [group, size] of sizes.entries())
      for (const [cell, share] of shares.entries()) {
        const place = places.of(id, group, cell) ?? -1;
        if (place < 0 || cell === measured.noAnswer || size === 0 || size > mostInGroup) continue;
        const before = binomial(size, share);
        const seen = truth[place] + noise[place];
        const likely = before.map((chance, x) => chance * Math.exp(attack.logChance(seen - x)));
        const whole = likely.reduce((sum, each) => sum + each, 0);
        yield {size, truth: truth[place], before, after: likely.map((each) => each / whole)};
      }
  }
}

/** In a larger group the totals tell as well as its own row whether anybody, or everybody, gave an answer. */
const mostInGroup = 1000;

/** By group the respondents who answered a question. */
export function answeredByGroup(attack: Attacked, measured: Measured, {groups, groupOf}: Axis): number[][] {
  const members = Array.from({length: groups}, (): number[] => []);
  for (const [row, group] of groupOf.entries())
    if (group >= 0 && candidatesOf(attack, measured, row)) members[group].push(row);
  return members;
}

/** The chance of each number of successes of n tries. */
export function binomial(n: number, p: number): number[] {
  const safe = Math.min(1 - 1e-9, Math.max(1e-9, p));
  const logs = [n * Math.log(1 - safe)];
  for (let x = 0; x < n; x++) logs.push(logs[x] + Math.log(((n - x) / (x + 1)) * (safe / (1 - safe))));
  return logs.map(Math.exp);
}
