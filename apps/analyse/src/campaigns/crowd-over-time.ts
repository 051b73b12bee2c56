import {
  type Campaign,
  type Crowd,
  type Excess,
  findCrowd,
  findExcess,
  type Suspect,
  type TrafficSeries,
} from '#libs/intent';
import { type Store } from '#libs/store';
import { readSuspects } from './read-suspects.js';

const DAY_MS = 86_400_000;

/** By what a crowd was found: what its site sees too much of, over time or in one day. */
export type CrowdOrigin = Excess['measure'] | 'today';

/** The hour that is looked at, and what is known already. */
export interface WatchedHour {
  readonly asOf: number;
  /** The campaign that was found there earlier, if it goes on. */
  readonly acting: (series: TrafficSeries, since: CrowdOrigin) => Campaign | null;
  /** Campaigns of behavioural groups. */
  readonly groups: readonly Campaign[];
}

/** The crowd behind what a site sees too much of by its history, if there is one. */
export async function crowdOverTime(
  store: Store,
  series: TrafficSeries,
  { asOf, acting, groups }: WatchedHour,
): Promise<Crowd | null> {
  const start = acting(series, 'bad')?.start ?? acting(series, 'actors')?.start ?? null;
  for (const excess of findExcess(series, start)) {
    const before = Math.min(excess.start, asOf - DAY_MS);
    const crowd = findCrowd(excess, {
      now: await suspectsOf(store, series, asOf - DAY_MS, asOf),
      before: await suspectsOf(store, series, before - 3 * DAY_MS, before),
      acting: acting(series, excess.measure),
      groups,
    });
    if (crowd !== null) return crowd;
  }
  return null;
}

async function suspectsOf(
  store: Store,
  { site, kind }: TrafficSeries,
  from: number,
  to: number,
): Promise<readonly Suspect[]> {
  const suspects = await readSuspects(store, { sites: [site], kind, from, to });
  return suspects.get(site) ?? [];
}
