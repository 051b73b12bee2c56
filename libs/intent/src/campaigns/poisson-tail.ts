/** Probability that a Poisson count with mean `expected` is `observed` or more: 0 to 1. */
export function poissonTail(observed: number, expected: number): number {
  let term = Math.exp(-expected);
  let below = 0;
  for (let count = 0; count < observed; count += 1) {
    below += term;
    term *= expected / (count + 1);
  }
  return below < 0.5 ? 1 - below : upper(term, observed, expected);
}

/** The same summed from above, where one minus the sum below would lose all digits. */
function upper(first: number, observed: number, expected: number): number {
  let term = first;
  let sum = 0;
  for (let count = observed; term > sum * 1e-12 && count < observed + 1_000; count += 1) {
    sum += term;
    term *= expected / (count + 1);
  }
  return Math.min(1, sum);
}
