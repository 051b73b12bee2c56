/** One frame of a zstd stream, found by its headers without decompressing anything (RFC 8878). */
export interface ZstdFrame {
  readonly start: number;
  readonly end: number;
  /** False for a skippable frame, which holds nothing of the content. */
  readonly isContent: boolean;
  /** Size of the content where the frame says it, else null. */
  readonly contentSize: number | null;
  /** How far back a match may reach, which is memory the decoder keeps. */
  readonly windowSize: number;
  readonly blocks: number;
}

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const RLE_BLOCK = 1;

const SINGLE_SEGMENT = 0x20;

/** The flag has the value of the checksum's length. */
const CHECKSUM = 4;

/** The frame that begins at a position; null where there is none, or not all of it. */
export function zstdFrameAt(bytes: Buffer, start: number): ZstdFrame | null {
  if (start + 9 > bytes.length) return null;
  const magic = bytes.readUInt32LE(start);
  if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) return skippableFrame(bytes, start);
  return magic === MAGIC ? contentFrame(bytes, start) : null;
}

function skippableFrame(bytes: Buffer, start: number): ZstdFrame | null {
  const end = start + 8 + bytes.readUInt32LE(start + 4);
  if (end > bytes.length) return null;
  return { start, end, isContent: false, contentSize: 0, windowSize: 0, blocks: 0 };
}

function contentFrame(bytes: Buffer, start: number): ZstdFrame | null {
  const flags = bytes[start + 4] ?? 0;
  const isSingleSegment = (flags & SINGLE_SEGMENT) !== 0;
  const window = isSingleSegment ? 0 : windowOf(bytes.readUInt8(start + 5));
  const sizeAt = start + (isSingleSegment ? 5 : 6) + dictionaryIdBytes(flags & 3);
  const sizeBytes = flags >> 6 === 0 ? Number(isSingleSegment) : 2 ** (flags >> 6);
  if (sizeAt + sizeBytes > bytes.length) return null;
  const contentSize = contentSizeAt(bytes, sizeAt, sizeBytes);
  const walked = walkBlocks(bytes, sizeAt + sizeBytes);
  if (walked === null) return null;
  const end = walked.end + (flags & CHECKSUM);
  if (end > bytes.length) return null;
  const windowSize = isSingleSegment ? (contentSize ?? 0) : window;
  return { start, end, isContent: true, contentSize, windowSize, blocks: walked.blocks };
}

function dictionaryIdBytes(flag: number): number {
  return flag === 3 ? 4 : flag;
}

function contentSizeAt(bytes: Buffer, at: number, length: number): number | null {
  if (length === 0) return null;
  if (length === 8) return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
  return bytes.readUIntLE(at, length) + (length === 2 ? 256 : 0);
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function walkBlocks(bytes: Buffer, start: number): { end: number; blocks: number } | null {
  let at = start;
  for (let blocks = 1; at + 3 <= bytes.length; blocks++) {
    const header = bytes.readUIntLE(at, 3);
    at += 3 + (((header >> 1) & 3) === RLE_BLOCK ? 1 : header >> 3);
    if ((header & 1) === 1) return { end: at, blocks };
  }
  return null;
}
