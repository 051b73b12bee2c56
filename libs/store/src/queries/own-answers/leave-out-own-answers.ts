import { type LogSnapshot } from '../../snapshot/log-snapshot.js';
import { type Store } from '../../store.js';
import { ownAnswersCondition } from './own-answers-condition.js';
import { firstInForce, spansInForce } from './spans-in-force.js';

/** What is looked at. */
export interface OwnAnswersOptions {
  readonly snapshot: LogSnapshot;
  /** Of verdicts that ended before, nothing is left out; milliseconds since the epoch. */
  readonly from: number;
  /** Whether this is the cycle: it notes the spans once, in `enforcement_spans`, for its many statements. */
  readonly isCycle?: boolean;
}

/**
 * The same store, to which answers that our own verdicts caused do not exist, whatever reads the log: they say what we did, not what
 * the visitor did. A function of the snapshot. Costs one short look where no verdict was in force.
 */
export async function leaveOutOwnAnswers(
  store: Store,
  { snapshot, from, isCycle = false }: OwnAnswersOptions,
): Promise<Store> {
  const { verdicts: last, ownStatuses } = snapshot;
  const [row] = await store.query<{ first: number }>(firstInForce, { from, last });
  const first = row?.first ?? 0;
  const spans = first === 0 ? null : spansInForce({ database: store.database, from, first, last });
  const source = isCycle && spans !== null ? await noted(store, spans) : spans;
  const condition = ownAnswersCondition(source, ownStatuses);
  return condition === null ? store : store.keepingTo(condition);
}

async function noted(store: Store, spans: string): Promise<string> {
  await store.command('TRUNCATE TABLE enforcement_spans');
  await store.command(`INSERT INTO enforcement_spans (key, spans) ${spans}`);
  return `SELECT key, spans FROM \`${store.database}\`.enforcement_spans`;
}
