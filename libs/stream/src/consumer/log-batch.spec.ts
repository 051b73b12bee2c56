import { describe, expect, it } from '@jest/globals';
import { type Batch } from 'kafkajs';
import { LogBatch } from './log-batch.js';

const place = {
  topic: 'logs',
  partition: 3,
  highWatermark: 9,
  signal: new AbortController().signal,
};

const batchOf = (messages: readonly object[]): Batch =>
  ({ ...place, messages }) as unknown as Batch;

const records = (lastOffset: number) => ({
  offset: String(lastOffset),
  records: { lastOffset, size: 10, messages: () => Promise.resolve([]) },
});

describe('LogBatch', () => {
  it('leaves out record batches that end before what is wanted', () => {
    const fetched = batchOf([records(4), records(7)]);
    const batch = new LogBatch(fetched, place, { from: 5, accounted: 5 });
    expect([batch.size, batch.end]).toEqual([10, 8]);
  });

  it('says so where kafkajs decoded the records itself', () => {
    const fetched = batchOf([records(4), { offset: '5', key: null, value: Buffer.from('line') }]);
    expect(() => new LogBatch(fetched, place, { from: 5, accounted: 5 })).toThrow(
      'kafkajs decoded logs/3 by itself (a message with offset, key, value)',
    );
  });
});
