/** Header of the messages that stand for a record batch which could not be decompressed; its value is the reason. */
export const UNDECODABLE_HEADER = 'wherefore-undecodable';

/**
 * Where the fields of a record batch (format v2) lie, counted back from its first compressed byte.
 * https://kafka.apache.org/documentation/#recordbatch
 */
const BACK_TO = { magic: 45, lastOffsetDelta: 38, count: 4 } as const;
const MAX_RECORDS = 1_000_000;

/**
 * Records without value for a batch that cannot be decompressed, one for each that was in it, so that the consumer can
 * account for their offsets instead of stopping at them for ever. kafkajs hands a codec nothing but the compressed
 * bytes; they are a view into the fetch response, where the batch's header stands right before them.
 * @returns undefined when what stands there is no such header
 */
export function undecodableRecords(compressed: Buffer, reason: string): Buffer | undefined {
  const header = headerBefore(compressed);
  if (header === undefined) return undefined;
  const { count, lastOffsetDelta } = header;
  const records: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    records.push(emptyRecord(index === count - 1 ? lastOffsetDelta : index, reason));
  }
  return Buffer.concat(records);
}

function headerBefore(compressed: Buffer): { count: number; lastOffsetDelta: number } | undefined {
  if (compressed.byteOffset < BACK_TO.magic) return undefined;
  const start = compressed.byteOffset - BACK_TO.magic;
  const header = Buffer.from(compressed.buffer, start, BACK_TO.magic);
  const count = header.readInt32BE(BACK_TO.magic - BACK_TO.count);
  const lastOffsetDelta = header.readInt32BE(BACK_TO.magic - BACK_TO.lastOffsetDelta);
  const plausible = header[0] === 2 && count > 0 && count <= lastOffsetDelta + 1;
  return plausible && count <= MAX_RECORDS ? { count, lastOffsetDelta } : undefined;
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
