import kafkajs from 'kafkajs';
import { messageOf } from '../message-of.js';
import { gzipCodec } from './gzip-codec.js';
import { type KafkaCodec } from './kafka-codec.js';
import { lz4Codec } from './lz4-codec.js';
import { snappyCodec } from './snappy-codec.js';
import { undecodableRecords } from './undecodable-records.js';
import { zstdCodec } from './zstd-codec.js';

const { CompressionCodecs, CompressionTypes } = kafkajs;

const CODECS = [
  ['gzip', CompressionTypes.GZIP, gzipCodec],
  ['snappy', CompressionTypes.Snappy, snappyCodec],
  ['lz4', CompressionTypes.LZ4, lz4Codec],
  ['zstd', CompressionTypes.ZSTD, zstdCodec],
] as const;

/** kafkajs knows gzip only and crashes the consumer on the other three; its table of codecs is global. */
export function registerCodecs(): void {
  const table = CompressionCodecs as Record<number, () => KafkaCodec>;
  for (const [name, type, codec] of CODECS) {
    const tolerant = { compress: codec.compress, decompress: tolerantly(name, codec) };
    table[type] = () => tolerant;
  }
}

const tolerantly =
  (name: string, codec: KafkaCodec) =>
  async (compressed: Buffer): Promise<Buffer> => {
    try {
      return await codec.decompress(compressed);
    } catch (error) {
      const reason = `${name}: ${messageOf(error)}`;
      const records = undecodableRecords(compressed, reason);
      if (records === undefined) throw error;
      return records;
    }
  };
