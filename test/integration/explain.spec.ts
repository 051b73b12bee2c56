import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences, type Recount, recordedPart } from '#libs/enforcement';
import { type StoredLine } from '#libs/store';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { runCli } from '../support/cli.js';
import {
  startAnalysis,
  STEP_MINUTES,
  type VerdictChange,
  verdictsOf,
} from '../support/run-analysis.js';
import { recountVerdicts } from '../support/run-recount.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';

/** A backtest looks at the last two of the three hours. */
const FROM = '2026-06-03T10:00:00Z';
const TO = '2026-06-03T12:00:00Z';

interface Report {
  readonly total: { readonly condemned: number; readonly stopped: number; readonly hit: number };
  readonly live: Report['total'];
  readonly agreement: { readonly decisions: number; readonly share: number };
}

let clickhouse: TestClickHouse;
let changes: readonly VerdictChange[];

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  await storeLines(clickhouse.store, simulatedLines());
  expect(await startAnalysis(clickhouse, clickhouse.store).exited).toBe(0);
  changes = await verdictsOf(clickhouse.store);
}, 600_000);

afterAll(() => clickhouse.stop());

async function backtest(from = FROM, ...options: string[]): Promise<string> {
  const { url, admin } = clickhouse.server;
  const { code, stdout, stderr } = await runCli(
    'dist/apps/wherefore/src/main.js',
    ['backtest', '--from', from, '--to', TO, '--step', String(STEP_MINUTES), '--json', ...options],
    {
      ...process.env,
      CLICKHOUSE_URL: url,
      CLICKHOUSE_USER: admin.user,
      CLICKHOUSE_PASSWORD: admin.password,
      CLICKHOUSE_DATABASE: clickhouse.store.database,
    },
  );
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** Every place where counting again gave something else than the message says. */
function disagreements(recounts: readonly Recount[]): unknown[] {
  return recounts.flatMap(({ verdictId, message, again, problem }) =>
    [
      ...differences(recordedPart(message), again?.part ?? null),
      ...(problem === null ? [] : [problem]),
    ].map((found) => ({ verdictId, found })),
  );
}

describe('a backtest', () => {
  it('concludes what the live analysis concluded, each time, and leaves nothing behind', async () => {
    const before = await verdictsOf(clickhouse.store);
    const first = await backtest();
    const report = JSON.parse(first) as Report;
    expect(report.agreement.decisions).toBeGreaterThan(20);
    expect(report.agreement.share).toBe(1);
    expect(report.total).toEqual({ ...report.live, name: 'all' });
    expect(report.total.stopped).toBeGreaterThan(0);
    expect(await backtest()).toBe(first);
    expect(await verdictsOf(clickhouse.store)).toEqual(before);
    expect(
      await clickhouse.store.query(
        "SELECT name FROM system.databases WHERE name LIKE '%backtest%'",
      ),
    ).toEqual([]);
  }, 600_000);

  it('counts hits on one site alone', async () => {
    const lastStep = await backtest('2026-06-03T11:00:00Z', '--site', 'nowhere.example');
    const { total } = JSON.parse(lastStep) as Report;
    expect(total.condemned).toBeGreaterThan(0);
    expect(total).toMatchObject({ hit: 0, stopped: 0 });
  }, 600_000);
});

describe('verdicts counted again', () => {
  it('are all the same, to the last count', async () => {
    const recounts = await recountVerdicts(clickhouse, clickhouse.store);
    expect(recounts).toHaveLength(changes.length);
    expect(recounts.length).toBeGreaterThan(50);
    expect(recounts.some(({ change }) => change === 'lifted')).toBe(true);
    expect(disagreements(recounts)).toEqual([]);
  }, 600_000);

  it('come with statements that give the figures by hand, too', async () => {
    const wanted = changes.find(({ message }) => message.includes('"LOGIN_FAILURES"'));
    const [recount] = await recountVerdicts(clickhouse, clickhouse.store, wanted?.verdict_id);
    const byHand = await resultsOf(recount?.again?.script ?? '');
    const shown = byHand.filter((row) => 'loginFailures' in row);
    expect(shown.length).toBeGreaterThan(0);
    for (const { loginFailures } of shown)
      expect(loginFailures).toBe(recount?.again?.figures['loginFailures']);
    expect(recount?.again?.without.length).toBeGreaterThan(0);
  }, 600_000);

  it('are the same when more requests of their very windows have arrived since', async () => {
    const { store } = clickhouse;
    await storeLines(store, simulatedLines().map(ofALaggard));
    const recounts = await recountVerdicts(clickhouse, store);
    expect(recounts).toHaveLength(changes.length);
    expect(disagreements(recounts)).toEqual([]);
  }, 600_000);
});

/** Runs a script as `clickhouse-client --multiquery` does: the rows of all its queries. */
async function resultsOf(script: string): Promise<Record<string, unknown>[]> {
  const session = clickhouse.store.inSession();
  const rows: Record<string, unknown>[] = [];
  for (const statement of script.split(/;$/m).map((one) => one.trim())) {
    const sql = statement.replace(/^--.*$/gm, '').trim();
    if (sql.startsWith('SELECT')) rows.push(...(await session.query<Record<string, unknown>>(sql)));
    else if (sql !== '') await session.command(sql);
  }
  return rows;
}

/** The same request once more, in a partition that lags: appended before all others, and stored after them. */
function ofALaggard(line: StoredLine): StoredLine {
  const appendTime = line.position.appendTime - 3_600_000;
  return { ...line, position: { ...line.position, partition: 1, appendTime } };
}
