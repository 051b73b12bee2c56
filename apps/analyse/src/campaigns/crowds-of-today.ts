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
const DAY_HOURS = 24;
/** So many of those who acted are held in memory: some 100 MiB (`nodePeakMiB` of `npm run bench -- analyse --json`). */
const AT_ONCE = 50_000;

/**
 * The crowds that a day alone shows. Who acted is read only where so many ended badly that there may be one, and of several
 * sites at once, as far as memory goes: a statement costs more to plan than a small site to read.
 */
export async function crowdsOfToday(
  store: Store,
  series: readonly TrafficSeries[],
  { asOf, acting, groups }: WatchedHour,
): Promise<readonly Crowd[]> {
  const crowds: Crowd[] = [];
  for (const together of readTogether(series.filter(mayHoldDayCrowd)))
    crowds.push(...(await crowdsAmong(store, together, { asOf, acting, groups })));
  return crowds;
}

async function crowdsAmong(
  store: Store,
  { kind, all }: ReadTogether,
  { asOf, acting, groups }: WatchedHour,
): Promise<readonly Crowd[]> {
  const suspects = await readSuspects(store, {
    kind,
    sites: all.map(({ site }) => site),
    from: asOf - DAY_MS,
    to: asOf,
  });
  return all.flatMap((one) => {
    const { site } = one;
    const day = { site, kind, suspects: suspects.get(site) ?? [], groups };
    return findDayCrowd({ ...day, acting: acting(one, 'today') }) ?? [];
  });
}

/** Series of one kind, at so many sites as are read with one statement. */
interface ReadTogether {
  readonly kind: CampaignKind;
  readonly all: readonly TrafficSeries[];
}

function readTogether(series: readonly TrafficSeries[]): readonly ReadTogether[] {
  return [...byKind(series)].flatMap(([kind, ofKind]) => {
    const parts: TrafficSeries[][] = [];
    let held = Infinity;
    for (const one of ofKind) {
      held += actorsOf(one);
      if (held > AT_ONCE) {
        parts.push([]);
        held = actorsOf(one);
      }
      parts.at(-1)?.push(one);
    }
    return parts.map((all) => ({ kind, all }));
  });
}

/** At most so many acted at the site in the day: who comes in several hours counts in each. */
function actorsOf({ actors }: TrafficSeries): number {
  return actors.slice(-DAY_HOURS).reduce((sum, count) => sum + count, 0);
}

function byKind(series: readonly TrafficSeries[]): ReadonlyMap<CampaignKind, TrafficSeries[]> {
  const kinds = new Map<CampaignKind, TrafficSeries[]>();
  for (const one of series) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return kinds;
}
