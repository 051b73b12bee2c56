import { createLogger } from '../logging/create-logger.js';
import { ConfigError } from './config-error.js';

/** EX_CONFIG of sysexits.h: starting again without changing the environment cannot help. */
const EX_CONFIG = 78;

/**
 * Runs `load`; on a ConfigError writes it as one log line and ends the process with exit code 78.
 * For the first lines of a main.ts: `const config = orExit('serve', () => loadConfig(...))`.
 */
export function orExit<T>(processName: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    createLogger(processName, 'error').error(error.message, {
      code: error.code,
      problems: error.problems,
    });
    return process.exit(EX_CONFIG);
  }
}
