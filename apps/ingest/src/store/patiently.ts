import { setTimeout } from 'node:timers/promises';
import { type Logger } from '#libs/platform';

export interface Patience {
  readonly logger: Logger;
  /** Whether to give up, asked several times a second. */
  readonly gone: () => boolean;
  /** Before each pause. */
  readonly onRetry: (error: Error) => void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
const LOOK_EVERY_MS = 100;

/**
 * Tries again what failed with `retriable: true`, after exponentially growing pauses with jitter (half to
 * whole), without a limit.
 *
 * @returns undefined when given up
 * @throws whatever is not retriable
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  { logger, gone, onRetry }: Patience,
): Promise<T | undefined> {
  const since = performance.now();
  let attempts = 0;
  while (!gone()) {
    try {
      const result = await attempt();
      if (attempts > 0)
        logger.info('ClickHouse stores again', { attempts, awayMs: msSince(since) });
      return result;
    } catch (error) {
      if (!isRetriable(error)) throw error;
      const pauseMs = pauseAfter(attempts);
      attempts += 1;
      onRetry(error);
      logger.warn('ClickHouse is away; the partition waits', {
        attempts,
        awayMs: msSince(since),
        pauseMs,
        reason: error.message,
      });
      await pause(pauseMs, gone);
    }
  }
  return undefined;
}

function pauseAfter(attempts: number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, 16), LONGEST_PAUSE_MS);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

async function pause(pauseMs: number, gone: () => boolean): Promise<void> {
  const until = performance.now() + pauseMs;
  for (let left = pauseMs; left > 0 && !gone(); left = until - performance.now()) {
    await setTimeout(Math.min(left, LOOK_EVERY_MS));
  }
}

function msSince(start: number): number {
  return Math.round(performance.now() - start);
}

function isRetriable(error: unknown): error is Error {
  return error instanceof Error && 'retriable' in error && error.retriable === true;
}
