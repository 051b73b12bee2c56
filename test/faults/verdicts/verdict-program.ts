import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Lab } from '../lab/lab.js';
import { type VerdictReport } from './verdict-report.js';
import { verdictReportTable } from './verdict-report-table.js';
import { type VerdictTrial } from './verdict-trial.js';
import { VERDICT_TRIALS } from './verdict-trials.js';

const VERDICT_USAGE = `Usage: npm run faults -- verdicts [--fault NAME]... [--count N] [--json]

Breaks everything between a finding and a WAF, and counts what is published: cycles that see something wrong (duplicated rows, a schema
change, a poisoned catalogue, clocks), the publisher, the broker and ClickHouse killed while verdicts are published, a day in which
verdicts are enforced, and mistakes taken back. Real Kafka, real ClickHouse, the real analysis. Needs Java 17 for the broker.

  --fault NAME  this fault alone; may be repeated; a group (guards, outbox, simulations) stands for all of it
  --count N     inject it so often (closed-loop: so many steps of ten minutes)
  --json        one object a line for each fault instead of the tables

The exit code is 1 if anything bad was published, lost or doubled, a verdict was renewed by its own blocks, or a mistake took longer than
5 s to take back.

Faults:
${VERDICT_TRIALS.map(({ name, what, count }) => `  ${name.padEnd(30)}${what} (${count})`).join('\n')}`;

/** Runs the faults named; gives the exit code. */
export async function runVerdictFaults(words: readonly string[]): Promise<number> {
  const chosen = chosenFrom(words);
  if (typeof chosen === 'string') {
    process.stderr.write(`${chosen}\n`);
    return chosen === VERDICT_USAGE ? 0 : 2;
  }
  const lab = await Lab.open();
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  try {
    return await Promise.race([runAll(lab, chosen), interrupted.then(() => 130)]);
  } finally {
    await lab.close();
  }
}

interface Chosen {
  readonly trials: readonly VerdictTrial[];
  readonly count: number | undefined;
  readonly isJson: boolean;
}

async function runAll(lab: Lab, { trials, count, isJson }: Chosen): Promise<number> {
  const reports: VerdictReport[] = [];
  for (const trial of trials) {
    const report = await runOne(lab, trial, count ?? trial.count);
    reports.push(report);
    const { ok, fault, seconds, failures } = report;
    process.stderr.write(`${ok ? '✓' : '✗'} ${fault} (${seconds} s) ${failures.join('; ')}\n`);
    if (isJson) process.stdout.write(`${JSON.stringify(report)}\n`);
  }
  if (!isJson) process.stdout.write(`${verdictReportTable(reports)}\n`);
  return reports.every(({ ok }) => ok) ? 0 : 1;
}

/** Never throws: whatever breaks is in the report. */
async function runOne(lab: Lab, trial: VerdictTrial, count: number): Promise<VerdictReport> {
  const begun = performance.now();
  const found = await trial.run({ lab, count }).catch((error: unknown) => ({
    figures: {},
    failures: [error instanceof Error ? error.message : String(error)],
  }));
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const { group, name } = trial;
  return { group, fault: name, ok: found.failures.length === 0, ...found, seconds };
}

/** @returns what is wrong with the words, or the usage where it was asked for */
function chosenFrom(words: readonly string[]): Chosen | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        fault: { type: 'string', multiple: true, default: [] },
        count: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return VERDICT_USAGE;
    const isNamed = ({ name, group }: VerdictTrial, word: string): boolean =>
      name === word || group === word;
    const unknown = values.fault.find((word) => !VERDICT_TRIALS.some((one) => isNamed(one, word)));
    if (unknown !== undefined) return `There is no fault "${unknown}".\n\n${VERDICT_USAGE}`;
    const count = values.count === undefined ? undefined : Number(values.count);
    if (count !== undefined && !(Number.isSafeInteger(count) && count > 0))
      return '--count takes a whole number from 1';
    const wanted = VERDICT_TRIALS.filter((one) => values.fault.some((word) => isNamed(one, word)));
    const trials = values.fault.length === 0 ? VERDICT_TRIALS : wanted;
    return { trials, count, isJson: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
