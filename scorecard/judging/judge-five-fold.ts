import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ScorableLog, visitorsOf } from '../data-sets/scorable-log.js';
import { labelsText, visitorName } from '../labels/labelled-visitor.js';
import { stableHash } from '../masking/stable-hash.js';
import { judgeWithProduct, type ProductRun } from './judge-with-product.js';
import { type ProductJudgement } from './product-judgement.js';
import { hashOf } from './run-cache.js';
import { runCommand } from './run-command.js';

const FOLDS = 5;

/**
 * Judges each fifth of the visitors by weights that `wherefore fit` fitted to the other four fifths of the same log. Which fifth a
 * visitor is in follows from its name, by rank of a hash within its class: every fold holds the same mix.
 */
export async function judgeFiveFold(
  log: ScorableLog,
  run: ProductRun,
): Promise<{ readonly judgements: ProductJudgement[]; readonly isCached: boolean }> {
  const folds = foldsOf(log);
  const judgements: ProductJudgement[] = [];
  let isCached = true;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const file = await fittedWeights(log, (visitor) => folds.get(visitor) !== fold, run);
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

/** Path of a file of weights fitted to some visitors of the log; its name follows from what it was fitted to. */
async function fittedWeights(
  log: ScorableLog,
  isForFitting: (visitor: string) => boolean,
  run: ProductRun,
): Promise<string> {
  const chosen = visitorsOf(log).filter((visitor) => isForFitting(visitorName(visitor)));
  const labels = labelsText(chosen.map(({ columns }) => columns));
  const texts = log.logs.map((lines) => lines.join('\n'));
  const step = String(run.stepMinutes);
  const key = await hashOf(['weights', run.buildHash, step, labels, ...texts]);
  const known = run.cache.path(key);
  if ((await run.cache.get(key)) !== undefined) return known;
  const folder = join(run.scratch, `fit-${key.slice(0, 12)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const paths = texts.map((_, index) => join(folder, `${index + 1}.log`));
    for (const [index, path] of paths.entries())
      await writeFile(path, texts[index] ?? '', 'latin1');
    const labelPath = join(folder, 'labels.csv');
    await writeFile(labelPath, labels);
    const out = join(folder, 'weights.json');
    const words = [join(run.root, 'bin', 'wherefore.mjs'), 'fit', ...paths, '--labels', labelPath];
    words.push('--out', out, '--date', '2000-01-01', '--json', '--step', step);
    await runCommand(process.execPath, words, { ...run, cwd: run.root });
    await run.cache.put(key, await readFile(out, 'utf8'));
    return known;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
