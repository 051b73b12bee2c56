import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export interface OpenLog {
  /** The log's bytes, decompressed. */
  readonly bytes: Readable;
  /** Bytes read from the file so far, as they lie on the disk. */
  bytesRead(): number;
}

const CHUNK_BYTES = 1_048_576;
/** RFC 1952, section 2.3.1. */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Opens a log, plain or gzip, told by its first two bytes and not by its name; several gzip members in
 * a row are one log. Reads the first `size` bytes only, so that a file which grows meanwhile is the same
 * at every reading.
 */
export async function openLog(path: string, size: number): Promise<OpenLog> {
  const file = createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    end: Math.max(0, size - 1),
  });
  const bytesRead = (): number => file.bytesRead;
  if (!(await isGzip(path))) return { bytes: file, bytesRead };
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // An error of either destroys both; whoever iterates sees it.
  pipeline(file, gunzip, () => undefined);
  return { bytes: gunzip, bytesRead };
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(GZIP_MAGIC.length));
    return bytesRead === GZIP_MAGIC.length && buffer.equals(GZIP_MAGIC);
  } finally {
    await file.close();
  }
}
