import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ScorableLog, visitorsOf } from '../data-sets/scorable-log.js';
import { visitorName } from '../labels/labelled-visitor.js';
import { stableHash } from '../masking/stable-hash.js';
import { judgeWithProduct, type ProductRun } from './judge-with-product.js';
import { type ProductJudgement } from './product-judgement.js';
import { hashOf } from './run-cache.js';
import { runCommand } from './run-command.js';
import { stepFor } from './step-for.js';

const FOLDS = 5;

/**
 * Judges each fifth of the visitors by weights that `wherefore fit` fitted to the other four fifths of the same log. Which fifth a
 * visitor is in follows from its name, by rank of a hash within its class: every fold holds the same mix. What is seen about the
 * visitors is gathered once, for all fits.
 */
export async function judgeFiveFold(
  log: ScorableLog,
  run: ProductRun,
): Promise<{ readonly judgements: ProductJudgement[]; readonly isCached: boolean }> {
  const folds = foldsOf(log);
  const seen = await seenEvidence(log, run);
  const judgements: ProductJudgement[] = [];
  let isCached = true;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const file = await fittedWeights(seen, (address) => folds.get(address) !== fold, run);
    const judged = await judgeWithProduct(log, {
      ...run,
      environment: { ...run.environment, WEIGHTS_FILE: file },
    });
    isCached &&= judged.isCached;
    judgements.push(...judged.judgements.filter(({ visitor }) => folds.get(visitor) === fold));
  }
  return { judgements, isCached };
}

/** Visitor → its fold, 0 to FOLDS − 1. */
export function foldsOf(log: ScorableLog): Map<string, number> {
  const visitors = visitorsOf(log)
    .map((visitor) => ({
      name: visitorName(visitor),
      kind: visitor.columns['class'] ?? visitor.label,
    }))
    .sort((one, other) => stableHash(one.name) - stableHash(other.name));
  const seen = new Map<string, number>();
  return new Map(
    visitors.map(({ name, kind }) => {
      const rank = seen.get(kind) ?? 0;
      seen.set(kind, rank + 1);
      return [name, rank % FOLDS];
    }),
  );
}

/** What `wherefore fit` saw about the labelled visitors, a line a visitor and question. */
async function seenEvidence(log: ScorableLog, run: ProductRun): Promise<string> {
  const texts = log.logs.map((lines) => lines.join('\n'));
  const step = String(stepFor(log, run.stepMinutes));
  const key = await hashOf(['evidence', run.buildHash, step, log.labels, ...texts]);
  const known = await run.cache.get(key);
  if (known !== undefined) return known;
  const seen = await inFolder(run, key, async (folder) => {
    const paths = texts.map((_, index) => join(folder, `${index + 1}.log`));
    for (const [index, path] of paths.entries())
      await writeFile(path, texts[index] ?? '', 'latin1');
    const labels = join(folder, 'labels.csv');
    await writeFile(labels, log.labels);
    const evidence = join(folder, 'evidence.ndjson');
    await fit([...paths, '--labels', labels, '--evidence', evidence, '--step', step], run);
    return readFile(evidence, 'utf8');
  });
  await run.cache.put(key, seen);
  return seen;
}

/** Path of a file of weights fitted to some visitors of the log; its name follows from what it was fitted to. */
async function fittedWeights(
  seen: string,
  isForFitting: (address: string) => boolean,
  run: ProductRun,
): Promise<string> {
  const chosen = seen.split('\n').filter((line) => line !== '' && isForFitting(addressIn(line)));
  const text = `${chosen.join('\n')}\n`;
  const key = await hashOf(['weights', run.buildHash, text]);
  if ((await run.cache.get(key)) === undefined) {
    const fitted = await inFolder(run, key, async (folder) => {
      const evidence = join(folder, 'evidence.ndjson');
      await writeFile(evidence, text);
      const out = join(folder, 'weights.json');
      await fit(['--evidence', evidence, '--out', out, '--date', '2000-01-01'], run);
      return readFile(out, 'utf8');
    });
    await run.cache.put(key, fitted);
  }
  return run.cache.path(key);
}

/** The group of a row is the set's name and the visitor's address. */
function addressIn(line: string): string {
  const { group } = JSON.parse(line) as { readonly group: string };
  return group.slice(group.lastIndexOf(' ') + 1);
}

const fit = (words: readonly string[], run: ProductRun): Promise<string> =>
  runCommand(
    process.execPath,
    [join(run.root, 'bin', 'wherefore.mjs'), 'fit', ...words, '--json'],
    { ...run, cwd: run.root },
  );

async function inFolder<T>(
  run: ProductRun,
  key: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(run.scratch, `fit-${key.slice(0, 12)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
