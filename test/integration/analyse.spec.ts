import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, type Store, type StoredLine } from '#libs/store';
import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { startAnalysis, verdictsOf } from '../support/run-analysis.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';

let clickhouse: TestClickHouse;
let lines: StoredLine[];
let reference: Store;

async function databaseWith(rows: readonly StoredLine[]): Promise<Store> {
  const store = clickhouse.connect({ database: `analyse_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  await storeLines(store, rows);
  return store;
}

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  lines = simulatedLines();
  reference = await databaseWith(lines);
  expect(await startAnalysis(clickhouse, reference).exited).toBe(0);
}, 120_000);

afterAll(async () => {
  await clickhouse.stop();
});

describe('the analysis of a stored log', () => {
  it('judges every address that was seen', async () => {
    const [row] = await reference.query<{ missing: number }>(
      `SELECT count() AS missing FROM (SELECT DISTINCT client FROM events)
       WHERE client NOT IN (SELECT key FROM visitors WHERE key_type = 'address')`,
    );
    expect(row?.missing).toBe(0);
  });

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
