import type {AttackSummary, Guessed} from "../../../../src/lib/respondents/protectedTables.js";
import type {AttackThresholds} from "../../../inputs/noiseSettings.js";
import type {Attacked} from "./attacked.js";
import {boundsOfCounts} from "./bounds.js";
import {guessesOfTwo} from "./coalition.js";
import {exactCounts} from "./exactCounts.js";
import {guessesOfOneWhoKnowsOthers} from "./knowsOthers.js";
import {tellingGroups} from "./telling.js";

/** What was tried on the tables of a file, and with what success: for its owner. */
export interface AttackReport extends AttackSummary {
  /** Tables in which more counts are right than noise explains. */
  exposed: readonly string[];
  /** One who knows all other answers, by column. */
  byColumn: Readonly<Record<string, Guessed>>;
}

/** Plays every attack on the tables of a file. */
export function attackReport(attack: Attacked): AttackReport {
  const {family} = attack.noisy;
  const byColumn = Object.fromEntries(guessesOfOneWhoKnowsOthers(attack));
  const {exposed, ...exact} = exactCounts(attack);
  const [worst] = Object.entries(byColumn).sort(([, a], [, b]) => gain(b) - gain(a));
  return {
    tables: family.tables.length,
    versions: Math.max(1, ...family.tables.map(({id}) => attack.versions(id))),
    exact,
    bounds: boundsOfCounts(attack),
    others: added(Object.values(byColumn)),
    othersWorst: worst ? {column: worst[0], ...worst[1]} : {column: "", ...added([])},
    nextRelease: added([...guessesOfOneWhoKnowsOthers(nextOf(attack)).values()]),
    coalition: guessesOfTwo(attack),
    ...tellingGroups(attack),
    exposed,
    byColumn,
  };
}

/** As it will be after one more release in which every table is another. */
const nextOf = (attack: Attacked): Attacked => ({...attack, versions: (table) => attack.versions(table) + 1});

/** What of a report is above its threshold, in words for the owner; nothing if all is well. */
export function tooRevealing(report: AttackReport, limits: AttackThresholds): string[] {
  const {exact, bounds, others, othersWorst, coalition, zeros, unanimous} = report;
  const over = (name: keyof AttackThresholds, found: number, what: string) =>
    found > limits[name] ? [`${what} (${name}: ${found.toFixed(3)}, at most ${limits[name]})`] : [];
  return [
    ...report.exposed.map((table) => `more true counts of a table can be told than noise explains: ${table}`),
    ...over(
      "exact",
      exact.counts === 0 ? 0 : exact.right / exact.counts,
      "too many true counts can be told to the unit",
    ),
    ...over(
      "narrow",
      bounds.counts === 0 ? 0 : bounds.narrow / bounds.counts,
      "too many true counts are bounded closely",
    ),
    ...over("others", gain(others), "who knows all other answers is right too often"),
    ...over(
      "othersWorst",
      gain(othersWorst),
      `who knows all other answers is right too often of ${othersWorst.column}`,
    ),
    ...over("coalition", gain(coalition), "two respondents are right too often of a third"),
    ...over("telling", Math.max(gain(zeros), gain(unanimous)), "groups that all answered alike can be told"),
  ];
}

/** How much more often than from the totals alone. */
export const gain = ({answers, right, byTotals}: Guessed) => (answers === 0 ? 0 : (right - byTotals) / answers);

const added = (all: readonly Guessed[]): Guessed =>
  all.reduce(
    (sum, each) => ({
      answers: sum.answers + each.answers,
      right: sum.right + each.right,
      byTotals: sum.byTotals + each.byTotals,
    }),
    {answers: 0, right: 0, byTotals: 0},
  );
