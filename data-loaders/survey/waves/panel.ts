import type {PanelDesign} from "../../../src/lib/respondents/waves.js";

/** Who answered in several waves. Node only: arrays are respondent by respondent, numbered from 0 as they first occur. */
export interface Panel {
  design: PanelDesign;
  unitOf: Int32Array;
  clusterOf: Int32Array;
  stratumOf: Int32Array;
}

/** What a respondent is known by in all waves. Texts, of which only numbers are kept. */
export interface Followed {
  unit: string;
  /** What units are in that are not independent of each other. */
  cluster: string;
  /** Each cluster is in one. */
  stratum: string;
}

/** @param followed respondent by respondent */
export function panelOf(followed: readonly Followed[]): Panel {
  const [unit, cluster, stratum] = (["unit", "cluster", "stratum"] as const).map((of) =>
    numbered(followed.map((each) => each[of])),
  );
  return {
    design: {
      units: unit.size,
      clusters: unit.codes.every((code, at) => code === cluster.codes[at]) ? null : cluster.size,
      strata: stratum.size,
    },
    ...{unitOf: unit.codes, clusterOf: cluster.codes, stratumOf: stratum.codes},
  };
}

function numbered(texts: readonly string[]): {codes: Int32Array; size: number} {
  const codeOf = new Map<string, number>();
  for (const text of texts) if (!codeOf.has(text)) codeOf.set(text, codeOf.size);
  return {codes: Int32Array.from(texts, (text) => codeOf.get(text) as number), size: codeOf.size};
}
