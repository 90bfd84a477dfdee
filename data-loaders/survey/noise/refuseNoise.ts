import {InputError} from "../../inputs/inputError.js";

/**
 * That noise can protect a survey. The intervals of noisy tables know a register, or respondents who count the same; and no
 * attack knows one person in two waves.
 *
 * @throws InputError naming the setting beside which it cannot
 */
export function refuseNoise({sample, waves}: {sample?: unknown; waves?: unknown}): void {
  const refused = (column: string, why: string) => new InputError(why, {file: "settings.json", column});
  if (waves)
    throw refused(
      "waves",
      'noise beside waves, which would count each answer of whoever is in two of them twice: say "protection": "suppress", whose tables are by wave, or build a site of each wave',
    );
  if (sample)
    throw refused(
      "design",
      'noise beside a design, whose weights would need noise as large as the largest of them: say "protection": "suppress", whose numbers are unweighted and without intervals, or remove the design if each respondent may count once',
    );
}
