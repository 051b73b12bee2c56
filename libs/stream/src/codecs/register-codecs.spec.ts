import { describe, expect, it } from '@jest/globals';
import { crc32c } from '@node-rs/crc32';
import kafkajs from 'kafkajs';
import { type KafkaCodec } from './kafka-codec.js';
import { registerCodecs } from './register-codecs.js';

const CRC_AT = 17;
const CHECKED_FROM = 21;
const RECORDS_FROM = 61;

/** A record batch with two records' bytes in a fetch response, its checksum right; the view begins at the records. */
function fetched(content: string): { batch: Buffer; records: Buffer } {
  const response = Buffer.concat([Buffer.alloc(100 + RECORDS_FROM), Buffer.from(content)]);
  const batch = response.subarray(100);
  batch.writeInt8(2, 16);
  batch.writeInt32BE(1, 23);
  batch.writeInt32BE(2, 57);
  batch.writeUInt32BE(crc32c(batch.subarray(CHECKED_FROM)), CRC_AT);
  return { batch, records: batch.subarray(RECORDS_FROM) };
}

describe('registerCodecs', () => {
  registerCodecs();
  const table = kafkajs.CompressionCodecs as unknown as Record<number, () => KafkaCodec>;
  const decompress = async (type: number, records: Buffer): Promise<string> =>
    ((await table[type]?.().decompress(records)) ?? Buffer.alloc(0)).toString('latin1');

  it('passes what matches its checksum', async () => {
    expect(await decompress(0, fetched('as it was written').records)).toBe('as it was written');
  });

  it('puts a placeholder for each record of a batch that does not', async () => {
    const { batch, records } = fetched('as it was written');
    batch[RECORDS_FROM + 3] = 0;
    const placeholders = await decompress(0, records);
    expect(placeholders.match(/does not match its checksum/g)).toHaveLength(2);
  });

  it('does not take an unknown codec for none', async () => {
    const placeholders = await decompress(7, fetched('whatever it is').records);
    expect(placeholders.match(/codec 7: this client does not know the codec/g)).toHaveLength(2);
  });
});
