import { type KafkaClient } from './create-kafka.js';
import { topicEnds } from './topic-ends.js';
import { withAdmin } from './with-admin.js';

export interface PartitionLag {
  partition: number;
  /** -1 when the group has not committed yet. */
  committed: number;
  end: number;
  /** Messages between the committed offset (a hint, see LogConsumer) and the end. */
  lag: number;
}

export async function groupLag(
  kafka: KafkaClient,
  groupId: string,
  topic: string,
): Promise<PartitionLag[]> {
  const ends = await topicEnds(kafka, topic);
  const groups = await withAdmin(kafka, (admin) =>
    admin.fetchOffsets({ groupId, topics: [topic] }),
  );
  const committed = new Map(
    groups.flatMap(({ partitions }) =>
      partitions.map(({ partition, offset }) => [partition, Number(offset)]),
    ),
  );
  return ends.map(({ partition, earliest, end }) => {
    const offset = committed.get(partition) ?? -1;
    return { partition, committed: offset, end, lag: end - Math.max(offset, earliest) };
  });
}
