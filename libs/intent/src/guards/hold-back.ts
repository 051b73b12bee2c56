import { type PublicationLimits } from '../policy/publication-limits.js';
import { isFelt } from '../policy/strictness.js';
import { expectedPeople } from './expected-people.js';
import { type GuardFinding, type HoldReason } from './guard-finding.js';
import { type ProposedChange } from './proposed-change.js';

/** What limits are held against. */
export interface PublicationState {
  /** Verdicts in force before the cycle. */
  readonly inForce: number;
  /** People of the last 24 hours, and how many of them the verdicts of the last 24 hours are expected to hit. */
  readonly people: number;
  readonly peopleHitToday: number;
}

/** What is published of what a cycle wants to publish, and what is held, and why. */
export interface HeldBack<Change extends ProposedChange> {
  readonly admitted: readonly Change[];
  readonly held: readonly { readonly change: Change; readonly reason: HoldReason }[];
  readonly findings: readonly GuardFinding[];
  /** People whom what is admitted is expected to hit. */
  readonly peopleHit: number;
}

/**
 * Holds back what is too much at once. Growth and churn far beyond the usual hold all of their kind: nobody can tell which of them is
 * right. Above the total, and above the people that may be hit, the verdicts of the highest risk go first; a verdict that gets stricter, or
 * is no trial any more, counts with the people it hits more. Lifts that a person or an allow rule asked for, and those of verdicts that are
 * over anyway, are always admitted.
 */
export function holdBack<Change extends ProposedChange>(
  changes: readonly Change[],
  state: PublicationState,
  limits: PublicationLimits,
): HeldBack<Change> {
  const findings: GuardFinding[] = [];
  const held: { change: Change; reason: HoldReason }[] = [];
  const hold = (some: readonly Change[], { reason, text }: GuardFinding): void => {
    if (some.length === 0) return;
    findings.push({ reason, text });
    held.push(...some.map((change) => ({ change, reason })));
  };
  const churning = changes.filter(isChurn);
  const churn = churnFinding(churning.length, state, limits);
  if (churn !== null) hold(churning, churn);
  const fresh = changes.filter(isNew).toSorted(byRisk);
  const growth = growthFinding(fresh.length, state, limits);
  if (growth !== null) hold(fresh, growth);
  const room = growth === null ? fresh : [];
  const stands = churn === null ? churning : [];
  const lifted = changes.filter(({ change }) => change === 'lifted');
  const freed = lifted.filter((one) => churn === null || !isChurn(one)).length;
  const places = Math.max(0, limits.total - (state.inForce - freed));
  hold(room.slice(places), totalFinding(limits));
  const harder = stands.filter(({ change }) => change === 'changed');
  const asked = [...room.slice(0, places), ...harder].toSorted(byRisk);
  const people = withinBudget(asked, state, limits);
  hold(people.beyond, people.finding);
  const isHeld = new Set(held.map(({ change }) => change));
  return {
    admitted: changes.filter((one) => !isHeld.has(one)),
    held,
    findings,
    peopleHit: people.hit,
  };
}

/** Whether a change stays admitted although something is wrong with the cycle. */
export function isAlwaysAdmitted({ state, change }: ProposedChange): boolean {
  if (change !== 'lifted') return false;
  const { because } = state;
  return (
    because === 'overrides' ||
    because === 'appeal' ||
    (because.startsWith('allow.') && because !== 'allow.verified_bots')
  );
}

const isNew = ({ change, state }: ProposedChange): boolean =>
  change === 'condemned' && isFelt(state.action);

/** A change of what is in force, before its time is over. */
function isChurn(one: ProposedChange): boolean {
  if (one.change === 'changed') return true;
  const isOver = one.state.because === 'expired' || one.state.because === 'superseded';
  return one.change === 'lifted' && !isOver && !isAlwaysAdmitted(one);
}

function byRisk(a: ProposedChange, b: ProposedChange): number {
  return b.state.score - a.state.score || (a.state.key < b.state.key ? -1 : 1);
}

function churnFinding(
  count: number,
  { inForce }: PublicationState,
  { churn, churnFrom }: PublicationLimits,
): GuardFinding | null {
  if (count < churnFrom || count <= inForce * churn) return null;
  const text = `the cycle wants to change or lift ${count} of ${inForce} verdicts in force before they expire; ${Math.round(churn * 100)} % is the limit.`;
  return { reason: 'churn', text };
}

function growthFinding(
  count: number,
  { inForce }: PublicationState,
  { growth, growthFrom }: PublicationLimits,
): GuardFinding | null {
  const most = growth * Math.max(inForce, growthFrom);
  if (count <= most) return null;
  const text = `the cycle wants to add ${count} verdicts to ${inForce} in force; ${most} is the limit.`;
  return { reason: 'growth', text };
}

const totalFinding = ({ total }: PublicationLimits): GuardFinding => ({
  reason: 'total',
  text: `there would be more than ${total} verdicts in force; those of the highest risk stay.`,
});

interface WithinBudget<Change> {
  readonly hit: number;
  readonly beyond: readonly Change[];
  readonly finding: GuardFinding;
}

/** Takes verdicts, those of the highest risk first, as long as few enough people are expected to be hit. */
function withinBudget<Change extends ProposedChange>(
  fresh: readonly Change[],
  { people, peopleHitToday }: PublicationState,
  limits: PublicationLimits,
): WithinBudget<Change> {
  const perCycle = Math.max(limits.peopleAtLeast, people * limits.peoplePerCycle);
  const perDay = Math.max(limits.peopleAtLeast, people * limits.peoplePerDay) - peopleHitToday;
  const budget = Math.min(perCycle, perDay);
  let hit = 0;
  const beyond: Change[] = [];
  for (const one of fresh) {
    const expected = expectedPeople(one);
    if (expected > 0 && hit + expected > budget) beyond.push(one);
    else hit += expected;
  }
  const isDay = perDay < perCycle;
  const reason = isDay ? 'people_per_day' : 'people_per_cycle';
  const text = `${beyond.length} new or stricter verdicts would hit more people than ${isDay ? '24 hours' : 'a cycle'} may: ${Math.round(isDay ? perDay + peopleHitToday : perCycle)} of ${people}.`;
  return { hit, beyond, finding: { reason, text } };
}
