import { describe, expect, it } from '@jest/globals';
import { type LogSnapshot, type LogTail } from './log-snapshot.js';
import { seenFilter } from './seen-filter.js';

const tail = (changes: Partial<LogTail>): LogTail => ({
  topic: "logs' OR 1=1 --",
  partition: 0,
  tail: 5,
  placeHash: '18446744073709551615',
  ...changes,
});

const of = (tails: readonly LogTail[]): LogSnapshot => ({
  name: 'x',
  tails,
  verdicts: 0,
  ownStatuses: [],
});

describe(seenFilter.name, () => {
  it('names partitions by number, so that no topic’s text gets into a statement', () => {
    expect(seenFilter(of([tail({}), tail({ tail: 9, placeHash: '7' })]))).toBe(
      'kafka_offset < transform(cityHash64(kafka_topic, kafka_partition), [18446744073709551615, 7], [5, 9], 0)',
    );
  });

  it('lets nothing through where nothing was stored', () => {
    expect(seenFilter(of([]))).toBe('0');
  });

  it.each([{ placeHash: "1], [1]) OR ('" }, { tail: 1.5 }, { tail: -1 }])(
    'refuses %j',
    (changes) => {
      expect(() => seenFilter(of([tail(changes)]))).toThrow('whole numbers only');
    },
  );
});
