import {allHold} from "../../../../src/lib/respondents/condition.js";
import type {Survey} from "../../buildSurvey.js";
import {discreteGaussianChance} from "../discreteGaussian.js";
import {everybody, type Measured, type TrueTable} from "../family.js";
import type {NoisyFamily} from "../noisyTables.js";

/** What an attack knows and looks for. Node only: it holds true counts and what each respondent answered. */
export interface Attacked {
  noisy: NoisyFamily;
  survey: Pick<Survey, "codebook" | "respondents">;
  /** Logarithm of the chance of each noise. */
  logChance: (noise: number) => number;
  /** By column the tables that it is counted in, either way about. */
  views: ReadonlyMap<Measured, readonly View[]>;
  /** By column what share is in each cell, of those in any, as the published totals tell; from 0 to 1. */
  shares: ReadonlyMap<Measured, readonly number[]>;
  /** How many versions of a table have been published, this one included. */
  versions: (table: string) => number;
}

/** A column as one table counts it. */
export interface View {
  table: TrueTable;
  /** In which group a respondent is there; below 0 in none. */
  groupOf: Int32Array;
  placeOf: (group: number, cell: number) => number;
}

export function attacked(
  survey: Attacked["survey"],
  noisy: NoisyFamily,
  versions: Attacked["versions"] = () => 1,
): Attacked {
  const {family, places, estimates, variance} = noisy;
  const chance = discreteGaussianChance(variance);
  const views = new Map(
    family.measured.map((measured) => [
      measured,
      family.tables.flatMap((table): View[] => {
        const place = (group: number, cell: number) => places.of(table.id, group, cell) ?? -1;
        if (table.measured === measured) return [{table, groupOf: table.axis.groupOf, placeOf: place}];
        if (table.axis.id !== measured.name) return [];
        return [{table, groupOf: table.measured.cellOf, placeOf: (group, cell) => place(cell, group)}];
      }),
    ]),
  );
  const shares = new Map(
    family.measured.map((measured) => {
      const counts = Array.from({length: measured.cells}, (_, cell) => {
        const place = places.of(`${measured.name} by ${everybody}`, 0, cell) ?? -1;
        return place < 0 ? 0 : Math.max(0.5, estimates[place]);
      });
      const whole = measured.noAnswer === null ? family.respondents : counts.reduce((sum, each) => sum + each, 0);
      return [measured, counts.map((count) => Math.min(1, count / whole))];
    }),
  );
  return {noisy, survey, logChance: (noise) => Math.log(chance(noise) || 1e-300), views, shares, versions};
}

/** Tells of a row whether a question is put to it, whatever the answer to one of the questions that decide it. */
export function otherwiseAsked({survey: {codebook, respondents}}: Attacked, variable: string, decider: string) {
  const universe = codebook.variables.find(({name}) => name === variable)?.universe ?? [];
  return allHold(
    universe.filter((condition) => condition.variable !== decider),
    (name, code) =>
      respondents.columns.find((each) => each.variable === name && (each.option === null || each.option === code)),
  );
}
