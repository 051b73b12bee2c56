import { type KafkaClient } from '../create-kafka.js';
import { tailTopic } from '../tail/tail-topic.js';
import { topicEnds } from '../topic-ends.js';

export const SEQUENCE_HEADER = 'wherefore-sequence';

/** How far to look back in each partition, in messages: the last one is ours unless somebody else writes to the topic too. */
const LOOK_BACK = [1, 1_000, Number.MAX_SAFE_INTEGER] as const;

/**
 * The sequence of the last message that a publisher wrote to each partition; partitions without one are missing. The
 * newest message of a partition survives compaction, being in the active segment.
 */
export async function lastSequences(
  kafka: KafkaClient,
  topic: string,
): Promise<Map<number, number>> {
  const ranges = await topicEnds(kafka, topic);
  const filled = ranges.filter(({ earliest, end }) => end > earliest);
  const found = new Map<number, number>();
  for (const messages of LOOK_BACK) {
    if (found.size === filled.length) break;
    const tail = await tailTopic({
      kafka,
      topic,
      from: -messages,
      follow: false,
      onMessage: ({ headers }, partition) => {
        const sequence = Number(headers[SEQUENCE_HEADER]?.toString());
        if (!Number.isSafeInteger(sequence)) return;
        found.set(partition, Math.max(sequence, found.get(partition) ?? sequence));
      },
    });
    await tail.done;
    if (ranges.every(({ earliest, end }) => end - earliest <= messages)) break;
  }
  return found;
}
