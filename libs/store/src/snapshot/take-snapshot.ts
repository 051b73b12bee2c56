import { createHash } from 'node:crypto';
import { logTails } from '../queries/log-tails.js';
import { lastVerdict, snapshotContext, snapshotTails } from '../queries/snapshot-tails.js';
import { type Store } from '../store.js';
import { type LogSnapshot, type LogTail } from './log-snapshot.js';

/** The snapshot of this instant. `ownStatuses` mark answers that WAFs of the estate give for us. */
export async function takeSnapshot(
  store: Store,
  ownStatuses: readonly number[] = [],
): Promise<LogSnapshot> {
  const [last] = await store.query<{ verdicts: number }>(lastVerdict);
  const tails = await store.query<LogTail>(logTails);
  return named({ tails, verdicts: last?.verdicts ?? 0, ownStatuses });
}

/** A snapshot that a cycle recorded; null where there is none of that name. */
export async function recordedSnapshot(store: Store, name: string): Promise<LogSnapshot | null> {
  const tails = await store.query<LogTail>(snapshotTails, { snapshot: name });
  const [context] = await store.query<Pick<LogSnapshot, 'verdicts' | 'ownStatuses'>>(
    snapshotContext,
    { snapshot: name },
  );
  return context === undefined ? null : { name, tails, ...context };
}

function named(contents: Omit<LogSnapshot, 'name'>): LogSnapshot {
  const { tails, verdicts, ownStatuses } = contents;
  const ends = tails.map(({ topic, partition, tail }) => [topic, partition, tail]);
  const all = JSON.stringify([ends, verdicts, ownStatuses]);
  const name = createHash('sha256').update(all).digest('hex').slice(0, 16);
  return { name, ...contents };
}
