import { type Estate } from '#libs/simulator';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipelineProgress, type PipelineProgress } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { writeEstate } from '../feed/write-estate.js';
import { type ClickHouse } from '../parts/click-house.js';
import { type Parts } from '../parts/with-parts.js';
import { startApp } from '../processes/start-app.js';
import { judgeFiles } from '../replay/replay-files.js';
import { type DemoOptions } from './demo-options.js';
import { type Passage } from './passage.js';

/**
 * The demo without Kafka: the same ingest and analyse read the log from files, and the verdicts go to a file that stays when
 * everything else is gone.
 */
export async function judgeWithoutBroker(
  context: CliContext,
  parts: Parts,
  clickHouse: ClickHouse,
  estate: Estate | undefined,
  options: DemoOptions & { readonly advice: string },
): Promise<Passage> {
  context.terminal.warn(options.advice);
  const verdictFile = resolve(options.dataDir ?? '.wherefore', 'demo-verdicts.ndjson');
  await mkdir(dirname(verdictFile), { recursive: true });
  await rm(verdictFile, { force: true });
  context.terminal.note(
    `Until then the same pipeline reads the log from a file and writes the verdicts to ${verdictFile}`,
  );
  const verbose = options.verbose ?? false;
  const serve = startApp(context, parts, 'serve', clickHouse.env, verbose);
  const files = await logFiles(context, parts, estate, options);
  await judgeFiles(context, parts, clickHouse, files, {
    format: 'auto',
    fieldMap: undefined,
    stepMinutes: 60,
    verbose,
    verdictFile,
  });
  const [state] = await clickHouse.store.query<PipelineProgress>(pipelineProgress);
  const { stored = 0, published = 0 } = state ?? {};
  return {
    transport: 'file',
    produced: stored,
    stored,
    published,
    tail: `tail -f ${verdictFile}`,
    lost: Promise.race([serve.ended(), clickHouse.lost]),
  };
}

async function logFiles(
  { terminal }: CliContext,
  parts: Parts,
  estate: Estate | undefined,
  options: DemoOptions,
): Promise<string[]> {
  if (estate !== undefined) {
    const { access, api } = await writeEstate(estate, options, parts.folder.in('estate'), terminal);
    return [access, api];
  }
  const input = options.input ?? '';
  const path = await realpath(input).catch(() => undefined);
  if (path === undefined)
    throw new CliError('FILE_MISSING', `No such file: ${input}. Check the path.`);
  return [path];
}
