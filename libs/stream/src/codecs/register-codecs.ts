import { crc32c } from '@node-rs/crc32';
import kafkajs from 'kafkajs';
import { messageOf } from '../message-of.js';
import { gzipCodec } from './gzip-codec.js';
import { type KafkaCodec } from './kafka-codec.js';
import { lz4Codec } from './lz4-codec.js';
import { recordBatchOf } from './record-batch.js';
import { snappyCodec } from './snappy-codec.js';
import { undecodableRecords } from './undecodable-records.js';
import { zstdCodec } from './zstd-codec.js';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** What kafkajs then asks us, too, so that the checksums of batches that are not compressed are looked at. */
const identity: KafkaCodec = {
  compress: ({ buffer }) => Promise.resolve(buffer),
  decompress: (records) => Promise.resolve(records),
};

/** There is none yet, or the byte that names it is broken. kafkajs would take the records for uncompressed ones. */
const unknownCodec: KafkaCodec = {
  compress: () => Promise.reject(new Error('there is no such codec')),
  decompress: () => Promise.reject(new Error('this client does not know the codec')),
};

const CODECS = [
  ['uncompressed', CompressionTypes.None, identity],
  ['gzip', CompressionTypes.GZIP, gzipCodec],
  ['snappy', CompressionTypes.Snappy, snappyCodec],
  ['lz4', CompressionTypes.LZ4, lz4Codec],
  ['zstd', CompressionTypes.ZSTD, zstdCodec],
  ['codec 5', 5, unknownCodec],
  ['codec 6', 6, unknownCodec],
  ['codec 7', 7, unknownCodec],
] as const;

/**
 * Replaces kafkajs's table of codecs, which is global: it knows gzip only and crashes the consumer on the other three. Each
 * fetched batch is held against its checksum first, which kafkajs does not do; what fails, or cannot be decompressed,
 * comes as records without value that say why.
 */
export function registerCodecs(): void {
  const table = CompressionCodecs as Record<number, () => KafkaCodec>;
  for (const [name, type, codec] of CODECS) {
    const tolerant = { compress: codec.compress, decompress: tolerantly(name, codec) };
    table[type] = () => tolerant;
  }
}

const tolerantly =
  (name: string, codec: KafkaCodec) =>
  async (records: Buffer): Promise<Buffer> => {
    try {
      refuseDamaged(records);
      return await codec.decompress(records);
    } catch (error) {
      const reason = `${name}: ${messageOf(error)}`;
      const placeholders = undecodableRecords(records, reason);
      if (placeholders === undefined) throw error;
      return placeholders;
    }
  };

function refuseDamaged(records: Buffer): void {
  const batch = recordBatchOf(records);
  if (batch === undefined || crc32c(batch.checked) === batch.crc) return;
  throw new Error('the record batch does not match its checksum');
}
