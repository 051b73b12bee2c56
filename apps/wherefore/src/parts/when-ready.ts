import { setTimeout } from 'node:timers/promises';

const TRIES = 20;
const PAUSE_MS = 500;

/** Tries again while it fails with an error that says it may pass, for some ten seconds. */
export async function whenReady<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= TRIES || !isRetriable(error)) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

const isRetriable = (error: unknown): boolean =>
  (error as { retriable?: unknown } | undefined)?.retriable === true;
