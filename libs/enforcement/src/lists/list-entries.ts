import { type AddressEntry } from '../capacity/address-entry.js';
import { blockText, compareBlocks } from '../capacity/address-block.js';
import { type Selection, selectEntries } from '../capacity/select-entries.js';
import { strictness } from './strictness.js';
import { type VerdictMessage } from '../verdict-message.js';
import { type ListQuery } from './list-query.js';

/**
 * The addresses and blocks a list is to hold, each once, with the strictest of its actions, in order of
 * addresses. The guard is asked of each block as it would be written.
 */
export function listEntries(
  verdicts: readonly VerdictMessage[],
  query: ListQuery,
  guard: Selection['guard'],
): readonly AddressEntry[] {
  const { entries } = selectEntries(verdicts.filter(wantedBy(query)), {
    actions: query.actions,
    sites: query.sites,
    longestIpv6: query.ipv6Prefix,
    widenIpv6: query.ipv6Prefix === 64 ? 'always' : 'never',
    guard,
  });
  const byBlock = new Map<string, AddressEntry>();
  for (const entry of entries) {
    if (query.family !== null && entry.block.version !== query.family) continue;
    const name = blockText(entry.block);
    const there = byBlock.get(name);
    if (there === undefined || strictness(entry.action) > strictness(there.action))
      byBlock.set(name, entry);
  }
  return [...byBlock.values()].sort((one, other) => compareBlocks(one.block, other.block));
}

/** Whether a verdict is for the list; one without an end is for none. */
function wantedBy({ threats, confidence }: ListQuery): (verdict: VerdictMessage) => boolean {
  return ({ expires_at, intent }) =>
    expires_at !== null &&
    intent.confidence >= confidence &&
    (threats.length === 0 || intent.oat.some((one) => threats.includes(one)));
}
