import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clickHouseTime,
  EventLog,
  leaveOutOwnAnswers,
  type Store,
  takeSnapshot,
} from '#libs/store';
import { type AccessEvent } from '#libs/traffic';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { anEvent, batchOf } from '../support/log-rows.js';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 2, 14, 12);
/** Verdicts are issued at noon and last an hour. */
const HOUR = 60 * MINUTE;
const AGENT = 'curl/8.0';
const v4 = '203.0.113.7';
const v6 = '2001:db8::7';

interface Verdict {
  readonly keyType: string;
  readonly key: string;
  readonly action?: string;
  readonly mode?: string;
  readonly at?: number;
}

const VERDICTS: readonly Verdict[] = [
  { keyType: 'address', key: v4 },
  { keyType: 'address', key: v6 },
  { keyType: 'address', key: 'scanner.example' },
  { keyType: 'address', key: '203.0.113.8', action: 'challenge' },
  { keyType: 'address', key: '203.0.113.9', mode: 'simulate' },
  { keyType: 'address', key: '203.0.113.10' },
  { keyType: 'address', key: '203.0.113.10', action: 'allow', at: NOON + 20 * MINUTE },
  { keyType: 'address_user_agent', key: `203.0.113.11|${AGENT}` },
  { keyType: 'session', key: 'session-1' },
  { keyType: 'api_client', key: 'tpp-1' },
  { keyType: 'api_sub_visitor', key: 'tpp-2|consent-1' },
  { keyType: 'prefix', key: '2001:db8:0:1::/64' },
  { keyType: 'prefix', key: '198.51.100.0/24' },
];

/** A request, and whether its answer was ours. */
type Case = readonly [why: string, isOurs: boolean, event: Partial<AccessEvent>];

const refused = { httpResponseStatusCode: 403, eventTime: NOON + 5 * MINUTE };
const CASES: readonly Case[] = [
  ['refused while in force', true, { ...refused, clientAddress: v4 }],
  [
    'refused in the last minute',
    true,
    { ...refused, clientAddress: v4, eventTime: NOON + HOUR - 1 },
  ],
  [
    'refused by a WAF that is late',
    true,
    { ...refused, clientAddress: v4, eventTime: NOON + HOUR + 9 * MINUTE },
  ],
  [
    'refused long after',
    false,
    { ...refused, clientAddress: v4, eventTime: NOON + HOUR + 11 * MINUTE },
  ],
  ['refused before', false, { ...refused, clientAddress: v4, eventTime: NOON - MINUTE }],
  [
    'not found while in force',
    false,
    { ...refused, clientAddress: v4, httpResponseStatusCode: 404 },
  ],
  ['accepted while blocked', false, { ...refused, clientAddress: v4, httpResponseStatusCode: 202 }],
  ['refused without a verdict', false, { ...refused, clientAddress: '192.0.2.1' }],
  ['IPv6', true, { ...refused, clientAddress: v6 }],
  ['a host name', true, { ...refused, clientAddress: 'scanner.example' }],
  ['challenged', true, { ...refused, clientAddress: '203.0.113.8', httpResponseStatusCode: 202 }],
  ['only tried', false, { ...refused, clientAddress: '203.0.113.9' }],
  ['lifted', true, { ...refused, clientAddress: '203.0.113.10' }],
  [
    'after the lift',
    false,
    { ...refused, clientAddress: '203.0.113.10', eventTime: NOON + 40 * MINUTE },
  ],
  ['its user agent', true, { ...refused, clientAddress: '203.0.113.11', userAgentOriginal: AGENT }],
  [
    'another user agent',
    false,
    { ...refused, clientAddress: '203.0.113.11', userAgentOriginal: 'Mozilla/5.0' },
  ],
  ['its session', true, { ...refused, clientAddress: '192.0.2.2', sessionKey: 'session-1' }],
  ['its API client', true, { ...refused, clientAddress: '192.0.2.3', apiClient: 'tpp-1' }],
  ['its /64', true, { ...refused, clientAddress: '2001:db8:0:1::a:7' }],
  ['another /64', false, { ...refused, clientAddress: '2001:db8:0:2::a:7' }],
  ['its /24', true, { ...refused, clientAddress: '198.51.100.99' }],
  ['another /24', false, { ...refused, clientAddress: '198.51.101.99' }],
  ['another API client', false, { ...refused, clientAddress: '192.0.2.3', apiClient: 'tpp-3' }],
];

let clickhouse: TestClickHouse;
let store: Store;

/** Four seconds. */
describe('answers that our own verdicts caused', () => {
  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    ({ store } = clickhouse);
    await store.insertRows('verdicts', VERDICTS.map(verdictRow));
    const rows = CASES.map(([why, , event], offset) => ({
      position: { topic: 'logs', partition: 0, offset, index: 0, appendTime: NOON + 2 * HOUR },
      source: 'test',
      kind: 'event' as const,
      format: 'combined',
      event: anEvent({ ...event, urlPath: `/${why}` }),
    }));
    await new EventLog(store, { monotonicNow: () => performance.now() }).append(batchOf(rows));
  });

  afterAll(async () => {
    await clickhouse.stop();
  });

  it.each([true, false])(
    'are not there, and nothing else is missing (cycle: %s)',
    async (isCycle) => {
      const theirs = CASES.filter(([, isOurs]) => !isOurs).map(([why]) => why);
      expect(await left([], isCycle)).toEqual(theirs.toSorted());
    },
  );

  it('are told by a marker, too, whoever they were given to', async () => {
    expect(await left([404])).not.toContain('not found while in force');
  });

  it('are told by what had been decided by then', async () => {
    const snapshot = { ...(await takeSnapshot(store)), verdicts: 0 };
    const about = { snapshot, from: NOON - HOUR, to: NOON + 2 * HOUR };
    const log = await leaveOutOwnAnswers(store.seeing(snapshot), about);
    expect(await pathsOf(log)).toHaveLength(CASES.length);
  });
});

/** What a store sees that leaves them out. */
async function left(ownStatuses: readonly number[], isCycle = true): Promise<readonly string[]> {
  const snapshot = await takeSnapshot(store, ownStatuses);
  const about = { snapshot, from: NOON - HOUR, to: NOON + 2 * HOUR, isCycle };
  return pathsOf(await leaveOutOwnAnswers(store.seeing(snapshot), about));
}

async function pathsOf(log: Store): Promise<readonly string[]> {
  const rows = await log.query<{ path: string }>(
    'SELECT substring(url_path, 2) AS path FROM events',
  );
  return rows.map(({ path }) => path).toSorted();
}

function verdictRow(
  { keyType, key, action = 'block', mode = 'enforce', at = NOON }: Verdict,
  i: number,
): object {
  return {
    sequence: i + 1,
    verdict_id: String(i),
    as_of: clickHouseTime(at),
    key_type: keyType,
    key,
    action,
    issued_at: clickHouseTime(at),
    expires_at: action === 'allow' ? null : clickHouseTime(NOON + HOUR),
    message: JSON.stringify({ mode }),
  };
}
