import type {Survey} from "../buildSurvey.js";
import {respondentsArrow} from "./respondentsArrow.js";

/**
 * Respondents for the browser, as Arrow.
 *
 * @throws Error for a protected file: nothing of it goes by row
 */
export function browserRespondents({settings, respondents, weighting}: Survey): Uint8Array {
  if (settings.access === "protected") throw new Error("a protected file’s respondents are not published");
  return respondentsArrow(respondents, weighting);
}
