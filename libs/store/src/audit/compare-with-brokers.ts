import { type PartitionAudit } from './partition-audit.js';

/** What the brokers hold of one partition. */
export interface BrokerRange {
  readonly partition: number;
  /** First offset that is still kept. */
  readonly earliest: number;
  /** The offset that the next message will get. */
  readonly end: number;
}

/** How far the stored log of one partition is behind its brokers. */
export interface BrokerComparison {
  readonly partition: number;
  /** Messages in Kafka that are not stored yet. */
  readonly behindRecords: number;
  /** The stored log ends beyond the brokers': the topic was deleted and made again, or lost its newest messages. */
  readonly isAhead: boolean;
}

/** Each partition that the brokers have of a topic against what is stored of it, nothing if need be. */
export const compareWithBrokers = (
  stored: readonly PartitionAudit[],
  ranges: readonly BrokerRange[],
): BrokerComparison[] =>
  ranges.map(({ partition, earliest, end }) => {
    const tail = stored.find((one) => one.partition === partition)?.tail ?? earliest;
    return {
      partition,
      behindRecords: Math.max(0, end - Math.max(tail, earliest)),
      isAhead: tail > end,
    };
  });
