import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Arguments, parseArguments, USAGE } from './arguments.js';
import { chooseDataSets } from './data-sets/choose-data-sets.js';
import { type ProductRun } from './judging/judge-with-product.js';
import { hashOf, RunCache } from './judging/run-cache.js';
import { runCommand } from './judging/run-command.js';
import { makePage } from './make-page.js';
import { type Page } from './page/page.js';
import { renderPage } from './page/render-page.js';
import { Progress } from './progress.js';
import { scoreDataSet, type ScoredSet, variantsOf } from './score-data-set.js';

async function main(words: readonly string[]): Promise<number> {
  const chosen = parseArguments(words);
  if (typeof chosen === 'string') {
    process.stderr.write(`${chosen}\n`);
    return chosen === USAGE ? 0 : 2;
  }
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort();
    });
  }
  const run = await productRun(chosen, interruption.signal);
  try {
    const page = await scorePage(chosen, run, words);
    await show(page, chosen, run.root);
    return page.failed.length > 0 ? 1 : 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    process.stderr.write('Interrupted.\n');
    return 130;
  } finally {
    await rm(run.scratch, { recursive: true, force: true });
  }
}

async function productRun(chosen: Arguments, signal: AbortSignal): Promise<ProductRun> {
  const root = process.cwd();
  const folder = join(tmpdir(), 'wherefore-scorecard');
  const { weights, stepMinutes, isCached } = chosen;
  const decisive = ['dist/apps', 'dist/libs', 'migrations', ...(weights === '' ? [] : [weights])];
  const salt = isCached ? '' : `${process.pid} ${performance.timeOrigin}`;
  const buildHash = await hashOf(
    [salt],
    decisive.map((path) => resolve(root, path)),
  );
  const scratch = join(folder, `run-${process.pid}`);
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  return {
    root,
    buildHash,
    stepMinutes,
    environment: weights === '' ? {} : { WEIGHTS_FILE: resolve(weights) },
    cache: new RunCache(join(folder, 'judged')),
    scratch,
    signal,
  };
}

async function scorePage(
  chosen: Arguments,
  run: ProductRun,
  words: readonly string[],
): Promise<Page> {
  const { sets, absent } = await chooseDataSets(chosen, run);
  const steps = sets.flatMap((set) =>
    variantsOf(set, chosen.isQuick).map((variant) => ({ set, variant })),
  );
  const progress = new Progress(steps.length);
  const scored: ScoredSet[] = [];
  const failed: { name: string; why: string }[] = [];
  for (const { set, variant } of steps) {
    const name = `${set.name} ${variant}`;
    progress.begin(name);
    const begun = performance.now();
    try {
      const one = await scoreDataSet(set, variant, run);
      scored.push(one);
      const seconds = `${((performance.now() - begun) / 1_000).toFixed(0)} s`;
      progress.end(name, one.isCached ? 'known already' : seconds);
    } catch (error) {
      if (run.signal.aborted) throw error;
      const why = error instanceof Error ? error.message : String(error);
      failed.push({ name, why: gist(why) });
      progress.end(name, why);
    }
  }
  progress.stop();
  const command = ['npm run scorecard', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
  const { stepMinutes } = chosen;
  return makePage(scored, { command, commit: await commitOf(run), stepMinutes, absent, failed });
}

/** What a process said of its own failure, in one line. */
const gist = (why: string): string =>
  why
    .split('\n')
    .filter((line) => line.trim() !== '')
    .find((line, index, lines) => lines[index - 1]?.startsWith('✗') === true)
    ?.trim() ?? why.slice(0, 200);

const commitOf = ({ root, signal }: ProductRun): Promise<string> =>
  runCommand('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, signal, environment: {} })
    .then((printed) => printed.trim())
    .catch(() => '');

async function show(page: Page, { isJson, isWritten }: Arguments, root: string): Promise<void> {
  const markdown = renderPage(page);
  const json = `${JSON.stringify(page, null, 1)}\n`;
  process.stdout.write(isJson ? json : markdown);
  if (!isWritten) return;
  await writeFile(join(root, 'docs', 'scorecard.md'), markdown);
  await writeFile(join(root, 'docs', 'scorecard.json'), json);
  process.stderr.write('Written to docs/scorecard.md and docs/scorecard.json.\n');
}

process.exitCode = await main(process.argv.slice(2));
