import { compress, uncompress } from 'snappy';
import { type KafkaCodec } from './kafka-codec.js';

/** Java clients wrap snappy blocks into the frame of snappy-java ("xerial"): magic, two versions, then length and block in turn. */
const MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const HEADER_BYTES = MAGIC.length + 8;
const BLOCK_BYTES = 32 * 1024;

export const snappyCodec: KafkaCodec = {
  compress: async ({ buffer }) => {
    const header = Buffer.alloc(HEADER_BYTES);
    MAGIC.copy(header);
    header.writeInt32BE(1, MAGIC.length);
    header.writeInt32BE(1, MAGIC.length + 4);
    const parts: Buffer[] = [header];
    for (let start = 0; start < buffer.length; start += BLOCK_BYTES) {
      const block = await compress(buffer.subarray(start, start + BLOCK_BYTES));
      const length = Buffer.alloc(4);
      length.writeInt32BE(block.length);
      parts.push(length, block);
    }
    return Buffer.concat(parts);
  },
  decompress: async (compressed) => {
    const blocks = hasFrame(compressed) ? blocksOf(compressed) : [compressed];
    const parts = await Promise.all(blocks.map((block) => uncompress(block, { asBuffer: true })));
    return Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
    );
  },
};

const hasFrame = (compressed: Buffer): boolean =>
  compressed.subarray(0, MAGIC.length).equals(MAGIC);

function blocksOf(compressed: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  let position = HEADER_BYTES;
  while (position < compressed.length) {
    const length = compressed.readInt32BE(position);
    const block = compressed.subarray(position + 4, position + 4 + length);
    if (length <= 0 || block.length !== length) throw new Error('snappy: a block is cut short');
    blocks.push(block);
    position += 4 + length;
  }
  return blocks;
}
