import { describe, expect, it } from '@jest/globals';
import { EventBlock, type StoredLine } from '#libs/store';
import { type RowBatch } from '../batch/row-batches.js';
import { type Append, PartitionLog } from './partition-log.js';

const row = (offset: number): StoredLine => ({
  position: { topic: 't', partition: 0, offset, index: 0, appendTime: 0 },
  source: 'test',
  kind: 'reject',
  reason: 'empty',
  raw: '',
});

const batch = (from: number, end: number): RowBatch => {
  const block = new EventBlock('t', 0, Infinity);
  for (let offset = from; offset < end; offset++) block.add(row(offset));
  return { block, bytes: 0, rejects: new Map() };
};

/** Takes whatever continues its own tail, as the event log does. */
function aStore(): { append: Append; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    starts,
    ends,
    append: ({ block, start }) => {
      starts.push(start);
      ends.push(block.end);
      const stored = block.rows - block.rowAt(start);
      return Promise.resolve({ stored, tail: block.end, lostRace: false, burned: 0 });
    },
  };
}

describe('PartitionLog', () => {
  it('continues the chain from its tail, holes of the log included', async () => {
    const store = aStore();
    const log = new PartitionLog('t', 0, -1);
    await log.store(batch(100, 110), store.append);
    await log.store(batch(115, 120), store.append);
    expect(store.starts).toEqual([0, 110]);
    expect(store.ends).toEqual([110, 120]);
    expect(log.tail).toBe(120);
  });

  it('proposes only what no other writer has stored', async () => {
    const store = aStore();
    const log = new PartitionLog('t', 0, 5);
    expect(await log.store(batch(0, 5), store.append)).toBe(true);
    expect(await log.store(batch(3, 8), store.append)).toBe(true);
    expect(store.starts).toEqual([5]);
    expect(store.ends).toEqual([8]);
  });

  it('follows a writer that was faster', async () => {
    const log = new PartitionLog('t', 0, 0);
    const ahead: Append = () => Promise.resolve({ stored: 0, tail: 50, lostRace: true, burned: 0 });
    expect(await log.store(batch(0, 10), ahead)).toBe(true);
    expect(log.tail).toBe(50);
  });

  it.each([
    ['given up', () => Promise.resolve(undefined)],
    ['refused', () => Promise.reject(new Error('no such column'))],
  ])('lets nothing pass a batch that was %s until it is delivered again', async (_, fail) => {
    const store = aStore();
    const log = new PartitionLog('t', 0, 0);
    const first = log.inTurn(() => log.store(batch(0, 10), fail));
    const second = log.inTurn(() => log.store(batch(10, 20), store.append));
    await Promise.allSettled([first, second]);
    expect(store.starts).toEqual([]);
    expect(log.tail).toBe(0);
    await log.inTurn(() => log.store(batch(0, 20), store.append));
    expect(log.tail).toBe(20);
  });

  it('takes one batch at a time, in order', async () => {
    const store = aStore();
    const log = new PartitionLog('t', 0, 0);
    const slowly: Append = async (proposal) => {
      await new Promise((wake) => setTimeout(wake, 10));
      return store.append(proposal);
    };
    await Promise.all([
      log.inTurn(() => log.store(batch(0, 2), slowly)),
      log.inTurn(() => log.store(batch(2, 4), store.append)),
    ]);
    expect(store.starts).toEqual([0, 2]);
  });
});
