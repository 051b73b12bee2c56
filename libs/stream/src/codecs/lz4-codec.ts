import { compressFrame, decompressFrame } from 'lz4-napi';
import { type KafkaCodec } from './kafka-codec.js';

/** Kafka uses the LZ4 frame format with independent blocks. */
export const lz4Codec: KafkaCodec = {
  compress: ({ buffer }) => compressFrame(buffer),
  decompress: (compressed) => decompressFrame(compressed),
};
