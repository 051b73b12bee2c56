import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences, type Recount, recordedPart } from '#libs/enforcement';
import { type StoredLine } from '#libs/store';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { startAnalysis, type VerdictChange, verdictsOf } from '../support/run-analysis.js';
import { recountVerdicts } from '../support/run-recount.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';

let clickhouse: TestClickHouse;
let changes: readonly VerdictChange[];

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  await storeLines(clickhouse.store, simulatedLines());
  expect(await startAnalysis(clickhouse, clickhouse.store).exited).toBe(0);
  changes = await verdictsOf(clickhouse.store);
}, 600_000);

afterAll(() => clickhouse.stop());

/** Every place where counting again gave something else than the message says. */
function disagreements(recounts: readonly Recount[]): unknown[] {
  return recounts.flatMap(({ verdictId, message, again, problem }) =>
    [
      ...differences(recordedPart(message), again?.part ?? null),
      ...(problem === null ? [] : [problem]),
    ].map((found) => ({ verdictId, found })),
  );
}

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
