import type {Sample} from "./buildSample.js";

/** What the owner of a file is told of how its respondents were drawn and weighted. */
export interface DesignReport {
  weights: {least: number; greatest: number; sum: number; effective: number};
  /** Strata, and those of which one alone was drawn though there are more. */
  strata: number;
  lonely: number;
  /** Clusters; null where respondents were drawn one by one. */
  clusters: number | null;
  /** How many there are to draw from; null where that is not known. */
  population: number | null;
  /** Questions that weights are calibrated to, and the part of the weights of those without an answer. */
  calibratedTo: {question: string; missing: number}[];
}

export function designReport({design, weight}: Pick<Sample, "design" | "weight">): DesignReport {
  const {populations, lonely, clusters, margins} = design;
  const [sum, squares] = weight.reduce(([all, squared], w) => [all + w, squared + w * w], [0, 0]);
  const isKnown = populations.every((size): size is number => size !== null);
  return {
    weights: {
      least: weight.reduce((a, b) => Math.min(a, b)),
      greatest: weight.reduce((a, b) => Math.max(a, b)),
      sum,
      effective: sum ** 2 / squares,
    },
    strata: populations.length,
    lonely,
    clusters,
    population: isKnown ? populations.reduce((all, size) => all + size, 0) : null,
    calibratedTo: margins.map(({variable, cells}) => {
      const whole = cells.reduce((all, {population}) => all + population, 0);
      const silent = cells.reduce((all, {of, population}) => (of.length === 0 ? all + population : all), 0);
      return {question: variable, missing: silent / whole};
    }),
  };
}

/** The same as lines for a terminal. */
export function designLines({weights, strata, lonely, clusters, population, calibratedTo}: DesignReport): string[] {
  const {least, greatest, sum, effective} = weights;
  const drawn = clusters === null ? "respondents" : "clusters";
  return [
    "Design",
    `  weights from ${least.toFixed(3)} to ${greatest.toFixed(3)}, sum ${sum.toFixed(1)}, effective number of respondents ${effective.toFixed(1)}`,
    ...(strata > 1 ? [`  ${strata} strata`] : []),
    ...(clusters === null ? [] : [`  ${clusters} clusters`]),
    ...(lonely > 0 ? [`  strata of which one of several ${drawn} was drawn, compared with the whole: ${lonely}`] : []),
    ...(population === null ? [] : [`  drawn from ${population} ${drawn === "clusters" ? drawn : "units"}`]),
    ...calibratedTo.map(({question, missing}) => {
      const silent =
        missing > 0 ? `; ${(100 * missing).toFixed(1)}% of the weights have no answer, and keep their part` : "";
      return `  calibrated to ${question}${silent}`;
    }),
  ];
}
