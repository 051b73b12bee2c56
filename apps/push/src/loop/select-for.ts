import { type Selection, selectEntries, type VerdictMessage } from '#libs/enforcement';
import { type AddressEntry } from '#libs/enforcement';
import { type DescribedTarget } from '../file/push-file.js';

interface SelectedFor {
  readonly entries: readonly AddressEntry[];
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What of the verdicts a target is to enforce, as far as it can say them. */
export function selectFor(
  { kind, description }: DescribedTarget,
  verdicts: readonly VerdictMessage[],
  guard: Selection['guard'],
): SelectedFor {
  const { entries, leftOut } = selectEntries(verdicts, {
    actions: description.actions,
    sites: description.sites,
    longestIpv6: kind.longestIpv6,
    widenIpv6: description.widen_ipv6,
    guard,
  });
  const action = description.actions[0] ?? 'block';
  return {
    entries: kind.tellsActionsApart ? entries : entries.map((entry) => ({ ...entry, action })),
    leftOut,
  };
}
