import type {SampleMargin} from "../../../src/lib/respondents/sample.js";
import type {Sample} from "./buildSample.js";

/**
 * The samples of several waves as one: drawn apart from each other, each in strata and clusters of its own.
 *
 * @param samples in the order in which the waves' respondents stand
 * @param waves codes of the waves
 */
export function joinSamples(samples: readonly Sample[], waves: readonly string[]): Sample {
  const [first] = samples;
  const strata = startsOf(samples.map(({design}) => design.populations.length));
  const clusters = startsOf(samples.map(({design}) => design.clusters ?? 0));
  const joined = (of: (sample: Sample, at: number) => ArrayLike<number>) =>
    Float64Array.from(samples.flatMap((sample, at) => Array.from(of(sample, at))));
  const isClustered = first.design.clusters !== null;
  const sumOf = (of: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0);
  return {
    design: {
      isWeighted: samples.some(({design}) => design.isWeighted),
      populations: samples.flatMap(({design}) => design.populations),
      clusters: isClustered ? sumOf(({design}) => design.clusters ?? 0) : null,
      lonely: sumOf(({design}) => design.lonely),
      margins: joinMargins(samples, waves),
    },
    weight: joined((sample) => sample.weight),
    designWeight: joined((sample) => sample.designWeight),
    stratumOf: Int32Array.from(joined(({stratumOf}, at) => stratumOf.map((h) => strata[at] + h))),
    clusterOf: isClustered
      ? Int32Array.from(joined(({clusterOf}, at) => (clusterOf ?? new Int32Array()).map((c) => clusters[at] + c)))
      : null,
    names: {
      strata: samples.flatMap(({names}) => names.strata),
      clusters: samples.flatMap(({names}) => names.clusters),
    },
    columns: first.columns,
  };
}

/** Each margin with its cells in every wave, in which it is met by itself. */
function joinMargins(samples: readonly Sample[], waves: readonly string[]): SampleMargin[] {
  return samples[0].design.margins.map((margin) => ({
    ...margin,
    cells: samples.flatMap(({design: {margins}}, at) => {
      const own = margins.find(({variable}) => variable === margin.variable);
      return own?.cells.map((cell) => ({...cell, wave: waves[at]})) ?? [];
    }),
  }));
}

/** Where each of some lists begins when they stand one after another. */
function startsOf(lengths: readonly number[]): number[] {
  return lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
}
