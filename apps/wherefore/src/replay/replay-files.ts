import { realpath } from 'node:fs/promises';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { DEMO_HASH_KEY } from '../hash-key.js';
import { type ClickHouse, openClickHouse } from '../parts/click-house.js';
import { type Parts } from '../parts/with-parts.js';
import { startApp } from '../processes/start-app.js';
import { showJudging } from './judge-progress.js';
import { showReading } from './read-progress.js';

export interface ReplayOptions {
  readonly format: string;
  readonly fieldMap: string | undefined;
  /** Length of an analysis step in minutes of event time. */
  readonly stepMinutes: number;
  readonly verbose: boolean;
  /** Where verdict changes go, besides the history. */
  readonly verdictFile?: string;
  /** Where to write down every reason seen about every visitor. */
  readonly evidenceFile?: string;
}

/**
 * Files through the pipeline, without Kafka: ingest stores them, analyse judges what is stored. Resolves when both are done, with the
 * database still open.
 */
export async function replayFiles(
  context: CliContext,
  parts: Parts,
  files: readonly string[],
  options: ReplayOptions,
): Promise<ClickHouse> {
  const paths = await existingFiles(files);
  const clickHouse = await openClickHouse(context, parts, { throwaway: true });
  await judgeFiles(context, parts, clickHouse, paths, options);
  return clickHouse;
}

/** The same on a database that is open already. */
export async function judgeFiles(
  context: CliContext,
  parts: Parts,
  clickHouse: ClickHouse,
  paths: readonly string[],
  options: ReplayOptions,
): Promise<void> {
  await storeFiles(context, parts, clickHouse, paths, options);
  const analyse = startApp(
    context,
    parts,
    'analyse',
    analyseEnv(clickHouse, options),
    options.verbose,
  );
  await Promise.race([showJudging(analyse, context.terminal), clickHouse.lost]);
}

/** Only the first half of it: the files are stored and nobody is judged. */
export async function storeFiles(
  context: CliContext,
  parts: Parts,
  clickHouse: ClickHouse,
  paths: readonly string[],
  options: Pick<ReplayOptions, 'format' | 'fieldMap' | 'verbose'>,
): Promise<void> {
  const env = ingestEnv(clickHouse, paths, options);
  const ingest = startApp(context, parts, 'ingest', env, options.verbose);
  await Promise.race([showReading(ingest, context.terminal), clickHouse.lost]);
}

function ingestEnv(
  clickHouse: ClickHouse,
  paths: readonly string[],
  { format, fieldMap }: Pick<ReplayOptions, 'format' | 'fieldMap'>,
): Record<string, string> {
  return {
    ...clickHouse.env,
    INGEST_FILES: JSON.stringify(paths),
    HASH_KEY: DEMO_HASH_KEY,
    SOURCE_FORMAT: format,
    ...(fieldMap !== undefined && { SOURCE_FIELD_MAP: fieldMap }),
  };
}

function analyseEnv(
  clickHouse: ClickHouse,
  { stepMinutes, verdictFile, evidenceFile }: ReplayOptions,
): Record<string, string> {
  return {
    ...clickHouse.env,
    ANALYSIS_MODE: 'once',
    ANALYSIS_STEP_MINUTES: String(stepMinutes),
    ...(evidenceFile !== undefined && { EVIDENCE_FILE: evidenceFile }),
    ...(verdictFile === undefined
      ? { VERDICT_SINK: 'none' }
      : { VERDICT_SINK: 'file', VERDICT_FILE: verdictFile }),
  };
}

/** Absolute paths of files that are there. @throws CliError FILE_MISSING, naming every one that is not */
export async function existingFiles(files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async (file) => ({ file, path: await realpath(file).catch(() => undefined) })),
  );
  const missing = found.filter(({ path }) => path === undefined).map(({ file }) => file);
  if (missing.length > 0) {
    throw new CliError('FILE_MISSING', `No such file: ${missing.join(', ')}. Check the path.`);
  }
  return found.flatMap(({ path }) => path ?? []);
}
