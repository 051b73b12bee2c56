import { type Admin } from 'kafkajs';
import { type KafkaClient } from './create-kafka.js';
import { messageOf } from './message-of.js';
import { StreamError } from './stream-error.js';

/** Runs one question with a connection of its own. @throws StreamError KAFKA_UNAVAILABLE */
export async function withAdmin<T>(
  kafka: KafkaClient,
  ask: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } catch (error) {
    throw kafkaUnavailable(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

function kafkaUnavailable(error: unknown): StreamError {
  const message = `Kafka did not answer as expected: check KAFKA_BROKERS, that the brokers are up and that this client may use them. kafkajs said: ${messageOf(error)}`;
  return new StreamError('KAFKA_UNAVAILABLE', message, true, { cause: error });
}
