import { existsSync } from 'node:fs';
import { CliError } from '../cli-error.js';
import { type CliContext } from '../cli-context.js';
import { type AppName } from '../installation.js';
import { type Parts } from '../parts/with-parts.js';
import { AppProcess } from './app-process.js';

/** What a process takes from its own environment and from nobody else's. */
const NOT_INHERITED = ['INGEST_FILES', 'HTTP_PORT', 'NODE_CHANNEL_FD'];

/** Starts a process of the product with our environment plus `env`, any free port, and its log in the work folder. */
export function startApp(
  context: CliContext,
  parts: Parts,
  app: AppName,
  env: Readonly<Record<string, string>>,
  verbose: boolean,
): AppProcess {
  const entry = context.installation.entryOf(app);
  if (!existsSync(entry)) {
    throw new CliError('NOT_BUILT', `${entry} is missing: run "npm run build" first.`);
  }
  const inherited = Object.entries(context.env).filter(([name]) => !NOT_INHERITED.includes(name));
  const process = new AppProcess({
    app,
    entry,
    env: { ...Object.fromEntries(inherited), HTTP_PORT: '0', ...env },
    logFile: parts.folder.logOf(app),
    verbose,
  });
  parts.teardown.add(`The process ${app}`, () => process.stop());
  return process;
}
