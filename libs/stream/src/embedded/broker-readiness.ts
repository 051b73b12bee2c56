import { setTimeout } from 'node:timers/promises';
import { createKafka } from '../create-kafka.js';
import { StreamError } from '../stream-error.js';
import { type GuardedProcess } from './guarded-process.js';

/** A cold start takes about 3 s on two cores; a busy machine with a log to recover is given far more. */
const READY_WITHIN_MS = 60_000;

/**
 * Resolves when the broker answers at one of the addresses; else stops it.
 * @throws StreamError KAFKA_START_FAILED
 */
export async function whenReady(broker: GuardedProcess, brokers: readonly string[]): Promise<void> {
  const ended = broker.exited.then((exit) => {
    throw startFailed('the broker ended at once', exit.error ?? exit.tail);
  });
  const giveUp = new AbortController();
  try {
    await Promise.race([ended, untilAnswers(brokers, giveUp.signal)]);
  } catch (error) {
    await broker.stop();
    throw error;
  } finally {
    giveUp.abort();
    ended.catch(() => undefined);
  }
}

async function untilAnswers(brokers: readonly string[], giveUp: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!giveUp.aborted && !(await answers(brokers))) {
    if (Date.now() > deadline) {
      throw startFailed(`no answer within ${READY_WITHIN_MS / 1_000} s`, '');
    }
    await setTimeout(150);
  }
}

async function answers(brokers: readonly string[]): Promise<boolean> {
  const kafka = createKafka({ brokers, requestTimeoutMs: 2_000, retries: 0 });
  const admin = kafka.admin();
  try {
    await admin.connect();
    // Without brokers: the controller has not let this one take part yet.
    const { controller, brokers: active } = await admin.describeCluster();
    return controller !== null && active.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
}

export const startFailed = (what: string, words: string, cause?: unknown): StreamError =>
  new StreamError(
    'KAFKA_START_FAILED',
    `The embedded Kafka broker did not start: ${what}. It said: ${withoutStack(words) || 'nothing'}`,
    true,
    { cause },
  );

const withoutStack = (words: string): string =>
  words
    .split('\n')
    .filter((line) => !/^\s*(?:at |\.\.\.)/.test(line))
    .join('\n')
    .trim()
    .slice(-1_500);
