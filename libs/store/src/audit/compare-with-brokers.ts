import { topicLife } from '../topic-life.js';
import { type PartitionAudit } from './partition-audit.js';

/** What the brokers hold of one partition. */
export interface BrokerRange {
  readonly partition: number;
  /** First offset that is still kept. */
  readonly earliest: number;
  /** The offset that the next message will get. */
  readonly end: number;
}

/** What an audit found of one partition, held against its brokers too. */
export interface AuditedPartition extends PartitionAudit {
  /** Messages in Kafka that are not stored; null where the brokers do not have the topic, or a later life of it. */
  readonly behindRecords: number | null;
  /** The stored log ends beyond the brokers': the topic was deleted and made again, or lost its newest messages. */
  readonly isAhead: boolean;
}

/** @param ends by the brokers' name of a topic; partitions of which nothing is stored yet are added to the result */
export function compareWithBrokers(
  audits: readonly PartitionAudit[],
  ends: ReadonlyMap<string, readonly BrokerRange[]>,
): AuditedPartition[] {
  const lives = latestLives(audits);
  const compared = audits.map((audit) => {
    const { topic } = topicLife(audit.topic);
    const range =
      lives.get(topic) === audit.topic
        ? ends.get(topic)?.find(({ partition }) => partition === audit.partition)
        : undefined;
    return range === undefined ? unasked(audit) : against(audit, range);
  });
  return [...compared, ...withoutRows(audits, lives, ends)].sort(byPlace);
}

/** The stored name of each topic's latest life. */
function latestLives(audits: readonly PartitionAudit[]): Map<string, string> {
  const lives = new Map<string, string>();
  for (const { topic: stored } of audits) {
    const { topic, epoch } = topicLife(stored);
    const known = lives.get(topic);
    if (known === undefined || epoch > topicLife(known).epoch) lives.set(topic, stored);
  }
  return lives;
}

const unasked = (audit: PartitionAudit): AuditedPartition => ({
  ...audit,
  behindRecords: null,
  isAhead: false,
});

const against = (audit: PartitionAudit, { earliest, end }: BrokerRange): AuditedPartition => ({
  ...audit,
  behindRecords: Math.max(0, end - Math.max(audit.tail, earliest)),
  isAhead: audit.tail > end,
});

function withoutRows(
  audits: readonly PartitionAudit[],
  lives: ReadonlyMap<string, string>,
  ends: ReadonlyMap<string, readonly BrokerRange[]>,
): AuditedPartition[] {
  const stored = new Set(audits.map(({ topic, partition }) => `${topic}/${partition}`));
  return [...lives].flatMap(([topic, name]) =>
    (ends.get(topic) ?? [])
      .filter(({ partition }) => !stored.has(`${name}/${partition}`))
      .map(({ partition, earliest, end }) => ({
        topic: name,
        partition,
        rows: 0,
        first: earliest,
        tail: earliest,
        duplicatedRows: 0,
        missingOffsets: 0,
        duplicatedDays: [],
        behindRecords: end - earliest,
        isAhead: false,
      })),
  );
}

const byPlace = (one: AuditedPartition, other: AuditedPartition): number =>
  one.topic === other.topic ? one.partition - other.partition : one.topic < other.topic ? -1 : 1;
