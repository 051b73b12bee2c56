import { describe, expect, it } from '@jest/globals';
import { KnownPieces } from '../parse/known/known-pieces.js';
import { createRecordParser } from '../parse/record-parser.js';
import { type LogRecord } from '../source/log-source.js';
import { BlockSlots } from './block-slots.js';
import { type RowBatch, rowBatches } from './row-batches.js';

const NOON = Date.UTC(2026, 2, 14, 12);
const DAY_MS = 86_400_000;
const enrich = (): never => {
  throw new Error('no line here is an event');
};
const known = new KnownPieces(enrich);
const parser = {
  parse: createRecordParser(
    { name: 'test', format: 'combined' },
    { keyedHash: (value) => value, enrich, known },
  ),
  vocabulary: known.vocabulary,
  maxEventAgeMs: Infinity,
};

const record = (offset: number, value: string | null, appendTime = NOON): LogRecord => ({
  offset,
  appendTime,
  value,
});

async function batchesOf(
  records: readonly LogRecord[],
  limits = { maxRows: 100, maxBytes: 10_000 },
): Promise<RowBatch[]> {
  const { signal } = new AbortController();
  const place = { topic: 't', partition: 0, from: 0, size: 0, highWatermark: 0, signal };
  const batch = { ...place, records: () => [records] };
  const batches: RowBatch[] = [];
  const slots = new BlockSlots(10);
  for await (const rows of rowBatches(batch, parser, { limits, slots })) batches.push(rows);
  return batches;
}

const ends = (batches: readonly RowBatch[]): number[] => batches.map(({ block }) => block.end);

describe('rowBatches', () => {
  it('gives every record at least one row, at its position', async () => {
    const undecodable = { ...record(9, null), undecodable: 'zstd: damaged' };
    const [batch] = await batchesOf([record(4, 'a\nb'), record(5, null), undecodable]);
    expect(batch?.block).toMatchObject({ firstOffset: 4, end: 10, rows: 4 });
    expect(batch?.rejects).toEqual(
      new Map([
        ['unknown_format', 2],
        ['empty', 1],
        ['undecodable', 1],
      ]),
    );
  });

  it('cuts at the row limit but divides no record', async () => {
    const records = [record(0, 'a'), record(1, 'b\nc\nd'), record(2, 'e')];
    const batches = await batchesOf(records, { maxRows: 2, maxBytes: 1_000 });
    expect(batches.map(({ block }) => [block.end, block.rows])).toEqual([
      [2, 4],
      [3, 1],
    ]);
  });

  it('cuts at the byte limit', async () => {
    const records = Array.from({ length: 5 }, (_, offset) => record(offset, 'x'.repeat(40)));
    expect(ends(await batchesOf(records, { maxRows: 100, maxBytes: 80 }))).toEqual([2, 4, 5]);
  });

  it('cuts where the append day changes', async () => {
    const records = [record(0, 'a'), record(1, 'b', NOON + DAY_MS), record(2, 'c', NOON + DAY_MS)];
    expect(ends(await batchesOf(records))).toEqual([1, 3]);
  });
});
