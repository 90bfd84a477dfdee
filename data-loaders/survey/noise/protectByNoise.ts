import {realpathSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import type {ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import {fileBeside} from "../../inputs/fileBeside.js";
import {InputError} from "../../inputs/inputError.js";
import {usualNoise} from "../../inputs/noiseSettings.js";
import type {Survey} from "../buildSurvey.js";
import {registerGroupings} from "../registerGroupings.js";
import {publishedVersions} from "../releases.js";
import {attacked} from "./attack/attacked.js";
import {type AttackReport, attackReport, tooRevealing} from "./attack/attackReport.js";
import {noisyFamily, noisyTables} from "./noisyTables.js";
import {refuseNoise} from "./refuseNoise.js";
import {secretOf} from "./secret.js";

/** A file protected by noise: what is published, and what must not be. Node only. */
export interface NoiseProtection {
  tables: ProtectedTables;
  report: AttackReport;
  /** By table, by which this version of it is known again. */
  fingerprints: ReadonlyMap<string, string>;
  secret: string;
  /** The true counts of each table, of which none may be published: group by group, and answer by answer. */
  trueCounts: readonly (readonly number[])[];
}

/** Where the report of the attacks stands: beside the file, of `answers.csv` in `answers.attacks.json`. */
export function attacksFileOf(surveyFile: string): string {
  return fileBeside(realpathSync(surveyFile), ".attacks.json");
}

/**
 * The tables of a file protected by noise, when no attack on them is too successful. What was tried is written beside the
 * file. Tables that the last releases published otherwise are attacked with all their versions.
 *
 * @throws InputError naming each attack that achieves more than the owner allows
 */
export function protectByNoise(
  surveyFile: string,
  survey: Pick<Survey, "codebook" | "respondents" | "settings" | "weighting" | "sample" | "waves">,
): NoiseProtection {
  refuseNoise(survey);
  const {thresholds, ...noise} = survey.settings.noise ?? usualNoise;
  const secret = secretOf(surveyFile);
  const groupings = registerGroupings(survey.weighting);
  const noisy = noisyFamily(survey, groupings, {...noise, secret});
  const before = publishedVersions(surveyFile);
  const versions = (table: string) => {
    const print = noisy.fingerprints.get(table) ?? "";
    return new Set([...(before[table] ?? []), print]).size;
  };
  const report = attackReport(attacked(survey, noisy, versions));
  writeFileSync(attacksFileOf(surveyFile), `${JSON.stringify({about, thresholds, ...report}, null, 1)}\n`);
  const defects = tooRevealing(report, thresholds);
  if (defects.length > 0)
    throw new InputError(
      `the noisy tables tell too much: ${defects.join("; ")}. Set a greater variance of the noise, list fewer pairs, or allow more under noise.thresholds; ${basename(attacksFileOf(surveyFile))} has the whole report`,
      {file: basename(surveyFile)},
    );
  const {exposed: _exposed, byColumn: _byColumn, ...attacks} = report;
  const tables = noisyTables(survey, groupings, noisy);
  return {
    tables: {...tables, noise: {variance: noisy.variance, attacks}},
    report,
    fingerprints: noisy.fingerprints,
    secret,
    trueCounts: noisy.family.tables.flatMap(({counts, measured: {cells}}) => [
      counts,
      ...Array.from({length: cells}, (_, cell) => counts.filter((_, at) => at % cells === cell)),
    ]),
  };
}

const about =
  "What attacks on the noisy tables of the last build came to. Of each attack how many answers were tried, how many were told right, and how many would have been from the totals alone. Keep it beside the responses, and do not publish it.";
