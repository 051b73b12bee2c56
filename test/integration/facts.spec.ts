import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog, migrate, type Store, type StoredLine } from '#libs/store';
import { type TestProcess } from '../support/app-process.js';
import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { batchOf, rowsBetween } from '../support/log-rows.js';
import { startAnalysis, verdictsOf } from '../support/run-analysis.js';
import { recountVerdicts } from '../support/run-recount.js';
import { until } from '../support/until.js';

const STEP_MINUTES = 10;
const SCANNER = '198.51.100.66';

let clickhouse: TestClickHouse;
let store: Store;
let analysis: TestProcess;

let offset = 0;

/** Lines stored a moment ago, one for each path, of requests a second before. */
function recent(event: NonNullable<Rows['event']>, paths = ['/']): StoredLine[] {
  const appendTime = Date.now();
  return paths.flatMap((urlPath) => {
    offset += 1;
    const place = { urlPath, urlPathTemplate: urlPath, eventTime: appendTime - 1_000 };
    return rowsBetween(offset - 1, offset, { appendTime, event: { ...event, ...place } });
  });
}
type Rows = NonNullable<Parameters<typeof rowsBetween>[2]>;

const probes = (): StoredLine[] =>
  recent(
    {
      ...{ clientAddress: SCANNER, userAgentOriginal: 'x/1', httpResponseStatusCode: 404 },
      ...{ urlPathRole: 'other', requestProbe: 'sensitive_file' },
    },
    ['/.env', '/.git/config', '/wp-config.php.bak', '/.aws/credentials'],
  );

async function append(lines: readonly StoredLine[]): Promise<void> {
  const log = new EventLog(store, { monotonicNow: () => performance.now() });
  await log.append(batchOf(lines));
}

function startLive(): TestProcess {
  return startAnalysis(clickhouse, store, {
    ANALYSIS_MODE: 'live',
    ANALYSIS_STEP_MINUTES: String(STEP_MINUTES),
    // The cycle of these lines is not due before the test is over.
    ANALYSIS_LATENESS_SECONDS: '3600',
    ANALYSIS_IDLE_MS: '3600000',
    FACTS_INTERVAL_MS: '200',
  });
}

const verdicts = async (): Promise<number> => (await verdictsOf(store)).length;

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  store = clickhouse.connect({ database: `facts_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  await append(recent({}));
  analysis = startLive();
  await until(() => analysis.log.some((line) => line['message'] === 'listening'), 60_000);
}, 180_000);

afterAll(async () => {
  analysis.child.kill('SIGTERM');
  await analysis.exited;
  await clickhouse.stop();
});

describe('facts that need no baseline', () => {
  it('are decided between cycles, once, and come to the same when they are counted again', async () => {
    // The first look only notes where the log ends, so one of them may come too early to be seen.
    await until(async () => {
      await append(probes());
      await new Promise((wake) => setTimeout(wake, 1_500));
      return (await verdicts()) > 0;
    }, 90_000);
    await append(recent({}));
    await append(probes());
    await new Promise((wake) => setTimeout(wake, 3_000));
    const [verdict, ...others] = await verdictsOf(store);
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ key: SCANNER, sequence: 1, revision: 1, change: 'condemned' });
    const [recount] = await recountVerdicts(clickhouse, store);
    expect(recount?.problem).toBeNull();
    expect(recount?.again?.part.evidence).toEqual(evidenceOf(verdict?.message));
  }, 240_000);

  it('are remembered by the next process', async () => {
    analysis.child.kill('SIGKILL');
    await analysis.exited;
    analysis = startLive();
    await until(() => analysis.log.some((line) => line['message'] === 'listening'), 60_000);
    await new Promise((wake) => setTimeout(wake, 4_000));
    await append(probes());
    await new Promise((wake) => setTimeout(wake, 4_000));
    expect(await verdicts()).toBe(1);
  }, 180_000);
});

function evidenceOf(message = '{}'): unknown {
  return (JSON.parse(message) as { evidence?: unknown }).evidence;
}
