import { describe, expect, it } from '@jest/globals';
import { type EventBatch, type StoredLine } from '#libs/store';
import { type RowBatch } from '../batch/row-batches.js';
import { type Append, PartitionLog } from './partition-log.js';

const row = (offset: number): StoredLine => ({
  position: { topic: 't', partition: 0, offset, index: 0, appendTime: 0 },
  source: 'test',
  kind: 'reject',
  reason: 'empty',
  raw: '',
});

const batch = (from: number, end: number): RowBatch => ({
  end,
  rows: Array.from({ length: end - from }, (_, index) => row(from + index)),
  bytes: 0,
});

/** Takes whatever continues its own tail, as the event log does. */
function aStore(): { append: Append; offsets: number[]; proposals: EventBatch[] } {
  const offsets: number[] = [];
  const proposals: EventBatch[] = [];
  return {
    offsets,
    proposals,
    append: (proposal) => {
      proposals.push(proposal);
      offsets.push(...proposal.rows.map(({ position }) => position.offset));
      const { rows, end } = proposal;
      return Promise.resolve({ stored: rows.length, tail: end, lostRace: false, burned: 0 });
    },
  };
}

describe('PartitionLog', () => {
  it('continues the chain from its tail, holes of the log included', async () => {
    const store = aStore();
    const log = new PartitionLog('t', 0, -1);
    await log.store(batch(100, 110), store.append);
    await log.store(batch(115, 120), store.append);
    expect(store.proposals.map(({ start, end }) => [start, end])).toEqual([
      [0, 110],
      [110, 120],
    ]);
    expect(log.tail).toBe(120);
  });

  it('proposes only what no other writer has stored', async () => {
    const store = aStore();
    const log = new PartitionLog('t', 0, 5);
    expect(await log.store(batch(0, 5), store.append)).toBe(true);
    expect(await log.store(batch(3, 8), store.append)).toBe(true);
    expect(store.offsets).toEqual([5, 6, 7]);
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
    expect(store.offsets).toEqual([]);
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
    expect(store.offsets).toEqual([0, 1, 2, 3]);
  });
});
