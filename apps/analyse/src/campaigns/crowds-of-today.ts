import {
  type CampaignKind,
  type Crowd,
  findDayCrowd,
  mayHoldDayCrowd,
  type TrafficSeries,
} from '#libs/intent';
import { type Store } from '#libs/store';
import { type WatchedHour } from './crowd-over-time.js';
import { readSuspects } from './read-suspects.js';

const DAY_MS = 86_400_000;

/**
 * The crowds that a day alone shows. Who acted is read only where so many ended badly that there may be one, and of all
 * sites at once: a statement costs more to plan than a site to read.
 */
export async function crowdsOfToday(
  store: Store,
  series: readonly TrafficSeries[],
  { asOf, acting, groups }: WatchedHour,
): Promise<readonly Crowd[]> {
  const doubtful = byKind(series.filter(mayHoldDayCrowd));
  const crowds: Crowd[] = [];
  for (const [kind, all] of doubtful) {
    const suspects = await readSuspects(store, {
      kind,
      sites: all.map(({ site }) => site),
      from: asOf - DAY_MS,
      to: asOf,
    });
    for (const one of all) {
      const { site } = one;
      const day = { site, kind, suspects: suspects.get(site) ?? [], groups };
      const crowd = findDayCrowd({ ...day, acting: acting(one, 'today') });
      if (crowd !== null) crowds.push(crowd);
    }
  }
  return crowds;
}

function byKind(series: readonly TrafficSeries[]): ReadonlyMap<CampaignKind, TrafficSeries[]> {
  const kinds = new Map<CampaignKind, TrafficSeries[]>();
  for (const one of series) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return kinds;
}
