import { LogAudit } from '#libs/store';
import { type Fault } from './fault.js';
import { ClickHouse } from './lab/click-house.js';
import { Fleet } from './lab/fleet.js';
import { type Lab } from './lab/lab.js';
import { type Finding } from './oracle/finding.js';
import { recoveryTimes } from './oracle/recoveries.js';
import { type FaultReport } from './report/fault-report.js';
import { Trial } from './trial.js';

export interface RunOptions {
  readonly injections: number;
  readonly isShort: boolean;
  readonly onInjection: (done: number) => void;
}

const NOTHING: Finding = { expected: 0, found: 0, lost: 0, duplicated: 0, gaps: 0, stuck: 0 };

/** Runs one fault on a database of its own; never throws, whatever breaks is in the report. */
export async function runFault(fault: Fault, lab: Lab, options: RunOptions): Promise<FaultReport> {
  const begun = performance.now();
  const fleet = new Fleet(lab.reaper);
  let trial: Trial | undefined;
  let finding = NOTHING;
  let broken: string[] = [];
  try {
    trial = await openTrial(fault, lab, fleet, options);
    finding = await fault.run(trial);
    await askAuditor(trial);
  } catch (error) {
    broken = [error instanceof Error ? error.message : String(error), ...fleet.lastWords()];
  } finally {
    await fleet.close();
    await trial?.close();
  }
  const failures = [...broken, ...(trial?.failures ?? [])];
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return {
    fault: fault.id,
    name: fault.name,
    ok: isWhole(finding) && failures.length === 0,
    ...finding,
    ...seen(trial),
    burnedTokens: fleet.burnedTokens,
    memoryMiB: fleet.peakMib,
    seconds,
    failures,
  };
}

/** The product's own auditor has to come to the same verdict as the oracle. */
async function askAuditor(trial: Trial): Promise<void> {
  for (const found of await new LogAudit(trial.clickHouse.store).run()) {
    const { topic, partition, duplicatedRows, missingOffsets } = found;
    trial.expect(
      duplicatedRows === 0 && missingOffsets === 0,
      `the auditor found ${duplicatedRows} doubled rows and ${missingOffsets} missing offsets in ${topic}/${partition}`,
    );
  }
}

function seen(trial: Trial | undefined): Pick<FaultReport, 'injected' | 'recoveryMs' | 'notes'> {
  if (trial === undefined) return { injected: 0, recoveryMs: null, notes: [] };
  const { injected, recoveries, notes } = trial;
  return { injected, recoveryMs: recoveryTimes(recoveries), notes };
}

const isWhole = ({ lost, duplicated, stuck }: Finding): boolean =>
  lost === 0 && duplicated === 0 && stuck === 0;

async function openTrial(
  { ownBrokers }: Fault,
  lab: Lab,
  fleet: Fleet,
  options: RunOptions,
): Promise<Trial> {
  const cluster = ownBrokers === true ? undefined : await lab.sharedBroker();
  const clickHouse = await ClickHouse.start(lab.newFolder('clickhouse'));
  const trial = new Trial({ lab, clickHouse, fleet, cluster, ...options });
  trial.defer(() => clickHouse.dispose());
  return trial;
}
