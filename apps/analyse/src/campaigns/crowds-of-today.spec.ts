import { describe, expect, it } from '@jest/globals';
import { type TrafficSeries } from '#libs/intent';
import { type QueryParameters, type Store } from '#libs/store';
import { crowdsOfToday } from './crowds-of-today.js';

const HOUR = { asOf: Date.UTC(2026, 2, 15), acting: () => null, groups: [] };

/** A site at which a third of the logins fail. */
const site = (name: string, actors: number): TrafficSeries => ({
  site: name,
  kind: 'login',
  from: HOUR.asOf - 86_400_000,
  actors: Array.from({ length: 24 }, () => actors / 24),
  bad: Array.from({ length: 24 }, () => actors / 72),
  visitors: [],
});

/** The sites that each statement read. */
async function sitesRead(series: readonly TrafficSeries[]): Promise<unknown[]> {
  const read: unknown[] = [];
  const query = (_sql: string, { sites }: QueryParameters): Promise<unknown[]> => {
    read.push(sites);
    return Promise.resolve([]);
  };
  await crowdsOfToday({ query } as unknown as Store, series, HOUR);
  return read;
}

describe(crowdsOfToday.name, () => {
  it('reads small sites together', async () => {
    expect(await sitesRead([site('a', 7_200), site('b', 7_200)])).toEqual([['a', 'b']]);
  });

  it('holds no more in memory than so many at a time, or one site', async () => {
    const sites = [site('a', 36_000), site('b', 7_200), site('c', 36_000), site('d', 720_000)];
    expect(await sitesRead(sites)).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('reads nothing where next to nobody ends badly', async () => {
    expect(await sitesRead([{ ...site('a', 7_200), bad: [] }])).toEqual([]);
  });
});
