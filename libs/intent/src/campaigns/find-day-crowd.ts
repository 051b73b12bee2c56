import { type Attribution, attributeMembers } from './attribute-members.js';
import { type Campaign } from './campaign.js';
import { type CampaignKind } from './campaign-kind.js';
import { comparableSuspect } from './comparable-suspect.js';
import { type Crowd, crowdOf } from './crowd-of.js';
import { dayOdds } from './day-odds.js';
import { isAccountedFor } from './is-accounted-for.js';
import { BAD_DAY, LEAST_CROWD } from './may-hold-day-crowd.js';
import { standsOut } from './stands-out.js';
import { type Suspect } from './suspect.js';
import { traitGroups } from './trait-groups.js';

/** Who did one thing at one site in one day. */
interface SiteDay {
  readonly site: string;
  readonly kind: CampaignKind;
  readonly suspects: readonly Suspect[];
  /** The campaign that was found here in an earlier cycle, if it goes on. */
  readonly acting: Campaign | null;
  /** Campaigns found by behavioural groups: their members are accounted for. */
  readonly groups: readonly Campaign[];
}

/** Fewer who do well are no measure. Assumption. */
const LEAST_WELL = 10;
/** However well people do, so many of them for each who does well end badly on any day. Assumption. */
const ANY_DAY = 0.03;
/** However badly: where more than that do, and for twice as many, it is not people. Assumption. */
const MOST_ODDS = 0.5;
const FAR_MORE = 2;
/** Below this probability a suspect is not called a member: a day tells less than a month. Assumption. */
const LIKELY = 0.75;
/** Mean log ratio from which on a group of traits tells members from others: twice as likely; and 4.5 times. */
const TELLING = Math.log(2);
const PLAIN = 1.5;
/** From which on they come from other networks, or with other browsers, than those who do well: a third likelier. Assumption. */
const STRANGE = 0.3;
/** One browser version of so many of them may be a release. Assumption. */
const MOST_ALIKE = 0.3;
/** Of those that end badly at least so many do so while others do well, or it may be an outage. Assumption. */
const MEANWHILE = 0.3;

const FINGERPRINT = placeOf('fingerprint');
const NETWORK = placeOf('network');
/** When they come tells a newsletter, an outage or a sale as well as a campaign. */
const HOUR = placeOf('hour');

/**
 * Finds a crowd among those who do one thing at a site, without any history: far more end badly (or act bare) than the
 * site's own people explain by those who do well, and they differ from these in what they come with. What they do is
 * left out of the comparison where it follows from how it ended. Customers who fail and then go on to use the
 * site are none of them.
 */
export function findDayCrowd(day: SiteDay): Crowd | null {
  const suspects = day.suspects
    .filter((one) => !one.bad || !isAccountedFor(one, day, day.groups))
    .flatMap((one) => comparableSuspect(one, day.kind) ?? []);
  const [good, bad] = [suspects.filter((one) => !one.bad), suspects.filter((one) => one.bad)];
  if (good.length < LEAST_WELL || bad.length < LEAST_CROWD) return null;
  const { odds, isTold } = oddsOf(bad, good);
  const expected = good.length * Math.max(ANY_DAY, odds);
  if (!standsOut(bad.length, good.length * Math.max(BAD_DAY, odds))) return null;
  if (bad.length - expected < LEAST_CROWD) return null;
  const members = attributeMembers(bad, good, bad.length - expected);
  const found = members.filter(({ probability }) => probability >= LIKELY);
  if (found.length < LEAST_CROWD || !isDistinct(members, isTold)) return null;
  const start = found.reduce((first, { suspect }) => Math.min(first, suspect.firstSeen), Infinity);
  return crowdOf(found, { ...day, since: 'today', start });
}

/** How many of the site's own people end badly for each who does well, and whether networks or hours have told. */
function oddsOf(
  bad: readonly Suspect[],
  good: readonly Suspect[],
): { readonly odds: number; readonly isTold: 'by networks' | 'by hours' } {
  const odds = dayOdds([...bad, ...good]);
  const isPlain = bad.length >= FAR_MORE * good.length && isSpread(bad) && isMeanwhile(bad, good);
  return isPlain && odds > MOST_ODDS
    ? { odds: MOST_ODDS, isTold: 'by hours' }
    : { odds, isTold: 'by networks' };
}

/** Whether they come with many browser versions. */
function isSpread(bad: readonly Suspect[]): boolean {
  const counts = tally(bad, ({ traits }) => traits.agent);
  return Math.max(...counts.values()) <= MOST_ALIKE * bad.length;
}

/** Whether most end badly at hours at which others do as well as ever. */
function isMeanwhile(bad: readonly Suspect[], good: readonly Suspect[]): boolean {
  const well = tally(good, ({ traits }) => traits.hour);
  const usual = good.length / well.size;
  const meanwhile = bad.filter(({ traits }) => (well.get(traits.hour) ?? 0) * 2 >= usual);
  return meanwhile.length >= MEANWHILE * bad.length;
}

/**
 * Whether members differ from those who do well: in where they come from and with what, or plainly in the latter and in one more
 * respect, which it has to be where networks tell nothing.
 */
function isDistinct(members: readonly Attribution[], isTold: 'by networks' | 'by hours'): boolean {
  const weight = members.reduce((sum, { probability }) => sum + probability, 0);
  const ratios = traitGroups.map(
    (_, at) =>
      members.reduce((sum, { probability, groups }) => sum + probability * (groups[at] ?? 0), 0) /
      weight,
  );
  const [agents, networks] = [ratios[FINGERPRINT] ?? 0, ratios[NETWORK] ?? 0];
  const telling = ratios.filter((ratio, at) => at !== HOUR && ratio >= TELLING).length;
  return (
    (isTold === 'by networks' &&
      Math.min(networks, agents) >= STRANGE &&
      networks + agents >= TELLING + STRANGE) ||
    (agents >= PLAIN && telling >= 2)
  );
}

function tally(suspects: readonly Suspect[], of: (one: Suspect) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of suspects) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
  return counts;
}

function placeOf(trait: 'fingerprint' | 'network' | 'hour'): number {
  return traitGroups.findIndex((group) => group.includes(trait));
}
