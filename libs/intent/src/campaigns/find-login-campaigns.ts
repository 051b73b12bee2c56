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
/** So many who get in, and one for each three that fail, are people. Assumptions. */
const A_FEW = 3;
const SOME = 3;

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
    const reference = referenceOf(place);
    return place.flatMap(
      (group) => forNothing(group, reference) ?? ofRefused(group, reference) ?? [],
    );
  });
}

/** A crowd that is refused by status. */
function ofRefused(group: LoginGroup, reference: LoginGroup): Campaign | null {
  const { failing, succeeding, untold } = group;
  const unfinished = goesOn(reference) ? untold : 0;
  const pretends = group.claimsBrowser && !group.loadsAssets && reference.loadsAssets;
  if (!pretends && isMixed(failing + unfinished, succeeding - unfinished)) return null;
  return campaignFrom(group, failing, succeeding * failureOdds(reference));
}

/** Fewer who get in, and go on, are no measure of what a login leads to here. Assumption. */
const GO_ON = 5;

function goesOn({ loadsAssets, succeeding, untold }: LoginGroup): boolean {
  return loadsAssets && succeeding - untold >= GO_ON;
}

/**
 * A crowd that logs in and does nothing then, as nobody does who loads what the place shows: many sites refuse by sending back to the form,
 * as they send on who got in. Where form and account are kept elsewhere, the login is all that anybody leaves here.
 */
function forNothing(group: LoginGroup, reference: LoginGroup): Campaign | null {
  const { failing, succeeding, untold } = group;
  if (!goesOn(reference) || group.loadsAssets || isMixed(failing + untold, succeeding - untold))
    return null;
  const share = (reference.untold + PRIOR_FAILING) / (reference.succeeding + PRIOR_SUCCEEDING);
  const campaign = campaignFrom(group, untold, succeeding * share);
  if (campaign === null) return null;
  const traits = `${campaign.traits}, and then nothing`;
  return { ...campaign, id: `${campaign.id}${FOR_NOTHING}`, observed: failing + untold, traits };
}

/** What the name of a campaign ends with whose members may have been answered like those who get in; `campaign-members` knows it. */
const FOR_NOTHING = '-for-nothing';

/** Whether those who got in by their status and did nothing then belong to a campaign. */
export function holdsUntold({ id }: Pick<Campaign, 'id'>): boolean {
  return id.endsWith(FOR_NOTHING);
}

/** The group that most of those who get in belong to. */
function referenceOf(place: readonly LoginGroup[]): LoginGroup {
  return place.reduce((best, next) => (trust(next) > trust(best) ? next : best));
}

/** Failing addresses per succeeding one. */
function failureOdds(reference: LoginGroup): number {
  if (reference.succeeding === 0) return PRIOR_FAILING / PRIOR_SUCCEEDING;
  return (reference.failing + PRIOR_FAILING) / (reference.succeeding + PRIOR_SUCCEEDING);
}

/** Groups that load assets are hard to fake; among equals, the one where most get in. */
function trust(group: LoginGroup): number {
  return group.succeeding * (group.loadsAssets ? 10 : 1);
}

/**
 * Whether many of a group get in as well: then its conduct is that of the site's own people, and who of those that fail is
 * one of a crowd has to be told by more (`findDayCrowd`). The users of an app whose release has broken the login are such a group. Not
 * so browsers that load nothing of what this place shows to others: stolen passwords that fit are no sign of people.
 */
function isMixed(failing: number, succeeding: number): boolean {
  return succeeding >= A_FEW && succeeding * SOME >= failing;
}

function campaignFrom(group: LoginGroup, observed: number, explained: number): Campaign | null {
  const expected = Math.max(0.5, explained);
  if (!standsOut(observed, expected)) return null;
  return {
    id: `logins-${group.site || 'estate'}-${slug(group.template)}-${slug(traitsOf(group))}`,
    threat: 'OAT-008',
    kind: 'login',
    site: group.site,
    cell: group.cell,
    observed,
    expected,
    membership: 1 - expected / observed,
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
