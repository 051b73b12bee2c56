import { createHash } from 'node:crypto';
import { logTails } from '../queries/log-tails.js';
import { snapshotTails } from '../queries/snapshot-tails.js';
import { type Store } from '../store.js';
import { type LogSnapshot, type LogTail } from './log-snapshot.js';

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
