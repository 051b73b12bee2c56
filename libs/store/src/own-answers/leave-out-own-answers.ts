import { type LogSnapshot } from '../snapshot/log-snapshot.js';
import { type Store } from '../store.js';
import { enforcedMoments, firstEnforced } from './enforced-moments.js';
import { ownAnswersCondition } from './own-answers-condition.js';

/** What is looked at. Times in milliseconds since the epoch. */
export interface OwnAnswersOptions {
  readonly snapshot: LogSnapshot;
  /** Answers given in `[from, to)` are left out. */
  readonly from: number;
  readonly to: number;
  /** Whether this is the cycle: it keeps the moments in `enforced_moments`, once for its many statements. */
  readonly isCycle?: boolean;
}

/**
 * The same store, to which answers that our own verdicts caused do not exist, whatever reads the log: they say what we did, not what
 * the visitor did. A function of the snapshot. Costs one short look where no verdict was in force.
 */
export async function leaveOutOwnAnswers(
  store: Store,
  { snapshot, from, to, isCycle = false }: OwnAnswersOptions,
): Promise<Store> {
  const { verdicts: last, ownStatuses } = snapshot;
  const [row] = await store.query<FirstEnforced>(firstEnforced, { from, last });
  const { first, keyTypes } = row ?? NOBODY;
  const sql = enforcedMoments({ database: store.database, from, to, first, last });
  const moments = first > 0 && isCycle ? await kept(store, sql) : `(${sql})`;
  const condition = ownAnswersCondition(first > 0 ? { moments, keyTypes } : null, ownStatuses);
  return condition === null ? store : store.keepingTo(condition);
}

interface FirstEnforced {
  readonly first: number;
  readonly keyTypes: readonly string[];
}

const NOBODY: FirstEnforced = { first: 0, keyTypes: [] };

async function kept(store: Store, moments: string): Promise<string> {
  await store.command('TRUNCATE TABLE enforced_moments');
  await store.command(`INSERT INTO enforced_moments (moment) ${moments}`);
  return `\`${store.database}\`.enforced_moments`;
}
