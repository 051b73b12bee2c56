import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { LogFileError } from './log-file-error.js';
import { openLog } from './open-log.js';

/** A log file with what it is known by. */
export interface LogFile {
  readonly path: string;
  /** `file:` and the first 16 hex digits of the SHA-256 of the decompressed content. */
  readonly topic: string;
  /** Bytes on the disk. */
  readonly size: number;
}

/**
 * Reads a log to its end and names it after its content, so that the same log is the same topic under
 * any name, in any folder, compressed or not: what is stored of it is not stored again, and a run that
 * was broken off goes on where it stopped. A log that has grown since is another log: give whole,
 * rotated files. Damage shows here, before anything is stored.
 *
 * @throws LogFileError
 */
export async function identifyLog(path: string): Promise<LogFile> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new Error('it is not a regular file; name a log file');
    const hash = createHash('sha256');
    const { bytes } = await openLog(path, stats.size);
    for await (const chunk of bytes) hash.update(chunk as Buffer);
    return { path, topic: `file:${hash.digest('hex').slice(0, 16)}`, size: stats.size };
  } catch (error) {
    throw new LogFileError(path, error);
  }
}
