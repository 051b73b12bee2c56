import { describe, expect, it } from '@jest/globals';
import { findingOf } from './finding.js';
import { type StoredPartition } from './stored-log.js';

const RANGES = [
  { partition: 0, earliest: 0, end: 100 },
  { partition: 1, earliest: 0, end: 50 },
];

const stored = (partition: number, end: number): StoredPartition => ({
  partition,
  rows: end,
  positions: end,
  offsets: end,
  first: 0,
  last: end - 1,
  rejects: 0,
});

const SERIALS = { distinct: 150, greatest: 149 };
const WHOLE = [stored(0, 100), stored(1, 50)];

describe('findingOf', () => {
  it('finds nothing wrong where everything is there once', () => {
    expect(findingOf(WHOLE, SERIALS, { ranges: RANGES, serials: 150 })).toEqual({
      expected: 150,
      found: 150,
      lost: 0,
      duplicated: 0,
      gaps: 0,
      stuck: 0,
    });
  });

  it('sees a hole, also where a duplicate makes the count come out right', () => {
    const doubled = { ...stored(0, 100), positions: 99, offsets: 99 };
    expect(
      findingOf(
        [doubled, stored(1, 50)],
        { distinct: 149, greatest: 149 },
        { ranges: RANGES, serials: 150 },
      ),
    ).toMatchObject({ found: 150, lost: 1, duplicated: 1, gaps: 1, stuck: 0 });
  });

  it('sees a partition that stands still, also one without any row', () => {
    expect(findingOf([stored(0, 90)], SERIALS, { ranges: RANGES, serials: 0 })).toMatchObject({
      lost: 60,
      stuck: 2,
    });
  });

  it('sees a serial that is not there although as many rows are as there should be', () => {
    expect(
      findingOf(WHOLE, { distinct: 149, greatest: 149 }, { ranges: RANGES, serials: 150 }),
    ).toMatchObject({ lost: 1 });
  });
});
