import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  actorGroups,
  clickHouseTime,
  countAddresses,
  countVisitorWindow,
  estateBaselines,
  EventLog,
  KeptVisitorWindow,
  leaveOutOwnAnswers,
  loginGroups,
  type LogSnapshot,
  readerGroups,
  siteProfiles,
  type Store,
  type StoredLine,
  takeSnapshot,
  withOwnScratch,
} from '#libs/store';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { batchOf } from '../support/log-rows.js';
import {
  addressOf,
  arrivals,
  ESTATE_START,
  movingEstate,
  prefixOf,
  sessionOf,
} from '../support/moving-estate.js';

const STEP_MS = 10 * 60_000;
const WINDOW_MS = 4 * 3_600_000;
const FIRST = ESTATE_START + WINDOW_MS;
const CYCLES = 10;
/** Few visitors and many verdicts: more of them move than of an estate's. */
const MOST_MOVED = 0.95;
const LATENESS_MS = 60_000;
/** One stream in a run of the tests; `STREAMS=20` proves it of more. */
const SEED = Number(process.env['STREAM_SEED'] ?? 20_260_314);
const STREAMS = Number(process.env['STREAMS'] ?? 1);

/** Numbers of hosts differ from count to count; what they stand for, and everything else, does not. */
const PLACES = `(SELECT (groupArray(place), groupArray(host)) FROM window_hosts)`;
const hostOf = (place: string): string => `transform(${place}, ${PLACES}.1, ${PLACES}.2, '')`;
const COUNTED = [
  `SELECT * EXCEPT (paths, steps),
     arrayMap(path -> (${hostOf('bitShiftRight(path, 48)')}, bitAnd(path, 281474976710655)), paths) AS knownPaths,
     arrayMap(step -> (${hostOf('toUInt64(intDiv(step, 1024))')}, step % 1024), steps) AS knownSteps
   FROM visitor_window ORDER BY keyType, key, address`,
  `SELECT ${hostOf('bitShiftRight(path, 48)')} AS host, bitAnd(path, 281474976710655) AS template, surprise
   FROM window_paths ORDER BY host, template`,
  `SELECT ${hostOf('toUInt64(intDiv(step, 1024))')} AS host, step % 1024 AS roles, surprise FROM window_steps ORDER BY host, roles`,
];
/** What is read from these tables, a function of them: looked at now and then. */
const READ = [estateBaselines, loginGroups, readerGroups, actorGroups, siteProfiles];

let clickhouse: TestClickHouse;
let store: Store;
let scratch: Store;

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  ({ store } = clickhouse);
}, 120_000);

afterAll(() => clickhouse.stop());

describe('counting only those that moved', () => {
  for (const [n, visits] of fc.sample(movingEstate, { seed: SEED, numRuns: STREAMS }).entries()) {
    it(`leaves in every cycle what counting everybody gives, to the last bit (stream ${n + 1})`, async () => {
      const counted = await cyclesOver(arrivals(visits));
      // Everybody at first, and when a quarter of the day has passed.
      expect(counted.filter((moved) => moved === null)).toHaveLength(2);
      expect(counted.filter((moved) => Number(moved) > 0)).toHaveLength(CYCLES - 2);
    }, 300_000);
  }
});

describe('counting everybody in shares', () => {
  it('gives what counting them at once gives, to the last bit', async () => {
    const to = FIRST + (CYCLES - 1) * STEP_MS;
    const about = { snapshot: await takeSnapshot(store), from: to - WINDOW_MS, to };
    const atOnce = await countedAnew(about.snapshot, about.from, to);
    const inShares = await countedAnew(about.snapshot, about.from, to, 12);
    for (const [i, rows] of inShares.entries()) expect(rows).toEqual(atOnce[i]);
    const [row] = await scratch.query<{ types: number }>(
      'SELECT uniqExact(keyType) AS types FROM visitor_window',
    );
    expect(row?.types).toBe(4);
  });
});

describe('counting a few addresses alone', () => {
  it('gives what counting everybody gives of them, to the last bit', async () => {
    const to = FIRST + (CYCLES - 1) * STEP_MS;
    const about = { snapshot: await takeSnapshot(store), from: to - WINDOW_MS, to };
    const addresses = Array.from({ length: 120 }, (_, n) => addressOf(n));
    const ofThem = `SELECT * FROM (${COUNTED[0] ?? ''})
      WHERE keyType IN ('address', 'address_user_agent') AND address IN {addresses: Array(String)} ORDER BY keyType, key`;
    await countedAnew(about.snapshot, about.from, to);
    const amongAll = await scratch.query<{ keyType: string }>(ofThem, { addresses });
    const own = (await withOwnScratch(store)).seeing(about.snapshot);
    const alone = await leaveOutOwnAnswers(own, about);
    await countAddresses(alone, about.from, to, addresses);
    const types = new Set(amongAll.map(({ keyType }) => keyType));
    expect([...types]).toEqual(['address', 'address_user_agent']);
    expect(await alone.query<object>(ofThem, { addresses })).toEqual(amongAll);
  });
});

/** Gives of each cycle how many addresses were counted again; null: everybody. */
async function cyclesOver(lines: readonly StoredLine[]): Promise<(number | null)[]> {
  for (const table of ['access_events', 'verdicts', 'path_roles']) {
    await store.command(`TRUNCATE TABLE ${table}`);
  }
  scratch = await withOwnScratch(store);
  const log = new EventLog(store, { monotonicNow: () => performance.now() });
  const kept = new KeptVisitorWindow(MOST_MOVED);
  const counted: (number | null)[] = [];
  const prefixes: number[] = [];
  let stored = 0;
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const to = FIRST + cycle * STEP_MS;
    const arrived = lines.filter(({ position }) => position.appendTime < to + LATENESS_MS);
    await append(log, arrived.slice(stored));
    stored = arrived.length;
    await learn(to);
    counted.push(await countBothWays(kept, to));
    prefixes.push(await countPrefixes());
    await giveVerdicts(cycle, to);
  }
  // Sometimes some, and not always the same number of them.
  expect(Math.max(...prefixes)).toBeGreaterThan(0);
  expect(new Set(prefixes).size).toBeGreaterThan(1);
  return counted;
}

async function countPrefixes(): Promise<number> {
  const counted = `SELECT count() AS prefixes FROM visitor_window WHERE keyType = 'prefix'`;
  const [row] = await store.query<{ prefixes: number }>(counted);
  return row?.prefixes ?? 0;
}

/** Line by partition, in three batches, the second of which comes twice. */
async function append(log: EventLog, lines: readonly StoredLine[]): Promise<void> {
  for (const partition of [0, 1, 2]) {
    const all = lines.filter(({ position }) => position.partition === partition);
    const third = Math.ceil(all.length / 3);
    const batches = [0, 1, 1, 2].map((n) => all.slice(n * third, (n + 1) * third));
    for (const batch of batches.filter(({ length }) => length > 0))
      await log.append(batchOf(batch));
  }
}

/** What `/enter` is for: a login, until noon. */
async function learn(to: number): Promise<void> {
  const quarter = Math.floor(to / (6 * 3_600_000)) * 6 * 3_600_000;
  const isMorning = new Date(quarter).getUTCHours() < 12;
  const row = { learned_at: quarter / 1_000, origin: 'conduct', probability: 1, reasons: [] };
  const places = isMorning ? ['/enter', '/old.php'] : ['/old.php'];
  await store.insertRows(
    'path_roles',
    places.map((place) => ({ ...row, site: 'www.shop.example', place, role: 'login' })),
  );
}

/**
 * Verdicts on keys of all kinds, issued up to an hour before, some of which take back earlier ones: other answers of theirs are our own then.
 */
async function giveVerdicts(cycle: number, asOf: number): Promise<void> {
  const visitors = Array.from({ length: 25 }, (_, n) => n * 10 + (cycle % 7));
  const keys = visitors.flatMap((visitor) => [
    ['address', addressOf(visitor)],
    ['address_user_agent', `${addressOf(visitor + 1)}|Mozilla/5.0 Chrome/126.0`],
    ['session', sessionOf(visitor + 2, 0)],
    ['prefix', `${prefixOf(visitor)}::/64`],
  ]);
  const issued = asOf - (cycle % 3) * 3 * STEP_MS;
  const times = { as_of: clickHouseTime(asOf), issued_at: clickHouseTime(issued) };
  const rows = [...keys, ['api_client', 'tpp-1']].map(([key_type, key], i) => ({
    ...{ sequence: cycle * 1_000 + i + 1, key_type, key, ...times },
    ...{ change: 'condemned', action: cycle % 5 === 4 ? 'allow' : 'block', mode: 'enforce' },
    expires_at: clickHouseTime(issued + 9 * STEP_MS),
  }));
  await store.insertRows('verdicts', rows);
}

async function countBothWays(kept: KeptVisitorWindow, to: number): Promise<number | null> {
  const from = to - WINDOW_MS;
  const snapshot = await takeSnapshot(store);
  const everything = store.seeing(snapshot);
  const log = await leaveOutOwnAnswers(everything, { snapshot, from, to, isCycle: true });
  const [moved, again] = await Promise.all([
    kept.count({ log, everything, snapshot, from, to }),
    countedAnew(snapshot, from, to),
  ]);
  for (const [i, rows] of (await tablesOf(log, to)).entries()) expect(rows).toEqual(again[i]);
  return moved;
}

async function countedAnew(
  snapshot: LogSnapshot,
  from: number,
  to: number,
  eventsAtOnce?: number,
): Promise<object[][]> {
  const log = await leaveOutOwnAnswers(scratch.seeing(snapshot), { snapshot, from, to });
  await countVisitorWindow(log, from, to, eventsAtOnce);
  return tablesOf(log, to);
}

async function tablesOf(log: Store, to: number): Promise<object[][]> {
  const week = { weekFrom: clickHouseTime(to - 7 * 86_400_000), to: clickHouseTime(to) };
  const tables: object[][] = [];
  const queries = to % (4 * STEP_MS) === 0 ? [...COUNTED, ...READ] : COUNTED;
  for (const table of queries) tables.push(await log.query<object>(table, week));
  return tables;
}
