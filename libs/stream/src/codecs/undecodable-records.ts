import { type RecordBatch, recordBatchOf } from './record-batch.js';

/** Header of the messages that stand for a record batch which could not be decompressed; its value is the reason. */
export const UNDECODABLE_HEADER = 'wherefore-undecodable';

const MAX_RECORDS = 1_000_000;

/**
 * Records without value for a batch that cannot be decompressed, one for each that was in it, so that the consumer can
 * account for their offsets instead of stopping at them for ever.
 * @returns undefined when the batch's header does not say how many there were
 */
export function undecodableRecords(compressed: Buffer, reason: string): Buffer | undefined {
  const batch = plausibleBatchOf(compressed);
  if (batch === undefined) return undefined;
  const { count, lastOffsetDelta } = batch;
  const records: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    records.push(emptyRecord(index === count - 1 ? lastOffsetDelta : index, reason));
  }
  return Buffer.concat(records);
}

function plausibleBatchOf(records: Buffer): RecordBatch | undefined {
  const batch = recordBatchOf(records);
  if (batch === undefined) return undefined;
  const { count, lastOffsetDelta } = batch;
  return count > 0 && count <= lastOffsetDelta + 1 && count <= MAX_RECORDS ? batch : undefined;
}

function emptyRecord(offsetDelta: number, reason: string): Buffer {
  const name = Buffer.from(UNDECODABLE_HEADER);
  const value = Buffer.from(reason.slice(0, 200));
  const body = Buffer.concat([
    Buffer.from([0]),
    ...[0, offsetDelta, -1, -1, 1, name.length].map(zigZagVarint),
    name,
    zigZagVarint(value.length),
    value,
  ]);
  return Buffer.concat([zigZagVarint(body.length), body]);
}

function zigZagVarint(value: number): Buffer {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  const bytes: number[] = [];
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
