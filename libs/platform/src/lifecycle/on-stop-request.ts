import { type Logger } from '../logging/logger.js';

/**
 * Calls `stop` on SIGTERM, SIGINT and when the parent process is gone (its IPC channel closes,
 * which happens even when the parent is killed). Logs and ends the process with 1 on an unhandled
 * rejection or an uncaught exception.
 */
export function onStopRequest(logger: Logger, stop: (reason: string) => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal);
    });
  }
  if (process.send !== undefined) watchParent(stop);
  for (const stream of [process.stdout, process.stderr]) ignoreClosedPipe(stream);
  process.on('uncaughtException', (error, origin) => {
    logger.error(`bug: ${origin}`, { error });
    process.exit(1);
  });
}

function watchParent(stop: (reason: string) => void): void {
  const gone = 'the parent process is gone';
  if (process.connected)
    process.once('disconnect', () => {
      stop(gone);
    });
  else stop(gone);
}

/** A dead parent takes its end of our pipes with it; the shutdown must not die of logging that. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
