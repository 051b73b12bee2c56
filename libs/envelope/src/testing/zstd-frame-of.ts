const BLOCK_BYTES = 128 * 1024;
const RAW_BLOCK = 0;
const RLE_BLOCK = 1;

/** A zstd frame that holds its content uncompressed, for no encoder is at hand. */
export function zstdFrameOf(content: Uint8Array): Buffer {
  const parts: Buffer[] = [header(content.length)];
  for (let start = 0; start === 0 || start < content.length; start += BLOCK_BYTES) {
    const block = content.subarray(start, start + BLOCK_BYTES);
    const isLast = start + BLOCK_BYTES >= content.length;
    parts.push(blockHeader(RAW_BLOCK, block.length, isLast), Buffer.from(block));
  }
  return Buffer.concat(parts);
}

/** A frame of blocks that repeat one byte: four bytes for up to 2 MiB each, the size not said beforehand. */
export function zstdBomb(blocks: number, windowDescriptor: number): Buffer {
  const parts: Buffer[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, windowDescriptor])];
  for (let block = 1; block <= blocks; block++) {
    parts.push(blockHeader(RLE_BLOCK, BLOCK_BYTES, block === blocks), Buffer.from([0x61]));
  }
  return Buffer.concat(parts);
}

/** A single segment with its size in four bytes. */
function header(size: number): Buffer {
  const bytes = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0]);
  bytes.writeUInt32LE(size, 5);
  return bytes;
}

function blockHeader(type: number, size: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntLE((size << 3) | (type << 1) | Number(isLast), 0, 3);
  return bytes;
}
