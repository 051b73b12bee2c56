import { bootstrap } from '../metrics/bootstrap.js';
import { type Counts, countAnswers, f1 } from '../metrics/counts.js';
import { type Interval } from '../metrics/interval.js';
import { seededRandom } from '../metrics/seeded-random.js';
import { wilson } from '../metrics/wilson.js';
import { type Detector, type ScoredVisitor } from './scored-visitor.js';

/** So many of so many, with its 95 % interval; null where there was nothing to count. */
export interface Share {
  readonly part: number;
  readonly of: number;
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** One detector's figures about some visitors. */
export interface Figures {
  /** Of the bad ones, those flagged. */
  readonly recall: Share;
  /** The same among those of BUSY requests or more. */
  readonly busyRecall: Share;
  /** Of those flagged (those apart left aside), the bad ones. */
  readonly precision: Share;
  readonly f1: { readonly value: number | null; readonly interval: Interval | null };
  readonly people: Share;
  readonly verified: Share;
  /** Neutral machines and others that count for nothing. */
  readonly apart: Share;
  readonly delay: Delay;
}

/** Of the bad ones that were flagged: time and requests until then. Null where nobody was, or nobody can say. */
interface Delay {
  readonly visitors: number;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  readonly medianRequests: number | null;
  readonly p90Requests: number | null;
}

/** From this many requests on a miss has no excuse. Assumption. */
const BUSY = 30;
const SEED = 1;

export function figures(visitors: readonly ScoredVisitor[], detector: Detector): Figures {
  const flagged = (some: readonly ScoredVisitor[]): Share =>
    share(some.filter(({ opinions }) => opinions[detector].isFlagged).length, some.length);
  const of = (side: ScoredVisitor['side']): ScoredVisitor[] =>
    visitors.filter((one) => one.side === side);
  const bad = of('bad');
  const answers = visitors
    .filter(({ side }) => side !== 'apart')
    .map(({ side, opinions }) => ({
      isBad: side === 'bad',
      isFlagged: opinions[detector].isFlagged,
    }));
  const counts = countAnswers(answers);
  return {
    recall: flagged(bad),
    busyRecall: flagged(bad.filter(({ requests }) => requests >= BUSY)),
    precision: precision(counts),
    f1: { value: f1(counts), interval: bootstrap(answers, f1, seededRandom(SEED)) },
    people: flagged(of('person')),
    verified: flagged(of('verified')),
    apart: flagged(of('apart')),
    delay: delay(bad, detector),
  };
}

export const share = (part: number, of: number): Share => ({
  part,
  of,
  share: of === 0 ? null : part / of,
  interval: wilson(part, of),
});

const precision = ({ truePositives, falsePositives }: Counts): Share =>
  share(truePositives, truePositives + falsePositives);

function delay(bad: readonly ScoredVisitor[], detector: Detector): Delay {
  const delays = bad.flatMap(({ opinions }) => opinions[detector].delay ?? []);
  const seconds = delays.map((one) => one.seconds).sort((one, other) => one - other);
  const requests = delays.map((one) => one.requests).sort((one, other) => one - other);
  return {
    visitors: delays.length,
    medianSeconds: quantile(seconds, 0.5),
    p90Seconds: quantile(seconds, 0.9),
    medianRequests: quantile(requests, 0.5),
    p90Requests: quantile(requests, 0.9),
  };
}

/** Nearest rank: a value that was there. */
const quantile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
