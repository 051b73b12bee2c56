import { createHash } from 'node:crypto';
import { encodeVerdict, verdictKey } from '#libs/enforcement';
import { type Policy, type VerdictState } from '#libs/intent';
import { type VerdictRow } from '#libs/store';
import { type BookedTransition } from './verdict-book.js';

/** What every verdict of one cycle has in common. Times in milliseconds since the epoch. */
export interface CycleContext {
  readonly tenant: string;
  readonly asOf: number;
  readonly windowFrom: number;
  readonly query: string;
  readonly policy: Policy;
  /** Sequence number of the first verdict. */
  readonly firstSequence: number;
}

/** The outbox rows of the steps that consumers have to hear of, numbered in order. */
export function verdictRows(
  steps: readonly BookedTransition[],
  context: CycleContext,
): readonly VerdictRow[] {
  return steps
    .filter(({ change }) => change !== 'none')
    .map((step, i) => verdictRow(step, context.firstSequence + i, context));
}

function verdictRow(
  { state, change, judgement }: BookedTransition,
  sequence: number,
  context: CycleContext,
): VerdictRow {
  const messageKey = verdictKey(context.tenant, state.keyType, state.key);
  const verdictId = verdictIdOf(messageKey, state.revision, context.asOf);
  const message =
    change === 'lifted' || judgement === null
      ? liftedMessage(state, verdictId, context)
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

function liftedMessage(state: VerdictState, verdictId: string, context: CycleContext): object {
  return {
    schema_version: '1.0',
    verdict_id: verdictId,
    revision: state.revision,
    tenant: context.tenant,
    subject: { type: state.keyType, value: state.key },
    action: 'allow',
    lifted: true,
    issued_at: new Date(context.asOf).toISOString(),
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
