import { createHash } from 'node:crypto';
import { encodeLifted, encodeVerdict, verdictKey } from '#libs/enforcement';
import { type Policy } from '#libs/intent';
import { type VerdictRow } from '#libs/store';
import { type TracedTransition } from './trace-changes.js';

/** What every verdict of one cycle has in common. Times in milliseconds since the epoch. */
export interface CycleContext {
  readonly tenant: string;
  readonly asOf: number;
  readonly windowFrom: number;
  /** Name and version of the query that counted the features, and of the weights that judged. */
  readonly query: string;
  readonly model: string;
  /** Name of the log snapshot. */
  readonly snapshot: string;
  readonly policy: Policy;
  /** Sequence number of the first verdict. */
  readonly firstSequence: number;
}

/** The outbox rows of the changes that consumers have to hear of, numbered in order. */
export function verdictRows(
  changes: readonly TracedTransition[],
  context: CycleContext,
): readonly VerdictRow[] {
  return changes.map((change, i) => verdictRow(change, context.firstSequence + i, context));
}

function verdictRow(
  { state, change, judgement, circumstances, supersedes }: TracedTransition,
  sequence: number,
  cycle: CycleContext,
): VerdictRow {
  const blastRadius = circumstances?.blastRadius ?? null;
  const context = { ...cycle, blastRadius, ...(supersedes !== undefined && { supersedes }) };
  const messageKey = verdictKey(context.tenant, state.keyType, state.key);
  const verdictId = verdictIdOf(messageKey, state.revision, context.asOf);
  const message =
    change === 'lifted' || judgement === null
      ? encodeLifted(state, judgement, { ...context, verdictId })
      : encodeVerdict(state, judgement, { ...context, verdictId });
  return {
    sequence,
    verdictId,
    change,
    state,
    judgement,
    messageKey,
    message: JSON.stringify(message),
  };
}

/**
 * A verdict's id: a version 8 UUID from key, revision and cycle, so that judging a cycle again gives
 * the same ids.
 */
function verdictIdOf(messageKey: string, revision: number, asOf: number): string {
  const hash = createHash('sha256').update(`${messageKey} ${revision} ${asOf}`).digest('hex');
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
