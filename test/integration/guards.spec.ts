import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runVerdictFault, type VerdictFaultResult } from '../faults/verdicts/run-verdict-fault.js';
import { verdictFaultTable } from '../faults/verdicts/verdict-fault-table.js';
import { VERDICT_FAULTS } from '../faults/verdicts/verdict-faults.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';

/** A part of `npm run faults -- verdicts --fault guards`, which takes a while. */
const HERE: ReadonlySet<string> = new Set([
  'duplicated rows',
  'schema change',
  'clock half an hour back',
  'catalogue verifies nobody',
]);
const FAULTS = VERDICT_FAULTS.filter(({ name }) => HERE.has(name));

let clickhouse: TestClickHouse;
const results: VerdictFaultResult[] = [];

beforeAll(async () => {
  clickhouse = await startTestClickHouse({ migrated: false });
});

afterAll(async () => {
  process.stdout.write(`${verdictFaultTable(results)}\n`);
  await clickhouse.stop();
});

it('knows the faults by their names', () => {
  expect(FAULTS).toHaveLength(HERE.size);
});

describe('nothing bad is published, what was published stays, and an alert says why', () => {
  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    const result = await runVerdictFault(clickhouse, fault);
    results.push(result);
    expect(result).toMatchObject({ published: 0, kept: result.inForce, ok: true });
    expect(result.alerts).toContain(fault.reason);
  });
});
