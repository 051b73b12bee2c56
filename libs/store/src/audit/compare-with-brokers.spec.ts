import { describe, expect, it } from '@jest/globals';
import { compareWithBrokers } from './compare-with-brokers.js';
import { type PartitionAudit } from './partition-audit.js';

const stored = (partition: number, tail: number): PartitionAudit => ({
  topic: 'logs',
  partition,
  rows: tail,
  first: 0,
  tail,
  duplicatedRows: 0,
  missingOffsets: 0,
  duplicatedDays: [],
});

describe('compareWithBrokers', () => {
  it('counts what is not stored, also of a partition without rows', () => {
    const ranges = [
      { partition: 0, earliest: 0, end: 100 },
      { partition: 1, earliest: 20, end: 100 },
    ];
    expect(compareWithBrokers([stored(0, 90)], ranges)).toEqual([
      { partition: 0, behindRecords: 10, isAhead: false },
      { partition: 1, behindRecords: 80, isAhead: false },
    ]);
  });

  it('does not count what Kafka has deleted', () => {
    const ranges = [{ partition: 0, earliest: 95, end: 100 }];
    expect(compareWithBrokers([stored(0, 90)], ranges)[0]?.behindRecords).toBe(5);
  });

  it('says when the stored log is beyond the end', () => {
    const ranges = [{ partition: 0, earliest: 0, end: 50 }];
    expect(compareWithBrokers([stored(0, 90)], ranges)).toEqual([
      { partition: 0, behindRecords: 0, isAhead: true },
    ]);
  });
});
