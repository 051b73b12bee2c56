import { createHash } from 'node:crypto';
import { logTails } from '../queries/log-tails.js';
import { snapshotTails } from '../queries/snapshot-tails.js';
import { type Store } from '../store.js';

/** The end of one stored partition. */
export interface LogTail {
  readonly topic: string;
  readonly partition: number;
  /** The first offset not in it. */
  readonly tail: number;
  /** `cityHash64(topic, partition)` in decimal: names the partition in a filter without its text. */
  readonly placeHash: string;
}

/**
 * How far the stored log reached at one instant, exactly: an end for every partition. Ingest stores each
 * partition in the order of its offsets, so a line was stored by then if and only if it lies before the end
 * of its partition; append times would not tell, since a partition that lags stores old ones later.
 */
export interface LogSnapshot {
  /** The same ends have the same name: 16 hexadecimal digits of a SHA-256. */
  readonly name: string;
  readonly tails: readonly LogTail[];
}

/** The snapshot of this instant. */
export async function takeSnapshot(store: Store): Promise<LogSnapshot> {
  return snapshotOf(await store.query<LogTail>(logTails));
}

/** A snapshot that a cycle recorded; null where there is none of that name. */
export async function recordedSnapshot(store: Store, name: string): Promise<LogSnapshot | null> {
  const tails = await store.query<LogTail>(snapshotTails, { snapshot: name });
  return tails.length === 0 ? null : { name, tails };
}

function snapshotOf(tails: readonly LogTail[]): LogSnapshot {
  const ends = tails.map(({ topic, partition, tail }) => [topic, partition, tail]);
  const name = createHash('sha256').update(JSON.stringify(ends)).digest('hex').slice(0, 16);
  return { name, tails };
}
