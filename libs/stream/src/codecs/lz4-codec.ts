import { compressFrame, decompressFrameSync } from 'lz4-napi';
import { type KafkaCodec } from './kafka-codec.js';

/** Kafka uses the LZ4 frame format with independent blocks. A batch takes less than a millisecond, and another thread its own memory. */
export const lz4Codec: KafkaCodec = {
  compress: ({ buffer }) => compressFrame(buffer),
  decompress: (compressed) => Promise.resolve().then(() => decompressFrameSync(compressed)),
};
