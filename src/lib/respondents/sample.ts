import type {Text} from "../language/text.js";

/** How respondents were drawn and weighted, as the survey’s owner says; sums over respondents, never a respondent. */
export interface SampleDesign {
  /** False where each respondent counts the same. */
  isWeighted: boolean;
  /** By stratum how many there are to draw from, of respondents or of clusters; null where that is not known. */
  populations: readonly (number | null)[];
  /** How many clusters respondents were drawn in; null where they were drawn one by one. */
  clusters: number | null;
  /** Strata of which a single respondent, or cluster, was drawn and there are more. */
  lonely: number;
  /** What weights were calibrated to; empty where they were not. */
  margins: readonly SampleMargin[];
}

/** A question whose answers are known of the population: weights of each answer add up to its number. */
export interface SampleMargin {
  variable: string;
  label: Text;
  /** Name of its column in a table of respondents. */
  column: string;
  /** Each answer, and last those without one, if there are any. */
  cells: readonly MarginCell[];
}

/** An answer, or the lack of one, and its number in the population. */
export interface MarginCell {
  code: string;
  /** Codes of the column that it stands for; none of the lack of an answer. */
  of: readonly string[];
  /** How many of the population weights add up to. */
  population: number;
  /** Code of the wave that it is of, where there are several. */
  wave?: string;
}

/** The cell of those without an answer. */
export const missingCell = "missing";

/** Columns of a table of respondents that say how they were drawn. */
export const sampleColumns = {
  weight: "weight",
  /** Of weights that were calibrated, what they were before. */
  designWeight: "design_weight",
  stratum: "stratum",
  cluster: "cluster",
  /** How many there are to draw from in the stratum. */
  stratumUnits: "stratum_units",
} as const;

/**
 * By row the cell of a margin, an index into its cells.
 *
 * @param wave of a survey in waves the column that says in which each answered
 */
export function marginCells({cells}: SampleMargin, {codes, categories}: Coded, wave?: Coded): Int32Array {
  const waves = wave && cells.some((cell) => cell.wave !== undefined) ? wave : null;
  const cellOf = (waves?.categories ?? [undefined]).map((id) => {
    const own = [...cells.keys()].filter((at) => cells[at].wave === id);
    const silent = own.find((at) => cells[at].of.length === 0) ?? own[own.length - 1];
    const found = categories.map((code) => own.find((at) => cells[at].of.includes(code)) ?? silent);
    return {silent, found};
  });
  return codes.map((code, row) => {
    const {silent, found} = cellOf[waves ? waves.codes[row] : 0];
    return code < 0 ? silent : found[code];
  });
}

type Coded = {codes: Int32Array; categories: readonly string[]};
