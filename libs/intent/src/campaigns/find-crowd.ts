import { type Attribution, attributeMembers } from './attribute-members.js';
import { type Campaign } from './campaign.js';
import { type CampaignKind } from './campaign-kind.js';
import { type Crowd, crowdOf } from './crowd-of.js';
import { type Excess } from './excess.js';
import { isAccountedFor } from './is-accounted-for.js';
import { type Suspect } from './suspect.js';
import { traitGroups } from './trait-groups.js';

/** Who did it in the 24 hours of the excess, and who did the same before it began. */
interface SuspectWindow {
  readonly now: readonly Suspect[];
  readonly before: readonly Suspect[];
  /** The campaign that was found here in an earlier cycle, if it goes on. */
  readonly acting: Campaign | null;
  /** Campaigns found by behavioural groups: their members are accounted for. */
  readonly groups: readonly Campaign[];
}

/** From this probability on a visitor is called a member. */
const MEMBER = 0.5;
/** Fewer members make no campaign. Assumption, as for groups that stand out. */
const LEAST_MEMBERS = 10;
/** Mean log ratio of the members' traits below which they look like everybody: e^1.5 is 4.5 times. Assumption. */
const DISTINCT = 1.5;
/** Mean log ratio from which on one group of traits tells members from others: twice as likely. */
const TELLING_RATIO = Math.log(2);
/** How much of the excess has to be visitors that are new to the place, rather than usual ones faring worse. */
const NEW_ACTORS = 0.5;
/** The same for a crowd that looks like everybody: nearly each newcomer ends badly, and nearly no usual one does. */
const NEARLY_ALL = { from: 0.8, to: 1.25 };
/** Kinds whose answers tell success from failure. */
const TELLING: ReadonlySet<CampaignKind> = new Set([
  'login',
  'coupon',
  'payment',
  'consent',
  'token',
  'accounts',
]);

/**
 * Makes a campaign of an excess, if it is one: who is behind it, told by what they share.
 *
 * An excess is the site's own, and no campaign, when the usual visitors fare worse instead of more coming
 * (an outage, a release with a bug), or when those behind it look like everybody (a password day, a sale).
 * One exception: a crowd that looks like everybody but of which nearly nobody comes through, while as many
 * more came as failed. People do not do that.
 */
export function findCrowd(excess: Excess, window: SuspectWindow): Crowd | null {
  const all = excess.measure === 'bad' ? window.now.filter(({ bad }) => bad) : window.now;
  const suspects = all.filter((suspect) => !isAccountedFor(suspect, excess, window.groups));
  const unexplained = excess.observed - excess.expected - (all.length - suspects.length);
  const surplus = Math.min(unexplained, suspects.length * 0.999);
  if (surplus < LEAST_MEMBERS || suspects.length < LEAST_MEMBERS || !moreCame(excess, surplus))
    return null;
  const members = attributeMembers(suspects, ordinaryOf(excess, window), surplus);
  const found = members.filter(({ probability }) => probability >= MEMBER);
  if (found.length < LEAST_MEMBERS) return null;
  if (!isDistinct(members, excess, surplus) && !failsAsOne(excess)) return null;
  const { site, kind, measure, start } = excess;
  return crowdOf(found, { site, kind, since: measure, start, ...window });
}

/** Those who did the same before, and those who came through meanwhile. */
function ordinaryOf(excess: Excess, { now, before }: SuspectWindow): readonly Suspect[] {
  if (excess.measure === 'actors') return before;
  return [...before.filter(({ bad }) => bad), ...now.filter(({ bad }) => !bad)];
}

function moreCame({ moreActors, actorSpread }: Excess, surplus: number): boolean {
  return moreActors + 2 * actorSpread >= NEW_ACTORS * surplus;
}

function failsAsOne({ kind, measure, observed, expected, moreActors }: Excess): boolean {
  const share = (observed - expected) / Math.max(1, moreActors);
  return (
    measure === 'bad' &&
    TELLING.has(kind) &&
    share >= NEARLY_ALL.from &&
    share <= NEARLY_ALL.to &&
    observed >= 2 * expected
  );
}

/**
 * Whether the members differ from the ordinary: in two respects, or in one where it is plain that as many more
 * came. Users of a browser that a release has broken differ in one, and are no more than before.
 */
function isDistinct(members: readonly Attribution[], excess: Excess, surplus: number): boolean {
  const respects = traitGroups.map((_, group) =>
    meanOf(members, ({ groups }) => groups[group] ?? 0),
  );
  const telling = respects.filter((ratio) => ratio >= TELLING_RATIO).length;
  const distinctness = meanOf(members, ({ logRatio }) => logRatio);
  const plain = excess.moreActors >= NEW_ACTORS * surplus;
  return distinctness >= DISTINCT && (telling >= 2 || plain);
}

/** Mean over the members, each counting by its probability. */
function meanOf(members: readonly Attribution[], valueOf: (member: Attribution) => number): number {
  const weight = members.reduce((sum, { probability }) => sum + probability, 0);
  return members.reduce((sum, one) => sum + one.probability * valueOf(one), 0) / weight;
}
