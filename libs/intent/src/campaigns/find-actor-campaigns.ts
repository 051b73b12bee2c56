import { type ActorDeed } from './actor-deed.js';
import { type ActorGroup } from './actor-group.js';
import { type Campaign } from './campaign.js';
import { campaignThreat } from './campaign-threat.js';
import { groupBy } from './group-by.js';
import { poissonTail } from './poisson-tail.js';

/** Before anything is known: of 21 who do something, one loads no assets (a warm cache, a text browser). Assumption. */
const PRIOR_BARE = 0.5;
const PRIOR_DRESSED = 10;
/** Below this the group explains nobody in particular. Assumption: wrong at most once in four. */
const LIKELY = 0.75;
/** Below this many who load what pages show nobody can say what is usual: an interface, not pages. Assumption. */
const LEAST_DRESSED = 3;
/** So many who load what pages show, and whoever opens one would. Assumption. */
const MANY_DRESSED = 30;
/** However few come bare to the deeds that have fewest: deeds differ. Assumption. */
const LEAST_ODDS = 0.01;
/** Smaller groups are left to the evidence about each visitor. Assumption. */
const SMALLEST = 3;
/** Probability that so many are bare by chance. With some forty deeds a day, one false alarm in eight months. */
const CHANCE = 1e-4;
/** Expected at least, however few do it: what a site's odds cannot tell. Assumption. */
const LEAST_EXPECTED = 0.05;

/**
 * Finds deeds that far more visitors do bare — a browser's user agent, nothing loaded of what pages show — than
 * those who do it dressed explain by the odds of the whole site: one tool behind many addresses. Careful tools change
 * addresses, user agents and TLS, open the form first and pause; to load every image, style and script as well costs
 * them a browser for each act.
 *
 * A site whose visitors often come with a warm cache, an app in a web view or assets kept elsewhere is bare in all its
 * deeds alike. So the odds are those of the quarter of the site's deeds, reading among them, that have fewest, and of bare visitors whom
 * nothing else shows to be programs: what is attacked does not set the measure. Those who open pages and those who do not are told apart where together they do not stand
 * out: an application that lives in one page is often bare without a page, and never with one.
 */
export function findActorCampaigns(groups: readonly ActorGroup[]): readonly Campaign[] {
  const conducts = groupBy(groups, ({ site, conduct }) => `${site} ${conduct}`);
  const found = conducts.flatMap((conduct) => {
    const odds = usualOdds(conduct);
    return conduct
      .filter((group) => isTelling(group, conduct))
      .flatMap((group) => campaignFrom(group, odds) ?? []);
  });
  return groupBy(found, ({ site, kind }) => `${site} ${kind}`).flatMap(sharpest);
}

/** Of the campaigns of one deed the one that tells the members best: a part, where it is nearly all of the whole. */
function sharpest(found: readonly Campaign[]): readonly Campaign[] {
  const whole = found.find(({ cell }) => !CONDUCT.test(cell));
  if (whole === undefined) return found;
  const part = found.find((one) => one !== whole && one.observed >= NEARLY_ALL * whole.observed);
  return [part ?? whole];
}

const CONDUCT = / pages=\d$/;
const NEARLY_ALL = 0.9;

/** Bare visitors per dressed one, taken together over the quarter of the deeds that have fewest. */
function usualOdds(groups: readonly ActorGroup[]): number {
  const deeds = groups
    .filter(({ doers }) => doers >= LEAST_DRESSED)
    .toSorted((a, b) => oddsOf([a]) - oddsOf([b]));
  return Math.max(LEAST_ODDS, oddsOf(deeds.slice(0, Math.ceil(deeds.length / 4))));
}

function oddsOf(groups: readonly ActorGroup[]): number {
  const bare = groups.reduce((sum, { bareDoers }) => sum + bareDoers, 0);
  const dressed = groups.reduce((sum, { doers }) => sum + doers, 0);
  return (bare + PRIOR_BARE) / (dressed + PRIOR_DRESSED);
}

/**
 * Whether somebody who does this would load what pages show: others who do it load it, or, of those who open pages, many
 * visitors of the site.
 */
function isTelling({ conduct, doers }: ActorGroup, groups: readonly ActorGroup[]): boolean {
  return (
    doers >= LEAST_DRESSED ||
    (conduct === 'pages' && groups.some((other) => other.doers >= MANY_DRESSED))
  );
}

function campaignFrom(group: ActorGroup, odds: number): Campaign | null {
  const { site, kind, conduct, bare, dressed, cell, firstSeen, lastSeen } = group;
  if (kind === 'reading' || bare < SMALLEST) return null;
  const expected = Math.max(LEAST_EXPECTED, dressed * odds);
  // Half a visitor more than expected: of four alike one may still be somebody else.
  const membership = 1 - (expected + 0.5) / bare;
  if (membership < LIKELY || poissonTail(bare, expected) > CHANCE) return null;
  return {
    id: `bare-${kind}-${site || 'estate'}-${conduct}`,
    threat: campaignThreat[kind],
    kind,
    site,
    cell,
    observed: bare,
    expected,
    membership,
    traits: `${words[kind]} with a browser’s user agent, ${looks[conduct]}loading nothing of what pages show`,
    firstSeen,
    lastSeen,
    start: firstSeen,
    phases: [],
  };
}

const looks = { any: '', pages: 'opening pages, ', none: 'opening no page, ' } as const;

const words: Readonly<Record<ActorDeed, string>> = {
  register: 'registering',
  otp: 'having codes sent',
  coupon: 'trying codes',
  payment: 'paying',
  payee: 'adding payees',
  contribution: 'contributing',
  vote: 'voting',
  bid: 'bidding',
  cart: 'filling carts',
  holding: 'holding things',
  checkout: 'ordering',
  challenge: 'solving challenges',
  search: 'searching',
  probing: 'asking for what does not exist',
  mapping: 'calling interfaces that do not exist',
  aggregation: 'logging in and reading accounts',
  collecting: 'opening page after page',
};
