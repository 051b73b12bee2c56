export interface TopicSpec {
  topic: string;
  partitions: number;
  /** -1 = the broker's default. */
  replicationFactor?: number;
  config: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;

/**
 * Access logs. The append time is the broker's, not the producer's: storage is partitioned by it, and a forged time
 * must not be able to spread rows over partitions.
 */
export const logTopic = (topic: string, partitions = 4): TopicSpec => ({
  topic,
  partitions,
  config: { 'message.timestamp.type': 'LogAppendTime' },
});

/**
 * Latest verdict per visitor key; a tombstone lifts one. Whoever reads it from the start has the whole state. Tombstones
 * stay for a week, the longest outage of a consumer that we promise to survive; an hour passes before compaction, so that a
 * consumer which keeps up sees every revision.
 */
export const verdictTopic = (topic: string, partitions = 3): TopicSpec => ({
  topic,
  partitions,
  config: {
    'cleanup.policy': 'compact',
    'min.compaction.lag.ms': String(DAY_MS / 24),
    'delete.retention.ms': String(7 * DAY_MS),
  },
});

/** Every change of a verdict, append-only, for audit and SIEM. */
export const verdictChangeTopic = (topic: string, partitions = 3): TopicSpec => ({
  topic,
  partitions,
  config: { 'cleanup.policy': 'delete', 'retention.ms': String(30 * DAY_MS) },
});
