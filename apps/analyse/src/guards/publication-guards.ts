import {
  type CycleFigures,
  type GuardFinding,
  type HeldBack,
  holdBack,
  inspectCycle,
  isAlwaysAdmitted,
  type Policy,
} from '#libs/intent';
import { type Clock } from '#libs/platform';
import {
  clickHouseTime,
  guardFigures,
  lastGuardedCycle,
  peopleOfToday,
  type Store,
  verifiedOnce,
} from '#libs/store';
import { type BookedTransition } from '../verdicts/verdict-book.js';
import { type JudgedAddress } from '../visitors/judge-visitors.js';
import { boundlessCrawlers } from './boundless-crawlers.js';
import { heldRow } from './held-row.js';
import { type PublicationAlerts } from './publication-alerts.js';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** What a cycle saw. Times in milliseconds since the epoch. */
export interface SeenByCycle {
  /** The log as the cycle sees it. */
  readonly log: Store;
  readonly asOf: number;
  readonly since: number;
  readonly judged: readonly JudgedAddress[];
}

/** What a cycle wants to publish, and what it saw. */
export interface GuardedCycle extends SeenByCycle {
  readonly policy: Policy;
  readonly tenant: string;
  readonly steps: readonly BookedTransition[];
  /** Verdicts in force before. */
  readonly inForce: number;
}

type Held = HeldBack<BookedTransition>;

/**
 * Stands between what a cycle concludes and what is published. Where something is wrong with what the cycle saw, nothing new is published
 * and what was published before stays; what is too much at once is held for a person. Each time an alert says why.
 */
export class PublicationGuards {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #alerts: PublicationAlerts;
  readonly #isStopped: () => boolean;
  /** Whether nothing was wrong with what the last cycle saw. */
  #sound = true;

  constructor(
    store: Store,
    clock: Clock,
    alerts: PublicationAlerts,
    isStopped: () => boolean = () => false,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#alerts = alerts;
    this.#isStopped = isStopped;
  }

  /** The steps that may be taken, by the figures of what the cycle saw; keys of others stay as they were. */
  async admit(cycle: GuardedCycle, figures: CycleFigures): Promise<readonly BookedTransition[]> {
    const { steps } = cycle;
    const changes = steps.filter(({ change }) => change !== 'none');
    const found = [...this.#stop(cycle), ...inspectCycle(figures)];
    this.#sound = found.length === 0;
    const people = await this.#peopleOf(cycle);
    const [first] = found;
    const result =
      first === undefined
        ? holdBack(changes, { inForce: cycle.inForce, ...people }, cycle.policy.limits)
        : holdAll(changes, found, first);
    await this.#log(cycle, figures, people.people, result);
    const isHeld = new Set(result.held.map(({ change }) => change));
    return steps.filter((step) => !isHeld.has(step));
  }

  /**
   * The steps of a round between cycles, where they may be taken at once. Where anything would be held, none may: the next cycle
   * sees the same and is guarded in full.
   */
  async admitRound(round: GuardedCycle): Promise<readonly BookedTransition[]> {
    const { steps, policy, inForce, asOf, judged } = round;
    if (!this.#sound || this.#stop(round).length > 0 || steps.length === 0) return [];
    if ((await this.#disowned(asOf, judged)) > 0) return [];
    const people = await this.#peopleOf(round);
    const { held } = holdBack(steps, { inForce, ...people }, policy.limits);
    return held.length === 0 ? steps : [];
  }

  #stop({ policy }: GuardedCycle): readonly GuardFinding[] {
    if (policy.publication === 'run' && !this.#isStopped()) return [];
    return [{ reason: 'stopped', text: 'publication is stopped by a person or by policy.' }];
  }

  /** Figures that tell whether something is wrong with what a cycle saw. */
  async figuresOf({ log, asOf, since, judged }: SeenByCycle): Promise<CycleFigures> {
    const span = { since: clickHouseTime(since), asOf: clickHouseTime(asOf) };
    const [step] = await log.query<StepFigures>(guardFigures, span);
    const [before] = await this.#store.query<LastCycle>(lastGuardedCycle, span);
    const identities = judged.flatMap(({ address, agents }) => [address, ...agents]);
    return {
      asOf,
      now: this.#clock.now(),
      finishedBefore: before?.finishedAt ?? null,
      ...(step ?? { rows: 0, duplicatedRows: 0, addressesSeen: 0 }),
      addressesJudged: judged.length,
      verified: judged.filter(({ address }) => address.identity.verification !== 'none').length,
      verifiedBefore: before?.verified ?? null,
      boundlessCrawlers: boundlessCrawlers(identities.map(({ identity }) => identity)),
      disowned: await this.#disowned(asOf, judged),
    };
  }

  /** Of those judged, the impostors that were verified not long ago. */
  async #disowned(asOf: number, judged: readonly JudgedAddress[]): Promise<number> {
    const addresses = judged
      .filter(({ address }) => address.identity.impostor)
      .map(({ address }) => address.features.address);
    if (addresses.length === 0) return 0;
    const span = { from: clickHouseTime(asOf - WEEK_MS), asOf: clickHouseTime(asOf) };
    const about = { ...span, addresses };
    const [row] = await this.#store.query<{ disowned: number }>(verifiedOnce, about);
    return row?.disowned ?? 0;
  }

  async #peopleOf({ asOf, steps, judged }: GuardedCycle): Promise<PeopleToday> {
    if (!steps.some(({ change }) => change === 'condemned' || change === 'changed'))
      return { people: 0, peopleHitToday: 0 };
    const span = { from: clickHouseTime(asOf - DAY_MS), asOf: clickHouseTime(asOf) };
    const [row] = await this.#store.query<PeopleToday>(peopleOfToday, span);
    const now = judged.filter(({ judgements: [one] }) => one?.nature === 'human').length;
    return { people: Math.max(row?.people ?? 0, now), peopleHitToday: row?.peopleHitToday ?? 0 };
  }

  async #log(
    cycle: GuardedCycle,
    figures: CycleFigures,
    people: number,
    result: Held,
  ): Promise<void> {
    const { asOf } = cycle;
    await this.#store.insertRows(
      'held_verdicts',
      result.held.map((one) => heldRow(one, { ...cycle, now: figures.now })),
    );
    await this.#store.insertRows('publication_log', [
      {
        as_of: clickHouseTime(asOf),
        finished_at: clickHouseTime(Math.max(0, figures.now)),
        verified: result.findings.some(({ reason }) => reason === 'catalogue')
          ? (figures.verifiedBefore ?? 0)
          : figures.verified,
        people,
        people_hit: result.peopleHit,
        in_force: cycle.inForce,
        admitted: result.admitted.length,
        held: result.held.length,
        findings: result.findings,
      },
    ]);
    this.#alerts.cycle(result.findings, countsOf(result));
  }
}

interface StepFigures {
  readonly rows: number;
  readonly duplicatedRows: number;
  readonly addressesSeen: number;
}

interface LastCycle {
  readonly finishedAt: number;
  readonly verified: number;
}

interface PeopleToday {
  readonly people: number;
  readonly peopleHitToday: number;
}

function holdAll(
  changes: readonly BookedTransition[],
  findings: readonly GuardFinding[],
  { reason }: GuardFinding,
): Held {
  const admitted = changes.filter(isAlwaysAdmitted);
  const held = changes.filter((one) => !isAlwaysAdmitted(one));
  return { admitted, held: held.map((change) => ({ change, reason })), findings, peopleHit: 0 };
}

/** How many changes are held for each reason; a finding that holds nothing counts as well. */
function countsOf({ held, findings }: Held): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of findings) counts[reason] = 0;
  for (const { reason } of held) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
