import {type FalseFinds, falseFinds, power} from "../calibration/nulls.js";
import {ownSurveys, standInSurvey} from "../calibration/surveys.js";
import {type Line, measures} from "./line.js";

export interface CalibrationRuns {
  /** Populations made of each file. */
  populations: number;
  /** How often a permutation test deals the answers. */
  draws: number;
}

/** Whether tests find no more than chance where there is nothing to find, and what there is where there is something. */
export async function calibrationOf({populations, draws}: CalibrationRuns): Promise<Line[]> {
  const surveys = {
    "stand-in": await standInSurvey(),
    "own file, large ones answer": ownSurveys["large ones answer"](),
    "own file, small ones answer": ownSurveys["small ones answer"](),
  };
  return Object.entries(surveys).flatMap(([page, survey]) => {
    const found = falseFinds(survey, {populations, draws, seed: 0.2011});
    const line = (measure: Line["measure"], value: number): Line => ({page, measure, value, runs: populations});
    return [
      line(measures.falseFinds, rate(found, "significant", "tested")),
      line(measures.falseFindsOfKind, Math.max(...found.map((each) => rate([each], "significant", "tested")))),
      line(measures.falseLetters, rate(found, "lettered", "compared")),
      line(measures.power, power(survey, 0.2, {populations: 3 * populations, draws, seed: 0.2011})),
    ];
  });
}

function rate(found: readonly FalseFinds[], part: "significant" | "lettered", whole: "tested" | "compared"): number {
  const sum = (of: "significant" | "lettered" | "tested" | "compared") =>
    found.reduce((total, each) => total + each[of], 0);
  return sum(part) / sum(whole);
}
