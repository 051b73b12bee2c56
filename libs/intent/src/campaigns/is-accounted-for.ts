import { type Campaign } from './campaign.js';
import { type CampaignKind } from './campaign-kind.js';
import { type Suspect } from './suspect.js';

/** Whether a suspect belongs to a group of those who log in that is a campaign already. */
export function isAccountedFor(
  { traits }: Suspect,
  { site, kind }: { readonly site: string; readonly kind: CampaignKind },
  groups: readonly Campaign[],
): boolean {
  const conduct = traits.conduct.replace(/ links=\w+/, '');
  return groups.some(
    (group) =>
      kind === 'login' &&
      group.kind === kind &&
      group.site === site &&
      group.cell.endsWith(conduct),
  );
}
