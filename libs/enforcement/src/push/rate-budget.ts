/** So many requests (or items) may be made, and so fast they come back. */
export interface RateBudget {
  readonly burst: number;
  readonly perSecond: number;
}

/** What is left of a budget; plain, so that it survives the process. */
export interface BudgetLevel {
  readonly left: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * A budget that stays below `most` in any window of this length, however requests are bunched: half is there at
 * once, the other half comes back over the window.
 */
export function budgetOf(most: number, windowSeconds: number): RateBudget {
  return { burst: most / 2, perSecond: most / 2 / windowSeconds };
}

export const fullBudget = ({ burst }: RateBudget, now: number): BudgetLevel => ({
  left: burst,
  at: now,
});

/** The level now: a clock that was set back gives nothing, one that was set forward no more than the burst. */
export function refilled(
  { burst, perSecond }: RateBudget,
  { left, at }: BudgetLevel,
  now: number,
): BudgetLevel {
  const seconds = Math.max(0, now - at) / 1_000;
  return { left: Math.min(burst, left + seconds * perSecond), at: now };
}

/** The level after spending, or how many milliseconds to wait until it can be spent. A cost above the burst is the burst. */
export function spend(
  budget: RateBudget,
  level: BudgetLevel,
  cost: number,
  now: number,
): { readonly level: BudgetLevel; readonly waitMs: number } {
  const full = refilled(budget, level, now);
  const due = Math.min(cost, budget.burst);
  if (full.left >= due) return { level: { left: full.left - due, at: now }, waitMs: 0 };
  return { level: full, waitMs: Math.ceil(((due - full.left) / budget.perSecond) * 1_000) };
}
