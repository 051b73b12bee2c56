import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type KafkaCodec, MAX_DECOMPRESSED_BYTES } from './kafka-codec.js';

const deflate = promisify(gzip);
const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** In place of kafkajs's own codec, which has no limit. */
export const gzipCodec: KafkaCodec = {
  compress: ({ buffer }) => deflate(buffer),
  decompress: (compressed) => inflate(compressed, { maxOutputLength: MAX_DECOMPRESSED_BYTES }),
};
