import type {Text} from "./text.js";

/** A weighting class: units among which who answered is taken to be as if drawn at random. */
export interface WeightingClass {
  code: string;
  label: Text;
  /** Units in the register; null where there is none. */
  population: number | null;
  respondents: number;
  /** How many units each respondent stands for. */
  weight: number;
}

/** How respondents stand for all units; arrays are as long as the respondents. */
export interface Weighting {
  classes: readonly WeightingClass[];
  /** Index into `classes`. */
  classOf: Int32Array;
  weight: Float64Array;
}
