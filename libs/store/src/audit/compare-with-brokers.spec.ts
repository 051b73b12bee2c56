import { describe, expect, it } from '@jest/globals';
import { type BrokerRange, compareWithBrokers } from './compare-with-brokers.js';
import { type PartitionAudit } from './partition-audit.js';

const stored = (topic: string, partition: number, tail: number): PartitionAudit => ({
  topic,
  partition,
  rows: tail,
  first: 0,
  tail,
  duplicatedRows: 0,
  missingOffsets: 0,
  duplicatedDays: [],
});

const compare = (
  audits: readonly PartitionAudit[],
  ...ranges: BrokerRange[]
): [string, number, number | null, boolean][] =>
  compareWithBrokers(audits, new Map([['logs', ranges]])).map(
    ({ topic, partition, behindRecords, isAhead }) => [topic, partition, behindRecords, isAhead],
  );

describe('compareWithBrokers', () => {
  it('counts what is not stored, also of a partition without rows', () => {
    expect(
      compare(
        [stored('logs', 0, 90)],
        { partition: 0, earliest: 0, end: 100 },
        { partition: 1, earliest: 20, end: 100 },
      ),
    ).toEqual([
      ['logs', 0, 10, false],
      ['logs', 1, 80, false],
    ]);
  });

  it('does not count what Kafka has deleted', () => {
    expect(compare([stored('logs', 0, 90)], { partition: 0, earliest: 95, end: 100 })).toEqual([
      ['logs', 0, 5, false],
    ]);
  });

  it('says when the stored log is beyond the end', () => {
    expect(compare([stored('logs', 0, 90)], { partition: 0, earliest: 0, end: 50 })).toEqual([
      ['logs', 0, 0, true],
    ]);
  });

  it('holds only the latest life of a topic against its brokers, and files against none', () => {
    const audits = [
      stored('logs', 0, 90),
      stored('logs@2', 0, 40),
      stored('file:access.log', 0, 7),
    ];
    expect(compare(audits, { partition: 0, earliest: 0, end: 50 })).toEqual([
      ['file:access.log', 0, null, false],
      ['logs', 0, null, false],
      ['logs@2', 0, 10, false],
    ]);
  });
});
