import { type Answer, type Counts } from './counts.js';
import { type Interval } from './interval.js';

const REPETITIONS = 1_000;

/**
 * The 95 % interval of a figure about visitors, by drawing as many visitors with replacement and taking the percentiles of what
 * comes out; draws for which the figure is not defined are left out. Null where none is.
 * Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13. Visitors are drawn, not requests:
 * those of one visitor are not independent.
 * @param random uniform from 0 to 1
 */
export function bootstrap(
  answers: readonly Answer[],
  figure: (counts: Counts) => number | null,
  random: () => number,
): Interval | null {
  const cells = answers.map(({ isBad, isFlagged }) => Number(isBad) * 2 + Number(isFlagged));
  const drawn = Array.from({ length: REPETITIONS }, () => figure(drawnCounts(cells, random)))
    .filter((value) => value !== null)
    .sort((one, other) => one - other);
  const at = (share: number): number | undefined =>
    drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))];
  const low = at(0.025);
  const high = at(0.975);
  return low === undefined || high === undefined ? null : { low, high };
}

function drawnCounts(cells: readonly number[], random: () => number): Counts {
  const sizes = [0, 0, 0, 0];
  cells.forEach((_, __, all) => {
    const cell = all[Math.floor(random() * all.length)] ?? 0;
    sizes[cell] = (sizes[cell] ?? 0) + 1;
  });
  const [trueNegatives = 0, falsePositives = 0, falseNegatives = 0, truePositives = 0] = sizes;
  return { truePositives, falsePositives, falseNegatives, trueNegatives };
}
