import { type ClientFigures } from './client-figures.js';
import { type Ratio, ratios } from './ratios.js';
import { quantile, spread } from './robust.js';

/** A client's ratio beside those of the other clients. */
export interface PeerComparison {
  readonly ratio: Ratio['name'];
  readonly value: number;
  /** Median of the others; null where fewer than five have enough calls to compare. */
  readonly peers: number | null;
  /** Share of the others with a smaller or equal ratio: 0 to 1. */
  readonly rank: number | null;
  /** It lies beyond what the spread of the others and the chance of its own few calls explain. */
  readonly deviates: boolean;
}

/** Under that many calls a ratio says nothing; fewer peers are no company. Assumptions. */
const LEAST_CALLS = 20;
const LEAST_PEERS = 5;
/** Standard deviations, as wide as "once in a year among fifty clients and eight ratios" asks for. */
const BEYOND = 5;
/** A deviation that nobody would look at: under half as much again as the others. */
const AT_LEAST = 1.5;

/** How a client's ratios compare with those of the others in the same window; those it has too few calls for are left out. */
export function compareWithPeers(
  client: ClientFigures,
  all: readonly ClientFigures[],
): readonly PeerComparison[] {
  return ratios
    .filter(({ whole }) => whole(client) >= LEAST_CALLS)
    .map((ratio) => compare(ratio, client, all));
}

function compare(
  ratio: Ratio,
  client: ClientFigures,
  all: readonly ClientFigures[],
): PeerComparison {
  const value = valueOf(ratio, client);
  const others = all
    .filter((other) => other.client !== client.client && ratio.whole(other) >= LEAST_CALLS)
    .map((other) => valueOf(ratio, other));
  if (others.length < LEAST_PEERS)
    return { ratio: ratio.name, value, peers: null, rank: null, deviates: false };
  const peers = quantile(others, 0.5);
  const rank = others.filter((other) => other <= value).length / others.length;
  return {
    ratio: ratio.name,
    value,
    peers,
    rank,
    deviates: value > boundOf(ratio, client, others),
  };
}

/** The value of a ratio; 0 where there is nothing to divide by. */
export function valueOf({ part, whole }: Ratio, figures: ClientFigures): number {
  return whole(figures) === 0 ? 0 : Math.round((part(figures) / whole(figures)) * 1e6) / 1e6;
}

/**
 * The largest value that is no deviation. Shares spread by habit (median absolute deviation of the others) and by chance
 * (binomial); other ratios are compared by their logarithm, since clients differ by factors.
 */
function boundOf(ratio: Ratio, client: ClientFigures, others: readonly number[]): number {
  const middle = quantile(others, 0.5);
  if (!ratio.isShare) {
    const logarithms = others.map((value) => Math.log(Math.max(value, 1e-6)));
    return middle * Math.max(AT_LEAST, Math.exp(BEYOND * spread(logarithms)));
  }
  const calls = ratio.whole(client);
  const chance = Math.sqrt((Math.max(middle, 1 / calls) * (1 - middle)) / calls);
  return Math.max(AT_LEAST * middle, middle + BEYOND * Math.hypot(spread(others), chance));
}
