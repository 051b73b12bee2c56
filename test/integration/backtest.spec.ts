import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { runCli } from '../support/cli.js';
import { startAnalysis, verdictsOf } from '../support/run-analysis.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';

const FROM = '2026-06-03T10:30:00Z';
const TO = '2026-06-03T12:00:00Z';

interface Report {
  readonly total: { readonly condemned: number; readonly stopped: number; readonly hit: number };
  readonly live: Report['total'];
  readonly agreement: { readonly decisions: number; readonly share: number };
}

describe('a backtest', () => {
  let clickhouse: TestClickHouse;
  let first: string;

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    await storeLines(clickhouse.store, simulatedLines());
    expect(await startAnalysis(clickhouse, clickhouse.store).exited).toBe(0);
    first = await backtest();
  }, 600_000);

  afterAll(() => clickhouse.stop());

  async function backtest(from = FROM, ...options: string[]): Promise<string> {
    const { url, admin } = clickhouse.server;
    const { code, stdout, stderr } = await runCli(
      'dist/apps/wherefore/src/main.js',
      ['backtest', '--from', from, '--to', TO, '--step', '30', '--json', ...options],
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

  it('concludes what the live analysis concluded, each time, and leaves nothing behind', async () => {
    const before = await verdictsOf(clickhouse.store);
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
    const lastStep = await backtest('2026-06-03T11:30:00Z', '--site', 'nowhere.example');
    const { total } = JSON.parse(lastStep) as Report;
    expect(total.condemned).toBeGreaterThan(0);
    expect(total).toMatchObject({ hit: 0, stopped: 0 });
  }, 600_000);
});
