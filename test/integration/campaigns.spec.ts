import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Store } from '#libs/store';
import { type CampaignMonth, campaignMonth } from '../support/campaign-month.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { startAnalysis } from '../support/run-analysis.js';
import { storeLines } from '../support/simulated-log.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const BEGUN = 29;
const DAYS = 30;

let clickhouse: TestClickHouse;
let store: Store;
let month: CampaignMonth;

interface Found {
  readonly id: string;
  readonly threat: string;
  readonly kind: string;
  readonly site: string;
  readonly start: number;
  readonly first_detected: number;
  readonly observed: number;
  readonly phases: string;
}

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  ({ store } = clickhouse);
  month = campaignMonth(
    { 'shop.example': 3_000, 'store.example': 1_000 },
    [
      { name: 'login', site: 'shop.example', sources: 2_000, from: BEGUN, days: 1 },
      { name: 'scraper', site: 'store.example', sources: 1_000, from: BEGUN, days: 1 },
      { name: 'carding', site: 'store.example', sources: 300, from: BEGUN, days: 1 },
      { name: 'accounts', site: 'store.example', sources: 300, from: BEGUN, days: 1 },
      { name: 'pumping', site: 'store.example', sources: 300, from: BEGUN, days: 1 },
    ],
    DAYS,
  );
  await storeLines(store, month.lines);
  const analysis = startAnalysis(clickhouse, store, { ANALYSIS_STEP_MINUTES: '1440' });
  expect(await analysis.exited).toBe(0);
}, 900_000);

afterAll(async () => {
  await clickhouse.stop();
});

function campaigns(): Promise<Found[]> {
  return store.query<Found>(
    `SELECT id, threat, kind, site, observed, phases, toUnixTimestamp64Milli(start) AS start,
       toUnixTimestamp64Milli(first_detected) AS first_detected
     FROM campaigns ORDER BY first_detected, id`,
  );
}

async function membersOf(kind: string, site: string): Promise<ReadonlySet<string>> {
  const rows = await store.query<{ address: string }>(
    `SELECT DISTINCT address FROM campaign_members
     WHERE probability >= 0.5 AND campaign IN (SELECT id FROM campaigns WHERE kind = {kind: String} AND site = {site: String})`,
    { kind, site },
  );
  return new Set(rows.map(({ address }) => address));
}

describe('a month of people, and attacks on its last day', () => {
  it('finds no campaign while there are only people', async () => {
    const begun = month.start + BEGUN * DAY;
    expect((await campaigns()).filter((one) => one.first_detected <= begun)).toEqual([]);
  });

  it.each([
    ['login', 'login', 'OAT-008'],
    ['scraper', 'reading', 'OAT-011'],
    ['carding', 'payment', 'OAT-001'],
    ['accounts', 'register', 'OAT-019'],
    ['pumping', 'otp', 'OAT-003'],
  ])('finds the crowd of %s within a day, and its members', async (name, kind, threat) => {
    const site = name === 'login' ? 'shop.example' : 'store.example';
    const found = (await campaigns()).filter((one) => one.kind === kind && one.site === site);
    expect(found.map((one) => one.threat)).toContain(threat);
    const hours =
      (Math.min(...found.map((one) => one.first_detected)) - month.start) / HOUR - BEGUN * 24;
    const members = await membersOf(kind, site);
    const sources = month.sources.get(name) ?? new Set();
    const right = [...members].filter((address) => sources.has(address)).length;
    const recall = right / sources.size;
    const attackers = new Set([...month.sources.values()].flatMap((all) => [...all]));
    const precision =
      [...members].filter((address) => attackers.has(address)).length / members.size;
    console.info(
      `${name}: found after ${hours} h, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)} of ${members.size}`,
    );
    expect(hours).toBeLessThanOrEqual(24);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it('tells when the attack on logins began, and how far it came', async () => {
    const login = (await campaigns()).find((one) => one.kind === 'login');
    expect(Math.abs(Number(login?.start) - month.start - BEGUN * DAY)).toBeLessThanOrEqual(
      6 * HOUR,
    );
    const phases = JSON.parse(login?.phases ?? '[]') as { name: string; visitors: number }[];
    expect(phases.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['reconnaissance', 'attempt']),
    );
  });
});
