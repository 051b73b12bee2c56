import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../judging/run-command.js';
import { type DataSet } from './data-set.js';

/** Large enough for every class at several levels of evasion, small enough for a few minutes. */
const FULL = { hours: '24', scale: '0.2' };
const QUICK = { hours: '12', scale: '0.05' };

export interface SimulationRun {
  readonly root: string;
  readonly folder: string;
  readonly isQuick: boolean;
  readonly signal: AbortSignal;
}

/** Writes an estate of this seed with `wherefore simulate` and says where it is. */
export async function simulatedDataSet(
  seed: number,
  { root, folder, isQuick, signal }: SimulationRun,
): Promise<DataSet> {
  const { hours, scale } = isQuick ? QUICK : FULL;
  const name = `simulated-${seed}`;
  const out = join(folder, name);
  await mkdir(out, { recursive: true, mode: 0o700 });
  const words = [join(root, 'bin', 'wherefore.mjs'), 'simulate', '--out', out, '--json'];
  words.push('--seed', String(seed), '--hours', hours, '--scale', scale);
  await runCommand(process.execPath, words, { cwd: root, environment: {}, signal });
  return {
    name,
    about: `estate of seed ${seed}: ${hours} hours of people, crawlers and all automated threats`,
    origin: 'simulated',
    logs: [join(out, 'access.log'), join(out, 'api.ndjson')],
    labels: join(out, 'labels.csv'),
    question: 'malicious',
    arguments: [],
    isQuick: true,
    isPooled: true,
    isFitted: false,
  };
}
