import type {Domain} from "./column.js";
import type {Design} from "./design.js";

/** What a statistic rests on. */
export interface Base {
  /** Respondents. */
  unweightedBase: number;
  /** Sum of their weights: how many of the population they stand for. */
  base: number;
  /**
   * Kish's effective number of respondents, (sum w)^2 / sum w^2; 0 when there are none.
   * Source: Kish, Survey Sampling (1965), 11.7.
   */
  effectiveBase: number;
  /** Respondents, or the clusters they were drawn in, less the classes they are in. */
  degreesOfFreedom: number;
}

/** Counts the base of a domain; respondents of weight 0 are not in it. */
export function baseOf({count, weight, spread, classOf, classes, clusterOf}: Design, domain: Domain): Base {
  const isRepresented = new Uint8Array(classes.length);
  const clusters = new Set<number>();
  let [respondents, sum, squares] = [0, 0, 0];
  for (let i = 0; i < count.length; i++) {
    if (!domain[i] || weight[i] === 0 || count[i] === 0) continue;
    respondents += count[i];
    sum += count[i] * weight[i];
    squares += count[i] * weight[i] * weight[i] * (1 + (spread?.[i] ?? 0));
    isRepresented[classOf[i]] = 1;
    if (clusterOf) clusters.add(clusterOf[i]);
  }
  return {
    unweightedBase: respondents,
    base: sum,
    effectiveBase: squares === 0 ? 0 : (sum * sum) / squares,
    degreesOfFreedom:
      (clusterOf ? clusters.size : respondents) - isRepresented.reduce((classes, one) => classes + one, 0),
  };
}
