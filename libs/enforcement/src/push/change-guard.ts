/** How much a list may change in one cycle before a second cycle has to confirm it. */
export interface ChangeLimits {
  /** The list may grow to so many times its size. */
  readonly growth: number;
  /** It may shrink to one part in so many. */
  readonly shrink: number;
  /** So much of it may be other blocks than before: 1 is as many as it holds. */
  readonly churn: number;
  /** Lists up to this size may grow, shrink and change freely; only an empty one is asked about. */
  readonly small: number;
  /** So many cycles in a row have to ask for the change before it is made. */
  readonly confirmations: number;
}

type ChangeAlarm = 'emptied' | 'grown' | 'shrunk' | 'churned';

/** A change that waits to be confirmed. */
export interface PendingChange {
  readonly alarm: ChangeAlarm;
  /** Size of the list that was asked for. */
  readonly size: number;
  /** How many cycles in a row asked for it. */
  readonly asked: number;
}

export interface GuardedChange {
  /** Null: make the change. */
  readonly pending: PendingChange | null;
}

/**
 * Whether a change is made now, or waits for the next cycle to want it, too. A hiccup that empties the list of
 * verdicts, doubles it or swaps it lasts one cycle; a real wave of attackers, or its end, is still there in the
 * next, and larger by no more than a list may grow in a cycle. What expires is no change of anybody's mind: it is not counted, and leaves the target at any time.
 *
 * @param held keys of what the target holds and has not expired
 * @param wanted keys of what it is to hold
 */
export function guardChange(
  held: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  limits: ChangeLimits,
  before: PendingChange | null,
): GuardedChange {
  const alarm = alarmOf(held, wanted, limits);
  if (alarm === null) return { pending: null };
  const again = before?.alarm === alarm && isOrdinary(before.size, wanted.size, limits);
  const asked = again ? before.asked + 1 : 1;
  return { pending: asked > limits.confirmations ? null : { alarm, size: wanted.size, asked } };
}

function alarmOf(
  held: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  limits: ChangeLimits,
): ChangeAlarm | null {
  if (wanted.size === 0) return held.size === 0 ? null : 'emptied';
  if (!isOrdinary(held.size, wanted.size, limits))
    return wanted.size > held.size ? 'grown' : 'shrunk';
  const base = Math.max(held.size, limits.small);
  const gone = [...held].filter((key) => !wanted.has(key)).length;
  const come = [...wanted].filter((key) => !held.has(key)).length;
  // What only comes is growth.
  return Math.min(gone, come) > base * limits.churn ? 'churned' : null;
}

/** Whether a list may go from one size to the other in a cycle. */
function isOrdinary(from: number, to: number, { growth, shrink, small }: ChangeLimits): boolean {
  return to <= Math.max(from, small) * growth && (from <= small || to * shrink >= from);
}
