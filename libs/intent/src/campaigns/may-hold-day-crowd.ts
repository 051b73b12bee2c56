import { type CampaignKind } from './campaign-kind.js';
import { type TrafficSeries } from './traffic-series.js';

/** Kinds that a day alone tells something of: many ordinary visitors do them, and nearly all of them do well. */
const DAY_KINDS: ReadonlySet<CampaignKind> = new Set(['login', 'token', 'reading', 'calling']);

/** A smaller crowd is left to the evidence about each. Assumption. */
export const LEAST_CROWD = 20;
/** So many of a site's own people may end badly on a bad day, for each who does well. Assumption. */
export const BAD_DAY = 0.1;
const DAY = 24;

/**
 * Whether the newest 24 hours of a series may hold a crowd that `findDayCrowd` would find, so that who they are is
 * worth reading: more end badly than on a bad day. Who comes in several hours counts in each, as do the others.
 */
export function mayHoldDayCrowd({ kind, actors, bad }: TrafficSeries): boolean {
  const ended = sum(bad.slice(-DAY));
  const well = sum(actors.slice(-DAY)) - ended;
  return DAY_KINDS.has(kind) && ended >= LEAST_CROWD && ended >= BAD_DAY * well;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
