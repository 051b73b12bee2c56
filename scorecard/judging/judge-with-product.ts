import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ScorableLog } from '../data-sets/scorable-log.js';
import { type ProductJudgement } from './product-judgement.js';
import { runCommand } from './run-command.js';
import { stepFor } from './step-for.js';
import { hashOf, type RunCache } from './run-cache.js';

/** Where and how the product is run. */
export interface ProductRun {
  /** Repository's folder, with a build in it. */
  readonly root: string;
  /** Of everything that decides what the build thinks. */
  readonly buildHash: string;
  /** Length of an analysis step in minutes of event time, longer for long logs: no delay can be measured more finely. */
  readonly stepMinutes: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly cache: RunCache;
  /** For the files of a run; each is removed after it. */
  readonly scratch: string;
  readonly signal: AbortSignal;
}

/** Judges a log through `wherefore evaluate`, as a user would, or takes what the same build said of the same log before. */
export async function judgeWithProduct(
  log: ScorableLog,
  run: ProductRun,
): Promise<{ readonly judgements: ProductJudgement[]; readonly isCached: boolean }> {
  const { name, variant, logs, labels, arguments: extra } = log;
  const stepMinutes = stepFor(log, run.stepMinutes);
  const texts = logs.map((lines) => lines.join('\n'));
  const key = await hashOf([
    run.buildHash,
    String(stepMinutes),
    JSON.stringify([run.environment, extra]),
    labels,
    ...texts,
  ]);
  const known = await run.cache.get(key);
  if (known !== undefined) return { judgements: readJudgements(known), isCached: true };
  const folder = join(run.scratch, `${name}-${variant}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const found = await evaluate(folder, texts, labels, extra, { ...run, stepMinutes });
    await run.cache.put(key, found);
    return { judgements: readJudgements(found), isCached: false };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function evaluate(
  folder: string,
  logs: readonly string[],
  labels: string,
  extra: readonly string[],
  { root, stepMinutes, environment, signal }: ProductRun,
): Promise<string> {
  const paths = logs.map((_, index) => join(folder, `${index + 1}.log`));
  for (const [index, path] of paths.entries()) await writeFile(path, logs[index] ?? '', 'latin1');
  const labelPath = join(folder, 'labels.csv');
  await writeFile(labelPath, labels);
  const out = join(folder, 'visitors.ndjson');
  const words = [join(root, 'bin', 'wherefore.mjs'), 'evaluate', ...paths];
  words.push('--labels', labelPath, '--visitors', out, '--json', '--step', String(stepMinutes));
  await runCommand(process.execPath, [...words, ...extra], { cwd: root, environment, signal });
  return readFile(out, 'utf8');
}

const readJudgements = (text: string): ProductJudgement[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ProductJudgement);
