import { type ClientFigures } from './client-figures.js';
import { type ClientPeriod } from './client-period.js';
import { quantile } from './robust.js';

/** A client's figure beside its own of the same hours of earlier weeks or days. */
export interface HistoryComparison {
  readonly figure: 'requests' | 'error_share' | 'refusal_share' | 'token_failure_share';
  readonly value: number;
  /** Median of the earlier ones. */
  readonly usual: number;
  readonly of: 'week' | 'day';
  readonly periods: number;
  readonly deviates: boolean;
}

/** Fewer are no habit. Assumption. */
const LEAST_PERIODS = 3;
const LEAST_CALLS = 20;
/** Beyond three in four earlier periods, and twice as much as they. */
const USUALLY = 0.75;
const FACTOR = 2;

interface Figure {
  readonly name: HistoryComparison['figure'];
  readonly now: (figures: ClientFigures) => readonly [part: number, whole: number];
  readonly then: (period: ClientPeriod) => readonly [part: number, whole: number];
}

const figures: readonly Figure[] = [
  { name: 'requests', now: (now) => [now.requests, 1], then: (then) => [then.requests, 1] },
  {
    name: 'error_share',
    now: (now) => [now.clientErrors + now.serverErrors, now.requests],
    then: (then) => [then.errors, then.requests],
  },
  {
    name: 'refusal_share',
    now: (now) => [now.accountCallsRefused, now.accountCalls],
    then: (then) => [then.refusals, then.accountCalls],
  },
  {
    name: 'token_failure_share',
    now: (now) => [now.tokenFailures, now.tokenRequests],
    then: (then) => [then.tokenFailures, then.tokenRequests],
  },
];

/**
 * How a client compares with itself: with the same hours of the week in up to eight earlier weeks, or, where fewer than three
 * are known, with the same hours of up to seven earlier days; with nothing where those are too few, too. Quantiles, so that one day
 * of an outage or a sale does not become the measure.
 */
export function compareWithHistory(
  client: ClientFigures,
  history: readonly ClientPeriod[],
): readonly HistoryComparison[] {
  const own = history.filter((period) => period.client === client.client && period.requests > 0);
  const weeks = own.filter(({ unit }) => unit === 'week');
  const periods = weeks.length >= LEAST_PERIODS ? weeks : own.filter(({ unit }) => unit === 'day');
  if (periods.length < LEAST_PERIODS) return [];
  return figures.flatMap((figure) => compare(figure, client, periods) ?? []);
}

function compare(
  { name, now, then }: Figure,
  client: ClientFigures,
  periods: readonly ClientPeriod[],
): HistoryComparison | null {
  const [part, whole] = now(client);
  const earlier = periods
    .map(then)
    .filter(([, calls]) => name === 'requests' || calls >= LEAST_CALLS);
  const first = periods[0];
  if (first === undefined || earlier.length < LEAST_PERIODS) return null;
  if (name !== 'requests' && whole < LEAST_CALLS) return null;
  const values = earlier.map(([a, b]) => a / b);
  const bound = FACTOR * quantile(values, USUALLY);
  return {
    figure: name,
    value: round(part / whole),
    usual: round(quantile(values, 0.5)),
    of: first.unit,
    periods: earlier.length,
    deviates: name === 'requests' ? part > bound : isBeyond(part, whole, bound),
  };
}

/** More than a share of `bound` explains: five standard deviations of a binomial count, and more than a handful. */
function isBeyond(part: number, whole: number, bound: number): boolean {
  const expected = bound * whole;
  return part > 5 + expected + 5 * Math.sqrt(expected * Math.max(0, 1 - bound));
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
