import { type Campaign } from './campaign.js';
import { groupBy } from './group-by.js';
import { type LoginGroup } from './login-group.js';
import { standsOut } from './stands-out.js';

/**
 * Before anything is known, about one in ten of those who get in has a counterpart who gives up; worth
 * ten visitors of evidence. Assumption; it only matters where few people log in.
 */
const PRIOR_FAILING = 1;
const PRIOR_SUCCEEDING = 10;

/**
 * Finds groups in which far more addresses fail to log in than the rest of the estate explains.
 *
 * The aggregate comes first: no member needs to do anything remarkable by itself. People at the same
 * place at the same time set the ratio of failing to succeeding, so an outage or a forced password
 * change raises what is expected for every group alike and makes no campaign. After Javed and Paxson,
 * "Detecting Stealthy, Distributed SSH Brute-Forcing" (CCS 2013).
 */
export function findLoginCampaigns(groups: readonly LoginGroup[]): readonly Campaign[] {
  const places = groupBy(groups, ({ site, template }) => `${site} ${template}`);
  return places.flatMap((place) => {
    const odds = failureOdds(place);
    return place.flatMap((group) => campaignFrom(group, odds) ?? []);
  });
}

/** Failing addresses per succeeding one, among the group that most of those who get in belong to. */
function failureOdds(place: readonly LoginGroup[]): number {
  const reference = place.reduce((best, next) => (trust(next) > trust(best) ? next : best));
  if (reference.succeeding === 0) return PRIOR_FAILING / PRIOR_SUCCEEDING;
  return (reference.failing + PRIOR_FAILING) / (reference.succeeding + PRIOR_SUCCEEDING);
}

/** Groups that load assets are hard to fake; among equals, the one where most get in. */
function trust(group: LoginGroup): number {
  return group.succeeding * (group.loadsAssets ? 10 : 1);
}

function campaignFrom(group: LoginGroup, odds: number): Campaign | null {
  const expected = Math.max(0.5, group.succeeding * odds);
  if (!standsOut(group.failing, expected)) return null;
  return {
    id: `logins-${group.site || 'estate'}-${slug(group.template)}-${slug(traitsOf(group))}`,
    threat: 'OAT-008',
    kind: 'login',
    site: group.site,
    cell: group.cell,
    observed: group.failing,
    expected,
    membership: 1 - expected / group.failing,
    traits: traitsOf(group),
    firstSeen: group.firstSeen,
    lastSeen: group.lastSeen,
    start: group.firstSeen,
    phases: [],
  };
}

function traitsOf(group: LoginGroup): string {
  const agent = group.claimsBrowser ? 'a browser’s user agent' : 'no browser’s user agent';
  const pages = group.opensPages ? 'opening pages' : 'opening no page';
  return `${agent}, ${pages}, loading ${group.loadsAssets ? 'assets' : 'nothing else'}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
