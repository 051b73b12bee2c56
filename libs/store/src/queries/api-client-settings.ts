/** How API clients are counted. Times in milliseconds. */
export interface ClientSettings {
  /** How many unattended accesses a consent may have in any `unattendedPeriodMs`. */
  readonly unattendedLimit: number;
  readonly unattendedPeriodMs: number;
  /** Calls under one consent within so long of the first are one access. */
  readonly accessMs: number;
  /** A breach by less than that is a schedule that drifts. */
  readonly toleranceMs: number;
  /** Counts the accesses of each path by itself, as some banks do, instead of all of a consent together. */
  readonly byResource: boolean;
  /** Path roles whose POSTs cost the bank money. */
  readonly paidRoles: readonly string[];
}

const MINUTE_MS = 60_000;

/**
 * RTS 2018/389, art. 36(5)(b): account information "no more than four times in a 24-hour period, unless a higher frequency is
 * agreed". It does not say what one time is. Here it is one session of calls, since an AISP that fetches the list of accounts,
 * their balances and pages of transactions has taken the information once; five minutes cover that (assumption). The Berlin
 * Group's implementers count each resource by itself (`byResource`), which allows more.
 */
export const defaultClientSettings: ClientSettings = {
  unattendedLimit: 4,
  unattendedPeriodMs: 24 * 60 * MINUTE_MS,
  accessMs: 5 * MINUTE_MS,
  toleranceMs: 15 * MINUTE_MS,
  byResource: false,
  paidRoles: ['otp', 'payment'],
};
