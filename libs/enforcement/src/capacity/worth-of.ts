import { type AddressEntry } from './address-entry.js';

const MINUTE_MS = 60_000;
/** Beyond a day, remaining time says nothing more: the verdict will be judged again before. */
const LONGEST_MINUTES = 1_440;

/**
 * How much enforcing an entry is worth where a target cannot hold them all: risk, times traffic, times
 * remaining time. Traffic and time count by their order of magnitude (logarithm to base 2, time in whole
 * steps), so that a request more or a minute less does not reorder the list. Assumption: no measurement
 * says how the three trade off; the product makes the certain, busy and long verdicts win over entries
 * that lack any one of these.
 */
export function worthOf({ score, requests, expiresAt }: AddressEntry, now: number): number {
  const minutes =
    expiresAt === null
      ? LONGEST_MINUTES
      : Math.min(LONGEST_MINUTES, Math.max(0, (expiresAt - now) / MINUTE_MS));
  return score * Math.log2(2 + requests) * (1 + Math.floor(Math.log2(1 + minutes)));
}
