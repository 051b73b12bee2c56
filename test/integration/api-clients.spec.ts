import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ClientJudgements,
  type ClientReport,
  judgeClients,
  type UnattendedUse,
} from '#libs/intent';
import {
  apiClientUnattended,
  clickHouseTime,
  defaultClientSettings,
  migrate,
  observeClients,
  type Store,
} from '#libs/store';
import { runCli } from '../support/cli.js';
import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { type ApiCall, linesOf } from '../support/open-banking/api-call.js';
import { type Attack, enumerates, stuffsConsents } from '../support/open-banking/attacks.js';
import { ClientsDay, type Provider, providersOf } from '../support/open-banking/clients-day.js';
import { randomPolls } from '../support/open-banking/random-polls.js';
import { recountAccesses } from '../support/open-banking/recount-accesses.js';
import { startAnalysis } from '../support/run-analysis.js';
import { storeLines } from '../support/simulated-log.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 2, 10);
const TO = FROM + DAY;

let clickhouse: TestClickHouse;

async function databaseWith(calls: readonly ApiCall[]): Promise<Store> {
  const store = clickhouse.connect({ database: `clients_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  await storeLines(store, linesOf(calls, TO + HOUR));
  return store;
}

async function judge(store: Store): Promise<ClientJudgements> {
  const observations = await observeClients(store, FROM, TO);
  if (observations === null) throw new Error('no API clients were seen');
  return judgeClients(observations);
}

/** Two ordinary days of fifty clients, or fewer: the judged one, and the one before. */
function ordinary(seed: number, count = 50): { providers: Provider[]; calls: ApiCall[] } {
  const providers = providersOf(count, seed);
  const calls = providers.flatMap((provider, n) =>
    [FROM - DAY, FROM].flatMap((from) => new ClientsDay(provider, from, seed * 1_000 + n).calls),
  );
  return { providers, calls };
}

/** Through the two busiest clients that name consents: 2 % of their calls walk through accounts, or create consents. */
function attacksOn({ providers, calls }: ReturnType<typeof ordinary>, seed: number): Attack[] {
  const volume = ({ id }: Provider): number =>
    calls.filter(({ client, at }) => client === id && at >= FROM).length;
  const [first, second] = providers
    .filter(({ namesConsents, business }) => namesConsents && !business)
    .toSorted((a, b) => volume(b) - volume(a));
  if (first === undefined || second === undefined) throw new Error('there are fifty');
  const share = (provider: Provider): number => Math.round(volume(provider) * 0.02);
  return [
    enumerates({ provider: first, from: FROM, calls: share(first), members: 3, seed }),
    stuffsConsents({ provider: second, from: FROM, calls: share(second), members: 2, seed }),
  ];
}

function maliciousKeys({ subVisitors }: ClientJudgements): string[] {
  return subVisitors
    .filter(({ judgement }) => judgement.intent.stance === 'malicious')
    .map(({ judgement }) => judgement.key);
}

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
});

afterAll(async () => {
  await clickhouse.stop();
});

describe('an attack through one of fifty API clients', () => {
  it.each([1, 2])('is pinned on those behind it, seed %i', async (seed) => {
    const estate = ordinary(seed);
    const attacks = attacksOn(estate, seed);
    const guilty = new Set(attacks.flatMap(({ keys }) => keys));
    const store = await databaseWith([...estate.calls, ...attacks.flatMap(({ calls }) => calls)]);
    const judged = await judge(store);
    const found = maliciousKeys(judged);
    const right = found.filter((key) => guilty.has(key)).length;
    expect(right / found.length).toBeGreaterThanOrEqual(0.95);
    expect(right / guilty.size).toBeGreaterThanOrEqual(0.9);
    expect(judged.clients).toEqual([]);
  });

  it('becomes verdicts on them, and none on a client or its servers', async () => {
    const estate = ordinary(3, 12);
    const attacks = attacksOn(estate, 3);
    const guilty = attacks.flatMap(({ keys }) => keys);
    const store = await databaseWith([...estate.calls, ...attacks.flatMap(({ calls }) => calls)]);
    const analysis = startAnalysis(clickhouse, store, { ANALYSIS_STEP_MINUTES: '1440' });
    expect(await analysis.exited).toBe(0);
    const verdicts = await store.query<{ key_type: string; key: string }>(
      `SELECT DISTINCT key_type, key FROM verdicts WHERE change = 'condemned'`,
    );
    expect(new Set(verdicts.map(({ key_type }) => key_type))).toEqual(new Set(['api_sub_visitor']));
    expect(verdicts.map(({ key }) => key).toSorted()).toEqual(guilty.toSorted());
    const shown = await runCli('bin/wherefore.mjs', ['clients', '--json'], {
      PATH: process.env['PATH'],
      CLICKHOUSE_URL: clickhouse.server.url,
      CLICKHOUSE_USER: clickhouse.server.admin.user,
      CLICKHOUSE_PASSWORD: clickhouse.server.admin.password,
      CLICKHOUSE_DATABASE: store.database,
    });
    const reports = shown.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ClientReport);
    expect(reports.map(({ client }) => client).toSorted()).toEqual(
      estate.providers.map(({ id }) => id).toSorted(),
    );
    expect(reports.flatMap(({ suspects }) => suspects.map(({ key }) => key)).toSorted()).toEqual(
      guilty.toSorted(),
    );
  }, 400_000);
});

describe('those behind an API client', () => {
  it('are told apart by whatever a call names; people are who got data', async () => {
    const call = { at: FROM + HOUR, client: 'one', from: '185.1.1.1', agent: 'p/1', status: 201 };
    const consents = ['a', 'b', 'c'].map((consent): ApiCall => ({
      ...call,
      method: 'POST',
      path: '/v1/consents',
      consent,
    }));
    const read = { method: 'GET', path: '/v1/accounts/4711/balances', consent: 'a' } as const;
    const calls: ApiCall[] = [
      ...consents,
      { ...call, ...read, status: 200, account: 'psu', customer: '91.1.2.3' },
      { ...call, ...read, status: 403, path: '/v1/accounts/4712/balances' },
    ];
    const observations = await observeClients(await databaseWith(calls), FROM, TO);
    expect(observations?.clients).toMatchObject([
      { client: 'one', requests: 5, consentsCreated: 3, newConsents: 1, subVisitors: 3 },
    ]);
    expect(observations?.subVisitors).toMatchObject([
      { kind: 'caller', value: '185.1.1.1 p/1', people: 1, accounts: 2, accountsRefused: 1 },
      { kind: 'consent', value: 'a', people: 1, accounts: 2, accountsRefused: 1 },
    ]);
  });
});

describe('an outage', () => {
  it('of one client is nobody’s attack', async () => {
    const { providers, calls } = ordinary(4);
    const [down] = providers.toSorted((a, b) => b.consents - a.consents);
    const failing = calls.map((call) =>
      call.client === down?.id && call.at >= FROM ? { ...call, status: 403 } : call,
    );
    const judged = await judge(await databaseWith(failing));
    expect(maliciousKeys(judged)).toEqual([]);
    expect(judged.clients).toEqual([]);
    const report = judged.reports.find(({ client }) => client === down?.id);
    expect(report?.ratios.filter(({ deviates }) => deviates).map(({ ratio }) => ratio)).toEqual(
      expect.arrayContaining(['error_share', 'refusal_share', 'token_failure_share']),
    );
  });

  it('of the bank is nobody’s attack', async () => {
    const statuses = [401, 403, 404, 500];
    const failing = ordinary(5).calls.map((call, n) =>
      call.at >= FROM + 9 * HOUR && call.at < FROM + 15 * HOUR
        ? { ...call, status: statuses[n % statuses.length] ?? 500 }
        : call,
    );
    const judged = await judge(await databaseWith(failing));
    expect(maliciousKeys(judged)).toEqual([]);
    expect(judged.clients).toEqual([]);
    expect(
      judged.reports.flatMap(({ ratios }) => ratios.filter(({ deviates }) => deviates)),
    ).not.toContainEqual(expect.objectContaining({ ratio: 'error_share' }));
  });
});

describe('unattended accesses', () => {
  const { accessMs, unattendedLimit, unattendedPeriodMs, toleranceMs } = defaultClientSettings;

  it.each([
    [7, false],
    [8, false],
    [9, true],
  ])('are counted as by hand, seed %i, by resource: %s', async (seed, byResource) => {
    const calls = randomPolls(seed, FROM - DAY, TO);
    const store = await databaseWith(calls);
    const counted = await store.query<UnattendedUse>(apiClientUnattended, {
      lookback: clickHouseTime(FROM - unattendedPeriodMs),
      from: clickHouseTime(FROM),
      to: clickHouseTime(TO),
      span: accessMs,
      period: unattendedPeriodMs,
      tolerance: toleranceMs,
      limit: unattendedLimit,
      byResource,
    });
    const rule = { limit: unattendedLimit, period: unattendedPeriodMs, span: accessMs };
    const byHand = recountAccesses(calls, { ...rule, from: FROM, to: TO, byResource });
    expect(counted.map(({ client }) => client)).toEqual([0, 1, 2, 3].map((n) => `client-${n}`));
    for (const { client, consents, accesses, consentsInBreach, breaches } of counted) {
      const own = [...byHand].filter(([key]) => key.startsWith(`${client} `)).map(([, one]) => one);
      expect({ consents, accesses, consentsInBreach, breaches }).toEqual({
        consents: own.filter((one) => one.accesses > 0).length,
        accesses: own.reduce((sum, one) => sum + one.accesses, 0),
        consentsInBreach: own.filter((one) => one.breaches > 0).length,
        breaches: own.reduce((sum, one) => sum + one.breaches, 0),
      });
    }
    expect(counted.reduce((sum, { breaches }) => sum + breaches, 0)).toBeGreaterThan(20);
  });
});
