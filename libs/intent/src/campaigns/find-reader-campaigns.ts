import { type Campaign } from './campaign.js';
import { groupBy } from './group-by.js';
import { type ReaderGroup } from './reader-group.js';
import { standsOut } from './stands-out.js';

/** Before anything is known: of eleven readers one loads no assets (text browsers, warm caches). Assumption. */
const PRIOR_BARE = 1;
const PRIOR_DRESSED = 10;
/** Where fewer readers load assets, they come from somewhere that this log does not tell of, and to read bare tells nothing. Assumption. */
const LEAST_DRESSED = 3;

/**
 * Finds user agents with far more bare readers — items, no assets, no links followed — than their
 * dressed ones explain by the ratio of the whole site: a crowd of addresses run by one program.
 *
 * The ratio is the median over the site's user agents, so that the crowd does not set its own measure.
 */
export function findReaderCampaigns(groups: readonly ReaderGroup[]): readonly Campaign[] {
  const sites = groupBy(groups, ({ site }) => site);
  return sites.filter(showsAssets).flatMap((site) => {
    const odds = usualOdds(site.filter(({ dressed }) => dressed > 0));
    return site.flatMap((group) => campaignFrom(group, odds) ?? []);
  });
}

function showsAssets(groups: readonly ReaderGroup[]): boolean {
  const dressed = groups.reduce((sum, one) => sum + one.userAgents * one.dressed, 0);
  return dressed >= LEAST_DRESSED;
}

function bareOdds({ bare, dressed }: ReaderGroup): number {
  return (bare + PRIOR_BARE) / (dressed + PRIOR_DRESSED);
}

/** The median over the user agents that the groups stand for. */
function usualOdds(groups: readonly ReaderGroup[]): number {
  const sorted = groups.toSorted((a, b) => bareOdds(a) - bareOdds(b));
  let left = Math.floor(sorted.reduce((sum, { userAgents }) => sum + userAgents, 0) / 2);
  for (const group of sorted) {
    if (left < group.userAgents) return bareOdds(group);
    left -= group.userAgents;
  }
  return PRIOR_BARE / PRIOR_DRESSED;
}

function campaignFrom(group: ReaderGroup, odds: number): Campaign | null {
  const expected = Math.max(1, group.dressed * odds);
  if (!standsOut(group.bare, expected)) return null;
  return {
    id: `readers-${group.site || 'estate'}-${fingerprintName(group.userAgent)}`,
    threat: 'OAT-011',
    kind: 'reading',
    site: group.site,
    cell: group.cell,
    observed: group.bare,
    expected,
    membership: 1 - expected / group.bare,
    traits: `the user agent “${group.userAgent.slice(0, 90)}”, no assets, no link followed`,
    firstSeen: group.firstSeen,
    lastSeen: group.lastSeen,
    start: group.firstSeen,
    phases: [],
  };
}

/** A short stable name for a user agent: FNV-1a, 32 bits, in hexadecimal. Not for security. */
function fingerprintName(userAgent: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < userAgent.length; i += 1) {
    hash = Math.imul(hash ^ userAgent.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
