import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  clickHouseTime,
  countVisitorWindow,
  estateCounts,
  siteProfiles,
  type Store,
  visitorFeatures,
} from '#libs/store';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { arrivedLines, randomDelivery, storeTwice } from '../support/recount/deliver.js';
import { randomRequests, STREAM_START } from '../support/recount/random-requests.js';
import { busiestSites, recountEstate, recountSites } from '../support/recount/recount-estate.js';
import { type CountedEvent, type Recount } from '../support/recount/counted-event.js';
import { believableEvents, recountVisitors } from '../support/recount/recount-visitors.js';

jest.setTimeout(300_000);

const HOUR_MS = 3_600_000;
const MOST_REQUESTS = 200;
/** Streams of a fixed seed, the same ones in every run of the tests; a failing one is made smaller for so long. */
const RUNS = {
  numRuns: 6,
  seed: 20_260_314,
  interruptAfterTimeLimit: 200_000,
  markInterruptAsFailure: true,
};

/** A stream, how it was delivered, in batches of which sizes, and the window that is looked at. */
const streams = fc.record({
  requests: randomRequests(MOST_REQUESTS),
  deliveries: fc.array(randomDelivery, { minLength: MOST_REQUESTS, maxLength: MOST_REQUESTS }),
  batchSizes: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 4 }),
  window: fc.constantFrom(
    { from: STREAM_START, to: STREAM_START + 48 * HOUR_MS },
    { from: STREAM_START + 6 * HOUR_MS, to: STREAM_START + 18 * HOUR_MS },
  ),
});
type Stream = typeof streams extends fc.Arbitrary<infer Value> ? Value : never;
type Window = Stream['window'];

interface WindowRow extends Readonly<Record<string, unknown>> {
  readonly keyType: string;
  readonly key: string;
  readonly address: string;
  readonly site: string;
}

describe('numbers derived in ClickHouse', () => {
  let clickhouse: TestClickHouse;
  let store: Store;
  let topics = 0;

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    store = clickhouse.store;
  });

  afterAll(() => clickhouse.stop());

  it('equal a recount of the raw events, whatever came late, twice, out of order or again', async () => {
    await fc.assert(
      fc.asyncProperty(streams, async (stream) => {
        topics += 1;
        await store.command('TRUNCATE TABLE access_events');
        const lines = arrivedLines(`logs-${topics}`, stream.requests, stream.deliveries);
        expect(await storeTwice(store, lines, stream.batchSizes)).toBe(0);

        const believable = believableEvents(lines);
        expect(await store.query(estateCounts)).toEqual([recountEstate(lines, believable)]);
        await expectVisitors(believable.filter(isIn(stream.window)), stream.window);
      }),
      RUNS,
    );
  });

  async function expectVisitors(events: readonly CountedEvent[], window: Window): Promise<void> {
    const [from, to] = [clickHouseTime(window.from), clickHouseTime(window.to)];
    await countVisitorWindow(store, window.from, window.to);
    const rows = await store.query<WindowRow>(
      "SELECT * FROM visitor_window WHERE keyType IN ('address', 'address_user_agent')",
    );
    const expected = recountVisitors(events);
    expect(countsOf(rows, expected)).toEqual(expected);

    const siteOf = new Map(
      rows.filter(isAddress).map(({ address, site }) => [address, site] as const),
    );
    for (const [address, site] of siteOf) expect(busiestSites(events, address)).toContain(site);
    const profiles = await store.query<Record<string, unknown>>(siteProfiles, {
      weekFrom: from,
      to,
    });
    expect(
      profiles.map(({ site, visitors, requests, serviceTimeMs }) => ({
        site,
        visitors,
        requests,
        serviceTimeMs,
      })),
    ).toEqual(recountSites(expected, (address) => siteOf.get(address) ?? ''));
    await expectMoved(expected, window);
  }

  /** Of the visitors that were seen or stored in the later half, all keys; of the others none. */
  async function expectMoved(
    visitors: ReadonlyMap<string, Recount>,
    { from, to }: Window,
  ): Promise<void> {
    const since = (from + to) / 2;
    const rows = await store.query<WindowRow>(visitorFeatures, {
      since,
      appendedSince: since,
      cells: [],
    });
    const moved = new Map(
      [...visitors].filter(([key]) => {
        const { lastSeen, lastAppended, userAgents } = visitors.get(addressKeyOf(key)) ?? {};
        const isKept = key === addressKeyOf(key) || Number(userAgents) > 1;
        return isKept && (Number(lastSeen) >= since || Number(lastAppended) > since);
      }),
    );
    expect(countsOf(rows, moved)).toEqual(withoutAppended(moved));
  }
});

const isIn =
  ({ from, to }: Window) =>
  ({ eventTime }: CountedEvent): boolean =>
    eventTime >= from && eventTime < to;

const isAddress = ({ keyType }: WindowRow): boolean => keyType === 'address';

/** `visitorFeatures` says everything but when a visitor's newest line was stored. */
const withoutAppended = (visitors: ReadonlyMap<string, Recount>): Map<string, object> =>
  new Map([...visitors].map(([key, recount]) => [key, { ...recount, lastAppended: undefined }]));

const addressKeyOf = (key: string): string => `address|${key.split('|')[1] ?? ''}|`;

/** Of each row the numbers that the recount of its key has too. */
function countsOf(
  rows: readonly WindowRow[],
  expected: ReadonlyMap<string, Recount>,
): Map<string, Record<string, unknown>> {
  return new Map(
    rows.map((row) => {
      const { keyType } = row;
      const key =
        keyType === 'address_user_agent' ? `${keyType}|${row.key}` : `${keyType}|${row.key}|`;
      const names = Object.keys(expected.get(key) ?? row);
      return [key, Object.fromEntries(names.map((name) => [name, row[name]]))];
    }),
  );
}
