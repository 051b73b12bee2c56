import { type StoredLine } from '#libs/store';
import { grouped } from './grouped.js';
import { type CountedEvent, type Recount } from './counted-event.js';

/** What `estateCounts` must say of these lines, the believable events among them given. */
export function recountEstate(
  lines: readonly StoredLine[],
  believable: readonly CountedEvent[],
): Record<string, number> {
  const events = lines.flatMap((line) => (line.kind === 'event' ? [line.event] : []));
  const times = believable.map(({ eventTime }) => eventTime);
  return {
    events: events.length,
    rejects: lines.length - events.length,
    clients: new Set(events.map(({ clientAddress }) => clientAddress)).size,
    sites: new Set(events.map(({ serverAddress }) => serverAddress)).size,
    // ClickHouse has the epoch for the earliest and the latest of nothing.
    earliest: times.length === 0 ? 0 : Math.min(...times),
    latest: times.length === 0 ? 0 : Math.max(...times),
  };
}

/**
 * Visitors, requests and service time of each site, as in `siteProfiles`. An address belongs to the site where it is
 * busiest; `siteOf` says which, since of two as busy any may be it.
 */
export function recountSites(
  visitors: ReadonlyMap<string, Recount>,
  siteOf: (address: string) => string,
): Record<string, number | string>[] {
  const sites = new Map<string, { visitors: number; requests: number; serviceTimeMs: number }>();
  for (const [key, recount] of visitors) {
    const [keyType, address = ''] = key.split('|');
    if (keyType !== 'address') continue;
    const site = siteOf(address);
    const { visitors: count, requests, serviceTimeMs } = sites.get(site) ?? NOBODY;
    sites.set(site, {
      visitors: count + 1,
      requests: requests + Number(recount['requests']),
      serviceTimeMs: serviceTimeMs + Number(recount['serviceTimeMs']),
    });
  }
  return [...sites]
    .map(([site, numbers]) => ({ site, ...numbers }))
    .toSorted((one, other) => (one.site < other.site ? -1 : 1));
}

const NOBODY = { visitors: 0, requests: 0, serviceTimeMs: 0 };

/** The sites where an address was busiest. */
export function busiestSites(events: readonly CountedEvent[], address: string): string[] {
  const own = events.filter(({ clientAddress }) => clientAddress === address);
  const sites = grouped(own, ({ serverAddress }) => serverAddress);
  const most = Math.max(...[...sites.values()].map((found) => found.length));
  return [...sites].filter(([, found]) => found.length === most).map(([site]) => site);
}
