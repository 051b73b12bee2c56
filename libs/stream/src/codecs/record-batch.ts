/**
 * Where the fields of a record batch (format v2) lie, counted back from its first record, compressed or not.
 * https://kafka.apache.org/documentation/#recordbatch
 */
const BACK_TO = { magic: 45, crc: 44, attributes: 40, lastOffsetDelta: 38, count: 4 } as const;

export interface RecordBatch {
  /** Records in it, as its header says. */
  count: number;
  lastOffsetDelta: number;
  /** CRC-32C as the header says. */
  crc: number;
  /** What the checksum is of: everything after it. */
  checked: Buffer;
}

/**
 * The batch that these records belong to. kafkajs hands a codec nothing but the records' bytes; they are a view into the fetch
 * response, where the batch's header stands right before them.
 * @returns undefined when what stands there is no such header
 */
export function recordBatchOf(records: Buffer): RecordBatch | undefined {
  if (records.byteOffset < BACK_TO.magic) return undefined;
  const start = records.byteOffset - BACK_TO.magic;
  const header = Buffer.from(records.buffer, start, BACK_TO.magic);
  if (header[0] !== 2) return undefined;
  const at = (field: keyof typeof BACK_TO): number => BACK_TO.magic - BACK_TO[field];
  return {
    count: header.readInt32BE(at('count')),
    lastOffsetDelta: header.readInt32BE(at('lastOffsetDelta')),
    crc: header.readUInt32BE(at('crc')),
    checked: Buffer.from(
      records.buffer,
      start + at('attributes'),
      BACK_TO.attributes + records.length,
    ),
  };
}
