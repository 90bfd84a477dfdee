import type {Text} from "../language/text.js";

/** Name of the variable, and of the column, that says in which wave somebody answered. */
export const waveVariable = "wave";

/** Before which wave a series is broken, and why. */
export interface WaveBreak {
  /** Code of the wave. */
  before: string;
  why: Text;
}

/** What is known of the waves of a survey beside the variable that says in which somebody answered. */
export interface Waves {
  /** By code the middle of the fieldwork in years; the wave’s number where not all give their fieldwork. */
  times: Readonly<Record<string, number>>;
  /** By question where its series is broken. */
  breaks: Readonly<Record<string, readonly WaveBreak[]>>;
  /** By question and wave the codes of answers that could not be given. */
  notOffered: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Where it is known who answered again. */
  panel?: PanelDesign;
}

/**
 * Units that answered in several waves: how many there are, never which. Where answers of several waves are counted together
 * or compared, those of one unit are one *cluster*, since they are likely to be alike.
 */
export interface PanelDesign {
  /** Units that answered, each once. */
  units: number;
  /** Clusters that they are in; null where each unit is one by itself. */
  clusters: number | null;
  /** Strata, the same in all waves. */
  strata: number;
}

/** Columns of a table of respondents that say who answered in several waves, as numbers. */
export const panelColumns = {
  unit: "unit",
  /** Where units were drawn in clusters, or became one. */
  cluster: "unit_cluster",
  /** Where there are several. */
  stratum: "unit_stratum",
} as const;
