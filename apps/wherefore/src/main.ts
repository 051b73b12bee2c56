import { CommanderError } from 'commander';
import { type CliContext } from './cli-context.js';
import { findInstallation } from './installation.js';
import { Interrupted } from './interrupted.js';
import { createProgram } from './program.js';
import { explainFailure } from './explain-failure.js';
import { stopRequest } from './processes/stop-request.js';
import { Terminal } from './terminal/terminal.js';

const { env, stdout, stderr } = process;
// Whoever reads our output may leave; the parts still have to be stopped in order.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const context: CliContext = {
  env,
  terminal: new Terminal({ stdout, stderr, env }),
  installation: findInstallation(),
  stopRequested: stopRequest({ watchParent: env['npm_execpath'] !== undefined }),
};

try {
  await createProgram(context).parseAsync();
  process.exitCode = 0;
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
process.exit();

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof Interrupted) {
    context.terminal.warn(error.message);
    return 130;
  }
  const debug = process.argv.includes('--debug') || env['LOG_LEVEL'] === 'debug';
  context.terminal.fail(explainFailure(error, debug));
  return 1;
}
