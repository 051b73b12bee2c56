import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { type Parts, withParts } from '../parts/with-parts.js';
import { startApp } from '../processes/start-app.js';

export interface RunPushOptions {
  readonly file: string | undefined;
  readonly mode: 'check' | 'release';
  readonly verbose: boolean;
}

/** Has the push process do its work once, and gives what it reports, as it comes. @throws CliError */
export async function runPush(
  context: CliContext,
  { file, mode, verbose }: RunPushOptions,
  onReport: (report: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const PUSH_FILE = pushFileOf(context, file);
  await withParts(context, { dataDir: undefined, purpose: 'push' }, async (parts) => {
    const push = startApp(context, parts, 'push', { PUSH_FILE, PUSH_MODE: mode }, verbose);
    push.onReport((report) => {
      if (report.type === `push-${mode}`) onReport(report);
    });
    try {
      await push.finished();
    } catch (error) {
      throw (await refusalIn(parts)) ?? error;
    }
  });
}

/** The path that was given, or that of PUSH_FILE. @throws CliError FILE_MISSING */
export function pushFileOf({ env }: CliContext, file: string | undefined): string {
  const named = file ?? env['PUSH_FILE'] ?? '';
  if (named === '')
    throw new CliError('FILE_MISSING', 'Name the description of the targets, or set PUSH_FILE.');
  const path = resolve(named);
  if (!existsSync(path)) throw new CliError('FILE_MISSING', `There is no file ${path}.`);
  return path;
}

/** What the process said of its environment and files, where it would not start because of them. */
async function refusalIn(parts: Parts): Promise<CliError | undefined> {
  const log = await readFile(parts.folder.logOf('push'), 'utf8').catch(() => '');
  for (const line of log.split('\n').filter((one) => one.includes('CONFIG_INVALID'))) {
    const { problems } = JSON.parse(line) as {
      problems: readonly { readonly variable: string; readonly problem: string }[];
    };
    const said = problems.map(({ variable, problem }) => `${variable} ${problem}`);
    return new CliError('CONFIG_INVALID', said.join('\n'));
  }
  return undefined;
}
