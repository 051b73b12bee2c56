import { PassThrough } from 'node:stream';
import { type CliContext } from '../cli-context.js';
import { findInstallation } from '../installation.js';
import { Terminal } from '../terminal/terminal.js';

/** The context of a command whose outputs are kept, as where nobody looks. */
export interface RecordedContext {
  readonly context: CliContext;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function recordedContext(env: Readonly<NodeJS.ProcessEnv> = {}): RecordedContext {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const terminal = new Terminal({
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    env,
  });
  const { signal: stopRequested } = new AbortController();
  return {
    context: { env, terminal, installation: findInstallation(), stopRequested },
    stdout: () => textOf(stdout),
    stderr: () => textOf(stderr),
  };
}

const textOf = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');
