import { format } from 'node:util';
import { type Logger } from '../logging/logger.js';

/**
 * Makes what other people's code prints go through the logger: `console.*` and Node's own warnings.
 * Standard error then holds one JSON object a line and nothing else.
 */
export function captureConsole(logger: Logger): void {
  const levels = ['error', 'warn', 'info', 'debug'] as const;
  for (const level of levels) {
    console[level] = (...parts: unknown[]) => {
      logger[level](format(...parts), { source: 'console' });
    };
  }
  console.log = console.info;
  // Node prints warnings from its own listener.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    logger.warn(warning.message, { source: 'node', name: warning.name });
  });
}
