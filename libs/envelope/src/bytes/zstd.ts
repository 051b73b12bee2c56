import { Decompress as ZstdStream, decompress as decompressFrame } from 'fzstd';
import { type Decompress, TooMuchOutput } from './decompressed.js';
import { type ZstdFrame, zstdFrameAt } from './zstd-frame.js';

/** Largest window a frame may ask for: 8 MiB is what RFC 8878 advises decoders to support. */
const LARGEST_WINDOW = 8 * 1024 * 1024;

/**
 * Bytes the decoder may move where a frame does not say its size: it moves its whole window once for each
 * block. 128 MiB in blocks of 128 KiB with the 4 MiB window of level 9 come to this.
 */
const MOST_MOVED = 4 * 1024 ** 3;

/** zstd frames one after the other, as fzstd reads them, within memory and time known beforehand. */
export const unzstd: Decompress = (compressed, most) => {
  const bytes = Buffer.from(compressed.buffer, compressed.byteOffset, compressed.length);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const frame = zstdFrameAt(bytes, at);
    if (frame === null) throw new Error('zstd: a frame is damaged or cut short');
    if (frame.isContent) {
      const part = contentOf(bytes, frame, most - length);
      parts.push(part);
      length += part.length;
    }
    at = frame.end;
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, length);
};

function contentOf(bytes: Buffer, frame: ZstdFrame, most: number): Uint8Array {
  const compressed = bytes.subarray(frame.start, frame.end);
  if ((frame.contentSize ?? 0) > most) throw new TooMuchOutput();
  // With its size known a frame is read in one piece, without a window; fzstd takes 0 for unknown.
  if (frame.contentSize !== null && frame.contentSize > 0) return decompressFrame(compressed);
  if (frame.windowSize > LARGEST_WINDOW) throw new TooMuchOutput();
  if (frame.windowSize * frame.blocks > MOST_MOVED) throw new TooMuchOutput();
  return streamed(compressed, most);
}

function streamed(compressed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new ZstdStream((part) => {
    length += part.length;
    if (length > most) throw new TooMuchOutput();
    parts.push(part);
  });
  stream.push(compressed, true);
  return Buffer.concat(parts, length);
}
