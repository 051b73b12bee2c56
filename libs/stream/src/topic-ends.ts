import { type KafkaClient } from './create-kafka.js';
import { withAdmin } from './with-admin.js';

export interface PartitionRange {
  partition: number;
  /** First offset that is still kept. */
  earliest: number;
  /** The offset that the next message will get. */
  end: number;
}

/** What every partition of a topic holds now, in order of partition. */
export async function topicEnds(kafka: KafkaClient, topic: string): Promise<PartitionRange[]> {
  const offsets = await withAdmin(kafka, (admin) => admin.fetchTopicOffsets(topic));
  return offsets
    .map(({ partition, low, high }) => ({ partition, earliest: Number(low), end: Number(high) }))
    .sort((one, other) => one.partition - other.partition);
}
