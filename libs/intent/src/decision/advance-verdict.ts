import { type Action } from './action.js';
import { type Judgement } from './judgement.js';
import { actionFor, type Policy } from './policy.js';
import { type Phase, type VerdictState } from './verdict-state.js';

/** The next state of a key, and whether consumers have to hear of it. */
export interface Transition {
  readonly state: VerdictState;
  readonly change: 'none' | 'condemned' | 'renewed' | 'changed' | 'lifted';
}

const SUSPECT_AT = 50;

/**
 * One step of the verdict state machine: observe → suspect → condemn → (renew | lift).
 *
 * A verdict is lifted at once when people turn out to share the address, or its operator is verified. Else a
 * condemned visitor stays condemned until its risk falls below the release level (hysteresis) or the
 * verdict expires without new behaviour. A verdict is renewed only once half its time has passed, so a
 * steady attacker costs two messages per expiry, not one per cycle. Pure: `now` is the cycle's as-of.
 */
export function advanceVerdict(
  previous: VerdictState | null,
  judgement: Judgement,
  now: number,
  policy: Policy,
): Transition {
  const action = actionFor(judgement, policy);
  const condemns = enforced.has(action);
  if (previous?.phase === 'condemned') {
    const dangerous = condemns || judgement.score >= policy.releaseBelow * 100;
    if (isSpared(judgement) || !dangerous) return lift(previous, now);
    return keep(previous, judgement, condemns ? action : previous.action, now, policy);
  }
  if (condemns) return condemn(previous, judgement, action, now, policy);
  return rest(previous, judgement, action, now);
}

/** Actions that a visitor feels. */
const enforced: ReadonlySet<Action> = new Set(['throttle', 'challenge', 'block']);

function isSpared({ peopleSharing, nature }: Judgement): boolean {
  return peopleSharing > 0 || nature === 'verified_bot';
}

/** The step of a key that was not judged in this cycle: it only expires. */
export function expireVerdict(previous: VerdictState, now: number): Transition {
  const expired =
    previous.phase === 'condemned' && previous.expiresAt !== null && previous.expiresAt <= now;
  return expired ? lift(previous, now) : { state: previous, change: 'none' };
}

function condemn(
  previous: VerdictState | null,
  judgement: Judgement,
  action: Action,
  now: number,
  policy: Policy,
): Transition {
  const offences = (previous?.offences ?? 0) + 1;
  const state: VerdictState = {
    ...stateOf(judgement, 'condemned', action),
    revision: (previous?.revision ?? 0) + 1,
    offences,
    since: now,
    expiresAt: now + lifetime(offences, policy),
  };
  return { state, change: 'condemned' };
}

function keep(
  previous: VerdictState,
  judgement: Judgement,
  action: Action,
  now: number,
  policy: Policy,
): Transition {
  const total = lifetime(previous.offences, policy);
  const halfway = (previous.expiresAt ?? now) - now <= total / 2;
  const malicious = judgement.intent.stance === 'malicious';
  const intent = malicious ? judgement.intent : previous.intent;
  const worsened = action !== previous.action || intent.class !== previous.intent.class;
  if (!worsened && !(halfway && malicious)) return { state: previous, change: 'none' };
  const state: VerdictState = {
    ...previous,
    action,
    intent,
    score: judgement.score,
    revision: previous.revision + 1,
    expiresAt: malicious ? now + total : previous.expiresAt,
  };
  return { state, change: worsened ? 'changed' : 'renewed' };
}

function lift(previous: VerdictState, now: number): Transition {
  const state: VerdictState = {
    ...previous,
    phase: 'lifted',
    action: 'allow',
    revision: previous.revision + 1,
    since: now,
    expiresAt: null,
  };
  return { state, change: 'lifted' };
}

function rest(
  previous: VerdictState | null,
  judgement: Judgement,
  action: Action,
  now: number,
): Transition {
  const phase: Phase = judgement.score >= SUSPECT_AT ? 'suspected' : 'observed';
  const state: VerdictState = {
    ...stateOf(judgement, phase, action),
    revision: previous?.revision ?? 0,
    offences: previous?.offences ?? 0,
    since: previous?.phase === phase ? previous.since : now,
    expiresAt: null,
  };
  return { state, change: 'none' };
}

function stateOf(
  judgement: Judgement,
  phase: Phase,
  action: Action,
): Pick<VerdictState, 'keyType' | 'key' | 'phase' | 'action' | 'intent' | 'score'> {
  const { keyType, key, intent, score } = judgement;
  return { keyType, key, phase, action, intent, score };
}

function lifetime(offences: number, policy: Policy): number {
  return Math.min(policy.longestExpiryMs, policy.firstExpiryMs * 2 ** (offences - 1));
}
