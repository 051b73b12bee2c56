import { verdictKey } from '#libs/enforcement';
import { expectedPeople, type HoldReason } from '#libs/intent';
import { clickHouseTime } from '#libs/store';
import { type BookedTransition } from '../verdicts/verdict-book.js';

/** A row of `held_verdicts`. */
export function heldRow(
  { change: step, reason }: { readonly change: BookedTransition; readonly reason: HoldReason },
  { asOf, tenant, now }: { readonly asOf: number; readonly tenant: string; readonly now: number },
): Record<string, unknown> {
  const { state, change, judgement } = step;
  return {
    held_at: clickHouseTime(asOf),
    computed_at: clickHouseTime(Math.max(0, now)),
    key_type: state.keyType,
    key: state.key,
    message_key: verdictKey(tenant, state.keyType, state.key),
    change,
    revision: state.revision,
    action: state.action,
    class: state.intent.class ?? '',
    score: state.score,
    confidence: judgement?.confidence ?? 0,
    people: expectedPeople(step),
    reason,
    expires_at: state.expiresAt === null ? null : clickHouseTime(state.expiresAt),
    state: JSON.stringify(state),
    judgement: judgement === null ? '' : JSON.stringify(judgement),
  };
}
