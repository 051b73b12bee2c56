import { Decompress } from 'fzstd';
import { type KafkaCodec, MAX_DECOMPRESSED_BYTES } from './kafka-codec.js';

/** Reads only: nothing of ours writes zstd, and Node has an encoder from 22.15 on only. */
export const zstdCodec: KafkaCodec = {
  compress: () => Promise.reject(new Error('zstd can be read but not written: use lz4 or gzip')),
  decompress: (compressed) => Promise.resolve().then(() => decompress(compressed)),
};

function decompress(compressed: Buffer): Buffer {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const stream = new Decompress((part) => {
    bytes += part.length;
    if (bytes > MAX_DECOMPRESSED_BYTES) throw new Error('zstd: more than fits into memory');
    parts.push(part);
  });
  stream.push(compressed, true);
  return Buffer.concat(parts, bytes);
}
