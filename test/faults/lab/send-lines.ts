import { type Trial } from '../trial.js';

/** Writes each line as a message of its own, in one request, each once. */
export async function sendLines(
  { kafka }: Trial,
  topic: string,
  lines: readonly string[],
): Promise<void> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  try {
    await producer.connect();
    for (let from = 0; from < lines.length; from += 3_000) {
      const messages = lines.slice(from, from + 3_000).map((value) => ({ value }));
      await producer.send({ topic, acks: -1, messages });
    }
  } finally {
    await producer.disconnect();
  }
}
