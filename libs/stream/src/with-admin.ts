import { setTimeout } from 'node:timers/promises';
import { type Admin } from 'kafkajs';
import { type KafkaClient } from './create-kafka.js';
import { messageOf } from './message-of.js';
import { StreamError } from './stream-error.js';

/** How long an answer that passes by itself is waited out: a new leader takes a few seconds at most. Milliseconds. */
const PATIENCE_MS = 15_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Runs one question with a connection of its own, and again while brokers answer that they cannot yet (just after a topic
 * was made, or while a leader changes), so `ask` has to bear repetition. Brokers out of reach are not waited for here:
 * kafkajs has done so.
 * @throws StreamError KAFKA_UNAVAILABLE
 */
export async function withAdmin<T>(
  kafka: KafkaClient,
  ask: (admin: Admin) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await askOnce(kafka, ask);
    } catch (error) {
      if (!isNotYet(error) || performance.now() + pause > deadline) throw kafkaUnavailable(error);
      await setTimeout(pause);
    }
  }
}

/** A new connection each time: an admin client keeps the stale picture of the cluster that the answer was about. */
async function askOnce<T>(kafka: KafkaClient, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** Answers of a broker that asks to try again; kafkajs retries some of them, and calls others final. */
const NOT_YET = new Set([
  'UNKNOWN_TOPIC_OR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'REPLICA_NOT_AVAILABLE',
  'NOT_CONTROLLER',
  'OFFSET_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'NOT_COORDINATOR_FOR_GROUP',
]);

function isNotYet(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const {
    name = '',
    type = '',
    cause,
  } = error as { name?: string; type?: string; cause?: unknown };
  return NOT_YET.has(type) || name === 'KafkaJSTopicMetadataNotLoaded' || isNotYet(cause);
}

function kafkaUnavailable(error: unknown): StreamError {
  const message = `Kafka did not answer as expected: check KAFKA_BROKERS, that the brokers are up and that this client may use them. kafkajs said: ${messageOf(error)}`;
  return new StreamError('KAFKA_UNAVAILABLE', message, true, { cause: error });
}
