import { type ProbabilityEstimate } from './probability-estimate.js';

/** How well estimates tell the true from the false; null where there is nothing to divide by. */
export interface Discrimination {
  readonly precision: number | null;
  readonly recall: number | null;
  /** Harmonic mean of precision and recall at a probability of one half. */
  readonly f1: number | null;
  /** Chance that a true one is rated above a false one: area under the ROC curve. */
  readonly area: number | null;
}

export function discrimination(estimates: readonly ProbabilityEstimate[]): Discrimination {
  const said = estimates.filter(({ probability }) => probability >= 0.5);
  const real = estimates.filter(({ isTrue }) => isTrue).length;
  const hits = said.filter(({ isTrue }) => isTrue).length;
  return {
    precision: ratio(hits, said.length),
    recall: ratio(hits, real),
    f1: ratio(2 * hits, said.length + real),
    area: areaUnderCurve(estimates, real),
  };
}

/** By the sum of ranks, ties shared (Mann and Whitney, 1947). */
function areaUnderCurve(estimates: readonly ProbabilityEstimate[], real: number): number | null {
  const sorted = estimates.toSorted((a, b) => a.probability - b.probability);
  let ranks = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (sorted[end + 1]?.probability === sorted[start]?.probability && end + 1 < sorted.length)
      end += 1;
    const hits = sorted.slice(start, end + 1).filter(({ isTrue }) => isTrue).length;
    ranks += hits * ((start + end) / 2 + 1);
    start = end + 1;
  }
  return ratio(ranks - (real * (real + 1)) / 2, real * (estimates.length - real));
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
