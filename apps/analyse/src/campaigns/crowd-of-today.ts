import { type Crowd, findDayCrowd, mayHoldDayCrowd, type TrafficSeries } from '#libs/intent';
import { type Store } from '#libs/store';
import { type WatchedHour } from './crowd-over-time.js';
import { readSuspects } from './read-suspects.js';

const DAY_MS = 86_400_000;

/** The crowd that a day alone shows, if there is one. Who acted is read only where so many ended badly that there may be. */
export async function crowdOfToday(
  store: Store,
  series: TrafficSeries,
  { asOf, acting, groups }: WatchedHour,
): Promise<Crowd | null> {
  if (!mayHoldDayCrowd(series)) return null;
  const { site, kind } = series;
  const suspects = await readSuspects(store, series, asOf - DAY_MS, asOf);
  return findDayCrowd({ site, kind, suspects, acting: acting('today'), groups });
}
