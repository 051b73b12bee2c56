import { type Installation } from './installation.js';
import { type Terminal } from './terminal/terminal.js';

/** What every command gets from outside. */
export interface CliContext {
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly terminal: Terminal;
  readonly installation: Installation;
  /** Aborted on Ctrl-C, SIGTERM and when the process that started us is gone. */
  readonly stopRequested: AbortSignal;
}
