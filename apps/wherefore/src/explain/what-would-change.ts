import { type Again } from '#libs/enforcement';
import { count } from '../terminal/numbers.js';

const MOST_FIGURES = 8;

/** What would have changed the verdict, each found by judging again. */
export function whatWouldChange({ without, otherFigures, outcome }: Again): readonly string[] {
  const reasons = without.map(
    (one) => `  without ${inRow(one.without)}: ${instead(one.outcome, outcome)}`,
  );
  const figures = otherFigures
    .toSorted((a, b) => relativeStep(a) - relativeStep(b))
    .slice(0, MOST_FIGURES)
    .map(
      (one) =>
        `  with ${count(one.instead)} instead of ${count(one.value)} ${one.feature}, all else as it was: ${instead(one.outcome, outcome)}`,
    );
  return reasons.length + figures.length === 0
    ? ['  no single figure, and no reasons left out, would have changed it']
    : [...reasons, ...figures];
}

type Outcome = Again['outcome'];

function instead(other: Outcome, outcome: Outcome): string {
  const action =
    other.action === outcome.action ? other.action : `${other.action} instead of ${outcome.action}`;
  return `${action} (${other.stance}, risk ${other.score})`;
}

/** The smaller, the nearer the figure was to what would have changed it. */
function relativeStep({ value, instead: other }: Again['otherFigures'][number]): number {
  return Math.abs(value - other) / Math.max(1, value);
}

function inRow(codes: readonly string[]): string {
  return codes.length < 2
    ? codes.join('')
    : `${codes.slice(0, -1).join(', ')} and ${codes.at(-1) ?? ''}`;
}
