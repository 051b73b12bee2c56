import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { LOG_FORMAT_NAMES } from '#libs/traffic';

const run = promisify(execFile);

interface FuzzReport {
  readonly inputs: number;
  readonly events: number;
  readonly rejects: number;
  readonly known: number;
  readonly formatsWithoutSeed: readonly string[];
  readonly findings: readonly unknown[];
}

/** The short form of `npm run fuzz`, on the built product. */
async function fuzz(...flags: string[]): Promise<FuzzReport> {
  const { stdout } = await run(process.execPath, ['test/fuzz/run.mjs', '--json', ...flags], {
    maxBuffer: 64 * 1_048_576,
  }).catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout) as FuzzReport;
}

describe('the flow from a Kafka message to a row', () => {
  it('takes anything without throwing, hanging or more than linear time', async () => {
    const report = await fuzz('--inputs', '20000', '--seed', '3');
    expect(report.findings).toEqual([]);
    expect(report.inputs).toBe(20_000);
    expect(report.events).toBeGreaterThan(1_000);
    expect(report.rejects).toBeGreaterThan(1_000);
    expect(report.known).toBeGreaterThan(100);
  });

  it('is fed with lines of every format', async () => {
    const report = await fuzz('--inputs', '1');
    expect(report.formatsWithoutSeed).toEqual([]);
    expect(LOG_FORMAT_NAMES.length).toBeGreaterThan(20);
  });
});
