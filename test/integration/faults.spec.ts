import { describe, expect, it } from '@jest/globals';
import { type FaultReport } from '../faults/report/fault-report.js';
import { runCli } from '../support/cli.js';
import { describeWithEmbeddedKafka } from '../support/kafka.js';

/**
 * Those that take seconds; the others, and all of them at length, are `npm run faults -- ingest`. Most of their time goes by in
 * waiting, so each row runs beside the other, with servers of its own; both take about as long.
 */
const FAULTS = [
  ['F1', 'F4', 'F12'],
  ['F2', 'F3', 'F10', 'F17'],
];

const run = (...words: string[]): ReturnType<typeof runCli> =>
  runCli('test/faults/run.mjs', ['ingest', ...words]);

async function reportsOn(faults: readonly string[]): Promise<FaultReport[]> {
  const words = faults.flatMap((fault) => ['--fault', fault]);
  const { code, stdout, stderr } = await run('--short', '--json', ...words);
  expect([code, stderr.match(/✗/g)]).toEqual([0, null]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FaultReport);
}

describeWithEmbeddedKafka('the fault program in its short form', () => {
  it('finds nothing lost, nothing doubled and nothing stuck', async () => {
    // Builds what is not built, once.
    await run('--help');
    const reports = (await Promise.all(FAULTS.map(reportsOn))).flat();
    const verdicts = reports.map(({ fault, lost, duplicated, gaps, stuck, failures }) => ({
      fault,
      lost,
      duplicated,
      gaps,
      stuck,
      failures,
    }));
    const sound = { lost: 0, duplicated: 0, gaps: 0, stuck: 0, failures: [] };
    expect(verdicts).toEqual(FAULTS.flat().map((fault) => ({ fault, ...sound })));
    expect(reports.filter(({ injected, found }) => injected === 0 || found === 0)).toEqual([]);
  }, 900_000);
});

describe('the command line of the fault program', () => {
  it('lists the faults, and refuses what it does not know', async () => {
    expect((await run('--help')).stderr).toMatch(/F18 +fuzz/);
    const unknown = await run('--fault', 'F99');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('There is no fault "F99"');
  });
});
