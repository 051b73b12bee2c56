import kafkajs from 'kafkajs';
import { gzipCodec } from './gzip-codec.js';
import { type KafkaCodec } from './kafka-codec.js';
import { lz4Codec } from './lz4-codec.js';
import { snappyCodec } from './snappy-codec.js';
import { zstdCodec } from './zstd-codec.js';

const { CompressionTypes } = kafkajs;

export interface NamedCodec extends KafkaCodec {
  readonly name: string;
}

const uncompressed: KafkaCodec = {
  compress: ({ buffer }) => Promise.resolve(buffer),
  decompress: (records) => Promise.resolve(records),
};

/** There is none yet, or the byte that names it is broken. */
const unknown: KafkaCodec = {
  compress: () => Promise.reject(new Error('there is no such codec')),
  decompress: () => Promise.reject(new Error('this client does not know the codec')),
};

/** By the number that a record batch names them with. */
const CODECS: ReadonlyMap<number, NamedCodec> = new Map([
  [CompressionTypes.None, { name: 'uncompressed', ...uncompressed }],
  [CompressionTypes.GZIP, { name: 'gzip', ...gzipCodec }],
  [CompressionTypes.Snappy, { name: 'snappy', ...snappyCodec }],
  [CompressionTypes.LZ4, { name: 'lz4', ...lz4Codec }],
  [CompressionTypes.ZSTD, { name: 'zstd', ...zstdCodec }],
]);

/** What compresses and decompresses the records of a batch. */
export function codecOf(type: number): NamedCodec {
  return CODECS.get(type) ?? { name: `codec ${type}`, ...unknown };
}

/** Types that producers may ask for and that kafkajs does not know by itself. */
export const COMPRESSING_TYPES = [
  CompressionTypes.GZIP,
  CompressionTypes.Snappy,
  CompressionTypes.LZ4,
  CompressionTypes.ZSTD,
] as const;
