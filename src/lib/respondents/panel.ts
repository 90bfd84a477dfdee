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
