import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#libs/intent';
import { EventLog, type Store } from '#libs/store';
import { GuardedAnalysis } from '../faults/verdicts/guarded-analysis.js';
import { START, STEP_MS } from '../faults/verdicts/attack-log.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { anEvent, batchOf } from '../support/log-rows.js';

/**
 * As many steps as a test may take; what a day of an hour's verdicts would be, in small: a verdict lasts two steps and a half, so that it
 * ends in the middle of one.
 */
const STEPS = 10;
const POLICY = { ...defaultPolicy, firstExpiryMs: 2.5 * STEP_MS, longestExpiryMs: 5 * STEP_MS };
/** Whether an attacker still attacks in a step. */
const ATTACKERS: Readonly<Record<string, (step: number) => boolean>> = {
  '198.51.100.1': () => true,
  '198.51.100.2': (step) => step < 3,
  '198.51.100.3': (step) => step === 0,
};

let clickhouse: TestClickHouse;
let store: Store;

interface Change {
  readonly key: string;
  readonly change: string;
  readonly step: number;
}

const changes: Change[] = [];
/** Steps in which every request of an attacker was answered by us. */
const refused = new Map<string, Set<number>>();
let alerts: readonly string[] = [];

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  ({ store } = clickhouse);
  const analysis = new GuardedAnalysis(store, { clockError: 0, policy: POLICY });
  for (let step = 0; step < STEPS; step += 1) {
    const blocked = await blockedAt(step);
    await appendTraffic(step, blocked);
    await analysis.run(step);
  }
  alerts = analysis.reasons;
  const rows = await store.query<{ key: string; change: string; asOf: number }>(
    'SELECT key, change, toUnixTimestamp64Milli(as_of) AS asOf FROM verdicts ORDER BY sequence',
  );
  changes.push(
    ...rows.map(({ key, change, asOf }) => ({ key, change, step: (asOf - START) / STEP_MS - 1 })),
  );
}, 300_000);

afterAll(async () => {
  await clickhouse.stop();
});

describe('our own verdicts, enforced', () => {
  it('renews no verdict by its own blocks', () => {
    const renewed = changes.filter(
      ({ key, change, step }) =>
        (change === 'renewed' || change === 'changed') && refused.get(key)?.has(step) === true,
    );
    const ofOurs = changes.filter(({ change }) => change === 'condemned').length;
    process.stdout.write(
      `closed loop: ${ofOurs} condemned, ${renewed.length} renewed by their own blocks, ${changes.filter(({ change }) => change === 'lifted').length} lifted\n`,
    );
    expect(renewed).toEqual([]);
    expect([...refused.values()].some((steps) => steps.size > 2)).toBe(true);
  });

  it('releases those who stopped within one cycle after their time, and for good', () => {
    for (const [key, isThere] of Object.entries(ATTACKERS)) {
      if (isThere(STEPS - 1)) continue;
      const own = changes.filter((one) => one.key === key);
      expect(own.at(-1)?.change).toBe('lifted');
      const lastSaid = own.findLast(({ change }) => change !== 'lifted');
      const lasts = (own.at(-1)?.step ?? 0) - (lastSaid?.step ?? 0);
      expect(lasts * STEP_MS).toBeLessThan(POLICY.firstExpiryMs + STEP_MS);
    }
  });

  it('holds on to those who go on as soon as they are let in', () => {
    const steady = changes.filter(({ key }) => key === '198.51.100.1');
    expect(steady.filter(({ change }) => change !== 'lifted').length).toBeGreaterThan(2);
    expect(steady.at(-1)?.change).not.toBe('lifted');
  });

  it('takes nothing for a fault of its own', () => {
    expect(alerts).toEqual([]);
  });
});

/** Whom a WAF that has read the topic blocks during a step. */
async function blockedAt(step: number): Promise<ReadonlySet<string>> {
  const at = START + step * STEP_MS;
  const rows = await store.query<{ key: string }>(
    `SELECT key FROM verdict_current WHERE key_type = 'address' AND action IN ('block', 'challenge')
       AND expires_at > fromUnixTimestamp64Milli({at: Int64}, 'UTC')`,
    { at },
  );
  return new Set(rows.map(({ key }) => key));
}

async function appendTraffic(step: number, blocked: ReadonlySet<string>): Promise<void> {
  const from = START + step * STEP_MS;
  const expiry = await expiries();
  const attacks = Object.entries(ATTACKERS)
    .filter(([, isThere]) => isThere(step))
    .flatMap(([clientAddress]) => attack(clientAddress, from, step, blocked, expiry));
  const people = Array.from({ length: 12 }, (_, i) => visit(`192.0.2.${i + 1}`, from)).flat();
  const rows = [...attacks, ...people].map((event, offset) => ({
    position: { topic: 'logs', partition: step, offset, index: 0, appendTime: from + STEP_MS },
    source: 'test',
    kind: 'event' as const,
    format: 'combined',
    event,
  }));
  await new EventLog(store, { monotonicNow: () => performance.now() }).append(batchOf(rows));
}

async function expiries(): Promise<ReadonlyMap<string, number>> {
  const rows = await store.query<{ key: string; until: number }>(
    'SELECT key, toUnixTimestamp64Milli(expires_at) AS until FROM verdict_current',
  );
  return new Map(rows.map(({ key, until }) => [key, until]));
}

/** Forty probes through the step; what comes while the verdict is in force is answered 403 by us, the rest 404 by the site. */
function attack(
  clientAddress: string,
  from: number,
  step: number,
  blocked: ReadonlySet<string>,
  expiry: ReadonlyMap<string, number>,
): ReturnType<typeof anEvent>[] {
  const until = blocked.has(clientAddress) ? (expiry.get(clientAddress) ?? 0) : 0;
  if (until >= from + STEP_MS) {
    refused.set(clientAddress, (refused.get(clientAddress) ?? new Set()).add(step));
  }
  return Array.from({ length: 40 }, (_, i) => {
    const eventTime = from + Math.floor((i * STEP_MS) / 41) + 1;
    return anEvent({
      clientAddress,
      eventTime,
      userAgentOriginal: 'python-requests/2.32',
      urlPath: `/vendor/phpunit-${step}-${i}/eval-stdin.php`,
      urlPathTemplate: '/vendor/phpunit/eval-stdin.php',
      urlPathRole: 'other',
      requestProbe: 'exploit',
      httpResponseStatusCode: eventTime < until ? 403 : 404,
    });
  });
}

function visit(clientAddress: string, from: number): ReturnType<typeof anEvent>[] {
  return Array.from({ length: 6 }, (_, i) =>
    anEvent({
      clientAddress,
      eventTime: from + i * 20_000 + 1,
      userAgentOriginal: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36',
      urlPath: i % 2 === 0 ? `/item/${i}` : `/static/${i}.css`,
      urlPathRole: i % 2 === 0 ? 'item' : 'asset',
      httpRequestReferer: i === 0 ? '' : 'https://shop.example/',
    }),
  );
}
