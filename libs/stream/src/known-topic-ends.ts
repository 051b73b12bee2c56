import { type KafkaClient } from './create-kafka.js';
import { type PartitionRange, topicEnds } from './topic-ends.js';
import { withAdmin } from './with-admin.js';

/**
 * What every partition of these topics holds now; topics that the brokers do not have are left out.
 * @throws StreamError KAFKA_UNAVAILABLE
 */
export async function knownTopicEnds(
  kafka: KafkaClient,
  topics: readonly string[],
): Promise<Map<string, PartitionRange[]>> {
  const present = new Set(await withAdmin(kafka, (admin) => admin.listTopics()));
  const ends = new Map<string, PartitionRange[]>();
  for (const topic of new Set(topics))
    if (present.has(topic)) ends.set(topic, await topicEnds(kafka, topic));
  return ends;
}
