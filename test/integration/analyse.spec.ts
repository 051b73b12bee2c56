import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog, migrate, type Store, type StoredLine } from '#libs/store';
import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { batchOf } from '../support/log-rows.js';
import { startAnalysis, verdictsOf, visitorsOf } from '../support/run-analysis.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';

const HOUR_MS = 3_600_000;
const BATCH = 3_000;
/** Of each batch so many lines are delivered once more, at their own positions, by a worker that knows nothing of it. */
const DELIVERED_AGAIN = 0.1;

let clickhouse: TestClickHouse;
let lines: StoredLine[];
let reference: Store;

async function emptyDatabase(): Promise<Store> {
  const store = clickhouse.connect({ database: `analyse_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  return store;
}

async function databaseWith(rows: readonly StoredLine[]): Promise<Store> {
  const store = await emptyDatabase();
  await storeLines(store, rows);
  return store;
}

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  lines = simulatedLines();
  reference = await databaseWith(lines);
  expect(await startAnalysis(clickhouse, reference).exited).toBe(0);
}, 300_000);

afterAll(async () => {
  await clickhouse.stop();
});

describe('the analysis of a stored log', () => {
  // What our own verdict on its prefix answered is no evidence: who only came then was not seen.
  it('judges every address that was seen', async () => {
    const [row] = await reference.query<{ missing: number }>(
      `SELECT count() AS missing FROM (SELECT DISTINCT client FROM events)
       WHERE client NOT IN (SELECT key FROM visitors WHERE key_type = 'address')
         AND NOT arrayExists(prefix -> isIPAddressInRange(client, prefix), (SELECT groupArray(key) FROM verdicts WHERE key_type = 'prefix'))`,
    );
    expect(row?.missing).toBe(0);
  });

  it('is the same, verdict for verdict, whether the log came in order or late, shuffled and twice', async () => {
    const disordered = await emptyDatabase();
    for (const partition of delivered(lines)) await storeWithRepeats(disordered, partition);
    expect(await startAnalysis(clickhouse, disordered).exited).toBe(0);
    const verdicts = await verdictsWithoutPositions(reference);
    expect(verdicts.length).toBeGreaterThan(50);
    expect(await verdictsWithoutPositions(disordered)).toEqual(verdicts);
    expect(await visitorsOf(disordered)).toEqual(await visitorsOf(reference));
  }, 900_000);

  it('writes each verdict change once, however often it is killed', async () => {
    const store = await databaseWith(lines);
    for (const afterMs of [900, 1_300, 1_700, 2_100]) {
      const running = startAnalysis(clickhouse, store);
      await delay(afterMs);
      running.child.kill('SIGKILL');
      await running.exited;
    }
    expect(await startAnalysis(clickhouse, store).exited).toBe(0);
    expect(await verdictsOf(store)).toEqual(await verdictsOf(reference));
  });

  it('publishes nothing twice for no change, even when it forgot how far it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wherefore-verdicts-'));
    const file = join(folder, 'verdicts.ndjson');
    const toFile = { VERDICT_SINK: 'file', VERDICT_FILE: file };
    expect(await startAnalysis(clickhouse, reference, toFile).exited).toBe(0);
    const published = await readFile(file, 'utf8');
    await reference.command('TRUNCATE TABLE outbox_progress');
    expect(await startAnalysis(clickhouse, reference, toFile).exited).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(published);
    const outbox = await verdictsOf(reference);
    expect(published.trimEnd().split('\n')).toHaveLength(outbox.length);
    await rm(folder, { recursive: true });
  });

  it('numbers the revisions of each key without gaps', async () => {
    const [row] = await reference.query<{ broken: number }>(
      `SELECT count() AS broken FROM (
         SELECT key, groupArray(revision) AS revisions
         FROM (SELECT key, revision FROM verdicts ORDER BY sequence) GROUP BY key
       ) WHERE revisions != range(1, length(revisions) + 1)`,
    );
    expect(row?.broken).toBe(0);
  });

  it('says what is wrong with its configuration, all at once and without values', async () => {
    const broken = startAnalysis(clickhouse, reference, {
      ANALYSIS_STEP_MINUTES: 'soon',
      VERDICT_SINK: 'pigeon-post',
    });
    expect(await broken.exited).not.toBe(0);
    const text = JSON.stringify(broken.log);
    expect(text).toContain('ANALYSIS_STEP_MINUTES');
    expect(text).toContain('VERDICT_SINK');
    expect(text).not.toContain('pigeon-post');
  });
});

/**
 * The lines shuffled: nineteen of twenty arrive at once, one in twenty up to a day later, on other partitions and, the
 * last of them, on the next append day.
 */
function delivered(lines: readonly StoredLine[]): StoredLine[][] {
  const partitions: StoredLine[][] = [[], [], []];
  shuffled(lines).forEach((line, i) => {
    const delayHours = i % 20 === 0 ? 1 + ((i / 20) % 23) : 0;
    const partition = delayHours === 0 ? 0 : delayHours < 12 ? 1 : 2;
    const appendTime = line.position.appendTime + delayHours * HOUR_MS;
    partitions[partition]?.push({ ...line, position: { ...line.position, partition, appendTime } });
  });
  return partitions.map((rows) =>
    rows.toSorted((a, b) => a.position.appendTime - b.position.appendTime),
  );
}

/** The same rows in another order, the same order every time: 7,919 is prime. */
function shuffled(rows: readonly StoredLine[]): StoredLine[] {
  return rows.flatMap((_, i) => rows[(i * 7_919) % rows.length] ?? []);
}

async function storeWithRepeats(store: Store, lines: readonly StoredLine[]): Promise<void> {
  const log = newLog(store);
  for (let start = 0; start < lines.length; start += BATCH) {
    const batch = lines
      .slice(start, start + BATCH)
      .map((line, i) => ({ ...line, position: { ...line.position, offset: start + i } }));
    await log.append(batchOf(batch));
    const again = batch.slice(-Math.ceil(batch.length * DELIVERED_AGAIN));
    expect((await newLog(store).append(batchOf(again))).stored).toBe(0);
  }
}

const newLog = (store: Store): EventLog =>
  new EventLog(store, { monotonicNow: () => performance.now() });

/** Every change with its message, but for the name of the snapshot: that says at which positions the log stood. */
async function verdictsWithoutPositions(store: Store): Promise<object[]> {
  const changes = await verdictsOf(store);
  return changes.map(({ message, ...rest }) => {
    const { evidence, ...told } = JSON.parse(message) as { evidence?: object };
    return { ...rest, message: { ...told, evidence: { ...evidence, snapshot: undefined } } };
  });
}
