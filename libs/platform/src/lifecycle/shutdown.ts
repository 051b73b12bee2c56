import { type Logger } from '../logging/logger.js';
import { reportsSent } from './report-to-parent.js';

/** How long closing may take before the process ends anyway: below Kubernetes' default grace of 30 s. */
const SHUTDOWN_LIMIT_MS = 10_000;

/**
 * A function that closes everything once and ends the process: with the given exit code when `close`
 * resolved in time, else with 1. Calls after the first do nothing but wait.
 */
export function createShutdown(
  logger: Logger,
  close: () => Promise<void>,
): (reason: string, exitCode: number) => Promise<void> {
  let running: Promise<void> | undefined;
  return (reason, exitCode) => (running ??= shutDown(reason, exitCode));

  async function shutDown(reason: string, exitCode: number): Promise<void> {
    logger.info('shutting down', { reason });
    const limit = setTimeout(() => {
      logger.error(`not closed within ${SHUTDOWN_LIMIT_MS} ms; ending anyway`);
      process.exit(1);
    }, SHUTDOWN_LIMIT_MS);
    try {
      await close();
      await reportsSent();
      logger.info('stopped', { exitCode });
      process.exit(exitCode);
    } catch (error) {
      logger.error('could not close cleanly', { error });
      process.exit(1);
    } finally {
      clearTimeout(limit);
    }
  }
}
