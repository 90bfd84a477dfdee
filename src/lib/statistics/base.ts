import type {Design} from "./design.js";
import type {Domain} from "./domain.js";
import {kish} from "./kish.js";

/** What a statistic rests on. */
export interface Base {
  /** Respondents. */
  unweightedBase: number;
  /** Sum of their weights: how many of the population they stand for. */
  base: number;
  /** Kish's effective number of respondents; 0 when there are none. */
  effectiveBase: number;
  /** Respondents less the classes they are in. */
  degreesOfFreedom: number;
}

/** Counts the base of a domain; respondents of weight 0 are not in it. */
export function baseOf(design: Design, domain: Domain): Base {
  const {count, weight} = design;
  const inside = count.map((n, i) => (domain[i] && weight[i] !== 0 ? n : 0));
  const {respondents, sum, effectiveSize} = kish(weight, inside);
  return {
    unweightedBase: respondents,
    base: sum,
    effectiveBase: effectiveSize,
    degreesOfFreedom: respondents - classesWith(design, inside),
  };
}

function classesWith({classOf, classes}: Design, inside: Float64Array): number {
  const seen = new Uint8Array(classes.length);
  for (let i = 0; i < inside.length; i++) if (inside[i] > 0) seen[classOf[i]] = 1;
  return seen.reduce((sum, one) => sum + one, 0);
}
