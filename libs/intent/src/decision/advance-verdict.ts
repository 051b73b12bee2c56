import { allowedBy } from '../policy/allowed-by.js';
import { type Circumstances } from '../policy/circumstances.js';
import { decideAction } from '../policy/decide-action.js';
import { type Decision } from '../policy/decision.js';
import { type Policy } from '../policy/policy.js';
import { isFelt, milderOf, stricterOf } from '../policy/strictness.js';
import { type Judgement } from './judgement.js';
import { isInForce, type Phase, type VerdictState } from './verdict-state.js';

/** The next state of a key, and whether consumers have to hear of it. */
export interface Transition {
  readonly state: VerdictState;
  readonly change: 'none' | 'condemned' | 'renewed' | 'changed' | 'lifted';
  /** Of a verdict that was in force before: what was done about the visitor then. */
  readonly before?: Pick<VerdictState, 'action' | 'mode'>;
}

const SUSPECT_AT = 50;

/**
 * One step of the verdict state machine: observe → suspect → condemn → (renew | decay) → lift.
 *
 * - A verdict is lifted at once when policy spares the visitor: it is allowed, verified, pardoned, or people turn out to share it.
 * - Else it stays until the risk falls below the release level (hysteresis), twice in a row or next to nothing, or it expires without new
 *   behaviour.
 * - Conduct that condemns renews it, and so does, for `decayMs` after the last of that, conduct that is still suspicious: a visitor that
 *   rides the threshold has one verdict, not one an hour.
 * - It may get stricter as confidence grows, and never milder by itself. A cap (people, a cohort, a rule) makes it milder at
 *   once, and stays with it.
 * - It is renewed only once half its time has passed: two messages per expiry, not one per cycle.
 *
 * Pure: `now` is the cycle's as-of.
 */
export function advanceVerdict(
  previous: VerdictState | null,
  judgement: Judgement,
  now: number,
  policy: Policy,
  circumstances?: Circumstances,
): Transition {
  const decision = decideAction(judgement, policy, circumstances);
  if (previous === null || !isInForce(previous)) {
    return isFelt(decision.action)
      ? condemn(previous, judgement, decision, now, policy)
      : rest(previous, judgement, decision, now);
  }
  const isConfirmed = isFelt(decision.action);
  if (!isConfirmed && isOver(previous, judgement, decision, policy))
    return liftVerdict(previous, now, decision.because);
  return keep(previous, judgement, decision, now, policy);
}

/**
 * Policy spares the visitor, its risk is next to nothing, or was below the release level at the look before already: a single dip is
 * no reason.
 */
function isOver(
  { score: before }: VerdictState,
  { score }: Judgement,
  { atMost }: Decision,
  { releaseBelow }: Policy,
): boolean {
  const release = releaseBelow * 100;
  return !isFelt(atMost) || score < release / 2 || (score < release && before < release);
}

/** The step of a key that was not judged in this cycle: it expires, or policy has come to allow it. */
export function expireVerdict(
  previous: VerdictState,
  now: number,
  policy?: Pick<Policy, 'allow'>,
): Transition {
  const none: Transition = { state: previous, change: 'none' };
  if (!isInForce(previous)) return none;
  const allowed = policy === undefined ? null : allowedBy(previous, [], policy.allow);
  if (allowed !== null) return liftVerdict(previous, now, allowed);
  const expired = previous.expiresAt !== null && previous.expiresAt <= now;
  return expired ? liftVerdict(previous, now, 'expired') : none;
}

/** Takes a verdict in force back, whatever was thought of the visitor. */
export function liftVerdict(previous: VerdictState, now: number, because: string): Transition {
  const state: VerdictState = {
    ...previous,
    phase: 'lifted',
    action: 'allow',
    revision: previous.revision + 1,
    since: now,
    expiresAt: null,
    confirmedAt: null,
    atMost: 'block',
    because,
  };
  return { state, change: 'lifted' };
}

function condemn(
  previous: VerdictState | null,
  judgement: Judgement,
  decision: Decision,
  now: number,
  policy: Policy,
): Transition {
  const offences = rememberedOffences(previous, now, policy) + 1;
  const state: VerdictState = {
    ...stateOf(judgement, 'condemned', decision),
    revision: (previous?.revision ?? 0) + 1,
    offences,
    since: now,
    expiresAt: now + lifetime(offences, policy),
    confirmedAt: now,
    atMost: decision.atMost,
  };
  return { state, change: 'condemned' };
}

/** Former offences fade: their count halves with every half-life since the last verdict ended. */
function rememberedOffences(
  previous: VerdictState | null,
  now: number,
  { offenceHalfLifeMs }: Policy,
): number {
  if (previous === null) return 0;
  return Math.round(previous.offences * 2 ** (-(now - previous.since) / offenceHalfLifeMs));
}

function keep(
  previous: VerdictState,
  judgement: Judgement,
  decision: Decision,
  now: number,
  policy: Policy,
): Transition {
  const isConfirmed = isFelt(decision.action);
  const atMost = milderOf(previous.atMost, decision.atMost);
  const grown = isConfirmed ? stricterOf(previous.action, decision.action) : previous.action;
  const action = milderOf(grown, atMost);
  const state: VerdictState = {
    ...previous,
    score: judgement.score,
    phase: isConfirmed ? 'condemned' : 'decaying',
    action,
    atMost,
    ...(isConfirmed && { mode: decision.mode, because: decision.because, confirmedAt: now }),
  };
  const isOther = action !== previous.action || state.mode !== previous.mode;
  if (!isOther && !isDue(state, now, policy)) return { state, change: 'none' };
  const intent = isConfirmed ? judgement.intent : previous.intent;
  const change = isOther || intent.class !== previous.intent.class ? 'changed' : 'renewed';
  const before = { action: previous.action, mode: previous.mode };
  return { state: told({ ...state, intent }, now, policy), change, before };
}

/** Half its time has passed, and there is reason to go on. */
function isDue(state: VerdictState, now: number, policy: Policy): boolean {
  const halfway = (state.expiresAt ?? now) - now <= lifetime(state.offences, policy) / 2;
  return halfway && hasReason(state, now, policy);
}

function hasReason({ confirmedAt }: VerdictState, now: number, { decayMs }: Policy): boolean {
  return now - (confirmedAt ?? now) < Math.max(1, decayMs);
}

function told(state: VerdictState, now: number, policy: Policy): VerdictState {
  const renews = hasReason(state, now, policy);
  return {
    ...state,
    revision: state.revision + 1,
    expiresAt: renews ? now + lifetime(state.offences, policy) : state.expiresAt,
  };
}

function rest(
  previous: VerdictState | null,
  judgement: Judgement,
  decision: Decision,
  now: number,
): Transition {
  const phase: Phase = judgement.score >= SUSPECT_AT ? 'suspected' : 'observed';
  const state: VerdictState = {
    ...stateOf(judgement, phase, decision),
    revision: previous?.revision ?? 0,
    offences: previous?.offences ?? 0,
    since: staysSince(previous, phase) ?? now,
    expiresAt: null,
    confirmedAt: null,
    atMost: 'block',
  };
  return { state, change: 'none' };
}

/** Former offences are remembered since the verdict ended; else a phase counts from its own beginning. */
function staysSince(previous: VerdictState | null, phase: Phase): number | null {
  if (previous === null) return null;
  return previous.offences > 0 || previous.phase === phase ? previous.since : null;
}

function stateOf(
  judgement: Judgement,
  phase: Phase,
  { action, mode, because }: Decision,
): Pick<
  VerdictState,
  'keyType' | 'key' | 'phase' | 'action' | 'mode' | 'intent' | 'score' | 'because'
> {
  const { keyType, key, intent, score } = judgement;
  return { keyType, key, phase, action, mode, intent, score, because };
}

function lifetime(offences: number, policy: Policy): number {
  return Math.min(policy.longestExpiryMs, policy.firstExpiryMs * 2 ** (offences - 1));
}
