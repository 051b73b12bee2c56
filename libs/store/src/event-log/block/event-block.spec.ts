import { describe, expect, it } from '@jest/globals';

import { type StoredLine } from '../stored-line.js';
import { EventBlock, type NativeBlock } from './event-block.js';
import { Vocabulary } from './vocabulary.js';

const DAY_MS = 86_400_000;
const APPENDED = Date.UTC(2026, 2, 14, 12);

const reject = (offset: number, appendTime = APPENDED, raw = `line ${offset}`): StoredLine => ({
  position: { topic: 't', partition: 0, offset, index: 0, appendTime },
  source: 'edge',
  kind: 'reject',
  reason: 'empty',
  raw,
});

function blockOf(...offsets: number[]): EventBlock {
  const block = new EventBlock('t', 0, Infinity);
  for (const offset of offsets) block.add(reject(offset));
  return block;
}

const bytesOf = ({ chunks }: NativeBlock): Buffer => Buffer.concat(chunks);

describe('EventBlock', () => {
  it('knows the messages it holds', () => {
    const block = blockOf(7, 7, 9);
    expect(block).toMatchObject({ rows: 3, firstOffset: 7, end: 10 });
    expect([0, 7, 8, 9, 10].map((offset) => block.rowAt(offset))).toEqual([0, 0, 2, 2, 3]);
    expect(blockOf()).toMatchObject({ rows: 0, firstOffset: -1, end: 0 });
  });

  it('takes messages of one append day', () => {
    expect(blockOf().takes(APPENDED)).toBe(true);
    expect(blockOf(1).takes(APPENDED + DAY_MS / 2 - 1)).toBe(true);
    expect(blockOf(1).takes(APPENDED + DAY_MS / 2)).toBe(false);
  });

  it('sends only columns that hold something', () => {
    expect(blockOf(0, 1).encode(0).columns).toEqual([
      'kafka_topic',
      'kafka_offset',
      'kafka_append_time',
      'source_name',
      'reject_reason',
      'raw',
    ]);
  });

  it('gives the rows from one on as a block that holds just these', () => {
    const tail = blockOf(0, 1, 2, 3).encode(2);
    expect(tail.rows).toBe(2);
    const names = bytesOf(tail).toString('latin1');
    expect(names).toContain('line 3');
    expect(names).not.toContain('line 1');
    expect(bytesOf(tail)).toEqual(bytesOf(blockOf(2, 3).encode(0)));
  });

  it('leaves nothing of a block whose memory it takes over', () => {
    const block = new EventBlock('t', 0, Infinity);
    block.add(reject(1, APPENDED, 'x'.repeat(70_000)));
    const vocabulary = new Vocabulary();
    const used = new EventBlock('t', 1, Infinity, vocabulary, block);
    used.add({ ...reject(8), source: 'elsewhere' });
    used.add(reject(9));
    const again = new EventBlock('t', 0, Infinity, vocabulary, used);
    expect(again).toMatchObject({ rows: 0, firstOffset: -1 });
    again.add(reject(7));
    expect(bytesOf(again.encode(0))).toEqual(bytesOf(blockOf(7).encode(0)));
  });

  it('grows with its rows', () => {
    const offsets = Array.from({ length: 5_000 }, (_, offset) => offset);
    const block = blockOf(...offsets);
    expect(bytesOf(block.encode(4_999))).toEqual(bytesOf(blockOf(4_999).encode(0)));
  });
});
