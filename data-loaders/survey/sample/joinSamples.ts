import type {Sample} from "./buildSample.js";

/**
 * The samples of several waves as one: drawn apart from each other, each in strata and clusters of its own.
 *
 * @param samples in the order in which the waves' respondents stand; without calibrated weights
 */
export function joinSamples(samples: readonly Sample[]): Sample {
  const [first] = samples;
  const strata = startsOf(samples.map(({design}) => design.populations.length));
  const clusters = startsOf(samples.map(({design}) => design.clusters ?? 0));
  const joined = <T extends Float64Array | Int32Array>(of: (sample: Sample, at: number) => T) =>
    samples.flatMap((sample, at) => [...of(sample, at)]);
  const weight = Float64Array.from(joined((sample) => sample.weight));
  const isClustered = first.design.clusters !== null;
  const sumOf = (of: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0);
  return {
    design: {
      isWeighted: samples.some(({design}) => design.isWeighted),
      populations: samples.flatMap(({design}) => design.populations),
      clusters: isClustered ? sumOf(({design}) => design.clusters ?? 0) : null,
      lonely: sumOf(({design}) => design.lonely),
      margins: [],
    },
    weight,
    designWeight: weight,
    stratumOf: Int32Array.from(joined(({stratumOf}, at) => stratumOf.map((h) => strata[at] + h))),
    clusterOf: isClustered
      ? Int32Array.from(joined(({clusterOf}, at) => (clusterOf ?? new Int32Array()).map((c) => clusters[at] + c)))
      : null,
    columns: first.columns,
  };
}

/** Where each of some lists begins when they stand one after another. */
function startsOf(lengths: readonly number[]): number[] {
  return lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
}
