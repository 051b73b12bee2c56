import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog, migrate, type Store, type StoredLine } from '#libs/store';
import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { batchOf } from '../support/log-rows.js';
import { startAnalysis, verdictsOf, visitorsOf } from '../support/run-analysis.js';
import { simulatedLines } from '../support/simulated-log.js';

const HOUR_MS = 3_600_000;
const BATCH = 3_000;
/** Of each batch so many lines are delivered once more, at their own positions, by a worker that knows nothing of it. */
const DELIVERED_AGAIN = 0.1;

let clickhouse: TestClickHouse;

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
}, 120_000);

afterAll(() => clickhouse.stop());

describe('what the analysis concludes', () => {
  it('is the same, verdict for verdict, whether the log came in order or late, shuffled and twice', async () => {
    const lines = simulatedLines();
    const inOrder = await analysed([lines]);
    const disordered = await analysed(delivered(lines));
    const verdicts = await verdictsWithoutPositions(inOrder);
    expect(verdicts.length).toBeGreaterThan(50);
    expect(await verdictsWithoutPositions(disordered)).toEqual(verdicts);
    expect(await visitorsOf(disordered)).toEqual(await visitorsOf(inOrder));
  }, 900_000);
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

async function analysed(partitions: readonly (readonly StoredLine[])[]): Promise<Store> {
  const store = clickhouse.connect({ database: `order_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  for (const lines of partitions) await storeWithRepeats(store, lines);
  expect(await startAnalysis(clickhouse, store).exited).toBe(0);
  return store;
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
