import { setTimeout } from 'node:timers/promises';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export interface RetryWhile {
  /** Ends the trying. */
  closing: AbortSignal;
  onRetry: (error: unknown, pauseMs: number) => void;
}

/**
 * Tries again, with growing and jittered pauses and without a limit, what fails with `retriable: true`.
 * @returns undefined when `closing` came first
 * @throws whatever is not retriable
 */
export async function retryWhile<T>(
  attempt: () => Promise<T>,
  { closing, onRetry }: RetryWhile,
): Promise<{ value: T } | undefined> {
  for (
    let pause = FIRST_PAUSE_MS;
    !closing.aborted;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  ) {
    try {
      return { value: await attempt() };
    } catch (error) {
      if (!isRetriable(error)) throw error;
      const pauseMs = Math.round(pause * (0.5 + Math.random() / 2));
      onRetry(error, pauseMs);
      await setTimeout(pauseMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return undefined;
}

const isRetriable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
